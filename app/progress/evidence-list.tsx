import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { formatExact } from '#app/kernel/amount-format.ts';
import { nameOf } from '#app/kernel/name.ts';
import { shortHash } from '#app/plan/plan.ts';
import { planHref } from '#app/plan/plan-words.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { TextArea } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Evidence, Subject } from './evidence.server.ts';
import { historyHref } from './progress-words.tsx';

type Props = {
  scheme: string;
  evidence: readonly Evidence[];
  /** also say what each is for */
  subjects?: boolean;
  result: ActionResult | undefined;
};

/** Pieces of evidence: what each is, the day that it speaks of, where it is from and who may see it. */
export function EvidenceList({ scheme, evidence, subjects, result }: Props) {
  const text = useText();
  return (
    <ul className="ruled evidence">
      {evidence.map((one) => (
        <li key={one.code} id={`evidence-${one.code}`}>
          <Head scheme={scheme} one={one} />
          {one.description ? <p className="said">{one.description}</p> : null}
          {one.source ? (
            <p className="sub">
              {text('field.source')}: {one.source}
            </p>
          ) : null}
          {subjects ? (
            <p className="sub">
              {text('evidence.for')}{' '}
              {one.subjects.map((subject, index) => (
                <span key={JSON.stringify(subject)}>
                  {index > 0 ? '; ' : ''}
                  <SubjectLink scheme={scheme} subject={subject} />
                </span>
              ))}
            </p>
          ) : null}
          {one.sha256 ? (
            <p className="sub">
              <a href={`/schemes/${scheme}/evidence/${one.code}/file`}>{one.fileName}</a>{' '}
              <span className="code" title={one.sha256}>
                {text('evidence.hash', { hash: shortHash(one.sha256) })}
              </span>
            </p>
          ) : null}
          {one.withdrawnAt ? <Withdrawn one={one} /> : null}
          {one.mayWithdraw ? (
            <Disclosure summary={text('evidence.withdraw')} open={justSent(result, 'withdraw', one.code)}>
              <p className="sub">{text('evidence.withdraw.hint')}</p>
              <ActionForm
                intent="withdraw"
                id={one.code}
                result={result}
                submit={text('evidence.withdraw')}
                kind="danger"
              >
                {(wire) => <TextArea {...wire('reason')} rows={2} />}
              </ActionForm>
            </Disclosure>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Head({ scheme, one }: { scheme: string; one: Evidence }) {
  const text = useText();
  const locale = useLocale();
  const unit = nameOf({ nameNl: one.unitNl, nameEn: one.unitEn }, locale);
  const period =
    one.periodFrom || one.periodThrough
      ? [one.periodFrom, one.periodThrough]
          .map((day) => (day ? formatDate(day, locale, 'short') : '…'))
          .join(' – ')
      : null;
  return (
    <div className="row">
      <div>
        <span className="code">{one.code}</span> <b>{one.withdrawnAt ? <s>{one.title}</s> : one.title}</b>{' '}
        <What scheme={scheme} one={one} />
        <small>
          {[
            text(`evidence.kind.${one.kind}`),
            text('evidence.speaks-of', { date: formatDate(one.effectiveOn, locale) }),
            period,
            unit,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
      <span className="end">
        <Badge
          tone={one.confidentiality === 'public' ? 'ok' : one.confidentiality === 'unit' ? 'warn' : 'neutral'}
        >
          {text(`evidence.confidentiality.${one.confidentiality}`)}
        </Badge>
      </span>
    </div>
  );
}

/** What it is, beyond its title: the number, the address, or the place in the scheme at that very version. */
function What({ scheme, one }: { scheme: string; one: Evidence }) {
  const text = useText();
  const locale = useLocale();
  if (one.figureMilli !== null) {
    const figure = `${formatExact(one.figureMilli, 3, locale)} ${one.figureUnit}`.trim();
    return (
      <span className="evidence-figure">{one.approximate ? text('evidence.about', { figure }) : figure}</span>
    );
  }
  if (one.url) {
    return (
      <a href={one.url} rel="noreferrer">
        {new URL(one.url).host}
      </a>
    );
  }
  if (!one.target) return null;
  const { target } = one;
  const to =
    one.kind === 'consultation'
      ? `/schemes/${scheme}/consultations/${target.id}`
      : one.kind === 'decision'
        ? `/schemes/${scheme}/decisions/${target.id}`
        : `${planHref({ scheme: target.scheme, document: target.document ?? '' })}?version=${target.number}`;
  return (
    <>
      <Link href={to}>{target.title}</Link>{' '}
      {target.number === null ? null : (
        <span className="sub" title={target.hash ?? undefined}>
          {text('plan.version', { number: String(target.number) })}
          {target.hash ? ` (${shortHash(target.hash)})` : ''}
        </span>
      )}
    </>
  );
}

function Withdrawn({ one }: { one: Evidence }) {
  const text = useText();
  const locale = useLocale();
  return (
    <p>
      <Badge tone="error">
        {text('evidence.withdrawn', { date: formatDate(one.withdrawnAt!, locale, 'short') })}
      </Badge>{' '}
      {one.withdrawnReason}
    </p>
  );
}

function SubjectLink({ scheme, subject }: { scheme: string; subject: Subject }) {
  const text = useText();
  const about = [subject.year, subject.step && text('evidence.step', { step: subject.step })].filter(Boolean);
  const name = [subject.title, ...about].join(', ');
  if (subject.measure && subject.document) {
    const at = { document: subject.document, code: subject.measure };
    return <Link href={historyHref(scheme, at)}>{name}</Link>;
  }
  if (subject.decision) return <Link href={`/schemes/${scheme}/decisions/${subject.decision}`}>{name}</Link>;
  if (subject.consultation) {
    return <Link href={`/schemes/${scheme}/consultations/${subject.consultation}`}>{name}</Link>;
  }
  return (
    <>
      {name} {subject.version === null ? '' : text('plan.version', { number: String(subject.version) })}
    </>
  );
}
