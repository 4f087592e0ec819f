import { nameOf } from '#app/kernel/name.ts';
import { Link } from '#app/ui/link.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { yearHref } from './progress-words.tsx';
import type { ProgressWork } from './progress-work.server.ts';

/** On the page of one's own work: years that were begun and not handed in. */
export function ProgressWorkGroup({ work }: { work: readonly ProgressWork[] }) {
  const text = useText();
  const locale = useLocale();
  if (work.length === 0) return null;
  return (
    <section>
      <h2>{text('work.progress')}</h2>
      <ul className="ruled">
        {work.map((one) => (
          <li key={`${one.scheme} ${one.unit} ${one.year}`} className="row decision-row">
            <div>
              <Link href={yearHref(one.scheme, one.unit, one.year)}>
                {text('progress.year.title', {
                  unit: nameOf({ nameNl: one.unitNl, nameEn: one.unitEn }, locale),
                  year: String(one.year),
                })}
              </Link>
              <small>{nameOf({ nameNl: one.schemeNl, nameEn: one.schemeEn }, locale)}</small>
            </div>
            <span className="end sub">{text('work.progress.told', { told: one.told })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
