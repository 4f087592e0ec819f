import { MoneyBar, ShareBars } from '#app/ui/chart.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Bar, ShareBar } from './money-summary.ts';

/** One year of the money, from grant to spending. */
export function MoneyFlow({ bar, asOf }: { bar: Bar; asOf: string }) {
  const text = useText();
  const locale = useLocale();
  const title = text('money.bar', { year: String(bar.year) });
  const why = text('money.bar.unknown', { date: formatDate(asOf, locale) });
  const row = (key: 'granted' | 'allocated' | 'budgeted' | 'realised') => ({
    key,
    label: text(`money.bar.${key}`),
    value: bar[key],
    signs: bar.signs[key],
    why,
    ...(key === 'budgeted' && bar.parts.length > 0 && { parts: bar.parts }),
  });
  const left =
    bar.left === null
      ? []
      : [
          {
            key: 'left' as const,
            label: text(bar.left < 0 ? 'money.bar.over' : 'money.bar.left'),
            value: bar.left,
            signs: bar.signs.left,
          },
        ];
  return (
    <MoneyBar
      title={title}
      description={title}
      note={text('money.unit.keur').split('·')[0]}
      unit="keur"
      rows={[row('granted'), row('allocated'), row('budgeted'), row('realised'), ...left]}
    />
  );
}

/** The share of each key in the budget, year by year. */
export function MoneyShares(props: {
  keys: { key: string | null; label: string }[];
  bars: ShareBar[];
  title: string;
}) {
  const text = useText();
  if (props.bars.length === 0) return null;
  return (
    <ShareBars
      title={props.title}
      note={text('money.shares.note')}
      description={text('money.shares.note')}
      series={props.keys.map(({ key, label }, i) => ({ key: key ?? '', label, series: i + 1 }))}
      bars={props.bars}
    />
  );
}
