import { nameOf } from '#app/kernel/name.ts';
import { freeDays } from '#app/organisation/free-period.ts';
import { shortHash } from '#app/plan/plan.ts';
import { useRightRules } from '#app/scheme/right-words.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import { isLapsed } from './decision.ts';
import type { DecisionDetail } from './decision-detail.server.ts';
import { usePeriodWords } from './decision-line.tsx';
import { type Term, termOf } from './due.ts';

/** Beside the question: its term, the right and where it comes from, and the exact version. */
export function DossierAside({ decision, today }: { decision: DecisionDetail; today: string }) {
  const text = useText();
  const locale = useLocale();
  const { askedOn, dueOn, outcome } = decision;
  const rules = useRightRules();
  const periodWords = usePeriodWords();
  const skipped = decision.rule?.without ?? [];
  const term = dueOn ? termOf(askedOn, dueOn, today, freeDays(skipped)) : null;
  const facts = [
    [text('dossier.right'), rightWords()],
    [text('dossier.matter'), nameOf({ nameNl: decision.matterNl, nameEn: decision.matterEn }, locale)],
    [text('dossier.basis'), basisWords()],
    [text('dossier.rules'), decision.rule ? rules({ ...decision.rule, kind: decision.kind }).join('; ') : ''],
    [text('dispute.mediator'), helper(decision.mediator, decision.rule?.mediationDays)],
    [text('dispute.committee'), helper(decision.committee, decision.rule?.rulingDays)],
    [text('dossier.asked'), formatDate(askedOn, locale)],
    [text('dossier.members'), decision.members > 0 ? String(decision.members) : ''],
  ].filter(([, value]) => value);
  return (
    <>
      {term && dueOn ? (
        <>
          <h2>{text('dossier.term')}</h2>
          <p className="sub">
            {[
              text('dossier.term.days', { count: term.total, date: formatDate(dueOn, locale, 'weekday') }),
              skipped.length > 0 ? text('dossier.term.without', { periods: periodWords(skipped) }) : '',
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
          {outcome === null && !isLapsed(decision) ? (
            <>
              <TermBar term={term} />
              <p>
                {text('dossier.term.left', {
                  left: term.left,
                  past: -term.left,
                  over: term.left < 0 ? 'yes' : 'no',
                })}
              </p>
            </>
          ) : null}
        </>
      ) : null}
      <dl className="facts">
        {facts.map(([label, value]) => (
          <Fact key={label} label={label ?? ''} value={value ?? ''} />
        ))}
        <dt>{text('dossier.version')}</dt>
        <dd>
          {decision.versionNumber} ·{' '}
          <code title={text('plan.hash', { hash: decision.versionHash })}>
            {shortHash(decision.versionHash)}
          </code>
        </dd>
      </dl>
    </>
  );

  function rightWords(): string {
    if (decision.prior === null) return text(`right.${decision.kind}`);
    return text(decision.prior ? 'dossier.prior' : 'dossier.not-prior', {
      right: text(`right.${decision.kind}`),
    });
  }

  function helper(kind: { nl: string; en: string } | null, days: number | undefined): string {
    if (!kind) return '';
    const body = nameOf({ nameNl: kind.nl, nameEn: kind.en }, locale);
    return days ? text('dispute.term', { body, days }) : body;
  }

  function basisWords(): string {
    const { basis, certainty } = decision;
    return basis && certainty ? `${basis} (${text(`certainty.${certainty}`)})` : basis;
  }
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** One block per working day of the term: gone, today, to come, and the last. */
function TermBar({ term }: { term: Term }) {
  if (term.total < 1 || term.total > 66) return null;
  const days = Array.from({ length: term.total }, (_, index) => index + 1);
  const kind = (day: number) => {
    if (day === term.total) return 'term-due';
    if (day === term.gone) return 'term-now';
    return day < term.gone ? 'term-gone' : 'term-free';
  };
  const columns = Math.min(term.total, 22);
  const step = 100 / columns;
  const rows = Math.ceil(term.total / columns);
  return (
    <svg className="term" viewBox={`0 0 100 ${rows * 10}`} aria-hidden="true">
      {days.map((day) => (
        <rect
          key={day}
          className={kind(day)}
          x={((day - 1) % columns) * step}
          y={Math.floor((day - 1) / columns) * 10}
          width={step - 0.9}
          height={8.6}
        />
      ))}
    </svg>
  );
}
