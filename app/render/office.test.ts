import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyBlock } from './fixtures/every-block.ts';
import { hostileReport } from './fixtures/hostile.ts';
import { leidenReport } from './fixtures/leiden.ts';
import { en } from './render.en.ts';
import { nl } from './render.nl.ts';
import { FORMATS, renderReport } from './render-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'akkoord-office-'));
afterAll(() => rmSync(folder, { recursive: true }));

function has(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const office = has('soffice') && has('pdftotext');

const reports = { leiden: leidenReport, hostile: hostileReport, every: everyBlock };

/** Opens every report in LibreOffice at once: without a window it repairs nothing and fails instead. */
beforeAll(async () => {
  if (!office) return;
  const files: string[] = [];
  for (const [name, report] of Object.entries(reports)) {
    for (const format of ['docx', 'odt', 'xlsx', 'ods'] as const) {
      const file = join(folder, `${name}-${format}.${format}`);
      writeFileSync(file, (await renderReport(report, format, report.language === 'nl' ? nl : en)).bytes);
      files.push(file);
    }
  }
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const options = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files];
  execFileSync('soffice', options, { stdio: 'ignore', timeout: 170_000 });
}, 180_000);

const opened = (report: keyof typeof reports, format: string): string =>
  execFileSync('pdftotext', ['-layout', join(folder, `${report}-${format}.pdf`), '-']).toString();

describe('office documents', () => {
  test.skipIf(!office).each(['docx', 'odt'])(
    '%s opens in LibreOffice with every figure, head and note',
    (format) => {
      const text = opened('leiden', format);
      expect(text).toMatch(/Kwaliteitsafspraken 2019–2024/);
      expect(text).toMatch(/Reeds vastgesteld\s+Aanvullend bestedingsplan/);
      expect(text).toMatch(/Totaal lasten\s+7\.056\s*a\s+6\.696\s+7\.711\s+7\.993\s*a\s+13\.744\s+16\.790/);
      expect(text).toMatch(/−75\s+−280\s+18\s+−116\s+−411\s+−159\s*b/);
      expect(text).toContain('De afgeronde delen tellen op tot −160 en −85');
      expect(text).toContain('Pagina 1 van 1');
    },
  );

  test.skipIf(!office).each(['docx', 'odt', 'xlsx', 'ods'])(
    '%s prints text that looks like markup as text',
    (format) => {
      expect(opened('hostile', format).replace(/\s+/g, '')).toContain('=1+1');
    },
  );

  test.skipIf(!office).each(['docx', 'odt'])('%s carries every block', (format) => {
    const text = opened('every', format);
    for (const part of [
      'Approach',
      'small groups',
      'recruit in May',
      '1,184,567',
      'n/k',
      'Granted and spent',
    ]) {
      expect(text, part).toContain(part);
    }
    expect(text).toMatch(/Figures.*\n/);
    expect(text).toContain('Fictional institution');
    expect(text).toMatch(/Page 1 of \d/);
  });
});

describe('every format', () => {
  test.each(FORMATS)('%s: media type, file name and contents', async (format) => {
    const { bytes, mediaType, fileName } = await renderReport(leidenReport, format, nl);
    expect(mediaType).toMatch(/^(text|application)\/[a-z0-9.+-]+(; charset=utf-8)?$/);
    const extension = format === 'csvw' ? 'csv-metadata.json' : format;
    expect(fileName).toBe(`kwaliteitsafspraken-2019-2024-2021-07-01.${extension}`);
    expect(bytes.length).toBeGreaterThan(500);
  });

  test('a hostile title gives a harmless file name', async () => {
    const report = { ...leidenReport, title: '../../etc/passwd "\r\nX: y', asOf: undefined };
    expect((await renderReport(report, 'json', nl)).fileName).toBe('etc-passwd-x-y.json');
    expect((await renderReport({ ...report, title: '…' }, 'json', nl)).fileName).toBe('report.json');
  });

  test('several tables as CSV come as a ZIP with the metadata of each', async () => {
    const report = { ...leidenReport, blocks: [...leidenReport.blocks, ...leidenReport.blocks] };
    const { bytes, mediaType, fileName } = await renderReport(report, 'csv', nl);
    expect(mediaType).toBe('application/zip');
    expect(fileName).toMatch(/-csv\.zip$/);
    const names = Buffer.from(bytes).toString('latin1');
    expect(names).toContain('02-bestedingen-per-thema.csv-metadata.json');
  });

  test('JSON carries the exact quantities', async () => {
    const { bytes } = await renderReport(leidenReport, 'json', nl);
    const tree = JSON.parse(new TextDecoder().decode(bytes));
    expect(tree).toMatchObject({ format: 'akkoord-report', version: 1, asOf: '2021-07-01' });
    expect(tree.blocks[0].table.rows[7].cells[6]).toEqual({ kind: 'money', cents: 1_733_900_000 });
  });

  test('ODT is a package that begins with its type, stored, and lists its parts', async () => {
    const { bytes } = await renderReport(everyBlock, 'odt', en);
    // ODF 1.3 part 2, 3.3: `mimetype` first, stored, without extra field, so that the type stands at byte 38.
    const head = Buffer.from(bytes).subarray(0, 77).toString('latin1');
    expect(head.slice(30)).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
    writeFileSync(join(folder, 'a.odt'), bytes);
    expect(readFileSync(join(folder, 'a.odt')).readUInt16LE(28)).toBe(0);
  });
});
