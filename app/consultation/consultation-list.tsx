import { nameOf } from '#app/kernel/name.ts';
import { Link } from '#app/ui/link.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Consultation } from './consultation.server.ts';
import { useConsultationDate, useCountWords } from './consultation-words.tsx';
import './consultation.css';

type Listed = Pick<
  Consultation,
  | 'consultationId'
  | 'on'
  | 'date'
  | 'title'
  | 'methodNl'
  | 'methodEn'
  | 'unitNl'
  | 'unitEn'
  | 'withWhom'
  | 'outcome'
  | 'invited'
  | 'present'
  | 'answered'
  | 'parts'
  | 'maskedBelow'
  | 'sittings'
  | 'round'
>;

/** Consultations one below the other: when, what, how, with whom and how many. */
export function ConsultationList(props: { scheme: string; consultations: readonly Listed[] }) {
  const text = useText();
  const locale = useLocale();
  const date = useConsultationDate();
  const counts = useCountWords();
  return (
    <ol className="ruled consultations">
      {props.consultations.map((one) => (
        <li key={one.consultationId}>
          <span className="consultation-date">{date(one)}</span>
          <div>
            <Link href={`/schemes/${props.scheme}/consultations/${one.consultationId}`}>{one.title}</Link>
            <small>
              {[
                one.round === null ? '' : text('consultation.round.number', { number: String(one.round) }),
                nameOf({ nameNl: one.methodNl, nameEn: one.methodEn }, locale),
                nameOf({ nameNl: one.unitNl, nameEn: one.unitEn }, locale),
                one.withWhom,
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
            {counts(one).length > 0 ? (
              <small className="consultation-counts">{counts(one).join('; ')}</small>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
