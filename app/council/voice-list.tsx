import { nameOf } from '#app/kernel/name.ts';
import { documentHref, planHref } from '#app/plan/plan-words.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Commitment } from './commitment.server.ts';
import { CommitmentBadge, commitmentHref } from './commitment-words.tsx';
import { type FollowUp, lacksAccount, owesAccount, standingOf, type Voice } from './follow-up.ts';
import './council.css';

const tones = { followed: 'ok', partly: 'warn', 'not-followed': 'neutral', open: 'accent' } as const;

/** What came of it, in a word. */
export function VoiceBadge({ voice }: { voice: Voice }) {
  const text = useText();
  const standing = standingOf(voice);
  if (standing === 'open' && !lacksAccount(voice)) return null;
  return <Badge tone={tones[standing]}>{text(`follow-up.standing.${standing}`)}</Badge>;
}

/** "You said, we did", side by side: each advice and topic with the accounts that were given of it. */
export function VoiceList(props: {
  voices: readonly (Voice & { mayAccount?: boolean })[];
  /** what came of decisions as a condition or commitment, and the day on which that stands */
  watched?: { commitments: readonly Commitment[]; today: string };
}) {
  const text = useText();
  const locale = useLocale();
  return (
    <ol className="ruled voices">
      {props.voices.map((voice) => (
        <li key={voice.id}>
          <div>
            <span className="voice-label">{text('follow-up.said')}</span>
            <p>
              <VoiceLink voice={voice} />
            </p>
            <p className="said">{voice.said || text('follow-up.no-words')}</p>
            {voice.against ? <small>{text('topic.against', { what: voice.against })}</small> : null}
            <small>
              {[
                voice.bodyNl && voice.bodyEn
                  ? nameOf({ nameNl: voice.bodyNl, nameEn: voice.bodyEn }, locale)
                  : '',
                formatDate(voice.onDate, locale),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </div>
          <div>
            <span className="voice-label">{text('follow-up.did')}</span> <VoiceBadge voice={voice} />
            <Accounts voice={voice} />
            {props.watched ? <Watched {...props.watched} decision={voice.id} /> : null}
            {voice.mayAccount ? (
              <p>
                <ButtonLink href={accountHref(voice)} small>
                  {text('follow-up.give')}
                </ButtonLink>
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Watched(props: { commitments: readonly Commitment[]; today: string; decision: string }) {
  const text = useText();
  const own = props.commitments.filter((one) => one.decisionId === props.decision);
  return own.map((one) => (
    <p key={one.commitmentId}>
      {text(`commitment.kind.${one.kind}`)}: <Link href={commitmentHref(one)}>{one.text}</Link>{' '}
      <CommitmentBadge one={one} today={props.today} />
    </p>
  ));
}

/** The way to the form where one says what was done with it. */
export const accountHref = (voice: Pick<Voice, 'scheme' | 'kind' | 'id'>) =>
  `/schemes/${voice.scheme}/follow-up/new?${voice.kind}=${voice.id}`;

/** Where it was said. */
export function VoiceLink({ voice }: { voice: Voice }) {
  const text = useText();
  const { scheme, outcome, title } = voice;
  if (voice.kind === 'topic') {
    return (
      <Link href={`/schemes/${scheme}/consultations/${voice.consultationId}`}>
        {text('follow-up.topic', { title })}
      </Link>
    );
  }
  const key = outcome === 'given-on-conditions' ? 'follow-up.conditions' : 'follow-up.advice';
  return <Link href={`/schemes/${scheme}/decisions/${voice.id}`}>{text(key, { outcome, title })}</Link>;
}

/** Every account of it, or that there is none. */
export function Accounts({ voice }: { voice: Voice }) {
  const text = useText();
  const locale = useLocale();
  if (voice.followUps.length === 0 && voice.measures.length === 0) {
    if (!lacksAccount(voice)) return null;
    return <p>{text(owesAccount(voice) ? 'follow-up.missing.advice' : 'follow-up.missing')}</p>;
  }
  return (
    <ul className="accounts">
      {voice.measures.map((one) => (
        <li key={`${one.document} ${one.measure}`}>
          {text('follow-up.measure')}{' '}
          <Link href={`${planHref({ scheme: voice.scheme, document: one.document })}#measures`}>
            {one.name}
          </Link>
          {one.progress ? (
            <small>
              {text('follow-up.progress', {
                year: String(one.progress.year),
                status: locale === 'en' ? one.progress.statusEn : one.progress.statusNl,
                done: one.progress.done || 'none',
              })}
            </small>
          ) : null}
        </li>
      ))}
      {voice.followUps.map((one) => (
        <Account key={one.followUpId} scheme={voice.scheme} one={one} many={voice.followUps.length > 1} />
      ))}
    </ul>
  );
}

function Account({ scheme, one, many }: { scheme: string; one: FollowUp; many: boolean }) {
  const text = useText();
  const locale = useLocale();
  return (
    <li>
      {one.point ? <b>{one.point}</b> : null}
      <p className="said">{one.account}</p>
      <small>
        {[many ? text(`follow-up.outcome.${one.outcome}`) : '', formatDate(one.onDate, locale)]
          .filter(Boolean)
          .join(' · ')}
      </small>
      {one.measure && one.measureDocument ? (
        <small>
          {text('follow-up.measure')}{' '}
          <Link href={`${planHref({ scheme, document: one.measureDocument })}#measures`}>{one.measure}</Link>
        </small>
      ) : null}
      {one.document ? (
        <small>
          {text('follow-up.version')}{' '}
          <Link
            href={`${documentHref({ scheme: { code: scheme }, code: one.document, stage: one.stage })}?version=${one.number}`}
          >
            {one.title}, {text('plan.version', { number: String(one.number) })}
          </Link>
        </small>
      ) : null}
    </li>
  );
}
