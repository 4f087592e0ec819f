import { Client } from 'pg';
import { inject } from 'vitest';
import { importInstitution } from '#app/exchange/institution-import.server.ts';
import { openDb } from '#app/kernel/db.server.ts';
import { freshDatabase } from './fresh-database.ts';
import { demoFile } from './institution.ts';

/**
 * The template that holds these demo institutions and no more. Who asks first makes it, for the whole run: a clone
 * takes a tenth of the time of an import. Clones share the ids of what was imported.
 */
export async function demoTemplate(...demos: string[]): Promise<string> {
  const { owner, template } = inject('testServer');
  const name = [template, ...demos].join('_');
  if (demos.length === 0) return name;
  const client = new Client(owner);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    // by its name only when it is whole: a failed import leaves nothing that another would clone
    if (rowCount === 0) await client.query(`alter database ${await filled(demos)} rename to ${name}`);
    return name;
  } finally {
    await client.end(); // releases the lock
  }
}

async function filled(demos: string[]): Promise<string> {
  const { name, app, close } = await freshDatabase({ from: await demoTemplate(...demos.slice(0, -1)) });
  const db = openDb(app);
  try {
    await importInstitution(db, await demoFile(demos.at(-1)!), { allowDemo: true });
    await db.destroy();
    return name;
  } catch (error) {
    await db.destroy();
    await close();
    throw error;
  }
}
