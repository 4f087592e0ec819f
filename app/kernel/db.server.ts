import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from '../../db/tables.gen.ts';
import { exact } from './money.ts';
import { preparingPool } from './prepared.server.ts';

export type { DB };
export type Db = Kysely<DB>;
/** A transaction of one institution. Use cases take it; only edges open it, with `inInstitution`. */
export type Tx = Transaction<DB>;

// int8 as an exact number that refuses what it cannot hold; dates and ranges stay text.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, (text) => exact(Number(text)));
types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/**
 * Opens a pool as the application's role.
 * @param config where the database is, and as whom
 * @param onQuery called once for each SQL statement sent (tests count them)
 */
export function openDb(config: pg.PoolConfig, onQuery?: (statement: string) => void): Db {
  const pool = new pg.Pool({ max: 10, pipeline: true, ...config, types });
  // An idle connection that the server drops must not end the process; the next query gets a new one.
  pool.on('error', () => undefined);
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: preparingPool(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: onQuery ? (event) => onQuery(event.query.sql) : [],
  });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Runs work in one transaction that sees one institution only (law 8). The id is checked and then written
 * into SET LOCAL, which also reaches the workers of a distributed database, as set_config() does not.
 */
export async function inInstitution<T>(
  db: Db,
  institutionId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (!uuid.test(institutionId)) throw new TypeError('not an institution id');
  return db.transaction().execute(async (tx) => {
    await sql.raw(`set local app.institution_id = '${institutionId}'`).execute(tx);
    return work(tx);
  });
}

/**
 * Runs reads for nobody in particular: the transaction names no institution, so that every table is empty to it but
 * what was published (migration 0042), and it can write nothing.
 */
export async function asPublic<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql.raw(`set local app.reader = 'public'; set transaction read only`).execute(tx);
    return work(tx);
  });
}

/** The lower bound of a Postgres range as text, or null when it is open. */
export function lower(range: string): string | null {
  return range.match(/^[[(]"?([^",]*)"?,/)?.[1] || null;
}
