import '#app/council/council.css';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import { type Change, packOf } from './agenda.ts';
import { changeWords } from './mail-text.ts';

/** As many as show at once; the earlier ones open on request. */
const shown = 6;

/** On the page of one's own work: what happened since the last visit to what concerns the reader. */
export function ChangeList({ changes, since }: { changes: readonly Change[]; since: string | null }) {
  const text = useText();
  const locale = useLocale();
  if (since === null) return null;
  return (
    <section aria-labelledby="changes" className="changes">
      <h2 id="changes">{text('changes.title')}</h2>
      <p className="sub">
        {changes.length === 0
          ? text('changes.none')
          : text('changes.since', { date: formatDate(since, locale, 'moment') })}
      </p>
      {changes.length > 0 ? <Rows changes={changes.slice(0, shown)} /> : null}
      {changes.length > shown ? (
        <Disclosure summary={text('changes.more', { count: changes.length - shown })}>
          <Rows changes={changes.slice(shown)} />
        </Disclosure>
      ) : null}
    </section>
  );
}

function Rows({ changes }: { changes: readonly Change[] }) {
  const text = useText();
  const locale = useLocale();
  const en = locale === 'en';
  return (
    <ul className="ruled">
      {changes.map((one) => (
        <li key={`${one.href} ${one.action}`} className="row decision-row">
          <div>
            <Link href={one.href} className="clamp">
              {en ? one.titleEn : one.titleNl}
            </Link>
            <small>
              {changeWords(one.action, text)} {en ? one.ofEn : one.ofNl}
              {packOf(one) ? (
                <>
                  {' · '}
                  <Link href={packOf(one)!}>{text('pack.name')}</Link>
                </>
              ) : null}
            </small>
          </div>
          <span className="end sub">{formatDate(one.at, locale)}</span>
        </li>
      ))}
    </ul>
  );
}
