import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

/** A report that takes longer than this is a defect; the child is ended so that it cannot linger. */
const LIMIT_MS = 60_000;

/**
 * Runs one of our programs in a process of its own: text on its standard input, bytes from its standard output.
 * @param program as an import of the package, so that it is found from the bundled server as well
 * @throws Error with what the child said when it fails
 */
export function runChild(program: string, options: string[], input: string): Promise<Uint8Array> {
  const script = createRequire(import.meta.url).resolve(program);
  // No environment: the child needs no address of the database and no secret.
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...options], {
    env: {},
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  return new Promise((resolve, reject) => {
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(new Uint8Array(Buffer.concat(out)));
      else reject(new Error(`typesetting failed (${signal ?? code}): ${Buffer.concat(errors).toString()}`));
    });
    // A child that ends early closes its input; its exit status tells why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
