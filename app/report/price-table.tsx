import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import type { ImpliedPrice, PricedStage, YearPrice } from './line-rate.server.ts';

/** What one FTE costs in each year: as the scheme states it, and what the amounts on both sides imply. */
export function PriceTable({ prices }: { prices: readonly YearPrice[] }) {
  const text = useText();
  if (prices.length === 0) return null;
  const stages = (['allocated', 'budgeted', 'realised'] as const satisfies readonly PricedStage[]).filter(
    (stage) => prices.some((one) => one.implied[stage]),
  );
  return (
    <section className="prices">
      <DataTable
        caption={text('money.price')}
        note={text(stages.length > 0 ? 'money.price.note' : 'money.price.note-none')}
        rowHead={text('money.price.year')}
        columns={[
          { key: 'stated', head: text('money.price.stated') },
          ...stages.map((key) => ({ key, head: text(`money.price.${key}`) })),
        ]}
        rows={prices.map(({ year, stated, implied }) => ({
          key: String(year),
          head: String(year),
          cells: {
            stated: <Money value={stated} unit="eur2" mark={stated === null ? 'unknown' : null} />,
            ...Object.fromEntries(
              stages.map((stage) => [stage, <Implied key={stage} price={implied[stage] ?? null} />]),
            ),
          },
        }))}
      />
    </section>
  );
}

function Implied({ price }: { price: ImpliedPrice | null }) {
  const text = useText();
  if (price === null) return <Money value={null} unit="eur2" mark="none" />;
  const { window, within, stated, of, mean } = price;
  const state = window === null ? 'none' : stated === null ? 'unstated' : within ? 'within' : 'outside';
  return (
    <>
      {window === null ? (
        <>
          {text('money.price.mean')} <Money value={mean} unit="eur2" />
        </>
      ) : window.least === window.most ? (
        <Money value={window.least} unit="eur2" />
      ) : (
        <>
          <Money value={window.least} unit="eur2" /> {text('money.price.to')}{' '}
          <Money value={window.most} unit="eur2" />
        </>
      )}
      <small className={state === 'outside' ? 'price-state price-off' : 'price-state'}>
        {text('money.price.state', { state, count: of })}
      </small>
    </>
  );
}
