import { reasonText } from '#app/plan/reason.tsx';
import { writeCsv } from '#app/render/csv.ts';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { CellRefusal } from './fill-in-difference.ts';

type Props = {
  refused: readonly CellRefusal[];
  /** a row by its key, in words */
  rowName: (key: readonly string[]) => string;
  fieldName?: ((key: string) => string) | undefined;
  lead: string;
};

/** Each cell or row that was refused and why, on the page and as a file to put right by. */
export function RefusedRows({ refused, rowName, fieldName = (key) => key, lead }: Props) {
  const text = useText();
  const locale = useLocale();
  if (refused.length === 0) return null;
  const csv = writeCsv([
    ['row', 'name', 'field', 'reason'].map((key) => text(`fill-in.${key}`)),
    ...refused.map((one) => [
      String(one.row),
      rowName(one.key),
      one.field ? fieldName(one.field) : '',
      reasonText(text, locale, one),
    ]),
  ]);
  return (
    <>
      <DataTable
        caption={text('fill-in.refused')}
        note={lead}
        rowHead={text('fill-in.row')}
        columns={[
          { key: 'name', head: text('fill-in.name'), kind: 'text' },
          { key: 'reason', head: text('fill-in.reason'), kind: 'text' },
        ]}
        rows={refused.map((one) => ({
          key: `${one.row} ${one.field ?? ''} ${one.code}`,
          head: text(one.field ? 'fill-in.refused.where.field' : 'fill-in.refused.where', {
            row: one.row,
            field: one.field ? fieldName(one.field) : '',
          }),
          cells: { name: rowName(one.key), reason: reasonText(text, locale, one) },
        }))}
      />
      <p className="fill-in-refused">
        <a
          href={`data:text/csv;charset=utf-8,%EF%BB%BF${encodeURIComponent(csv)}`}
          download={text('fill-in.refused.name')}
        >
          {text('fill-in.refused.file')}
        </a>
      </p>
    </>
  );
}
