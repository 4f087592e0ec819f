import type { Locale } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import { type Cell, empty, money, type Row, type Table, unknown } from '#app/render/report.ts';
import { effectYears } from '#app/scheme/sanction.ts';
import type { SanctionView } from './sanction.server.ts';
import { unallocated, type YearLoss } from './sanction-effect.ts';

/** What a sanction would cost, year by year and unit by unit, as a table. Pure. */

type Words = (key: string, params?: Record<string, string | number | null>) => string;
type Named = { code: string; name: string };
type Language = { words: Words; locale: Locale };

/** How the amount comes about, in words. */
export function formulaOf({ sanction: { effect } }: SanctionView, { words, locale }: Language): string {
  if (effect.kind === 'no-growth') {
    return words('sanction.formula.no-growth', { year: String(effect.year), over: String(effect.over) });
  }
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return words('sanction.formula.withhold', {
    from: String(effect.fromYear),
    last: String(effect.lastYear),
    share: effect.shareBasis === 10_000 ? 'all' : share.format(effect.shareBasis / 10_000),
  });
}

const amount = (cents: number | null | undefined): Cell => (cents == null ? unknown : money(cents));

/** The table of one sanction: what there is, what each unit would bear, and what would not come. */
export function sanctionTable(
  view: SanctionView,
  { units, ...language }: Language & { units: readonly Named[] },
): Table {
  const { words, locale } = language;
  const { sanction, loss } = view;
  const taken = effectYears(sanction.effect);
  const expected = loss.years.some((one) => one.stage === 'expected');
  const named = [...units, { code: unallocated, name: words('sanction.unallocated') }].filter(({ code }) =>
    loss.units.has(code),
  );
  const of = (year: YearLoss): Cell => {
    if (year.amount === null) return unknown;
    return money(year.amount, year.stage === 'expected' ? { marks: ['a'] } : {});
  };
  const rows: Row[] = [
    {
      kind: 'plain',
      label: words('sanction.row.amount'),
      cells: [...loss.years.map(of), empty],
    },
    ...named.map(
      ({ code, name }): Row => ({
        kind: 'line',
        key: `unit-${code}`,
        label: name,
        indent: 1,
        cells: [
          ...loss.years.map((year) =>
            year.loss === null || year.units.size === 0 ? unknown : money(year.units.get(code) ?? 0),
          ),
          money(loss.units.get(code)!),
        ],
      }),
    ),
    {
      kind: 'result',
      label: words('sanction.row.loss'),
      cells: [
        ...loss.years.map((year) => amount(year.loss)),
        loss.partial && loss.total === 0 ? unknown : money(loss.total, loss.partial ? { marks: ['b'] } : {}),
      ],
    },
  ];
  const note = (mark: string, key: string) => ({ mark, inlines: [{ text: words(key) }] });
  return {
    caption: nameOf(sanction, locale),
    unitNote: words('sanction.unit'),
    labelHead: '',
    columns: [
      ...taken.map((year) => ({ key: String(year), label: String(year) })),
      { key: 'total', label: words('sanction.total') },
    ],
    rows,
    footnotes: [
      ...(expected ? [note('a', 'sanction.note.expected')] : []),
      ...(loss.partial && loss.total !== 0 ? [note('b', 'sanction.note.partial')] : []),
    ],
    format: { money: 'eur' },
    nil: 'figure',
  };
}
