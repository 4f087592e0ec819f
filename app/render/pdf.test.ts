import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { everyBlock, everyCell } from './fixtures/every-block.ts';
import { hostileReport, hostileTexts } from './fixtures/hostile.ts';
import { leidenReport } from './fixtures/leiden.ts';
import { toPdf } from './pdf.ts';
import { en } from './render.en.ts';
import { nl } from './render.nl.ts';
import type { Block, Report } from './report.ts';

const folder = mkdtempSync(join(tmpdir(), 'akkoord-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));

const has = (program: string) => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const poppler = has('pdfinfo') && has('pdftotext');

/** What poppler says of a PDF; its complaints about colours of borders concern poppler's own reading. */
function ask(bytes: Uint8Array, program: string, ...options: string[]): string {
  const file = join(folder, 'asked.pdf');
  writeFileSync(file, bytes);
  const last = program === 'pdftotext' ? ['-'] : [];
  return execFileSync(program, [...options, file, ...last], {
    stdio: ['ignore', 'pipe', 'ignore'],
  }).toString();
}

describe('PDF', () => {
  test('carries the marks of PDF/UA-1, its title and its language', async () => {
    const bytes = await toPdf(leidenReport, nl);
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toContain('/Lang (nl)');
    expect(text).toContain('<dc:creator><rdf:Seq><rdf:li>Universiteit Leiden');
    expect(text).toMatch(/\/DisplayDocTitle true/);
  });

  test('the same report gives the same bytes', async () => {
    const [one, two] = await Promise.all([toPdf(everyBlock, en), toPdf(everyBlock, en)]);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });

  test.skipIf(!poppler)('tags tables with heads, headings, lists, links and figures', async () => {
    const leiden = await toPdf(leidenReport, nl);
    expect(ask(leiden, 'pdfinfo')).toMatch(/Title:\s+Kwaliteitsafspraken 2019–2024[\s\S]*Tagged:\s+yes/);
    const tables = ask(leiden, 'pdfinfo', '-struct-text');
    expect(tables).toContain('THead');
    expect(tables).toMatch(
      /TH <[^>]+>:?\s+\/Scope \/Column[\s\S]{0,120}\/ColSpan 5[\s\S]{0,120}"Reeds vastgesteld"/,
    );
    expect(tables.match(/\bTR\b/g)).toHaveLength(3 + 11);
    const all = ask(await toPdf(everyBlock, en), 'pdfinfo', '-struct-text');
    for (const tag of ['H1', 'H2', 'TOC', 'Table', 'Caption', 'Figure', 'LI', 'Link']) {
      expect(all, tag).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
    }
  });

  test.skipIf(!poppler)('prints every figure of Leiden’s table and the notes that it owes', async () => {
    const text = ask(await toPdf(leidenReport, nl), 'pdftotext', '-layout');
    expect(text).toMatch(
      /Totaal lasten\s+7\.056\s*a\s+6\.696\s+7\.711\s+7\.993\s*a\s+13\.744\s+16\.790\s+17\.339\s*a\s+17\.443\s*a/,
    );
    expect(text).toMatch(/−75\s+−280\s+18\s+−116\s+−411\s+−159\s*b\s+−91\s+−84\s*b/);
    expect(text).toContain('De afgeronde delen tellen op tot 7.057, 7.994, 17.338 en 17.442');
    expect(text).toMatch(/Pagina 1 van 1/);
  });

  test.skipIf(!poppler)('text that looks like Typst prints as text', async () => {
    const text = ask(await toPdf(hostileReport, nl), 'pdftotext', '-raw').replace(/\s+/g, '');
    expect(text).toContain(hostileTexts[2]!.replace(/\s+/g, ''));
    expect(text).toContain('<script>alert(1)</script>');
    expect(text).toContain('=HYPERLINK(');
  });

  test('refuses a drawing without a description, saying so', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';
    const report: Report = { ...everyBlock, blocks: [{ kind: 'figure', svg, alt: '' }] };
    await expect(toPdf(report, en)).rejects.toThrow(/figure without alternative text/);
  });

  test.skipIf(!poppler)(
    'a report of a hundred pages, within five seconds on an idle machine',
    async () => {
      const rows = Array.from({ length: 30 }, (_, i) => ({ ...everyCell.rows[1]!, label: `Programme ${i}` }));
      const blocks: Block[] = Array.from({ length: 90 }, (_, i): Block[] => [
        { kind: 'heading', level: 1, text: `Faculty ${i}` },
        ...Array.from(
          { length: 5 },
          (): Block => ({
            kind: 'paragraph',
            inlines: [{ text: 'What was promised was largely done and the rest is explained. '.repeat(8) }],
          }),
        ),
        { kind: 'table', table: { ...everyCell, rows } },
      ]).flat();
      const began = performance.now();
      const bytes = await toPdf({ ...everyBlock, blocks }, en);
      const seconds = (performance.now() - began) / 1000;
      expect(Number(/Pages:\s+(\d+)/.exec(ask(bytes, 'pdfinfo'))?.[1])).toBeGreaterThanOrEqual(90);
      // Other work shares the two cores of a test machine: the limit here catches a defect, not a delay.
      expect(seconds).toBeLessThan(45);
    },
    60_000,
  );
});
