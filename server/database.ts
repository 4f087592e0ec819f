import { Client, type ClientConfig } from 'pg';
import type { Config } from '#app/kernel/config.ts';
import { appRole, attachEmbedded, startEmbedded } from './embedded-postgres.ts';
import { StartRefused } from './refusal.ts';

export type Database = {
  /** for `pg`: owns the tables, runs migrations */
  owner: ClientConfig;
  /** for `pg`: the application's role, under row-level security; usable after the migrations */
  app: ClientConfig;
  /** resolves with a reason when an embedded database stopped without being asked to */
  lost: Promise<string>;
  stop(): Promise<void>;
};

const never = new Promise<string>(() => {});

/**
 * The database that the configuration asks for: DATABASE_URL, or else the embedded one, which is started.
 * @throws StartRefused in one line when it cannot be had
 */
export async function openDatabase(config: Config, log: (line: string) => void): Promise<Database> {
  if (config.databaseUrl === null) return startEmbedded({ dataDir: config.dataDir, log });
  const database = external(config.databaseUrl);
  await checkVersion(database.owner);
  return database;
}

/**
 * The same for a command beside the server: when one runs on the embedded database, its database is used
 * (and left running); when none does, it is started for as long as the command takes.
 */
export async function openDatabaseBeside(config: Config, log: (line: string) => void): Promise<Database> {
  const running = config.databaseUrl === null ? attachEmbedded(config.dataDir) : null;
  return running ? { ...running, lost: never, stop: async () => {} } : openDatabase(config, log);
}

/**
 * Configurations for a PostgreSQL of one's own: the application signs in with the same account and becomes
 * its own role at once, by a startup option.
 */
export function external(url: string): Database {
  const given = new URL(url).searchParams.get('options');
  const asApp = new URL(url);
  // An `options` in the address wins from one beside it, so ours is added to the address.
  asApp.searchParams.set('options', [given, `-c role=${appRole}`].filter(Boolean).join(' '));
  return {
    owner: { connectionString: url },
    app: { connectionString: asApp.href },
    lost: never,
    stop: async () => {},
  };
}

async function checkVersion(owner: ClientConfig): Promise<void> {
  const client = new Client({ ...owner, connectionTimeoutMillis: 10_000 });
  let version: number;
  try {
    await client.connect();
    const { rows } = await client.query<{ v: string }>("select current_setting('server_version_num') as v");
    version = Math.floor(Number(rows[0]?.v) / 10_000);
  } catch (error) {
    throw new StartRefused(`DATABASE_URL: the database does not answer: ${(error as Error).message}`);
  } finally {
    await client.end().catch(() => {});
  }
  if (version < 15)
    throw new StartRefused(`DATABASE_URL: PostgreSQL ${version} is too old; 15 or newer is needed.`);
}
