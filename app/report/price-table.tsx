import type { YearRate } from '#app/plan/budget-rate.ts';
import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import type { YearPrice } from './line-rate.server.ts';

/** What one FTE costs in each year: as the scheme states it, and what the amounts on both sides imply. */
export function PriceTable({ prices }: { prices: readonly YearPrice[] }) {
  const text = useText();
  if (prices.length === 0) return null;
  return (
    <DataTable
      caption={text('money.price')}
      note={text('money.price.note')}
      rowHead={text('money.price.year')}
      columns={(['stated', 'budgeted', 'realised'] as const).map((key) => ({
        key,
        head: text(`money.price.${key}`),
      }))}
      rows={prices.map(({ year, stated, budgeted, realised }) => ({
        key: String(year),
        head: String(year),
        cells: {
          stated: <Money value={stated} unit="eur2" mark={stated === null ? 'unknown' : null} />,
          budgeted: <Implied rate={budgeted} />,
          realised: <Implied rate={realised} />,
        },
      }))}
    />
  );
}

function Implied({ rate }: { rate: YearRate | null }) {
  const text = useText();
  if (rate === null) return <Money value={null} unit="eur2" mark="none" />;
  const { window, within, stated, of } = rate;
  const state = window === null ? 'none' : stated === null ? 'unstated' : within ? 'within' : 'outside';
  return (
    <>
      {window === null ? null : window.least === window.most ? (
        <Money value={window.least} unit="eur2" />
      ) : (
        <span className="price-window">
          <Money value={window.least} unit="eur2" /> {text('money.price.to')}{' '}
          <Money value={window.most} unit="eur2" />
        </span>
      )}
      <small className={state === 'outside' || state === 'none' ? 'price-state price-off' : 'price-state'}>
        {text('money.price.state', { state, count: of })}
      </small>
    </>
  );
}
