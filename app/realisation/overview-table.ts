import type { Locale } from '#app/kernel/actor.ts';
import { shareOf } from '#app/kernel/money.ts';
import { nameOf } from '#app/kernel/name.ts';
import { type Cell, type Column, empty, money, share, type Table, text } from '#app/render/report.ts';
import type { Overview, OverviewCell } from './overview.server.ts';

type Words = (key: string, params?: Record<string, string | number | null>) => string;
type Part = { key: string; label: string; cellOf: (cell: OverviewCell) => Cell };

const euros = (cents: number | null): Cell => (cents === null ? empty : money(cents));

/** What a cell of the page tells beside its amount. */
function stateOf({ realised, budget, provisional, waiting }: OverviewCell, words: Words): Cell {
  const said = [
    realised === null ? words('realisation.open') : null,
    budget === null ? words('realisation.no-budget') : null,
    provisional ? words('realisation.state.provisional') : null,
    waiting === null ? null : words('realisation.state.waiting', { number: waiting }),
  ].filter(Boolean);
  return said.length > 0 ? text(said.join(', ')) : empty;
}

function partsOf(words: Words): Part[] {
  return [
    {
      key: 'realised',
      label: words('realisation.realised'),
      cellOf: ({ realised, provisional }) =>
        realised === null ? empty : money(realised, provisional ? { signs: ['provisional'] } : {}),
    },
    { key: 'budget', label: words('realisation.budget'), cellOf: ({ budget }) => euros(budget) },
    {
      key: 'difference',
      label: words('realisation.difference'),
      cellOf: ({ realised, budget }) =>
        euros(realised === null || budget === null ? null : realised - budget),
    },
    { key: 'forecast', label: words('forecast.short'), cellOf: ({ forecast }) => euros(forecast) },
    {
      key: 'share',
      label: words('forecast.share'),
      cellOf: ({ forecast, budget }) =>
        forecast === null || !budget ? empty : share(shareOf(forecast, budget)!),
    },
    { key: 'state', label: words('field.status'), cellOf: (cell) => stateOf(cell, words) },
  ];
}

/** Every unit by year: what was booked against its budget, how the year is expected to end, and what waits. Pure. */
export function realisationTable(
  { years, units }: Overview,
  { words, locale }: { words: Words; locale: Locale },
): Table {
  const parts = partsOf(words);
  const of = (year: number) => units.map(({ cells }) => cells.find((cell) => cell.year === year)!);
  // a part of which a year has nothing takes no room
  const shown = years.flatMap((year) =>
    parts
      .filter(
        (part) => part.key === 'realised' || of(year).some((cell) => part.cellOf(cell).kind !== 'empty'),
      )
      .map((part) => ({ year, part })),
  );
  return {
    caption: words('realisation.caption'),
    unitNote: words('sanction.unit'),
    labelHead: words('realisation.unit'),
    columns: [
      ...shown.map(
        ({ year, part }): Column => ({
          key: `${year} ${part.key}`,
          label: part.label,
          groups: [String(year)],
        }),
      ),
      { key: 'bookers', label: words('realisation.bookers') },
    ],
    rows: units.map(({ unit, cells, bookers }) => ({
      kind: 'line',
      label: nameOf(unit, locale),
      cells: [
        ...shown.map(({ year, part }) => part.cellOf(cells.find((cell) => cell.year === year)!)),
        text(bookers.map((one) => nameOf(one, locale)).join(', ') || words('realisation.bookers.none')),
      ],
    })),
    format: { money: 'eur', shareDecimals: 0 },
    nil: 'figure',
  };
}
