import { nameOf } from '#app/kernel/name.ts';
import { Money, Notes } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { ThemeChange } from './comparison.ts';
import type { PlanTheme } from './plan.server.ts';

type Props = {
  changes: readonly ThemeChange[];
  themes: readonly PlanTheme[];
  /** what the two columns are called */
  names: { before: string; after: string };
  years: string;
};

/** What changed in money, theme by theme, with the measures that made it. */
export function ChangeTable({ changes, themes, names, years }: Props) {
  const text = useText();
  const locale = useLocale();
  const largest = Math.max(1, ...changes.map((change) => Math.abs(change.difference)));
  return (
    <>
      <DataTable
        caption={text('change.caption', { years })}
        rowHead={text('change.theme')}
        columns={[
          { key: 'before', head: names.before },
          { key: 'after', head: names.after },
          { key: 'difference', head: text('change.difference') },
          { key: 'bar', head: <span className="visually-hidden">{text('change.bar')}</span>, kind: 'text' },
          { key: 'what', head: text('change.what'), kind: 'text' },
        ]}
        rows={changes.map((change) => {
          const theme = themes.find((one) => one.code === change.theme);
          return {
            key: change.theme ?? 'none',
            series: theme?.series,
            head: theme ? nameOf(theme, locale) : text('plan.budget.no-measure'),
            cells: {
              what: <What change={change} />,
              before: <Money value={change.before} unit="keur" />,
              after: <Money value={change.after} unit="keur" />,
              difference: <Money value={change.difference} unit="keur" sign />,
              bar: <DifferenceBar difference={change.difference} largest={largest} />,
            },
          };
        })}
      />
      <Notes notes={[{ text: text('change.note') }]} />
    </>
  );
}

function What({ change }: { change: ThemeChange }) {
  const text = useText();
  const changed = change.measures.filter((measure) => measure.kind !== 'unchanged');
  if (changed.length === 0) return <span className="quiet">{text('change.unchanged')}</span>;
  return (
    <ul className="change-list">
      {changed.map((measure) => (
        <li key={measure.code}>
          <b>{text(`change.${measure.kind}`)}</b> {measure.name}
        </li>
      ))}
    </ul>
  );
}

/** A bar of the difference: as wide as it is large, told apart by its sign and by place. */
export function DifferenceBar({ difference, largest }: { difference: number; largest: number }) {
  const width = Math.round((Math.abs(difference) / largest) * 48);
  return (
    <svg className={difference < 0 ? 'delta delta-down' : 'delta'} width="100" height="12" aria-hidden="true">
      <rect x={difference < 0 ? 50 - width : 50} y="1" width={width} height="10" />
      <line x1="50" y1="0" x2="50" y2="12" />
    </svg>
  );
}
