import { randomBytes } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';
import { inject } from 'vitest';
import { external } from '#server/database.ts';
import { appRole } from '#server/embedded-postgres.ts';

/** What the global set-up hands to test files. */
export type TestServer = { owner: ClientConfig; template: string };

export type FreshDatabase = {
  name: string;
  /** owns the tables; beyond row-level security */
  owner: ClientConfig;
  /** what the application connects as */
  app: ClientConfig;
  /** drops the database, whoever is still connected */
  close(): Promise<void>;
};

/**
 * A database of one's own with the newest schema and no rows, cloned from the template.
 * @param options `from`: another template, `template0` for the tests of migration itself
 */
export async function freshDatabase(options: { from?: string } = {}): Promise<FreshDatabase> {
  const server = inject('testServer');
  const name = `akkoord_test_${randomBytes(8).toString('hex')}`;
  await asOwner(
    server,
    `create database ${name} template ${options.from ?? server.template} strategy file_copy`,
  );
  return {
    name,
    ...databaseNamed(server, name),
    close: () => asOwner(server, `drop database ${name} with (force)`),
  };
}

/** The same two ways in as in production: by peer on the embedded server, by startup option elsewhere. */
export function databaseNamed(
  { owner }: TestServer,
  name: string,
): { owner: ClientConfig; app: ClientConfig } {
  if (!owner.connectionString) {
    return { owner: { ...owner, database: name }, app: { ...owner, database: name, user: appRole } };
  }
  const url = new URL(owner.connectionString);
  url.pathname = `/${name}`;
  const { owner: asOwner, app } = external(url.href);
  return { owner: asOwner, app };
}

async function asOwner(server: TestServer, statement: string): Promise<void> {
  const client = new Client(server.owner);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
