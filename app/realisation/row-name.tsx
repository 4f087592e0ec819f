import { useText } from '#app/ui/text.tsx';
import type { Place } from './realisation.ts';
import type { ReportRow } from './report-row.ts';
import type { ReportView } from './report-view.ts';

/** What a row is called in one line, for those who hear the page. */
export function useRowLabel(report: ReportView): (row: Pick<ReportRow, 'name' | 'place'>) => string {
  const text = useText();
  return (row) =>
    [
      row.name ?? themeName(report, row.place) ?? text('realisation.form.no-measure'),
      ...partsOf(report, row.place),
    ].join(', ');
}

/** The measure of a row and, smaller, its part, kind of cost, fund and unit where they tell rows apart. */
export function RowName(props: {
  row: Pick<ReportRow, 'name' | 'place' | 'closed'>;
  report: ReportView;
  id?: string;
  error?: string;
}) {
  const text = useText();
  const { row, report, error } = props;
  const parts = partsOf(report, row.place);
  const name = row.name ?? themeName(report, row.place);
  return (
    <span className="realisation-name" id={props.id}>
      {name ?? text('realisation.form.no-measure')}
      {parts.length > 0 ? <small>{parts.join(' · ')}</small> : null}
      {row.closed ? <small className="realisation-closed">{text('realisation.form.ended')}</small> : null}
      {error ? <small className="realisation-error">{error}</small> : null}
    </span>
  );
}

function themeName(report: ReportView, place: Place): string | null {
  return report.themes.find((theme) => theme.code === place.node)?.name ?? null;
}

function partsOf(report: ReportView, place: Place): string[] {
  const { component, costKind, fund, unit } = place;
  const usesFunds = new Set(report.rows.map((row) => row.place.fund)).size > 1;
  const same = component.toLowerCase() === costKind.toLowerCase();
  return [
    component,
    same ? '' : costKind,
    usesFunds ? (report.funds.find((one) => one.code === fund)?.name ?? fund) : '',
    unit === report.unit.code ? '' : (report.units.find((one) => one.code === unit)?.name ?? unit),
  ].filter(Boolean);
}
