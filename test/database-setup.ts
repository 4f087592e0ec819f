import { randomBytes } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#server/embedded-postgres.ts';
import { migrate } from '#server/migrate.ts';
import { scratch } from '../scripts/scratch.mjs';
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
  const drop = () => dropAll(server.owner, template);
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
  const home = scratch('akkoord-test-');
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

/** The template and those with demo institutions (`demoTemplate`), which begin with its name. */
async function dropAll(config: ClientConfig, template: string): Promise<void> {
  const client = new Client(config);
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [template],
    );
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  } finally {
    await client.end();
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
