import { type AmountSign, Money } from '#app/ui/money.tsx';
import { DataTable, type TableRow } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Names, Vocabulary } from './names.tsx';
import { type Aside, keyOf, type Line, type Receiver } from './receiver.ts';
import { dividedSigns, isPool, signsOf } from './sign.ts';
import type { AllocationResult } from './version.ts';

/** The cell of one receiver in one year; of the pool with unit and node null. */
export type ResultCell = Receiver & { year: number };

type Props = {
  caption: string;
  result: Pick<AllocationResult, 'totals' | 'lines' | 'unallocated'> &
    Partial<Pick<AllocationResult, 'provisional' | 'asides'>>;
  vocabulary: Vocabulary;
  names: Names;
  selected?: ResultCell | null;
  /** where the steps behind a figure are shown */
  hrefOf?: (cell: ResultCell) => string;
};

/** Per year what each unit or theme gets, what is not allocated, and that they sum to what there was. */
export function ResultTable({ caption, result, vocabulary, names, selected, hrefOf }: Props) {
  const text = useText();
  const asides = result.asides ?? [];
  const years = [...new Set([...Object.keys(result.totals).map(Number), ...asides.map((one) => one.year)])];
  years.sort((a, b) => a - b);
  const pms = asides.filter((one) => one.pm && !one.memo);
  const received = pms.filter((one) => !isPool(one));
  const receivers = orderedReceivers([...result.lines, ...received], vocabulary);
  const signs = (receiver: Receiver | null, inYears: readonly number[]): AmountSign[] => {
    const own = (one: Receiver) => receiver === null || keyOf(one) === keyOf(receiver);
    return signsOf(result, inYears, (one) => (receiver && isPool(receiver)) || own(one), own);
  };
  const figure = (receiver: Receiver, year: number, cents: number | null) => {
    const cell = { unit: receiver.unit, node: receiver.node, year };
    return (
      <Money
        value={cents}
        unit="eur"
        href={cents === null ? undefined : hrefOf?.(cell)}
        selected={Boolean(selected && selected.year === year && keyOf(selected) === keyOf(receiver))}
        label={`${names.receiver(receiver)}, ${year}`}
        signs={cents === null && !pms.some((one) => one.year === year) ? [] : signs(receiver, [year])}
      />
    );
  };
  const row = (
    receiver: Receiver,
    extra: Pick<TableRow, 'head' | 'kind' | 'indent' | 'series'>,
  ): TableRow => ({
    key: keyOf(receiver),
    ...extra,
    cells: cellsOf(
      years,
      (year) => amountOf(result.lines, receiver, year),
      (year, cents) => figure(receiver, year, cents),
      signs(receiver, years),
    ),
  });
  const sums = (kind: 'subtotal', head: string, of: (year: number) => number): TableRow => ({
    key: kind,
    kind,
    head,
    cells: cellsOf(
      years,
      of,
      (year, cents) => <Money value={cents} unit="eur" signs={signs(null, [year])} />,
      signs(null, years),
    ),
  });
  const pool = { unit: null, node: null };
  const divided = (inYears: readonly number[]): AmountSign[] => dividedSigns(result, inYears);
  const allocated = (year: number) =>
    result.lines.reduce((sum, line) => sum + (line.year === year ? line.cents : 0), 0);
  return (
    <DataTable
      caption={caption}
      note={text('allocation.in-euro')}
      columns={[
        ...years.map((year) => ({ key: String(year), head: String(year) })),
        ...(years.length > 1 ? [{ key: 'total', head: text('allocation.total') }] : []),
      ]}
      rows={[
        ...receivers.map((receiver) => row(receiver, headOf(receiver, receivers, vocabulary, names))),
        sums('subtotal', text('allocation.allocated'), allocated),
        {
          key: 'left',
          kind: 'plain',
          head: text('allocation.unallocated'),
          cells: cellsOf(
            years,
            (year) => result.unallocated[year] ?? 0,
            (year, cents) => figure(pool, year, cents),
            signs(pool, years),
          ),
        },
        {
          key: 'total',
          kind: 'total',
          head: text('allocation.to-divide'),
          cells: cellsOf(
            years,
            (year) => result.totals[year] ?? 0,
            (year, cents) => <Money value={cents} unit="eur" signs={divided([year])} />,
            divided(years),
          ),
        },
        ...memoRows(asides, years, (one) => text('allocation.memo', { name: names.receiver(one) })),
      ]}
    />
  );
}

/** What stands beside the total, a row for each receiver. */
function memoRows(
  asides: readonly Aside[],
  years: readonly number[],
  name: (receiver: Receiver) => string,
): TableRow[] {
  const memos = asides.filter((one) => one.memo);
  return [...Map.groupBy(memos, (one) => keyOf(one))].map(([key, own]) => ({
    key: `memo ${key}`,
    kind: 'plain',
    head: name(own[0]!),
    cells: cellsOf(
      years,
      (year) => own.find((one) => one.year === year)?.cents ?? null,
      (year, cents) => (
        <Money value={cents} unit="eur" mark={own.some((one) => one.year === year && one.pm) ? 'pm' : null} />
      ),
      [],
    ),
  }));
}

type Print = (year: number, cents: number | null) => React.ReactNode;

function cellsOf(
  years: readonly number[],
  of: (year: number) => number | null,
  print: Print,
  signs: readonly AmountSign[],
): TableRow['cells'] {
  const known = years.map(of).filter((cents) => cents !== null);
  const total = known.length === 0 ? null : known.reduce((sum, cents) => sum + cents, 0);
  return {
    ...Object.fromEntries(years.map((year) => [String(year), print(year, of(year))])),
    total: <Money value={total} unit="eur" signs={signs} />,
  };
}

/** null: no line at all, which is not the same as nothing. */
function amountOf(lines: readonly Line[], receiver: Receiver, year: number): number | null {
  const found = lines.filter((line) => line.year === year && keyOf(line) === keyOf(receiver));
  return found.length === 0 ? null : found.reduce((sum, line) => sum + line.cents, 0);
}

/** Units in the order of the tree, within them themes in theirs; themes without a unit last. */
export function orderedReceivers(lines: readonly Receiver[], { units, themes }: Vocabulary): Receiver[] {
  const place = (list: readonly { code: string }[], code: string | null) =>
    code === null ? -1 : list.findIndex((one) => one.code === code);
  const unitPlace = (unit: string | null) => (unit === null ? Number.MAX_SAFE_INTEGER : place(units, unit));
  const all = new Map(lines.map(({ unit, node }) => [keyOf({ unit, node }), { unit, node }]));
  return [...all.values()].toSorted(
    (a, b) => unitPlace(a.unit) - unitPlace(b.unit) || place(themes, a.node) - place(themes, b.node),
  );
}

function headOf(receiver: Receiver, all: readonly Receiver[], { themes }: Vocabulary, names: Names) {
  const series = receiver.node === null ? -1 : themes.findIndex((theme) => theme.code === receiver.node);
  const under = receiver.node !== null && all.some((one) => one.unit === receiver.unit && one.node === null);
  const head = under && receiver.unit !== null ? names.node(receiver.node!) : names.receiver(receiver);
  return {
    head,
    ...(receiver.unit === null && series >= 0 && { series: series + 1 }),
    ...(under && receiver.unit !== null && { indent: 1 }),
  };
}
