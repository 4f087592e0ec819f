import { formatDate } from '#app/render/format.ts';
import { type Cell, empty, type Table, text } from '#app/render/report.ts';
import type { Overview } from './overview.server.ts';
import type { Standing } from './overview.ts';
import type { Language } from './page-file.ts';

/** Where each document stands, as the matrices of the overview: one for each kind of unit. Pure. */
export function overviewTables(
  { units, kinds, standings }: Pick<Overview, 'kinds' | 'units' | 'standings'>,
  language: Language,
): Table[] {
  const { words } = language;
  return [...Map.groupBy(units, (unit) => unit.kind)].map(([level, members]) => {
    const codes = new Set(members.map((unit) => unit.code));
    const own = standings.filter((one) => codes.has(one.unit));
    const written = kinds.filter((kind) => own.some((one) => one.kind === kind.code));
    return {
      caption: words('overview.level', { level }),
      unitNote: words('overview.documents.caption'),
      labelHead: words('overview.unit'),
      columns: written.map((kind) => ({ key: kind.code, label: kind.name })),
      rows: members.map((unit) => ({
        kind: 'line' as const,
        label: unit.name,
        cells: written.map((kind) =>
          cellOf(
            own.filter((one) => one.unit === unit.code && one.kind === kind.code),
            language,
          ),
        ),
      })),
    };
  });
}

/** One document in full; several of a kind by where they stand, each by its year or else its title. */
function cellOf(own: readonly Standing[], { words, locale }: Language): Cell {
  const status = (one: Standing['status']) => words('overview.status', { status: one });
  const [only, another] = own;
  if (!only) return empty;
  if (another) {
    const years = new Set(own.map((one) => one.firstYear)).size === own.length;
    const said = [...Map.groupBy(own, (one) => one.status)].map(
      ([state, same]) =>
        `${same.map((one) => (years ? one.firstYear : one.title)).join(', ')}: ${status(state)}`,
    );
    return text(said.join('; '));
  }
  const { waiting } = only;
  const date = waiting?.dueOn ? formatDate(waiting.dueOn, locale) : 'none';
  return text(
    [
      words('overview.version', { number: only.number }),
      status(only.status),
      only.status !== 'adopted' && only.inForce ? words('overview.in-force') : null,
      waiting ? words('overview.waiting', { body: waiting.body, date }) : null,
    ]
      .filter(Boolean)
      .join(', '),
  );
}
