import { keepMoment, type Moment, momentSearch } from '#app/kernel/moment.ts';
import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import type { TracedPlace } from './intake-rows.server.ts';
import { placeKey } from './realisation.ts';
import type { ReportView } from './report-view.ts';
import { RowName, useRowLabel } from './row-name.tsx';

/** Which figures in force came from the finance system: each opens the rows behind it. */
export function ReportOrigin({
  report,
  traced,
  asked,
}: {
  report: ReportView;
  traced: TracedPlace[];
  asked: Moment;
}) {
  const text = useText();
  const label = useRowLabel(report);
  const rows = report.rows.flatMap((row) => {
    const found = traced.find((one) => one.place === placeKey(row.place));
    return found ? [{ row, found }] : [];
  });
  if (rows.length === 0) return null;
  const here = `/schemes/${report.scheme.code}/realisation/${report.unit.code}/${report.year}/rows`;
  return (
    <DataTable
      caption={text('intake.source.title')}
      rowHead={text('realisation.form.measure')}
      columns={[
        { key: 'rows', head: text('intake.file.rows') },
        { key: 'cents', head: text('intake.file.amount') },
      ]}
      rows={rows.map(({ row, found }) => ({
        key: found.place,
        head: <RowName row={row} report={report} />,
        cells: {
          rows: String(found.rows),
          cents: (
            <Money
              value={found.cents}
              unit="eur2"
              href={keepMoment(`${here}/${found.lineId}`, momentSearch(asked))}
              label={text('intake.source.open.of', { name: label(row) })}
            />
          ),
        },
      }))}
    />
  );
}
