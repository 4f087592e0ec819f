import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#server/embedded-postgres.ts';
import { migrate } from '#server/migrate.ts';
import { databaseNamed, type TestServer } from './fresh-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * One PostgreSQL per run: the embedded one on a directory that is thrown away, or the server that
 * TEST_DATABASE_URL names (as a superuser). Test files clone the migrated template that is made here.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL;
  const server = url ? { owner: { connectionString: url }, stop: async () => {} } : await throwAwayServer();
  const template = `akkoord_template_${randomBytes(6).toString('hex')}`;
  const drop = () => run(server.owner, `drop database if exists ${template} with (force)`);
  const testServer: TestServer = { owner: server.owner, template };
  try {
    await run(server.owner, `create database ${template} template template0`);
    await migrate(databaseNamed(testServer, template).owner);
  } catch (error) {
    await drop();
    await server.stop();
    throw error;
  }
  project.provide('testServer', testServer);
  return async () => {
    await drop();
    await server.stop();
  };
}

async function throwAwayServer(): Promise<{ owner: ClientConfig; stop(): Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'akkoord-test-'));
  chmodSync(home, 0o755); // as root, PostgreSQL's user must be able to enter it
  const remove = () => rmSync(home, { recursive: true, force: true });
  try {
    const server = await startEmbedded({
      dataDir: join(home, 'data'),
      log: () => {},
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
    });
    return { owner: server.owner, stop: () => server.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

async function run(config: ClientConfig, statement: string): Promise<void> {
  const client = new Client(config);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
