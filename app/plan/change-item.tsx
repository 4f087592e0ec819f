import type { ReactNode } from 'react';
import { formatAmount, formatExact } from '#app/kernel/amount-format.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SeriesKey } from '#app/ui/series.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import { type ChangeKind, reachOf, shapeProblems } from './change.ts';
import type { ChangeCheck } from './change-check.ts';
import { changeTitle } from './change-name.ts';
import type { StatedChange } from './change-read.server.ts';
import type { Factor } from './factor.ts';
import type { PlanTheme } from './plan.server.ts';

type Measure = { code: string; name: string; node: string };
export type ChangeNames = {
  themes: readonly PlanTheme[];
  /** measures of the earlier side and of the one that states the change */
  before: readonly Measure[];
  after: readonly Measure[];
};

/** The tone that repeats what a kind of change says in words. */
const tones: Partial<Record<ChangeKind, 'ok' | 'warn' | 'accent'>> = {
  new: 'ok',
  stopped: 'warn',
  replaced: 'warn',
  extended: 'accent',
  reduced: 'accent',
  moved: 'accent',
};

type Props = { change: StatedChange & { check?: ChangeCheck }; names: ChangeNames; children?: ReactNode };

/** One stated change: what happened, between which themes, why and because of whom, and what the figures say. */
export function ChangeItem({ change, names, children }: Props) {
  const text = useText();
  const locale = useLocale();
  const broken = shapeProblems(change).length > 0;
  const themes = useThemes(change, names);
  const reach = change.kind === 'moved' ? reachOf({ ...change, ...themes }) : null;
  const { unit, cause, body } = change.names;
  const when = change.decidedOn && formatDate(change.decidedOn, locale);
  const money = change.otherMoney;
  const facts: [key: string, words: string][] = [
    ...linkFacts(change, names),
    ...(unit ? [['change.unit', nameOf(unit, locale)] as [string, string]] : []),
    ...(cause ? [['change.cause', nameOf(cause, locale)] as [string, string]] : []),
  ];
  if (body) {
    const name = nameOf(body, locale);
    facts.push(['change.decision', when ? text('change.decision.on', { body: name, date: when }) : name]);
  }
  if (money) facts.push(['change.other-money', money]);
  if (change.fromYear !== null) facts.push(['change.from-year', String(change.fromYear)]);
  return (
    <article className="change" id={`change-${change.code}`}>
      <header className="row">
        <h3>
          {themes.series ? <SeriesKey series={themes.series} /> : null}
          {changeTitle(change, names)}
        </h3>
        <Badge tone={tones[change.kind]}>
          {text(`change.kind.${change.kind}${reach ? `.${reach}` : ''}`)}
        </Badge>
        {change.kind === 'reclassified' ? <Badge>{text('change.no-content')}</Badge> : null}
      </header>
      {themes.words ? <p className="sub">{themes.words}</p> : null}
      {change.reason ? (
        <p className="said change-reason">{change.reason}</p>
      ) : (
        <p className="quiet">{text('change.reason.none')}</p>
      )}
      <dl className="facts">
        {facts.map(([key, words]) => (
          <div key={key}>
            <dt>{text(key)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <Size change={change} />
        {change.check ? <Figures check={change.check} fromYear={change.fromYear} /> : null}
        {change.source ? (
          <div>
            <dt>{text('change.source')}</dt>
            <dd>{change.source}</dd>
          </div>
        ) : null}
      </dl>
      {broken ? <Notice tone="warn" title={text('change.note.broken')} /> : null}
      {change.check?.notes.map((note) => (
        <p key={note} className="change-note">
          {text(`change.note.${note}`)}
        </p>
      ))}
      {children}
    </article>
  );
}

/** Between which themes, from the words of the change or else from its measures. */
function useThemes(change: StatedChange, { themes, before, after }: ChangeNames) {
  const text = useText();
  const locale = useLocale();
  const nodes = (codes: readonly string[], side: readonly Measure[]) => [
    ...new Set(side.filter((one) => codes.includes(one.code)).map((one) => one.node)),
  ];
  const [was, is] = [nodes(change.before, before), nodes(change.after, after)];
  const from = change.from ?? (was.length === 1 ? was[0]! : null);
  const to = change.to ?? (is.length === 1 ? is[0]! : null);
  const theme = (code: string | null) => themes.find((one) => one.code === code);
  const [a, b] = [theme(from), theme(to)];
  const name = (one: PlanTheme) => nameOf(one, locale);
  const words = (() => {
    if (a && b && a !== b) return text('change.themes', { from: name(a), to: name(b) });
    if (b) return text('change.to-theme', { to: name(b) });
    return a ? text('change.from-theme', { from: name(a) }) : null;
  })();
  return { from, to, words, series: (b ?? a)?.series ?? 0 };
}

/** The measures that are linked beside those in the title: where it comes from, what it goes on as. */
function linkFacts(change: StatedChange, { before, after }: ChangeNames): [string, string][] {
  const name = (codes: readonly string[], side: readonly Measure[]) =>
    codes.map((code) => side.find((one) => one.code === code)?.name ?? code).join(', ');
  const [was, is] = [name(change.before, before), name(change.after, after)];
  const facts: [string, string][] = [];
  if (change.kind === 'replaced') return is ? [['change.freed-for', is]] : [];
  if (was && is && was !== is) facts.push(['change.history', was]);
  if (is && change.subject) facts.push(['change.becomes', is]);
  if (was && !is && change.subject) facts.push(['change.about', was]);
  return facts;
}

/** A factor as people read it: `more than × 1.1`. */
function useFactorWords() {
  const text = useText();
  const locale = useLocale();
  return ({ comparison, milli }: Factor) => {
    const key = comparison === 'exactly' ? 'change.factor' : `change.factor.${comparison}`;
    return text(key, { factor: formatExact(milli, 3, locale) });
  };
}

function Size({ change }: { change: StatedChange }) {
  const text = useText();
  const locale = useLocale();
  const words = useFactorWords();
  const moved = ['moved', 'reclassified', 'replaced', 'merged'].includes(change.kind);
  const amount = change.cents === null ? null : `€ ${formatAmount(change.cents, 'eur', locale)}`;
  return (
    <>
      {change.size || change.factor ? (
        <div>
          <dt>{text('change.size')}</dt>
          <dd>
            {change.size ? text('change.size.said', { size: change.size }) : null}
            {change.size && change.factor ? ' · ' : null}
            {change.factor ? words(change.factor) : null}
          </dd>
        </div>
      ) : null}
      {amount !== null || (moved && change.before.length + change.after.length === 0) ? (
        <div>
          <dt>{text('change.amount')}</dt>
          <dd>
            {amount === null ? (
              <span className="quiet">{text('change.amount.unknown')}</span>
            ) : (
              text('change.amount.stated', { amount })
            )}
          </dd>
        </div>
      ) : null}
    </>
  );
}

/** What the ledger says of what the change is about. */
function Figures({ check, fromYear }: { check: ChangeCheck; fromYear: number | null }) {
  const text = useText();
  const locale = useLocale();
  const amount = (cents: number | null) =>
    cents === null ? '€ 0' : `€ ${formatAmount(cents, 'eur', locale)}`;
  if (check.was === null && check.is === null && check.factor === null) return null;
  const factor = check.factor?.milli ?? null;
  const unknown = check.factor?.state === 'unknown' && (check.was === null || check.is === null);
  const year = fromYear === null ? 'all' : String(fromYear);
  const params = { was: amount(check.was), is: amount(check.is), year };
  return (
    <div>
      <dt>{text('change.figures')}</dt>
      <dd>
        {unknown
          ? text('change.figures.unknown')
          : factor === null
            ? text('change.figures.real', params)
            : text('change.figures.factor', { ...params, factor: formatExact(factor, 3, locale) })}
      </dd>
    </div>
  );
}
