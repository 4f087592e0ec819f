import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Pack } from './pack.server.ts';
import type { packWords } from './pack-words.ts';

type Props = { pack: Pack; said: ReturnType<typeof packWords> };

/** Every theme before, after and the difference; without a version to compare with, what is budgeted. */
export function PackMoney({ pack, said }: Props) {
  const text = useText();
  if (pack.themes.length === 0) return <p>{text('pack.money.none')}</p>;
  const compared = pack.decision.earlier !== null;
  const figures = (one: { before: number | null; after: number | null; difference: number }) => ({
    before: <Money value={one.before} unit="keur" />,
    after: <Money value={one.after} unit="keur" />,
    difference: <Money value={one.difference} unit="keur" sign />,
  });
  return (
    <DataTable
      caption={text(compared ? 'pack.table' : 'pack.table.planned', { years: said.years })}
      note={text('pack.unit')}
      rowHead={text('change.theme')}
      columns={
        compared
          ? [
              { key: 'before', head: said.before },
              { key: 'after', head: said.after },
              { key: 'difference', head: text('change.difference') },
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
          cells: figures(one),
          ...(one.series !== null && { series: one.series }),
        })),
        { key: 'total', kind: 'total' as const, head: text('pack.total'), cells: figures(pack.total) },
      ]}
    />
  );
}
