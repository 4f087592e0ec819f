import type { Server } from 'node:net';
import { Pool } from 'pg';
import pino, { type Logger } from 'pino';
import { type Config, readConfig, WrongSetting } from '#app/kernel/config.ts';
import { type Db, openDb } from '#app/kernel/db.server.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { StartRefused } from './refusal.ts';

export const say = (line: string) => process.stdout.write(`${line}\n`);

export type Prepared = { config: Config; database: Database; db: Db; log: Logger };

/**
 * All that comes before the first request: configuration, database, migrations, demo institutions.
 * @throws WrongSetting, StartRefused: one line for the operator
 */
export async function prepare(): Promise<Prepared> {
  const config = readConfig(process.env);
  const database = await openDatabase(config, say);
  const applied = await migrate(database.owner);
  if (applied.length > 0) say(`Database brought up to date: ${applied.join(', ')}`);
  const db = openDb(database.app);
  await refuseOwner(database.app);
  if (config.demo) {
    const { loadDemo } = await import('#app/exchange/demo.server.ts');
    await loadDemo(db, say);
  }
  const log = pino({
    level: config.production ? 'info' : 'warn',
    redact: ['req.headers.authorization', 'req.headers.cookie'],
  });
  return { config, database, db, log };
}

/** The application's role must own nothing and obey row-level security, whatever the database's owner set up. */
async function refuseOwner(app: Database['app']): Promise<void> {
  const pool = new Pool(app);
  const { rows } = await pool.query<{ unsafe: boolean }>(`
    select r.rolsuper or r.rolbypassrls or exists(
             select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as unsafe
      from pg_roles r where r.rolname = current_user`);
  await pool.end();
  if (rows[0]?.unsafe !== false) {
    throw new StartRefused(
      'The application would run as a role that owns tables or passes row-level security: refused.',
    );
  }
}

/** Says where Akkoord is once it listens; an address that is taken stops the start in one line. */
export function announceWhenListening(server: Server, { config, database }: Prepared): void {
  server.once('listening', () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : config.port;
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    say(`\nAkkoord is ready:  http://${host}:${port}`);
    if (config.demo)
      say('Demo sign-ins: choose a role on the sign-in page, or use its name with password akkoord-demo.');
    say('Stop with Ctrl-C.\n');
  });
  server.once('error', (error: NodeJS.ErrnoException) => {
    const why = error.code === 'EADDRINUSE' ? 'another program listens there' : error.message;
    void database
      .stop()
      .finally(() =>
        endWith(new StartRefused(`PORT, HOST: cannot listen on ${config.host} port ${config.port}: ${why}.`)),
      );
  });
}

/** Ends a start that failed: with one line when the operator can mend it, with a stack when it is a defect. */
export function endWith(error: unknown): never {
  const known = error instanceof WrongSetting || error instanceof StartRefused;
  process.stderr.write(`${known ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}
