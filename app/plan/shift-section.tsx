import { nameOf } from '#app/kernel/name.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Link } from '#app/ui/link.tsx';
import { Money } from '#app/ui/money.tsx';
import { DataTable, type TableRow } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import './change.css';
import { changeTitle } from './change-name.ts';
import { planHref } from './plan-words.ts';
import type { ThemeShift } from './shift.ts';
import { ShiftChart } from './shift-chart.tsx';
import { shiftParts } from './shift-part.ts';
import { reasonsOf } from './shift-reason.ts';
import type { ShiftView } from './shift-view.ts';
import { shiftSentence } from './shift-words.ts';
import type { VersionComparison } from './version-comparison.server.ts';

type Props = { comparison: VersionComparison; names: { before: string; after: string } };

/** What the difference of each theme is made of: sentences, a table, a picture, and the same in shares. */
export function ShiftSection({ comparison, names }: Props) {
  const text = useText();
  const locale = useLocale();
  const { shift, themes } = comparison;
  const name = (code: string | null) => {
    const theme = themes.find((one) => one.code === code);
    return theme ? nameOf(theme, locale) : (code ?? text('plan.budget.no-measure'));
  };
  const moved = shift.themes.some((one) => one.items.length > 0 || one.before !== one.after);
  const sentences = shift.themes.map((one) => shiftSentence(one, name(one.theme), { text, locale }));
  const years = shift.year === null ? text('shift.years.all') : String(shift.year);
  return (
    <section id="shift" className="compared" aria-labelledby="shift-head">
      <h2 id="shift-head">{text('shift.title')}</h2>
      {moved ? (
        <>
          <p className="sub">{text('shift.lead')}</p>
          <Caveats comparison={comparison} names={names} />
          <ul className="shift-sentences">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Unstated shift={shift} comparison={comparison} />
          <ShiftChart
            shifts={shift.themes}
            name={name}
            sentences={sentences.join(' ')}
            table={
              <PartsTable
                comparison={comparison}
                names={names}
                name={name}
                caption={text('shift.chart.title')}
                plain
              />
            }
          />
          <PartsTable
            comparison={comparison}
            names={names}
            name={name}
            caption={text('shift.caption', { years })}
          />
          <Shares
            shift={shift}
            name={name}
            series={(code) => themes.find((one) => one.code === code)?.series}
          />
        </>
      ) : (
        <p>{text('shift.none')}</p>
      )}
    </section>
  );
}

/** What makes the two sides unlike: years that only one of them budgets, amounts that are not known. */
function Caveats({ comparison: { shift }, names }: Props) {
  const text = useText();
  const only = (version: string, years: readonly number[]) =>
    years.length === 0 || shift.year !== null ? null : (
      <p className="change-note">{text('shift.only', { version, years: years.join(', ') })}</p>
    );
  return (
    <>
      {only(names.before, shift.onlyBefore)}
      {only(names.after, shift.onlyAfter)}
      {shift.unknown.length > 0 ? <p className="change-note">{text('shift.unknown')}</p> : null}
    </>
  );
}

/** Changes that moved something of which nobody says how much. */
function Unstated({ shift, comparison }: { shift: ShiftView; comparison: VersionComparison }) {
  const text = useText();
  const keys = new Set(shift.themes.flatMap((one) => one.unstated));
  const changes = shift.changes.filter((one) => keys.has(one.key));
  if (changes.length === 0) return null;
  const { head, after } = comparison;
  const href = `${planHref({ scheme: head.scheme.code, document: head.code })}/changes?version=${after.number}`;
  return (
    <div className="change-note">
      <p>{text('shift.unstated', { count: changes.length })}</p>
      <ul>
        {changes.map((one) => (
          <li key={one.key}>
            <Link href={`${href}#change-${one.code}`}>{changeTitle(one, { before: [], after: [] })}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

type TableProps = Props & { name: (theme: string | null) => string; caption: string; plain?: boolean };

/** Before, after and the parts of the difference; with what is behind them unless it stands for the picture. */
function PartsTable({ comparison, names, name, caption, plain }: TableProps) {
  const text = useText();
  const { shift, themes } = comparison;
  const used = shiftParts.filter(
    (part) => part === 'grown' || shift.themes.some((one) => one.parts[part] !== 0),
  );
  const row = (one: Pick<ThemeShift, 'before' | 'after' | 'parts'>): TableRow['cells'] => ({
    before: <Money value={one.before} unit="keur" />,
    after: <Money value={one.after} unit="keur" />,
    difference: <Money value={one.after - one.before} unit="keur" sign />,
    ...Object.fromEntries(
      used.map((part) => [part, <Money key={part} value={one.parts[part] || null} unit="keur" sign />]),
    ),
  });
  return (
    <DataTable
      caption={caption}
      note={text('shift.note')}
      rowHead={text('change.theme')}
      columns={[
        { key: 'before', head: names.before },
        { key: 'after', head: names.after },
        { key: 'difference', head: text('change.difference') },
        ...used.map((part) => ({
          key: part,
          head: text(`shift.part.${part}`),
          group: text(part === 'relabelled' ? 'shift.group.label' : 'shift.group.real'),
        })),
        ...(plain ? [] : [{ key: 'why', head: text('shift.why'), kind: 'text' as const }]),
      ]}
      rows={[
        ...shift.themes.map((one) => ({
          key: one.theme ?? 'none',
          series: themes.find((theme) => theme.code === one.theme)?.series,
          head: name(one.theme),
          cells: { ...row(one), why: <Why shift={one} comparison={comparison} /> },
        })),
        { key: 'total', kind: 'total' as const, head: text('plan.total'), cells: row(shift.total) },
      ]}
    />
  );
}

/** The measures behind the parts of a theme, with the reason that the plan gives, if it gives one. */
function Why({ shift, comparison }: { shift: ThemeShift; comparison: VersionComparison }) {
  const text = useText();
  const items = reasonsOf(shift, comparison.shift);
  if (items.length === 0) return null;
  return (
    <ul className="change-list">
      {items.map((item) => (
        <li key={item.key}>
          {item.name}
          {' · '}
          {text(`shift.part.${item.part}`).toLowerCase()}
          {item.undeclared ? ` (${text('shift.why.undeclared')})` : null}
        </li>
      ))}
    </ul>
  );
}

type SharesProps = {
  shift: ShiftView;
  name: (theme: string | null) => string;
  series: (theme: string | null) => number | undefined;
};

function Shares({ shift, name, series }: SharesProps) {
  const text = useText();
  if (shift.themes.some((one) => one.share === null)) return null;
  const used = shiftParts.filter((part) => shift.themes.some((one) => one.share!.parts[part] !== 0));
  const years = shift.year === null ? text('shift.years.all') : String(shift.year);
  return (
    <Disclosure summary={text('shift.shares')}>
      <DataTable
        caption={text('shift.shares.caption', { years })}
        note={text('shift.shares.note')}
        rowHead={text('change.theme')}
        columns={[
          { key: 'before', head: text('plan-change.was') },
          { key: 'after', head: text('plan-change.is') },
          { key: 'difference', head: text('change.difference') },
          ...used.map((part) => ({ key: part, head: text(`shift.part.${part}`) })),
        ]}
        rows={shift.themes.map(({ theme, share }) => ({
          key: theme ?? 'none',
          series: series(theme),
          head: name(theme),
          cells: {
            before: <Money value={share!.before} unit="percent1" />,
            after: <Money value={share!.after} unit="percent1" />,
            difference: <Money value={share!.after - share!.before} unit="percent1" sign />,
            ...Object.fromEntries(
              used.map((part) => [
                part,
                <Money key={part} value={share!.parts[part] || null} unit="percent1" sign />,
              ]),
            ),
          },
        }))}
      />
    </Disclosure>
  );
}
