import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nl } from './render.nl.ts';
import { renderReport } from './render-report.ts';
import { type Block, money, type Report } from './report.ts';

/** A report of some ten pages, as it is set: title page, contents, running heads, tables that stay with their heads. */

const folder = mkdtempSync(join(tmpdir(), 'akkoord-long-'));
afterAll(() => rmSync(folder, { recursive: true }));

const has = (program: string) => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const poppler = has('pdftotext');
const office = poppler && has('soffice');

const words: Block = {
  kind: 'paragraph',
  inlines: [{ text: 'De groepen zijn kleiner geworden. '.repeat(20) }],
};
const wide: Block = {
  kind: 'table',
  table: {
    caption: 'Bestedingen',
    columns: Array.from({ length: 14 }, (_, i) => ({
      key: `c${i}`,
      label: `jaar ${i}`,
      groups: [`groep ${i}`],
    })),
    rows: Array.from({ length: 10 }, (_, r) => ({
      kind: 'line' as const,
      label: `Regel ${r}`,
      cells: Array.from({ length: 14 }, () => money(123_456_700)),
    })),
    format: { money: 'eur' },
  },
};
const chapters = Array.from({ length: 12 }, (_, i): Block[] => [
  { kind: 'heading', level: 1, text: `Hoofdstuk ${i + 1}` },
  words,
  words,
  words,
]);
const long: Report = {
  title: 'Een lang verslag',
  subtitle: 'Jaarverslag',
  language: 'nl',
  institution: 'Universiteit Voorbeeld',
  asOf: '2026-03-01',
  contents: true,
  blocks: [...chapters.flat(), { kind: 'heading', level: 1, text: 'Het geld' }, wide, words],
};

/** Text page by page, through LibreOffice for what is no PDF. */
async function pagesOf(report: Report, format: 'pdf' | 'docx' | 'odt'): Promise<string[]> {
  const file = join(folder, `long.${format}`);
  writeFileSync(file, (await renderReport(report, format, nl)).bytes);
  if (format !== 'pdf') {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const options = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file];
    execFileSync('soffice', options, { stdio: 'ignore', timeout: 110_000 });
  }
  const text = execFileSync('pdftotext', ['-layout', join(folder, 'long.pdf'), '-']).toString();
  return text.split('\f');
}

function expectSet(pages: string[], running: boolean): void {
  expect(pages[0]).toContain('Een lang verslag');
  expect(pages[0]).not.toMatch(/Hoofdstuk|Pagina/);
  expect(pages[1]).toMatch(/Inhoud[\s\S]*Hoofdstuk 1[ .\u2060]+3\n[\s\S]*Hoofdstuk 12[ .\u2060]+\d+\n/);
  expect(pages[2]).toContain('Hoofdstuk 1');
  // the words above a table that needs turned paper go with it
  const money = pages.find((page) => page.includes('Bestedingen'))!;
  expect(money).toContain('Het geld');
  const place = pages.indexOf(money);
  expect(pages[place - 1]).not.toMatch(/^\s*Het geld\s*$/m);
  // a chapter that goes on says so at the head of its next page
  const second = pages.find((page) => /Pagina 4 van/.test(page))!;
  if (running) expect(second.split('\n').slice(0, 3).join(' ')).toMatch(/Hoofdstuk \d/);
  const pagesText = pages.join('\n');
  expect(pagesText.match(/Pagina \d+ van \d+/g)!.length).toBeGreaterThan(5);
}

test.skipIf(!poppler)(
  'a long report as PDF: title page, contents, running heads, a head with its table',
  async () => {
    expectSet(await pagesOf(long, 'pdf'), true);
  },
  60_000,
);

// a program that does not know the field of a running head shows the title of the report there
test.skipIf(!office).each([
  ['docx', false],
  ['odt', true],
] as const)(
  'the same as %s',
  async (format, running) => {
    expectSet(await pagesOf(long, format), running);
  },
  120_000,
);

test.skipIf(!poppler)(
  'a short report keeps its title above its text',
  async () => {
    const [first] = await pagesOf({ ...long, blocks: long.blocks.slice(0, 8) }, 'pdf');
    expect(first).toMatch(/Een lang verslag[\s\S]*Inhoud[\s\S]*De groepen zijn kleiner/);
  },
  60_000,
);
