import type { ReactNode } from 'react';
import { formatAmount } from '#app/kernel/amount-format.ts';
import type { TraceTotal, Untraceable } from '#app/participation/trace-total.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { NamedLine } from './trace-line.ts';
import { TraceLineTable } from './trace-line-table.tsx';

type Props = {
  scheme: string;
  untraceable: Untraceable;
  unknown: Untraceable;
  totals: TraceTotal[];
  broken: NamedLine[];
  /** what stands below the sums, such as the way to take them along */
  children: ReactNode;
};

/** The untraceable total of a scheme: zero, or which lines, why, and what to do. */
export function TraceVerdict({ scheme, untraceable, unknown, totals, broken, children }: Props) {
  const text = useText();
  const locale = useLocale();
  const none = untraceable.cents === 0;
  return (
    <section className="untraceable" aria-labelledby="untraceable">
      <h3 id="untraceable">{text('trace.untraceable')}</h3>
      <p className="figure">€ {formatAmount(untraceable.cents, 'eur', locale)}</p>
      <p>
        <Badge tone={none ? 'ok' : 'error'}>{text(none ? 'trace.verdict.none' : 'trace.verdict.some')}</Badge>
      </p>
      {unknown.cents > 0 ? (
        <div className="trace-unknown">
          <p>{text('trace.unknown', { amount: `€ ${formatAmount(unknown.cents, 'eur', locale)}` })}</p>
          <ul>
            {unknown.reasons.map((reason) => (
              <li key={reason}>{text(`trace.reason.${reason}`)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {none ? null : (
        <TraceLineTable
          caption={text('trace.broken', { count: broken.length })}
          lines={broken}
          scheme={scheme}
          why
        />
      )}
      <details className="chart-data">
        <summary>{text('trace.totals')}</summary>
        <DataTable
          caption={text('trace.totals')}
          rowHead={text('trace.stage')}
          columns={[
            { key: 'year', head: text('trace.year') },
            ...(['traceable', 'unknown', 'untraceable'] as const).map((key) => ({
              key,
              head: text(`trace.class.${key}`),
            })),
            { key: 'total', head: text('trace.total') },
          ]}
          rows={totals.map((one) => ({
            key: `${one.stage} ${one.year}`,
            head: text(`money.stage.${one.stage}`),
            cells: {
              year: String(one.year),
              traceable: <Money value={one.traceable} unit="eur" />,
              unknown: <Money value={one.unknown} unit="eur" />,
              untraceable: <Money value={one.untraceable} unit="eur" />,
              total: <Money value={one.total} unit="eur" />,
            },
          }))}
        />
        {children}
      </details>
    </section>
  );
}
