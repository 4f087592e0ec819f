import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Link } from '#app/ui/link.tsx';
import { Money } from '#app/ui/money.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Amount } from './progress.server.ts';
import type { Status } from './progress.ts';

/** The address of the year of a unit. */
export function yearHref(scheme: string, unit: string, year: number): string {
  return `/schemes/${scheme}/progress/${unit}/${year}`;
}

/** The address of one measure over the years. */
export function historyHref(scheme: string, measure: { document: string; code: string }): string {
  return `/schemes/${scheme}/progress/measures/${measure.document}/${measure.code}`;
}

/** The address of one promise and what was judged of it. */
export function promiseHref(scheme: string, measure: { document: string; code: string }): string {
  return `/schemes/${scheme}/goals/${measure.document}/${measure.code}`;
}

/** A status in the scheme's own words; that it deviates is seen too. */
export function StatusWord({ code, statuses }: { code: string | null; statuses: readonly Status[] }) {
  const text = useText();
  const locale = useLocale();
  const status = statuses.find((one) => one.code === code);
  if (!status) return <span className="sub">{text('progress.untold')}</span>;
  return <Badge tone={status.deviates ? 'warn' : 'neutral'}>{nameOf(status, locale)}</Badge>;
}

/** Spent beside budgeted; what is not known says so. */
export function SpentOf({ budget, spent }: { budget: Amount; spent: Amount }) {
  const text = useText();
  const figure = (amount: Amount) => (
    <Money
      value={amount?.cents ?? null}
      unit="eur"
      mark={amount === null ? 'unknown' : null}
      signs={amount && amount.unknown > 0 ? ['pm'] : []}
    />
  );
  return (
    <span className="progress-money">
      <span>
        {text(spent === null ? 'progress.spent' : 'progress.spent.eur')} {figure(spent)}
      </span>{' '}
      <span>
        {text(budget === null ? 'progress.of-budget' : 'progress.of-budget.eur')} {figure(budget)}
      </span>
    </span>
  );
}

const views = ['progress', 'goals', 'evidence'] as const;

/** What was done, and what shows it. */
export function ProgressNav(props: { scheme: string; current: (typeof views)[number] | null }) {
  const text = useText();
  return (
    <nav className="link-row" aria-label={text('progress.nav')}>
      {views.map((view) => (
        <Link
          key={view}
          href={`/schemes/${props.scheme}/${view}`}
          aria-current={view === props.current ? 'page' : undefined}
        >
          {text(`progress.nav.${view}`)}
        </Link>
      ))}
    </nav>
  );
}
