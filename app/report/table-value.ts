/**
 * The figures of a published table, computed from ledger figures: pure. A value is exact (cents,
 * thousandths of FTE, basis points); what is not known stays so in every sum it is a part of.
 */
import { shareOf } from '#app/kernel/money.ts';
import type { MoneyRow } from '#app/ledger/money.server.ts';
import type { LayoutColumn, LayoutRow, LineFilter, TableLayout } from './table-layout.ts';

export type Value =
  | { state: 'known'; amount: number }
  /** a part is to be determined; `known` is the sum of the others */
  | { state: 'pm'; known: number }
  /** lines exist, but not in this unit */
  | { state: 'unknown' }
  /** no line: nothing was ever meant to stand here */
  | { state: 'absent' };

export type TableFigure = MoneyRow & { asOf: string };
type Named = { code: string; name: string };
export type TreeNode = Named & { parent: string | null; aliases?: { name: string; context: string }[] };

/** What rows can name, with the figures. */
export type TablePlace = {
  nodes: TreeNode[];
  units: TreeNode[];
  measures: Named[];
  /** codes of the scheme's own funds */
  ownFunds: string[];
  figures: TableFigure[];
  /** the day of columns without one of their own */
  asOf: string;
};

/** A row as it is printed: `each` has become one row per child. */
export type TableRow = Omit<LayoutRow, 'label' | 'value'> & {
  label: { nl: string; en: string } | null;
  /** the name of what the row filters on, when the layout gives no label */
  name: string;
  lines?: { filter: LineFilter; sign: 1 | -1 }[];
  parts?: { row: string; sign: 1 | -1 }[];
};

/** The rows of a layout, each with its lines or its parts. A part that became several stands for all. */
export function expandRows(layout: TableLayout, place: TablePlace): TableRow[] {
  const expanded = layout.rows.map((row) => ({ key: row.key, rows: expand(row, layout, place) }));
  const children = new Map(expanded.map(({ key, rows }) => [key, rows.map((row) => row.key)]));
  return expanded.flatMap(({ rows }) =>
    rows.map((row) => ({
      ...row,
      ...(row.parts && {
        parts: row.parts.flatMap(({ row: part, sign }) =>
          (children.get(part) ?? []).map((key) => ({ row: key, sign })),
        ),
      }),
    })),
  );
}

function expand(row: LayoutRow, layout: TableLayout, place: TablePlace): TableRow[] {
  const { value, label, ...rest } = row;
  const base = { ...rest, label: label ?? null, name: row.key };
  if (!value) return [base];
  if ('sum' in value) return [{ ...base, parts: value.sum.map((key) => ({ row: key, sign: 1 as const })) }];
  if ('terms' in value) return [{ ...base, parts: value.terms }];
  if ('difference' in value) {
    const [from, minus] = value.difference;
    return [
      {
        ...base,
        lines: [
          { filter: from, sign: 1 },
          { filter: minus, sign: -1 },
        ],
      },
    ];
  }
  if ('each' in value) return expandEach(base, value, { layout, place });
  const name = nameOf(value.figures, layout, place) ?? row.key;
  return [{ ...base, name, lines: [{ filter: value.figures, sign: 1 }] }];
}

type Each = Extract<NonNullable<LayoutRow['value']>, { each: string }>;

function expandEach(
  base: TableRow,
  { each, of, figures = {} }: Each,
  { layout, place }: Pick<Context, 'layout' | 'place'>,
): TableRow[] {
  return childrenOf(each, of ?? null, { layout, place, filter: figures }).map((child) => {
    const filter = { ...figures, [each]: child };
    const name = nameOf({ [each]: child }, layout, place) ?? child;
    return { ...base, label: null, key: `${base.key}/${child}`, name, lines: [{ filter, sign: 1 }] };
  });
}

type Context = { layout: TableLayout; place: TablePlace; filter: LineFilter };

function childrenOf(
  each: 'node' | 'unit' | 'measure' | 'component',
  of: string | null,
  at: Context,
): string[] {
  const { layout, place, filter } = at;
  const used = (pick: (figure: TableFigure) => string | null | undefined) =>
    new Set(
      place.figures
        .filter((figure) => matches(figure, { ...filter, stage: undefined }, { layout, place }))
        .map((figure) => pick(figure) ?? ''),
    );
  if (each === 'node') return place.nodes.filter((node) => node.parent === of).map((node) => node.code);
  if (each === 'unit') {
    const all = place.units.filter((unit) => (of === null ? isRootChild(unit, place) : unit.parent === of));
    const held = new Set([...used((figure) => figure.unit)].flatMap((unit) => pathOf(unit, place.units)));
    return all.filter((unit) => held.has(unit.code)).map((unit) => unit.code);
  }
  const held = used((figure) => figure[each]);
  if (each === 'measure') return place.measures.filter((one) => held.has(one.code)).map((one) => one.code);
  return [...held].filter((name) => name !== '').toSorted();
}

function isRootChild(unit: TreeNode, place: TablePlace): boolean {
  return unit.parent !== null && place.units.some((one) => one.code === unit.parent && one.parent === null);
}

/** Whether a figure is among the lines of a filter, whatever its column. */
function matches(
  figure: TableFigure,
  filter: LineFilter,
  { layout, place }: { layout: TableLayout; place: TablePlace },
): boolean {
  const fund = filter.fund ?? layout.fund;
  if (fund === 'own' ? !place.ownFunds.includes(figure.fund!) : fund !== 'all' && fund !== figure.fund) {
    return false;
  }
  return (
    (filter.node === undefined || pathOf(figure.node, place.nodes).includes(filter.node)) &&
    (filter.unit === undefined ||
      (filter.alone ? [figure.unit] : pathOf(figure.unit, place.units)).includes(filter.unit)) &&
    (filter.measure === undefined || figure.measure === filter.measure) &&
    (filter.component === undefined || figure.component === filter.component) &&
    (filter.costKind === undefined || figure.costKind === filter.costKind)
  );
}

/** A node with all above it, itself first. */
function pathOf(of: string | null | undefined, tree: TreeNode[]): string[] {
  const path: string[] = [];
  for (let at = of ?? null; at !== null && !path.includes(at); ) {
    path.push(at);
    at = tree.find((node) => node.code === at)?.parent ?? null;
  }
  return path;
}

function nameOf(filter: LineFilter, { context }: TableLayout, place: TablePlace): string | undefined {
  if (filter.component !== undefined) return filter.component;
  if (filter.measure !== undefined) return place.measures.find((one) => one.code === filter.measure)?.name;
  const node = place.nodes.find((one) => one.code === filter.node);
  if (node) return node.aliases?.find((alias) => alias.context === context)?.name ?? node.name;
  return place.units.find((one) => one.code === filter.unit)?.name;
}

/** The values of all rows, in the order of the columns. */
export function tableValues(layout: TableLayout, place: TablePlace, rows: TableRow[]): Map<string, Value[]> {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const amounts = new Map<string, Value>();
  const amount = (key: string, column: Moment): Value => {
    const at = `${key} ${column.stage} ${column.year} ${column.asOf ?? ''}`;
    const found = amounts.get(at);
    if (found) return found;
    const row = byKey.get(key)!;
    const value = row.parts
      ? combine(
          row.parts.map((part) => ({ value: amount(part.row, column), sign: part.sign })),
          row.kind,
        )
      : row.lines
        ? combine(
            row.lines.map(({ filter, sign }) => ({
              value: lineValue(filter, column, { layout, place }),
              sign,
            })),
            row.lines.length > 1 ? 'result' : 'line',
          )
        : ({ state: 'absent' } as const);
    amounts.set(at, value);
    return value;
  };
  return new Map(
    rows.map((row) => {
      const values = new Map<string, Value>();
      const cell = (column: LayoutColumn): Value => {
        const known = values.get(column.key);
        if (known) return known;
        const value = columnValue(row, column, { amount, cell, layout });
        values.set(column.key, value);
        return value;
      };
      return [row.key, layout.columns.map(cell)];
    }),
  );
}

type Moment = Pick<Extract<LayoutColumn, { kind: 'figure' }>, 'stage' | 'year' | 'asOf'>;
type Ways = {
  amount: (key: string, column: Moment) => Value;
  cell: (column: LayoutColumn) => Value;
  layout: TableLayout;
};

const absent: Value = { state: 'absent' };

function columnValue(row: TableRow, column: LayoutColumn, { amount, cell, layout }: Ways): Value {
  switch (column.kind) {
    case 'figure':
      return amount(row.key, column);
    case 'share':
      return hasShare(row) ? shareValue(amount(row.key, column), amount(column.of, column)) : absent;
    case 'given': {
      const share = column.shares[row.key];
      return share === undefined ? absent : { state: 'known', amount: Math.round(share * 100) };
    }
    case 'difference': {
      const side = (key: string) => cell(layout.columns.find((one) => one.key === key)!);
      return combine(
        [
          { value: side(column.from), sign: 1 },
          { value: side(column.minus), sign: -1 },
        ],
        'result',
      );
    }
  }
}

/** Lines and their totals have a share; what stands below a total (revenue, result) has none. */
export function hasShare(row: Pick<TableRow, 'kind'>): boolean {
  return row.kind === 'line' || row.kind === 'subtotal' || row.kind === 'total';
}

/** Basis points that print as the exact share does: 46.496% must not become 46.50% and print as 47%. */
function shareValue(part: Value, whole: Value): Value {
  if (part.state === 'absent' || whole.state === 'absent') return absent;
  if (part.state !== 'known' || whole.state !== 'known') return { state: 'unknown' };
  const share = shareOf(part.amount, whole.amount);
  if (share === null) return absent;
  const printed = Math.round((part.amount * 100) / whole.amount);
  const nudge = Math.round(share / 100) > printed ? -1 : Math.round(share / 100) < printed ? 1 : 0;
  return { state: 'known', amount: share + nudge };
}

function lineValue(
  filter: LineFilter,
  column: Moment,
  at: { layout: TableLayout; place: TablePlace },
): Value {
  const stage = filter.stage ?? column.stage;
  const asOf = column.asOf ?? at.place.asOf;
  const inFte = at.layout.unit.startsWith('fte');
  const found = at.place.figures.filter(
    (figure) =>
      figure.stage === stage &&
      figure.year === column.year &&
      figure.asOf === asOf &&
      matches(figure, filter, at),
  );
  const parts = found.flatMap((figure): { value: Value; sign: 1 }[] => {
    const amount = inFte ? figure.fteMilli : figure.cents;
    if (figure.unknown > 0) return [{ value: { state: 'pm', known: amount ?? 0 }, sign: 1 }];
    return [{ value: amount === null ? { state: 'unknown' } : { state: 'known', amount }, sign: 1 }];
  });
  return combine(parts, 'line');
}

/**
 * Adds values up. An absent part adds nothing to a sum, but a result without one of its parts (revenue that
 * nobody has stated yet) does not exist.
 */
function combine(parts: { value: Value; sign: 1 | -1 }[], kind: TableRow['kind']): Value {
  const there = parts.filter(({ value }) => value.state !== 'absent');
  if (there.length === 0 || (kind === 'result' && there.length < parts.length)) return absent;
  if (there.some(({ value }) => value.state === 'unknown')) return { state: 'unknown' };
  let known = 0;
  for (const { value, sign } of there) {
    known += sign * (value.state === 'known' ? value.amount : value.state === 'pm' ? value.known : 0);
  }
  return there.some(({ value }) => value.state === 'pm')
    ? { state: 'pm', known }
    : { state: 'known', amount: known };
}
