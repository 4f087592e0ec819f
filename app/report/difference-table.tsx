import type { Locale } from '#app/kernel/actor.ts';
import { printUnits } from '#app/kernel/amount-format.ts';
import { Badge, type Tone } from '#app/ui/badge.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Difference } from './published.ts';
import type { TableAnswer } from './table.server.ts';
import { columnName, rowLabel } from './table-view.ts';

/** A difference with its figures and places as text; `row` is null for all rows together. */
export type ShownDifference = Pick<Difference, 'code' | 'class'> & {
  key: string;
  row: string | null;
  column: string;
  stated: string;
  computed: string;
  ours: string;
  table: string;
};

const order = { error: 0, rounding: 1, note: 2 };

/** Differences for reading: errors first, in the order of the table within each class. */
export function shownDifferences(
  found: readonly Difference[],
  { others }: Pick<TableAnswer, 'others'>,
  locale: Locale,
): ShownDifference[] {
  return found
    .toSorted((a, b) => order[a.class] - order[b.class])
    .map((one) => {
      const own = others.find((other) => other.code === one.where.sheet)!;
      const row = own.rows.find((candidate) => candidate.key === one.row);
      const column = own.layout.columns.find((candidate) => candidate.key === one.column)!;
      const print = (value: number | null) =>
        value === null ? '' : printUnits(Math.round(value * 10 ** one.decimals), one.decimals, locale);
      const other = others.find((candidate) => candidate.code === one.table) as
        | TableAnswer['tables'][number]
        | undefined;
      return {
        key: `${one.code} ${one.row} ${one.column}`,
        code: one.code,
        class: one.class,
        row: row ? rowLabel(row, locale) : null,
        column: columnName(column, locale),
        stated: print(one.stated),
        computed: print(one.computed),
        ours: print(one.ours),
        table: (locale === 'en' ? other?.titleEn : other?.titleNl) ?? '',
      };
    });
}

const tones: Record<Difference['class'], Tone> = { error: 'error', rounding: 'neutral', note: 'neutral' };

/** The differences of one table: where, what is printed, what stands here, of which kind and why. */
export function DifferenceTable({ title, found }: { title: string; found: ShownDifference[] }) {
  const text = useText();
  if (found.length === 0) return <p className="differences-none">{text('tables.differences.none')}</p>;
  const count = (kind: Difference['class']) => found.filter((one) => one.class === kind).length;
  return (
    <DataTable
      caption={title}
      note={text('tables.differences.lead', { errors: count('error'), roundings: count('rounding') })}
      rowHead={text('tables.difference.where')}
      columns={[
        { key: 'stated', head: text('tables.difference.stated') },
        { key: 'ours', head: text('tables.difference.ours') },
        { key: 'class', head: text('tables.difference.class'), kind: 'text' },
        { key: 'words', head: text('tables.difference.words'), kind: 'text' },
      ]}
      rows={found.map((one) => ({
        key: one.key,
        head: (
          <>
            {one.row ?? text('tables.together')}, <span className="difference-column">{one.column}</span>
          </>
        ),
        cells: {
          stated: one.stated,
          ours: one.ours,
          class: <Badge tone={tones[one.class]}>{text(`tables.class.${one.class}`)}</Badge>,
          words: text(`tables.finding.${one.code}`, { computed: one.computed, table: one.table }),
        },
      }))}
    />
  );
}
