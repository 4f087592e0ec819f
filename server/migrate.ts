import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, type ClientConfig } from 'pg';
import { sha256 } from '#app/kernel/hash.ts';
import { appRole } from './embedded-postgres.ts';
import { StartRefused } from './refusal.ts';

const ownMigrations = fileURLToPath(new URL('../db/migrations', import.meta.url));

/** Any constant will do, as long as every Akkoord uses the same: "akko" in ASCII. */
const advisoryLock = 0x616b6b6f;

/**
 * Brings a database to the newest schema: `db/migrations/*.sql` in the order of their names, forward only,
 * each in its own transaction. Two processes may do this at once: the second waits, then finds it done.
 * @param owner the role that owns the tables
 * @returns the names of the files applied now
 * @throws StartRefused when an applied file was changed or is missing, or when one fails
 */
export async function migrate(owner: ClientConfig, directory: string = ownMigrations): Promise<string[]> {
  const files = readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(directory, name), 'utf8');
      return { name, sql, sha256: sha256(sql) };
    });
  const client = new Client(owner);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    await client.query(
      'create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from migration',
    );
    const applied = new Map(rows.map((row) => [row.name, row.sha256]));
    refuseChanged(files, applied);
    const open = files.filter((file) => !applied.has(file.name));
    for (const file of open) await apply(client, file);
    await letBecomeApp(client);
    return open.map((file) => file.name);
  } finally {
    await client.end(); // releases the lock
  }
}

type MigrationFile = { name: string; sql: string; sha256: string };

function refuseChanged(files: MigrationFile[], applied: Map<string, string>): void {
  const present = new Map(files.map((file) => [file.name, file]));
  const last = [...applied.keys()].sort().at(-1) ?? '';
  for (const [name, hash] of applied) {
    const file = present.get(name);
    if (!file) {
      throw new StartRefused(
        `The database has migration ${name}, which this version lacks: start a newer Akkoord.`,
      );
    }
    if (file.sha256 !== hash) {
      throw new StartRefused(
        `Migration ${name} was changed after this database applied it: put the old file back.`,
      );
    }
  }
  for (const { name } of files) {
    if (!applied.has(name) && name < last) {
      throw new StartRefused(
        `Migration ${name} comes before ${last}, which was applied already: give it a higher number.`,
      );
    }
  }
}

async function apply(client: Client, { name, sql, sha256: hash }: MigrationFile): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (name, sha256) values ($1, $2)', [name, hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const { message, position } = error as { message: string; position?: string };
    const line = position ? `, line ${sql.slice(0, Number(position)).split('\n').length}` : '';
    throw new StartRefused(`Migration ${name}${line} failed: ${message}`, { cause: error });
  }
}

/**
 * An account that is no superuser may only become the application's role when it was granted that; having
 * made the role does not include it (PostgreSQL 15: no membership; 16 and later: only the right to grant).
 */
async function letBecomeApp(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [appRole]);
  if (rowCount === 0) return;
  const become = async () => {
    await client.query(`set role ${appRole}`);
    await client.query('reset role');
  };
  try {
    await become().catch(async () => {
      await client.query(`grant ${appRole} to current_user`);
      await become();
    });
  } catch (error) {
    const { rows } = await client.query<{ name: string }>('select quote_ident(current_user) as name');
    throw new StartRefused(
      `DATABASE_URL: its account may not become ${appRole}; have a superuser run: GRANT ${appRole} TO ${rows[0]?.name}`,
      { cause: error },
    );
  }
}
