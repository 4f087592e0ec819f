/**
 * Times the files of a report of a hundred pages: `node bench/output.ts [chapters] [format]`. Chapters with text, quotes, notes, a table
 * and a chart each, written as the jobs of the server write them: each in a process of its own.
 */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromPlainText } from '#app/document/rich-text.ts';
import { Notes } from '#app/kernel/rich-note.ts';
import { renderTextsOf } from '#app/messages/words.server.ts';
import { FILE_FORMATS } from '#app/render/file-format.ts';
import { type Block, money, type Report } from '#app/render/report.ts';
import { writeFile } from '#app/render/write-file.ts';
import { barSvg } from '#app/report/bar-svg.ts';

const chapters = Number(process.argv[2] ?? 64);
const only = process.argv[3];
const sentence = 'Wat was beloofd, is grotendeels gedaan; van de rest staat hier waarom niet. ';
const years = [2022, 2023, 2024, 2025];
const notes = new Notes();

function chapter(n: number): Block[] {
  const rows = Array.from({ length: 14 }, (_, r) => ({
    kind: 'line' as const,
    label: `Maatregel ${n}.${r + 1}, begeleiding van studenten`,
    cells: years.flatMap((year) => [
      money(((n * 37 + r * 91 + year) % 900) * 100_000),
      money(((n * 41 + r * 83) % 900) * 100_000),
    ]),
  }));
  const bars = rows.slice(0, 6).map(({ label, cells }) => {
    const values = cells.slice(0, 2).map((cell) => (cell.kind === 'money' ? cell.cents : null));
    return { label, values, texts: values.map((cents) => String(Math.round((cents ?? 0) / 100_000))) };
  });
  const paragraphs = Array.from({ length: 4 }, () => sentence.repeat(7).trim()).join('\n\n');
  return [
    { kind: 'heading', level: 1, text: `Faculteit ${n}` },
    { kind: 'richText', document: notes.of(fromPlainText(`${paragraphs}[^Gemeten op 1 oktober.]`)) },
    {
      kind: 'quote',
      document: notes.of(fromPlainText(sentence.repeat(3))),
      source: [{ text: `Opleiding ${n}, jaarverslag, versie 1 (7f3a 91c0)` }],
    },
    { kind: 'heading', level: 2, text: 'Geld' },
    {
      kind: 'table',
      table: {
        caption: `Begroot en gerealiseerd, faculteit ${n}`,
        unitNote: 'in duizenden euro’s',
        columns: years.flatMap((year) =>
          ['B', 'R'].map((letter) => ({ key: `${letter}${year}`, label: letter, groups: [String(year)] })),
        ),
        rows: [
          ...rows,
          {
            kind: 'total',
            label: 'Totaal',
            cells: rows[0]!.cells.map((_, c) =>
              money(
                rows.reduce(
                  (sum, row) =>
                    sum + (row.cells[c]!.kind === 'money' ? (row.cells[c] as { cents: number }).cents : 0),
                  0,
                ),
              ),
            ),
          },
        ],
        format: { money: 'keur' },
      },
    },
    {
      kind: 'figure',
      svg: barSvg({ title: `Faculteit ${n}`, key: ['begroot', 'gerealiseerd'], bars }),
      alt: `Begroot en gerealiseerd van zes maatregelen van faculteit ${n}`,
      caption: `Faculteit ${n}`,
    },
    { kind: 'notes', title: 'Noten', notes: notes.take() },
  ];
}

const report: Report = {
  title: 'Voortgangsverslag van honderd pagina’s',
  language: 'nl',
  institution: 'Universiteit Voorbeeld',
  asOf: '2026-11-22',
  notice: 'Meting',
  contents: true,
  blocks: Array.from({ length: chapters }, (_, n) => chapter(n + 1)).flat(),
};

for (const format of FILE_FORMATS.filter((one) => !only || one === only)) {
  const began = performance.now();
  const bytes = await writeFile(report, format, renderTextsOf('nl'));
  const seconds = (performance.now() - began) / 1000;
  const file = join(tmpdir(), `akkoord-bench-${format}.${format === 'pdfa' ? 'pdf' : format}`);
  writeFileSync(file, bytes);
  const pages = format.startsWith('pdf')
    ? ` ${
        Buffer.from(bytes)
          .toString('latin1')
          .match(/\/Type\s*\/Page\b/g)?.length ?? '?'
      } pages`
    : '';
  console.log(`${format}: ${seconds.toFixed(2)} s, ${Math.round(bytes.length / 1024)} kB${pages}, ${file}`);
}
