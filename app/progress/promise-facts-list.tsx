import { useText } from '#app/ui/text.tsx';
import type { HistoryVersion, HistoryYear } from './history.server.ts';
import { factsOf, promiseFacts } from './promise-facts.ts';

/** What the promise holds that lets one see whether it was kept, and what it leaves open: a hint to its writers. */
export function PromiseFacts({ measure, years }: { measure: HistoryVersion; years: readonly HistoryYear[] }) {
  const text = useText();
  const budgeted = years.filter((one) => one.budget !== null).map((one) => one.year);
  const facts = factsOf(measure, budgeted);
  return (
    <div className="promise-facts">
      <p className="sub">{text('history.facts')}</p>
      <ul>
        {promiseFacts.map((fact) => (
          <li key={fact} className={facts[fact] ? 'held' : undefined}>
            <span aria-hidden="true">{facts[fact] ? '✓' : '–'}</span> {text(`history.fact.${fact}`)}{' '}
            <span className={facts[fact] ? 'visually-hidden' : 'sub'}>
              {text(facts[fact] ? 'history.fact.held' : 'history.fact.open')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
