import { tokenCommand } from '#app/identity/token-command.ts';
import { systemClock } from '#app/kernel/clock.ts';
import { readConfig } from '#app/kernel/config.ts';
import { type Db, openDb } from '#app/kernel/db.server.ts';
import { type Database, openDatabaseBeside } from '#server/database.ts';
import { migrate } from '#server/migrate.ts';
import type { Output } from './akkoord.ts';

/** `akkoord token`: beside the running server on its database, or on the database alone. */
export async function runToken(args: string[], out: Output): Promise<number> {
  let database: Database | null = null;
  let db: Db | null = null;
  const open = async (): Promise<Db> => {
    database = await openDatabaseBeside(readConfig(process.env), (line) => out.stderr.write(`${line}\n`));
    await migrate(database.owner);
    db = openDb({ ...database.app, max: 1 });
    return db;
  };
  try {
    return await tokenCommand(args, out, { open, clock: systemClock });
  } finally {
    await (db as Db | null)?.destroy();
    await (database as Database | null)?.stop();
  }
}
