import { pathToFileURL } from 'node:url';
import { serve } from '@hono/node-server';
import { Pool } from 'pg';
import pino from 'pino';
import { systemClock } from '#app/kernel/clock.ts';
import { readConfig, WrongSetting } from '#app/kernel/config.ts';
import { openDb } from '#app/kernel/db.server.ts';
import type * as Built from './app.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { StartRefused } from './refusal.ts';
import { shutDownOnSignal } from './shutdown.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function start(): Promise<void> {
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
  const folder = new URL('../build/', import.meta.url);
  const built: typeof Built & { pages: () => Promise<never> } = await import(
    new URL('server/index.js', folder).href
  );
  const app = built.createApp({
    db,
    clock: systemClock,
    log,
    demo: config.demo,
    production: true,
    pages: built.pages,
    clientFolder: new URL('client', folder).pathname,
  });
  const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, (address) => {
    void announce(`http://${config.host}:${address.port}`, config.demo);
  });
  shutDownOnSignal({ server, closeDb: () => db.destroy(), database, say });
}

/** The application's role must own nothing and obey row-level security, whatever the database's owner set up. */
async function refuseOwner(app: ConstructorParameters<typeof Pool>[0]): Promise<void> {
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

async function announce(address: string, demo: boolean): Promise<void> {
  say(`\nAkkoord is ready:  ${address}`);
  if (demo)
    say('Demo sign-ins: choose a role on the sign-in page, or use its name with password akkoord-demo.');
  say('Stop with Ctrl-C.\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  start().catch((error: unknown) => {
    const known = error instanceof WrongSetting || error instanceof StartRefused;
    process.stderr.write(`${known ? error.message : (error as Error).stack}\n`);
    process.exit(1);
  });
}
