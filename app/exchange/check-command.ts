/** `akkoord check FILE [--json] [--lang nl|en]`: recomputes a published table and says what does not tie. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { InvalidInput, type Params } from '#app/kernel/rejection.ts';
import type { Finding } from '#app/ledger/check.ts';
import { readLimits, readSheets, refused } from '#app/ledger/table-read.ts';
import { en } from './check.en.ts';
import { nl } from './check.nl.ts';
import { checkSheets, type TableReport } from './table-check.ts';

export type Output = { stdout: { write(text: string): unknown }; stderr: { write(text: string): unknown } };
type Language = 'nl' | 'en';
type Key = keyof typeof nl;

/**
 * Runs the check.
 * @returns the exit status: 0 without errors (roundings and notes allowed), 1 with errors, 2 when the file
 *   cannot be read as a table or has nothing to recompute; then stderr says why, in words
 */
export async function runCheck(args: string[], out: Output): Promise<number> {
  const options = optionsOf(args);
  const say = speaker(options.language);
  const stop = (key: Key, params: Params = {}) => {
    out.stderr.write(`${say(key, params)}\n`);
    return 2;
  };
  if (options.file === null) return stop('check.usage');
  const file = basename(options.file);
  let report: TableReport;
  try {
    report = checkSheets(await readSheets(await bytesOf(options.file), file));
  } catch (error) {
    if (!(error instanceof InvalidInput)) {
      if (error instanceof Error && 'code' in error)
        return stop('check.missing-file', { file: options.file });
      throw error;
    }
    for (const { code, params } of error.errors) stop(`rejection.${code}` as Key, params);
    return 2;
  }
  if (report.tables === 0) return stop('check.no-table', { file });
  if (report.checked === 0) return stop('check.no-total', { file });
  if (options.json) out.stdout.write(`${JSON.stringify(report.findings, null, 2)}\n`);
  else out.stdout.write(inWords(report, file, say, options.language));
  return report.findings.some((finding) => finding.class === 'error') ? 1 : 0;
}

type Options = { file: string | null; json: boolean; language: Language };

function optionsOf(args: string[]): Options {
  const fallback: Language = /^en/i.test(process.env.LC_ALL || process.env.LANG || '') ? 'en' : 'nl';
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    const language = values.lang === 'nl' || values.lang === 'en' ? values.lang : fallback;
    const usable = positionals.length === 1 && !values.help && (values.lang ?? language) === language;
    return { file: usable ? positionals[0]! : null, json: values.json === true, language };
  } catch {
    return { file: null, json: false, language: fallback };
  }
}

/** The size is looked at first: a file over the limit is not loaded at all. */
async function bytesOf(file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size > readLimits.fileBytes) {
    throw refused(basename(file), 'table.too-large', {
      megabytes: Math.floor(readLimits.fileBytes / 1024 ** 2),
    });
  }
  return readFile(file);
}

type Say = (key: Key, params?: Params) => string;

function speaker(language: Language): Say {
  const texts: Record<Key, string> = language === 'nl' ? nl : en;
  return (key, params = {}) =>
    texts[key].replace(/\{([\w-]+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

function inWords(report: TableReport, file: string, say: Say, language: Language): string {
  const count = (kind: Finding['class']) =>
    report.findings.filter((finding) => finding.class === kind).length;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 8 });
  const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 8, signDisplay: 'always' });
  const lines = report.findings.map((finding) => {
    const { stated, computed, difference, where } = finding;
    const figures = {
      stated: stated === null ? '' : number.format(stated),
      computed: computed === null ? '' : number.format(computed),
      difference: difference === null ? '' : signed.format(difference),
    };
    const what = say(`check.code.${finding.code}` as Key, figures);
    const text = finding.class === 'note' ? what : say('check.miss', { what, ...figures });
    const place = say('check.where', { ...where, label: where.label || say('check.unnamed') });
    return `${say(`check.class.${finding.class}`)}  ${place}\n    ${text}`;
  });
  const summary = say('check.summary', {
    file,
    figures: report.figures,
    errors: count('error'),
    roundings: count('rounding'),
    notes: count('note'),
  });
  return `${[...lines, summary].join('\n')}\n`;
}
