import { type FundingDocument, type FundingLine, fundingStages } from '#app/funding/funding.ts';
import type { Locale } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import { type Cell, empty, money, type Note, pm, type Row, type Table } from '#app/render/report.ts';

type Words = (key: string, params?: Record<string, string | number | null>) => string;
type Fund = { code: string; nameNl: string; nameEn: string };
type Language = { words: Words; locale: Locale };

/**
 * What the documents in force expect of units or grant to them, as tables of units by years: one for each fund and
 * stage of which a unit below the institution has anything. A reason that stands at an amount is a note. Pure.
 */
export function fundingUnitTables(
  documents: readonly FundingDocument[],
  { funds, ...language }: Language & { funds: readonly Fund[] },
): Table[] {
  return funds.flatMap((fund) =>
    fundingStages.flatMap((stage) => {
      const said = documents
        .filter((one) => one.kind.stage === stage && one.unit.inside)
        .flatMap((one) => {
          const version = one.versions.find((each) => each.inForce);
          const lines = version?.lines.filter((line) => line.fund === fund.code && !line.memo) ?? [];
          return lines.length > 0 ? [{ document: one, lines }] : [];
        });
      return said.length > 0 ? [tableOf(said, { fund, stage, ...language })] : [];
    }),
  );
}

type Said = { document: FundingDocument; lines: FundingLine[] };

function tableOf(
  said: readonly Said[],
  { fund, stage, words, locale }: Language & { fund: Fund; stage: string },
): Table {
  const years = [...new Set(said.flatMap(({ lines }) => lines.map((line) => line.year)))].toSorted();
  const reasons = [...new Set(said.flatMap(({ lines }) => lines.flatMap((line) => line.note || [])))];
  const marksOf = ({ note }: FundingLine) =>
    note ? { marks: [String.fromCharCode(97 + reasons.indexOf(note))] } : {};
  const cellOf = (lines: readonly FundingLine[]): Cell => {
    const [first, ...more] = lines;
    if (!first) return empty;
    const marks = marksOf(first);
    const sum = lines.reduce((all, line) => all + (line.cents ?? 0), 0);
    if (lines.every((line) => line.cents === null)) return { ...pm, ...marks };
    const open = [first, ...more].some((line) => line.cents === null);
    const star = [first, ...more].some((line) => line.provisional);
    return money(sum, {
      ...marks,
      signs: [...(star ? (['provisional'] as const) : []), ...(open ? (['pm'] as const) : [])],
    });
  };
  const units = Map.groupBy(said, ({ document }) => document.unit.code);
  const rows = [...units.values()].map((group): Row => {
    const lines = group.flatMap((one) => one.lines);
    return {
      kind: 'line',
      label: nameOf(group[0]!.document.unit, locale),
      cells: [
        ...years.map((year) => cellOf(lines.filter((line) => line.year === year))),
        cellOf(bare(lines)),
      ],
    };
  });
  const all = said.flatMap((one) => one.lines);
  const footnotes: Note[] = reasons.map((text, at) => ({
    mark: String.fromCharCode(97 + at),
    inlines: [{ text }],
  }));
  return {
    caption: `${nameOf(fund, locale)}: ${words(`funding.stage.${stage}`)}`,
    unitNote: words('sanction.unit'),
    labelHead: words('funding.units.unit'),
    columns: [
      ...years.map((year) => ({ key: String(year), label: String(year) })),
      { key: 'total', label: words('funding.total') },
    ],
    rows: [
      ...rows,
      {
        kind: 'result',
        label: words('funding.total'),
        cells: [
          ...years.map((year) => cellOf(bare(all.filter((line) => line.year === year)))),
          cellOf(bare(all)),
        ],
      },
    ],
    footnotes,
    format: { money: 'eur' },
    nil: 'figure',
  };
}

/** A sum has no reasons of its own. */
const bare = (lines: readonly FundingLine[]) => lines.map((line) => ({ ...line, note: '' }));
