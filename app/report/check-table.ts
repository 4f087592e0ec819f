import { formatDate } from '#app/render/format.ts';
import { type Cell, empty, fte, money, share, type Table, text } from '#app/render/report.ts';
import type { Acceptance } from './acceptance.ts';
import type { WatchedTie } from './open-check.server.ts';
import type { Check, CheckUnit } from './open-check.ts';
import type { Language } from './page-file.ts';

/** A figure of a check in its own unit. */
const figure: Record<CheckUnit, (value: number) => Cell> = {
  cents: (value) => money(value),
  eur: (value) => money(Math.round(value * 100)),
  keur: (value) => money(Math.round(value * 100_000)),
  fte: (value) => fte(Math.round(value * 1000)),
  percent: (value) => share(Math.round(value * 100)),
  year: (value) => text(String(value)),
};

/** Differences as they go out: where, which rule, and both figures; of an accepted one also who and why. Pure. */
export function checkTable(
  checks: readonly (Check & { acceptance?: Acceptance })[],
  caption: string,
  { words, locale }: Language,
): Table {
  const facts = ['stated', 'computed', 'difference'] as const;
  const cellOf = (check: Check, value: number | null): Cell => {
    if (check.stated === null && check.computed === null) return empty;
    return value === null ? { kind: 'unknown' } : figure[check.unit](value);
  };
  const said = checks.some((one) => one.acceptance);
  return {
    caption,
    labelHead: words('checks.place'),
    columns: [
      { key: 'code', label: words('checks.about') },
      { key: 'class', label: words('checks.tie.state') },
      ...facts.map((key) => ({ key, label: words(`checks.${key}`) })),
      { key: 'rule', label: words('checks.rule') },
      ...(said ? [{ key: 'said', label: words('checks.accepted') }] : []),
    ],
    rows: checks.map(({ acceptance, ...check }) => ({
      kind: 'line',
      label: check.place.join(' · '),
      cells: [
        text(words(`checks.code.${check.code}`)),
        text(words(`checks.class.${check.class}`)),
        ...facts.map((key) => cellOf(check, check[key])),
        text(words(`checks.rule.${check.code}`, check.params)),
        ...(acceptance
          ? [
              text(
                words('checks.accepted.by', {
                  ...{ by: acceptance.by, reason: acceptance.reason },
                  date: formatDate(acceptance.at, locale),
                }),
              ),
            ]
          : []),
      ],
    })),
    format: { money: 'eurCents', fteDecimals: 2, shareDecimals: 1 },
    nil: 'figure',
  };
}

/** The ties of a scheme as they go out: both sums, how far they lie apart, and what rounding explains. Pure. */
export function tieTable(ties: readonly WatchedTie[], { words }: Language): Table {
  const euros = (cents: number | null): Cell =>
    cents === null ? { kind: 'unknown' } : money(Math.round(cents));
  return {
    caption: words('checks.ties'),
    unitNote: words('sanction.unit'),
    labelHead: words('checks.tie.name'),
    columns: [
      { key: 'left', label: words('checks.tie.left') },
      { key: 'right', label: words('checks.tie.right') },
      { key: 'difference', label: words('checks.difference') },
      { key: 'slack', label: words('checks.tie.room') },
      { key: 'state', label: words('checks.tie.state') },
      { key: 'note', label: words('money.lines.note') },
    ],
    rows: ties.map(({ name, note, verdict }) => ({
      kind: 'line',
      label: name,
      cells: [
        euros(verdict.left),
        euros(verdict.right),
        verdict.difference === null ? { kind: 'empty' } : euros(verdict.difference),
        euros(verdict.slack),
        text(words(`checks.tie.state.${verdict.state}`)),
        note ? text(note) : { kind: 'empty' },
      ],
    })),
    format: { money: 'eur' },
    nil: 'figure',
  };
}
