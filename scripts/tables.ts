import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../server/embedded-postgres.ts';
import { migrate } from '../server/migrate.ts';

/**
 * `npm run tables`: writes db/tables.gen.ts from the migrations, on a database made for it; with `--verify`
 * it only fails when the committed file is not what the migrations give.
 */
const dataDir = await mkdtemp(join(tmpdir(), 'akkoord-tables-'));
const database = await startEmbedded({ dataDir, log: () => undefined });
let status = 1;
try {
  await migrate(database.owner);
  const { user, database: name, host, port = 5432 } = database.owner;
  const url = `postgres://${user}@localhost:${port}/${name}?host=${encodeURIComponent(String(host))}`;
  const verify = process.argv.includes('--verify') ? ['--verify'] : [];
  const command = [
    'node_modules/kysely-codegen/dist/cli/bin.js',
    '--config-file',
    '.kysely-codegenrc.json',
    ...verify,
  ];
  status =
    spawnSync(process.execPath, command, { stdio: 'inherit', env: { ...process.env, DATABASE_URL: url } })
      .status ?? 1;
} finally {
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(status);
