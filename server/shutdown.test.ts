import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';

/** A server in a process of its own; `/slow` answers after 400 ms, `/never` does not. */
async function start(patience: number) {
  const code = `
    import { createServer } from 'node:http';
    import { shutDownOnSignal } from ${JSON.stringify(new URL('shutdown.ts', import.meta.url).href)};
    const server = createServer((request, response) => {
      console.log('asked ' + request.url);
      if (request.url === '/slow') setTimeout(() => response.end('done'), 400);
    });
    shutDownOnSignal({
      server, say: console.log, patience: ${patience},
      closeDb: async () => console.log('pool closed'),
      database: {
        lost: new Promise((resolve) => process.on('SIGUSR2', () => resolve('database lost'))),
        stop: async () => console.log('database stopped'),
      },
    });
    server.listen(0, '127.0.0.1', () => console.log('port ' + server.address().port));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const lines: string[] = [];
  const reader = createInterface(child.stdout!);
  reader.on('line', (line) => lines.push(line));
  const seen = async (pattern: RegExp) => {
    while (!lines.some((line) => pattern.test(line))) await once(reader, 'line');
    return lines.find((line) => pattern.test(line))!;
  };
  const port = (await seen(/^port/)).slice(5);
  return { child, exited, lines, seen, url: `http://127.0.0.1:${port}` };
}

describe('shutDownOnSignal', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s answers what is under way, then closes in order',
    async (signal) => {
      const { child, exited, lines, seen, url } = await start(10_000);
      const answer = fetch(`${url}/slow`).then((response) => response.text());
      await seen(/^asked/);
      child.kill(signal);
      await seen(/^Stopping/);
      await expect(fetch(`${url}/late`)).rejects.toThrow();
      expect(await answer).toBe('done');
      expect(await exited).toEqual([0, null]);
      expect(lines.slice(-4)).toEqual([`Stopping (${signal})`, 'pool closed', 'database stopped', 'Stopped']);
    },
  );

  test('a request that does not end holds it up no longer than its patience', async () => {
    const { child, exited, seen, url } = await start(300);
    const answer = fetch(`${url}/never`).then(
      () => 'answered',
      () => 'cut off',
    );
    await seen(/^asked/);
    child.kill('SIGTERM');
    expect(await answer).toBe('cut off');
    expect(await exited).toEqual([0, null]);
  });

  test('a second signal ends the waiting', async () => {
    const { child, exited, seen, url } = await start(60_000);
    const answer = fetch(`${url}/never`).then(
      () => 'answered',
      () => 'cut off',
    );
    await seen(/^asked/);
    child.kill('SIGINT');
    await seen(/^Stopping/);
    await sleep(1_100);
    child.kill('SIGINT');
    expect(await answer).toBe('cut off');
    expect(await exited).toEqual([0, null]);
  });

  test('the same Ctrl-C passed on twice waits for what is under way', async () => {
    const { child, exited, seen, url } = await start(10_000);
    const answer = fetch(`${url}/slow`).then((response) => response.text());
    await seen(/^asked/);
    child.kill('SIGINT');
    await seen(/^Stopping/);
    child.kill('SIGINT');
    child.kill('SIGTERM');
    expect(await answer).toBe('done');
    expect(await exited).toEqual([0, null]);
  });

  test('ends when the start script above it is gone', async () => {
    const { child, exited, seen } = await start(10_000);
    child.disconnect();
    await seen(/^Stopping \(the start script/);
    expect(await exited).toEqual([0, null]);
  });

  test('ends with status 1 when the database is lost', async () => {
    const { child, exited, seen } = await start(10_000);
    child.kill('SIGUSR2');
    await seen(/^Stopping \(database lost\)/);
    expect(await exited).toEqual([1, null]);
  });
});
