import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { listSignInInstitutions } from '#app/identity/identity.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { systemClock } from '#app/kernel/clock.ts';
import { readConfig } from '#app/kernel/config.ts';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { renderTextsOf } from '#app/messages/words.server.ts';
import { FORMATS, renderReport } from '#app/render/render-report.ts';
import { getTable } from '#app/report/table.server.ts';
import { tableReport } from '#app/report/table-report.ts';
import { openDatabaseBeside } from '#server/database.ts';
import type { Command, Output } from './akkoord.ts';

const usage =
  'akkoord report --institution CODE --scheme CODE --table CODE [--format pdf|docx|odt|xlsx|ods|csv|json|html] [--as-of DATE] [--language nl|en] [--out FILE]\n';

/** What the command line asks for. */
export type ReportAsked = {
  institution: string;
  scheme: string;
  table: string;
  format: string;
  language: string;
  asOf?: string;
  out?: string;
};

/**
 * `akkoord report`: a published table as a file, on standard output without `--out`. Exit 0 when written,
 * 2 when something asked for does not exist or an argument is wrong.
 */
export const report: Command = async (args, out) => {
  const asked = readArguments(args);
  if (typeof asked === 'string') {
    out.stderr.write(`akkoord report: ${asked}\n${usage}`);
    return 2;
  }
  const database = await openDatabaseBeside(readConfig(process.env), (line) => out.stderr.write(`${line}\n`));
  const db = openDb({ ...database.app, max: 1 });
  try {
    return await writeReport(db, asked, out);
  } finally {
    await db.destroy();
    await database.stop();
  }
};

function readArguments(args: string[]): ReportAsked | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        institution: { type: 'string' },
        scheme: { type: 'string' },
        table: { type: 'string' },
        format: { type: 'string', default: 'pdf' },
        language: { type: 'string', default: 'nl' },
        'as-of': { type: 'string' },
        out: { type: 'string' },
      },
    });
    const { institution, scheme, table, 'as-of': asOf, ...rest } = values;
    if (!institution || !scheme || !table) return 'institution, scheme and table are needed';
    if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf)) return `not a date: ${asOf}`;
    return { institution, scheme, table, ...(asOf && { asOf }), ...rest };
  } catch (error) {
    return (error as Error).message;
  }
}

/** Writes one table on an open database. Exit status as of `report`. */
export async function writeReport(db: Db, asked: ReportAsked, out: Output): Promise<number> {
  const fail = (message: string) => {
    out.stderr.write(`akkoord report: ${message}\n`);
    return 2;
  };
  const format = FORMATS.find((one) => one === asked.format);
  if (!format) return fail(`no format ${asked.format}; there are ${FORMATS.join(', ')}`);
  const found = (await listSignInInstitutions(db)).find((one) => one.code === asked.institution);
  if (!found) return fail(`no institution ${asked.institution}`);
  const { institutionId } = found;
  const locale = asked.language === 'en' ? 'en' : 'nl';
  const actor: Actor = {
    ...{ institutionId, accountId: null, kind: 'system', name: 'akkoord report', locale, mandates: [] },
  };
  try {
    const tree = await inInstitution(db, institutionId, async (tx) =>
      tableReport(
        await getTable(tx, actor, { ...asked, asOf: asked.asOf ?? null }, systemClock()),
        locale,
        format,
      ),
    );
    const file = await renderReport(tree, format, renderTextsOf(locale));
    if (asked.out) await writeFile(asked.out, file.bytes);
    else out.stdout.write(file.bytes as unknown as string);
    return 0;
  } catch (error) {
    if (error instanceof Missing)
      return fail(`no ${error.what} ${asked[error.what as 'table'] ?? ''}`.trim());
    throw error;
  }
}
