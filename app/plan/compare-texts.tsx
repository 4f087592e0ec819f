import { nameOf } from '#app/kernel/name.ts';
import type { RichDocument } from '#app/kernel/rich-text.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Link } from '#app/ui/link.tsx';
import { RichTextView } from '#app/ui/rich-text-view.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { Diff } from './diff.tsx';
import { placeCode } from './place.ts';
import { planHref, sectionAnchor } from './plan-words.ts';
import type { TextComparison } from './text-comparison.ts';
import type { VersionComparison } from './version-comparison.server.ts';
import type { Side } from './version-family.ts';

type Names = { before: string; after: string };
type Props = { comparison: VersionComparison; names: Names; inline: boolean; base: string };

/** What each side says, question by question and place by place, side by side or as one marked text. */
export function CompareTexts({ comparison, names, inline, base }: Props) {
  const text = useText();
  const { texts, head, before, after } = comparison;
  const changed = texts.filter((one) => one.kind !== 'same');
  const same = texts.filter((one) => one.kind === 'same');
  const read = (side: Side) =>
    `${planHref({ scheme: head.scheme.code, document: side.document })}?version=${side.number}`;
  return (
    <section id="texts" className="compared" aria-labelledby="texts-head">
      <h2 id="texts-head">{text('compare.texts')}</h2>
      <p className="sub">
        {text('compare.legend')}{' '}
        <Link href={read(before)}>{text('compare.read', { document: names.before })}</Link>
        {' · '}
        <Link href={read(after)}>{text('compare.read', { document: names.after })}</Link>
      </p>
      {changed.length === 0 ? <p>{text('compare.texts.none')}</p> : null}
      {changed.map((one) => (
        <ComparedText key={keyOf(one)} text={one} names={names} inline={inline} />
      ))}
      {same.length > 0 ? (
        <Disclosure summary={text('compare.texts.same', { same: same.length })}>
          <ul>
            {same.map((one) => (
              <li key={keyOf(one)}>
                <Link href={`${base}?version=${after.number}#${sectionAnchor(one.question.code, one.place)}`}>
                  <Title of={one} />
                </Link>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  );
}

function keyOf(one: TextComparison): string {
  return `${one.question.code} ${placeCode(one.place) ?? ''}`;
}

function Title({ of }: { of: TextComparison }) {
  const locale = useLocale();
  const asked = locale === 'en' ? of.question.textEn : of.question.textNl;
  return of.place.name ? `${nameOf(of.place.name, locale)}: ${asked}` : asked;
}

function ComparedText({ text: one, names, inline }: { text: TextComparison; names: Names; inline: boolean }) {
  const text = useText();
  const locale = useLocale();
  const { question, place, kind, pieces } = one;
  return (
    <article className="compared-text">
      <div className="row">
        <h3>
          {place.name ? nameOf(place.name, locale) : null}
          {place.name ? <small>{locale === 'en' ? question.textEn : question.textNl}</small> : null}
          {place.name ? null : locale === 'en' ? question.textEn : question.textNl}
        </h3>
        <Badge tone={kind === 'gone' ? 'warn' : kind === 'new' ? 'ok' : 'accent'}>
          {text(`compare.kind.${kind}`)}
        </Badge>
      </div>
      {inline ? (
        <Diff pieces={pieces} />
      ) : (
        <div className="sides">
          {(['before', 'after'] as const).map((side) => (
            <div key={side} className="side">
              <p className="side-name">{names[side]}</p>
              {kind === 'changed' ? <Diff pieces={pieces} side={side} /> : <Whole body={one[side]} />}
            </div>
          ))}
        </div>
      )}
    </article>
  );
}

function Whole({ body }: { body: RichDocument | null }) {
  const text = useText();
  if (!body) return <p className="answer-none">{text('compare.absent')}</p>;
  return <RichTextView document={body} level={3} />;
}
