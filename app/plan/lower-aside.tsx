import { nameOf } from '#app/kernel/name.ts';
import { Button } from '#app/ui/button.tsx';
import { Link } from '#app/ui/link.tsx';
import { RichTextView } from '#app/ui/rich-text-view.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import './quote.css';
import { shortHash } from './plan.ts';
import { planHref, sectionAnchor } from './plan-words.ts';
import { passagesOf, pickOf } from './quote.ts';
import type { LowerAnswer } from './quote-source.server.ts';

type Props = { scheme: string; lower: readonly LowerAnswer[]; form: string };

/** Beside the writer: what the reports below say, passage by passage, to quote or to summarise. */
export function LowerAside({ scheme, lower, form }: Props) {
  const text = useText();
  const locale = useLocale();
  const said = lower.filter((one) => one.body !== null);
  const silent = lower.filter((one) => one.body === null);
  const units = [...Map.groupBy(said, (one) => one.unit.code).values()];
  return (
    <section className="beside lower" aria-labelledby="lower">
      <h2 id="lower">{text('quote.lower')}</h2>
      <p className="sub">
        {text('quote.lower.explained', { count: units.length })}{' '}
        {units.length > 0 ? text('quote.acts.hint') : null}
      </p>
      {units.map((answers) => (
        <details key={answers[0]!.unit.code} className="lower-unit" open={units.length < 6}>
          <summary>
            <h3>{nameOf(answers[0]!.unit, locale)}</h3>
          </summary>
          {answers.map((one) => (
            <Answer key={pickOf(one, null)} scheme={scheme} answer={one} form={form} />
          ))}
        </details>
      ))}
      {units.length > 0 ? (
        <div className="lower-acts">
          <Button form={form} name="intent" value="quote" kind="primary" small>
            {text('quote.quote')}
          </Button>
          <Button form={form} name="intent" value="take" small>
            {text('quote.take')}
          </Button>
          <a className="beside-jump" href="#body">
            {text('quote.back')}
          </a>
        </div>
      ) : null}
      {silent.length > 0 ? (
        <>
          <h3>{text('quote.silent')}</h3>
          <ul className="chapter-list">
            {silent.map((one) => (
              <li key={`${one.unit.code} ${one.question} ${one.document}`}>
                {one.document ? (
                  <Link href={planHref({ scheme, document: one.document })}>{nameOf(one.unit, locale)}</Link>
                ) : (
                  nameOf(one.unit, locale)
                )}
                <small>
                  {text('quote.silent.why', {
                    why: one.document === null ? 'none' : one.version === null ? 'draft' : 'unanswered',
                    kind: nameOf(one.kind, locale),
                  })}
                </small>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function Answer({ scheme, answer, form }: { scheme: string; answer: LowerAnswer; form: string }) {
  const text = useText();
  const locale = useLocale();
  const { body, document, version, hash, question, node, unitCode } = answer;
  const href = `${planHref({ scheme, document: document! })}?version=${version}`;
  const passages = passagesOf(body!);
  const asked = locale === 'en' ? answer.textEn : answer.textNl;
  const whose = `${nameOf(answer.unit, locale)}, ${asked}`;
  return (
    <fieldset className="lower-answer">
      <legend>
        {asked}
        <small>
          <Link href={`${href}#${sectionAnchor(question, { node, unit: unitCode })}`}>
            {text('quote.version', { version: String(version), status: answer.status ?? '' })}
          </Link>{' '}
          <span className="code">{shortHash(hash!)}</span>
        </small>
      </legend>
      {passages.map(({ at, block }) => (
        <label key={at} className="passage">
          <input type="checkbox" name="pick" value={pickOf(answer, at)} form={form} />
          <span>
            <RichTextView document={{ type: 'doc', content: [block] }} level={4} />
          </span>
        </label>
      ))}
      <p className="lower-whole">
        {(['quote', 'take'] as const).map((act) => (
          <Button
            key={act}
            form={form}
            name="intent"
            value={`${act} ${pickOf(answer, null)}`}
            kind="quiet"
            small
          >
            {text(`quote.${act}-whole`)}
            <span className="visually-hidden">: {whose}</span>
          </Button>
        ))}
      </p>
    </fieldset>
  );
}
