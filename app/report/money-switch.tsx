import { SegmentLinks } from '#app/ui/frame.tsx';
import { useText } from '#app/ui/text.tsx';
import { type MoneyAddress, moneyQuery, readMoneyAddress } from './money-filter.ts';
import { type TraceAddress, traceQuery } from './trace-address.ts';

type Kept = Pick<MoneyAddress & TraceAddress, 'asOf' | 'knownOn' | 'unit' | 'fund' | 'tree'>;

/** The same money as a table and as a flow; moment, unit, fund and tree are kept. */
export function MoneySwitch({ scheme, current, kept }: { scheme: string; current: View; kept: Kept }) {
  const text = useText();
  const { asOf, knownOn, unit, fund, tree } = kept;
  const same = { asOf, knownOn, unit, fund, tree };
  const plain = readMoneyAddress(new URLSearchParams(), '');
  const hrefs = {
    table: `/schemes/${scheme}/money${moneyQuery(plain, same)}`,
    flow: `/schemes/${scheme}/trace${traceQuery({ ...same, year: null, flow: null })}`,
  };
  return (
    <SegmentLinks
      label={text('trace.view')}
      options={views.map((view) => ({
        ...{ key: view, href: hrefs[view], current: view === current },
        label: text(`trace.view.${view}`),
      }))}
    />
  );
}

const views = ['table', 'flow'] as const;
type View = (typeof views)[number];
