import { Link } from '#app/ui/link.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Dossier } from './dossier.server.ts';

/** What can happen next, and by whom: a link for who may, a name for who may not. */
export function NextSteps(props: {
  base: string;
  body: string;
  /** before whom the dispute lies, by name */
  before: string | null;
  next: Dossier['next'];
  /** an outcome can still be recorded */
  open: boolean;
  mayRecord: boolean;
  gone: boolean;
}) {
  const text = useText();
  const { base, body, before, next, open, gone } = props;
  const by = (who: string) =>
    text('next.by', {
      who: who === 'either' && before ? text('next.before', { body, before }) : text(`next.${who}`, { body }),
    });
  return (
    <section aria-labelledby="next">
      <h2 id="next">{text('next.title')}</h2>
      {gone || (next.length === 0 && !open) ? (
        <p>{text(gone ? 'next.none.gone' : 'next.none')}</p>
      ) : (
        <ul className="next-steps">
          {open ? (
            <li>
              {props.mayRecord ? (
                <Link href={`${base}/outcome`}>{text('next.outcome')}</Link>
              ) : (
                text('next.outcome')
              )}
              <small>{by('body')}</small>
            </li>
          ) : null}
          {next.map(({ event, by: who, may }) => (
            <li key={event}>
              {may ? (
                <Link href={`${base}/events/${event}`}>{text(`dossier-act.${event}`)}</Link>
              ) : (
                text(`dossier-act.${event}`)
              )}
              <small>{by(who)}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
