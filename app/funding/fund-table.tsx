import type { Cents } from '#app/kernel/money.ts';
import { Money, Notes } from '#app/ui/money.tsx';
import { DataTable, type TableRow } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import type { FundingRow } from './funding.ts';

type Props = { name: string; own: boolean; years: readonly number[]; rows: readonly FundingRow[] };

const kinds = ['expected', 'provisional', 'final', 'difference'] as const;

/** One fund over the years: what was expected, granted provisionally and finally, and why it differs. */
export function FundTable({ name, own, years, rows }: Props) {
  const text = useText();
  const noted = rows.filter((row) => row.notes.length > 0);
  const markOf = (row: FundingRow) => {
    const place = noted.indexOf(row);
    return place < 0 ? undefined : String.fromCharCode(97 + place);
  };
  const partial = kinds
    .slice(0, 3)
    .some((kind) => rows.some((row) => row[kind] !== null) && rows.some((row) => row[kind] === null));
  const line = (kind: (typeof kinds)[number]): TableRow => ({
    key: kind,
    kind: kind === 'difference' ? 'result' : kind === 'final' ? 'subtotal' : 'line',
    head: text(`funding.row.${kind}`),
    cells: {
      ...Object.fromEntries(
        rows.map((row) => [
          String(row.year),
          <Cell key={row.year} row={row} kind={kind} mark={markOf(row)} />,
        ]),
      ),
      total: (
        <Money
          value={total(rows.map((row) => row[kind]))}
          unit="eur"
          sign={kind === 'difference'}
          signs={signsOf(rows, kind)}
        />
      ),
    },
  });
  const memos = rows.filter((row) => row.memos.length > 0);
  const memoLine: TableRow = {
    key: 'memo',
    kind: 'plain',
    head: text('funding.row.memo'),
    cells: Object.fromEntries(
      memos.map((row) => [
        String(row.year),
        <Money
          key={row.year}
          value={total(row.memos.map((one) => one.cents))}
          unit="eur"
          signs={memoSigns(row)}
        />,
      ]),
    ),
  };
  return (
    <section className="fund-years">
      <DataTable
        caption={text('funding.caption', { fund: name })}
        note={own ? undefined : text('funding.other-fund')}
        columns={[
          ...years.map((year) => ({ key: String(year), head: String(year) })),
          { key: 'total', head: text(partial ? 'funding.total-partial' : 'funding.total') },
        ]}
        rows={[...kinds.map(line), ...(memos.length > 0 ? [memoLine] : [])]}
      />
      <Notes
        notes={noted.map((row) => ({
          mark: `${markOf(row)}`,
          text: text('funding.note-of-year', { year: String(row.year), note: row.notes.join(' ') }),
        }))}
      />
    </section>
  );
}

type CellProps = { row: FundingRow; kind: (typeof kinds)[number]; mark: string | undefined };

/** The letter of the explanation hangs where the change is seen: beside the difference, else the grant. */
function Cell({ row, kind, mark }: CellProps) {
  const place = row.difference !== null ? 'difference' : row.granted !== null ? 'final' : 'expected';
  return (
    <Money
      value={row[kind]}
      unit="eur"
      sign={kind === 'difference'}
      signs={signsOf([row], kind)}
      check={place === kind ? mark : undefined}
    />
  );
}

type Sign = 'provisional' | 'pm';

/** What a figure of these years holds besides numbers: what a difference is made of, it is as unsure as. */
function signsOf(rows: readonly FundingRow[], kind: (typeof kinds)[number]): Sign[] {
  const open = (row: FundingRow) => row.final === null && row.provisional !== null;
  const provisional = kind === 'provisional' || kind === 'difference';
  const pm = (row: FundingRow) =>
    (kind === 'expected' && row.pm.includes('expected')) ||
    (kind === 'final' && row.pm.includes('granted')) ||
    (kind === 'difference' && row.pm.length > 0);
  return [
    ...(provisional && rows.some(open) ? (['provisional'] as const) : []),
    ...(rows.some(pm) ? (['pm'] as const) : []),
  ];
}

function memoSigns({ memos }: FundingRow): Sign[] {
  return [
    ...(memos.some((one) => one.provisional) ? (['provisional'] as const) : []),
    ...(memos.some((one) => one.cents === null) ? (['pm'] as const) : []),
  ];
}

function total(values: readonly (Cents | null)[]): Cents | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
