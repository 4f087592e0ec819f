import { nameOf } from '#app/kernel/name.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Money } from '#app/ui/money.tsx';
import { DataTable, type TableRow } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { YearChange } from './comparison.ts';
import type { VersionComparison } from './version-comparison.server.ts';

type Names = { before: string; after: string };

/** Before, after and difference of each theme in each year; a theme that did not change is one row. */
export function CompareMoney({ comparison, names }: { comparison: VersionComparison; names: Names }) {
  const text = useText();
  const locale = useLocale();
  const { money, themes, years } = comparison;
  const block = (key: string, head: string, of: readonly YearChange[], series?: number): TableRow[] => {
    if (
      of.every((one) => one.difference === 0 && (one.before.value === null) === (one.after.value === null))
    ) {
      return [{ ...row(`${key} same`, head, of, 'after'), series, kind: 'line' }];
    }
    return [
      { key, kind: 'group', head, cells: {} },
      { ...row(`${key} before`, names.before, of, 'before'), series, indent: 1 },
      { ...row(`${key} after`, names.after, of, 'after'), series, indent: 1 },
      {
        ...row(`${key} difference`, text('change.difference'), of, 'difference'),
        kind: 'subtotal',
        indent: 1,
      },
    ];
  };
  return (
    <Disclosure summary={text('compare.per-year')} open>
      <DataTable
        caption={text('compare.per-year.caption')}
        note={text('compare.per-year.note')}
        rowHead={text('change.theme')}
        columns={[
          ...years.map((year) => ({ key: String(year), head: String(year) })),
          { key: 'all', head: text('plan.total') },
        ]}
        rows={[
          ...money.themes.flatMap(({ theme, years: of }) => {
            const known = themes.find((one) => one.code === theme);
            return block(
              theme ?? 'none',
              known ? nameOf(known, locale) : text('plan.budget.no-measure'),
              of,
              known?.series,
            );
          }),
          ...block('total', text('plan.total'), money.total),
        ]}
      />
    </Disclosure>
  );
}

const signOrder = ['provisional', 'pm'] as const;

function row(
  key: string,
  head: string,
  of: readonly YearChange[],
  what: 'before' | 'after' | 'difference',
): TableRow {
  return {
    key,
    head,
    cells: Object.fromEntries(
      of.map((one) => [
        one.year === null ? 'all' : String(one.year),
        what === 'difference' ? (
          <Money
            key={one.year}
            value={one.difference}
            unit="keur"
            sign
            signs={signOrder.filter((sign) => one.before[sign] || one.after[sign])}
          />
        ) : (
          <Money
            key={one.year}
            value={one[what].value}
            unit="keur"
            signs={signOrder.filter((sign) => one[what][sign])}
          />
        ),
      ]),
    ),
  };
}
