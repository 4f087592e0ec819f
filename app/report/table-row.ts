/** The rows of a published table, from its layout and what the institution has: pure. */
import type { MoneyRow } from '#app/ledger/money.server.ts';
import type { LayoutRow, LineFilter, TableLayout } from './table-layout.ts';

/** `memo`: of memo lines, which are in no total. `carried`: of carry-overs, or without them; absent: of both. */
export type TableFigure = MoneyRow & { asOf: string; memo?: true; carried?: boolean };
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
export function matches(
  figure: TableFigure,
  filter: LineFilter,
  { layout, place }: { layout: TableLayout; place: TablePlace },
): boolean {
  if ((filter.memo ?? false) !== (figure.memo ?? false) || filter.carried !== figure.carried) return false;
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
