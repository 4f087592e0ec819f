import type { Intake } from './intake.server.ts';
import type { IntakePreview } from './intake-booking.server.ts';
import type { CellChange } from './intake-settle.ts';
import { placeKey } from './realisation.ts';

/** One place of the preview: a measure with its fund, part and kind of cost, and its periods. */
export type GridRow = {
  key: string;
  name: string;
  /** part, kind of cost, fund and unit, as far as they tell rows apart */
  parts: string[];
  series: number | null;
  cells: Record<string, CellChange>;
  was: number;
  becomes: number;
  /** numbers of the rules behind it */
  rules: number[];
};

export type GridView = {
  periods: string[];
  rows: GridRow[];
  total: { was: number; becomes: number };
  changed: number;
  corrections: (CellChange & { name: string })[];
  /** booked by hand on places that the files say nothing of: they become 0 */
  dropped: { name: string; parts: string[]; was: number }[];
};

/** What a booking changes, as the page shows it. Pure. */
export function gridOf(intake: Intake, shown: IntakePreview): GridView {
  const { report } = intake;
  const label = labels(intake);
  const byPlace = Map.groupBy(shown.changes, (change) => change.key);
  const order = report.measures.map((measure) => measure.measureId);
  const rows = [...byPlace].map(([key, changes]): GridRow => {
    const { name, parts, series, measureId } = label(key);
    return {
      ...{ key, name, parts, series },
      cells: Object.fromEntries(changes.map((change) => [change.period, change])),
      was: changes.reduce((sum, change) => sum + (change.was ?? 0), 0),
      becomes: changes.reduce((sum, change) => sum + change.becomes, 0),
      rules: [...(shown.position.get(key)?.rules ?? [])].toSorted((a, b) => a - b),
      rank: order.indexOf(measureId),
    } as GridRow & { rank: number };
  });
  const changed = shown.changes.filter((change) => (change.was ?? 0) !== change.becomes);
  return {
    periods: [...new Set(shown.changes.map((change) => change.period))].toSorted(),
    rows: rows.toSorted(
      (a, b) =>
        (a.series ?? 0) - (b.series ?? 0) ||
        rankOf(a) - rankOf(b) ||
        a.parts.join(', ').localeCompare(b.parts.join(', ')),
    ),
    total: {
      was: rows.reduce((sum, row) => sum + row.was, 0),
      becomes: rows.reduce((sum, row) => sum + row.becomes, 0),
    },
    changed: changed.length,
    corrections: shown.corrections
      .map((one) => {
        const { name, parts } = label(one.key);
        return { ...one, name: [name, ...parts].join(', ') };
      })
      .toSorted((a, b) => a.period.localeCompare(b.period) || a.name.localeCompare(b.name)),
    dropped: (shown.preview?.changes ?? [])
      .filter(
        ({ state, place, before }) => state === 'dropped' && before?.cents && !byPlace.has(placeKey(place)),
      )
      .map(({ place, before }) => ({ ...label(placeKey(place)), was: before!.cents! }))
      .map(({ name, parts, was }) => ({ name, parts, was })),
  };
}

/** Whole euros read best; cents are shown throughout as soon as something that changes is about cents. Pure. */
export function unitOf({ rows }: Pick<GridView, 'rows'>): 'eur' | 'eur2' {
  const cells = rows.flatMap((row) => Object.values(row.cells));
  return cells.some(({ was, becomes }) => (becomes - (was ?? 0)) % 100 !== 0) ? 'eur2' : 'eur';
}

const rankOf = (row: GridRow) => (row as GridRow & { rank: number }).rank;

function labels({ report, rules }: Intake) {
  // the fund only where it tells rows apart
  const usesFunds =
    new Set([...rules.flatMap((rule) => rule.fund ?? []), ...report.lines.map((line) => line.fund)]).size > 1;
  const nameIn = (one: { nameNl: string; nameEn: string } | undefined) =>
    (report.locale === 'en' ? one?.nameEn : one?.nameNl) ?? '';
  return (key: string) => {
    const [unit = '', fund = '', what = '', component = '', costKind = ''] = key.split('\u001f');
    const measure = report.measures.find((one) => one.measureId === what);
    const node = report.nodes.find((one) => one.code === (measure?.node ?? what.replace(/^node:/, '')));
    return {
      measureId: measure?.measureId ?? '',
      name: measure?.name ?? nameIn(node),
      series: node?.series ?? null,
      parts: [
        component,
        costKind.toLowerCase() === component.toLowerCase() ? '' : costKind,
        usesFunds ? nameIn(report.funds.find((one) => one.code === fund)) : '',
        unit === report.unit.code ? '' : nameIn(report.units.find((one) => one.code === unit)),
      ].filter(Boolean),
    };
  };
}
