import { formatAmount } from '#app/kernel/amount-format.ts';
import { Badge, type Tone } from '#app/ui/badge.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { WatchedTie } from './open-check.server.ts';
import type { TieState } from './tie.ts';

const tones: Record<TieState, Tone> = {
  holds: 'ok',
  rounding: 'ok',
  broken: 'error',
  unknown: 'neutral',
};

/** The ties of a scheme: both sums, how far they lie apart, and whether that is more than rounding. */
export function TieTable({ ties }: { ties: readonly WatchedTie[] }) {
  const text = useText();
  const locale = useLocale();
  const euros = (cents: number | null, sign = false) =>
    cents === null ? text('checks.unknown') : `€ ${formatAmount(Math.round(cents), 'eur', locale, sign)}`;
  return (
    <DataTable
      caption={text('checks.ties')}
      note={text('checks.ties.lead')}
      rowHead={text('checks.tie.name')}
      stack
      columns={[
        { key: 'left', head: text('checks.tie.left') },
        { key: 'right', head: text('checks.tie.right') },
        { key: 'difference', head: text('checks.difference') },
        { key: 'state', head: text('checks.tie.state'), kind: 'text' },
      ]}
      rows={ties.map(({ verdict, ...tie }) => ({
        key: `${tie.owner}-${tie.code}`,
        head: (
          <span id={`tie-${tie.owner}-${tie.code}`} className="tie-name">
            {tie.name}
            {tie.note ? <small>{tie.note}</small> : null}
          </span>
        ),
        cells: {
          left: euros(verdict.left),
          right: euros(verdict.right),
          difference: verdict.difference === null ? '' : euros(verdict.difference, true),
          state: (
            <span className="tie-state">
              <Badge tone={tones[verdict.state]}>{text(`checks.tie.state.${verdict.state}`)}</Badge>
              <small>{text('checks.tie.slack', { slack: euros(verdict.slack) })}</small>
            </span>
          ),
        },
      }))}
    />
  );
}
