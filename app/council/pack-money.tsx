import { DifferenceBar } from '#app/plan/change-table.tsx';
import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Pack } from './pack.server.ts';
import { sumOf, unitColumns } from './pack-table.ts';
import type { packWords } from './pack-words.ts';

type Props = { pack: Pack; said: ReturnType<typeof packWords> };

/** The money of a request: by theme, or by unit where it has none; nothing of what carries no money. */
export function PackMoney({ pack, said }: Props) {
  const text = useText();
  if (pack.money === 'none') return null;
  if (pack.themes.length + pack.units.length === 0) return <p>{text('pack.money.none')}</p>;
  return pack.money === 'units' ? <ByUnit pack={pack} said={said} /> : <ByTheme pack={pack} said={said} />;
}

/** Every theme before, after and the difference; without a version to compare with, what is budgeted. */
function ByTheme({ pack, said }: Props) {
  const text = useText();
  const compared = pack.decision.earlier !== null;
  const largest = Math.max(1, ...pack.themes.map((one) => Math.abs(one.difference)));
  const figures = (one: { before: number | null; after: number | null; difference: number }) => ({
    before: <Money value={one.before} unit="keur" />,
    after: <Money value={one.after} unit="keur" />,
    difference: <Money value={one.difference} unit="keur" sign />,
  });
  return (
    <DataTable
      caption={text('pack.table', { years: said.years })}
      note={text('pack.unit')}
      rowHead={text('change.theme')}
      columns={
        compared
          ? [
              { key: 'before', head: said.before },
              { key: 'after', head: said.after },
              { key: 'difference', head: text('change.difference') },
              {
                key: 'bar',
                head: <span className="visually-hidden">{text('change.bar')}</span>,
                kind: 'text',
              },
            ]
          : [{ key: 'after', head: text('pack.budget') }]
      }
      rows={[
        ...pack.themes.map((one) => ({
          key: one.theme ?? 'none',
          head: (
            <>
              {said.theme(one)}
              {one.share ? <small className="pack-share">{said.share(one)}</small> : null}
            </>
          ),
          cells: {
            ...figures(one),
            ...(compared && { bar: <DifferenceBar difference={one.difference} largest={largest} /> }),
          },
          ...(one.series !== null && { series: one.series }),
        })),
        { key: 'total', kind: 'total' as const, head: text('pack.total'), cells: figures(pack.total) },
      ]}
    />
  );
}

/** Every unit before, after and the difference; without a version to compare with, year by year. */
function ByUnit({ pack, said }: Props) {
  const text = useText();
  const compared = pack.decision.earlier !== null;
  const { years, cellsOf } = unitColumns(pack);
  const heads = compared
    ? [said.before, said.after, text('change.difference')]
    : [...years.map(String), text('pack.total')];
  // a movement between years shows its sign
  const sign = (index: number) => (compared ? index === 2 : pack.total.after === 0);
  const cells = (one: Parameters<typeof cellsOf>[0]) =>
    Object.fromEntries(
      cellsOf(one).map((value, index) => [
        heads[index]!,
        <Money key={heads[index]} value={value} unit="keur" sign={sign(index)} />,
      ]),
    );
  return (
    <DataTable
      caption={text('pack.table.units', { years: said.years })}
      note={text('pack.unit.plain')}
      rowHead={text('pack.table.unit')}
      columns={heads.map((head) => ({ key: head, head }))}
      rows={[
        ...pack.units.map((one) => ({ key: one.unit ?? 'rest', head: said.unit(one), cells: cells(one) })),
        {
          ...{ key: 'total', kind: 'total' as const, head: text('pack.total') },
          cells: cells({ years: sumOf(pack.units, years), ...pack.total }),
        },
      ]}
    />
  );
}
