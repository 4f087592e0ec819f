import { nameOf } from '#app/kernel/name.ts';
import { Link } from '#app/ui/link.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { HandedIn } from './overview.ts';

type Props = { base: string; rows: readonly HandedIn[]; fills: readonly string[] };

/** How far each unit is with the figures of each year; who may record them goes on from here. */
export function HandedInTable({ base, rows, fills }: Props) {
  const text = useText();
  const locale = useLocale();
  const years = rows[0]?.years.map(({ year }) => year) ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="indicator-group">
      <DataTable
        caption={text('indicator.handed-in')}
        note={text('indicator.handed-in.note')}
        rowHead={text('indicator.unit')}
        columns={years.map((year) => ({ key: String(year), head: String(year), kind: 'text' as const }))}
        rows={rows.map(({ unit, years: states }) => ({
          key: unit.code,
          head: nameOf(unit, locale),
          cells: Object.fromEntries(
            states.map(({ year, state, onDate }) => {
              const said = text(`indicator.state.${state}`, {
                date: onDate ? formatDate(onDate, locale, 'short') : '',
              });
              const open = state !== 'none' && fills.includes(unit.code);
              return [
                String(year),
                open ? (
                  <Link
                    key={year}
                    href={`${base}/fill/${unit.code}/${year}`}
                    aria-label={`${nameOf(unit, locale)} ${year}: ${said}`}
                  >
                    {said}
                  </Link>
                ) : (
                  said
                ),
              ];
            }),
          ),
        }))}
      />
    </section>
  );
}
