import { Outlet } from 'react-router';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/interim-part';
import { getInterim, type Interim } from './interim.server.ts';

/** Within a dossier: what may be spent when the year begins without the consent that is asked. */
export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => ({
    interim: await getInterim(tx, actor, { ...args.params, today }),
  }));
}

export default function InterimPart({ loaderData }: Route.ComponentProps) {
  return (
    <>
      {loaderData.interim ? <InterimTable interim={loaderData.interim} /> : null}
      <Outlet />
    </>
  );
}

function InterimTable({ interim }: { interim: Interim }) {
  const text = useText();
  const locale = useLocale();
  const { rule, year, rows } = interim;
  const words = {
    parts: String(rule.parts),
    of: String(rule.of),
    year: String(year),
    before: String(year - 1),
  };
  const euros = (cents: number | null) => (
    <Money value={cents} unit="eur" mark={cents === null ? 'unknown' : null} />
  );
  const figures = (cents: number | null, most: number | null) => ({
    before: euros(cents),
    most: euros(most),
  });
  return (
    <section aria-labelledby="interim">
      <h2 id="interim">{text('interim.title', { ...words, begun: String(interim.begun) })}</h2>
      <p>
        {text('interim.lead', { ...words, begun: String(interim.begun), stage: text(`stage.${rule.stage}`) })}
      </p>
      <p className="sub">
        {rule.basis} ({text(`certainty.${rule.certainty}`)}). {text('interim.computed')}
      </p>
      {rows.length === 0 ? (
        <p>{text('interim.none', words)}</p>
      ) : (
        <DataTable
          caption={text('interim.caption', words)}
          rowHead={text('interim.item')}
          columns={[
            { key: 'before', head: text('interim.before', { ...words, stage: text(`stage.${rule.stage}`) }) },
            { key: 'most', head: text('interim.most', words) },
          ]}
          rows={[
            ...rows.map((row) => ({
              key: row.node ?? '',
              head:
                row.nameNl && row.nameEn
                  ? nameOf({ nameNl: row.nameNl, nameEn: row.nameEn }, locale)
                  : text('interim.without-node'),
              cells: figures(row.cents, row.mostCents),
            })),
            {
              key: 'total',
              kind: 'total' as const,
              head: text('interim.total'),
              cells: figures(interim.cents, interim.mostCents),
            },
          ]}
        />
      )}
      {interim.incomplete ? <p className="sub">{text('interim.incomplete')}</p> : null}
    </section>
  );
}
