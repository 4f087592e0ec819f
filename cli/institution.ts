import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { exportInstitution } from '#app/exchange/institution-export.server.ts';
import { importInstitution } from '#app/exchange/institution-import.server.ts';
import { printFile } from '#app/exchange/print-file.ts';
import { listSignInInstitutions } from '#app/identity/identity.server.ts';
import type { Locale } from '#app/kernel/actor.ts';
import { type Config, readConfig } from '#app/kernel/config.ts';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import { InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import { loadCatalogue } from '#app/messages/catalogue.ts';
import { formatMessage } from '#app/messages/format.ts';
import { openDatabaseBeside } from '#server/database.ts';
import type { Command, Output } from './akkoord.ts';

const usage = {
  import: 'akkoord import institution FILE [--json]',
  export: 'akkoord export institution CODE [--out FILE]',
};

/** What is wrong with what was given, as `--json` prints it. */
type Told = { path: string; code: string; message: string };

/**
 * `akkoord import institution FILE [--json]`: loads a new institution, also while the server runs.
 * Exit 0 when loaded, 1 when refused (every reason is printed, nothing was loaded), 2 when the file cannot
 * be read or the command is not understood.
 */
export const importCommand: Command = async (args, out) => {
  const given = parse(args, usage.import, out);
  if (!given) return 2;
  let text: string;
  try {
    text = await readFile(given.name, 'utf8');
  } catch (error) {
    out.stderr.write(`akkoord import: ${(error as Error).message}\n`);
    return 2;
  }
  const data = asJson(text);
  if ('problem' in data) {
    await tell([{ path: '', code: 'file.not-json', params: { message: data.problem } }], given.json, out);
    return 2;
  }
  return withDatabase(out, async (db, { demo }) => {
    try {
      const { code, accounts } = await importInstitution(db, data.value, { allowDemo: demo });
      const loaded = { code, accounts: accounts.length };
      out.stdout.write(given.json ? `${JSON.stringify(loaded)}\n` : `${code}: ${accounts.length} accounts\n`);
      return 0;
    } catch (error) {
      if (error instanceof InvalidInput) await tell(error.errors, given.json, out);
      else if (error instanceof Rejection) {
        await tell([{ path: 'institution.code', code: error.code, params: error.params }], given.json, out);
      } else throw error;
      return 1;
    }
  });
};

/**
 * `akkoord export institution CODE [--out FILE]`: writes the institution's file, to the output when no file
 * is named. Exit 0, or 2 when there is no such institution.
 */
export const exportCommand: Command = async (args, out) => {
  const given = parse(args, usage.export, out);
  if (!given) return 2;
  return withDatabase(out, async (db) => {
    const found = (await listSignInInstitutions(db)).find((one) => one.code === given.name);
    if (!found) {
      out.stderr.write(`akkoord export: no institution ${given.name}\n`);
      return 2;
    }
    const file = await inInstitution(db, found.institutionId, (tx) =>
      exportInstitution(tx, found.institutionId),
    );
    if (given.out) await writeFile(given.out, printFile(file));
    else out.stdout.write(printFile(file));
    return 0;
  });
};

function parse(
  args: string[],
  how: string,
  out: Output,
): { name: string; json: boolean; out?: string } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, out: { type: 'string' } },
    });
    const [what, name] = positionals;
    if (what === 'institution' && name && positionals.length === 2) return { ...values, name };
  } catch {
    // an option that does not exist: the usage tells which do
  }
  out.stderr.write(`${how}\n`);
  return null;
}

function asJson(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

async function tell(errors: InvalidInput['errors'], json: boolean, out: Output): Promise<void> {
  const locale: Locale = process.env.LANG?.startsWith('nl') ? 'nl' : 'en';
  const catalogue = await loadCatalogue(locale);
  const told: Told[] = errors.map(({ path, code, params }) => ({
    path,
    code,
    message: formatMessage(catalogue, locale, `rejection.${code}`, params),
  }));
  if (json) out.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
  else
    for (const { path, message } of told) out.stderr.write(path ? `${path}: ${message}\n` : `${message}\n`);
}

async function withDatabase(out: Output, work: (db: Db, config: Config) => Promise<number>): Promise<number> {
  const config = readConfig(process.env);
  const database = await openDatabaseBeside(config, (line) => out.stderr.write(`${line}\n`));
  const db = openDb(database.app);
  try {
    return await work(db, config);
  } finally {
    await db.destroy();
    await database.stop();
  }
}
