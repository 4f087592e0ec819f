import { toPlainText } from '#app/document/rich-text.ts';
import { nameOf } from '#app/kernel/name.ts';
import { withoutNotes } from '#app/kernel/rich-note.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Link } from '#app/ui/link.tsx';
import { RichTextView } from '#app/ui/rich-text-view.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import './quote.css';
import { Diff } from './diff.tsx';
import { shortHash } from './plan.ts';
import { planHref, sectionAnchor } from './plan-words.ts';
import type { Quote } from './quote.server.ts';
import { saysSame } from './quote.ts';
import { compareWords } from './word-diff.ts';

/** The quotes in an answer; `edit` where they stand within the form of a draft. */
export function QuoteList(props: { scheme: string; quotes: readonly Quote[]; edit?: boolean }) {
  if (props.quotes.length === 0) return null;
  return (
    <ul className="quotes">
      {props.quotes.map((quote) => (
        <li key={quote.quoteId} id={`quote-${quote.quoteId}`}>
          <Quoted {...props} quote={quote} />
        </li>
      ))}
    </ul>
  );
}

function Quoted({ scheme, quote, edit }: { scheme: string; quote: Quote; edit?: boolean }) {
  const text = useText();
  const locale = useLocale();
  const { source, newer } = quote;
  const base = planHref({ scheme, document: source.document });
  const place = { node: source.node, unit: source.unitCode };
  const from = text('quote.from', { title: source.title, version: String(source.version) });
  return (
    <>
      <blockquote cite={`${base}?version=${source.version}`}>
        <RichTextView document={withoutNotes(quote.body)} level={4} />
      </blockquote>
      <p className="quote-source">
        {nameOf(source.unit, locale)},{' '}
        <Link href={`${base}?version=${source.version}#${sectionAnchor(source.question, place)}`}>
          {from}
        </Link>{' '}
        <span className="code">{shortHash(source.hash)}</span>
        {newer ? (
          <>
            {' '}
            <Badge tone="warn">{text('quote.newer', { version: String(newer.version) })}</Badge>{' '}
            <Link href={`${base}/compare?from=${source.version}&to=${newer.version}`}>
              {text('quote.compare')}
            </Link>
          </>
        ) : null}
      </p>
      {newer && edit ? <Newer quote={quote} newer={newer} /> : null}
      {edit ? (
        <p className="quote-acts">
          <Button name="intent" value={`remove ${quote.quoteId}`} small kind="quiet">
            {text('quote.remove')}
            <span className="visually-hidden">: {from}</span>
          </Button>
        </p>
      ) : null}
    </>
  );
}

/** What the source says now, for who can still take it over. */
function Newer({ quote, newer }: { quote: Quote; newer: NonNullable<Quote['newer']> }) {
  const text = useText();
  if (newer.body === null) return <p className="sub">{text('quote.newer.gone')}</p>;
  const whole = quote.passages.length === 0;
  if (whole && saysSame(quote.body, newer.body)) return <p className="sub">{text('quote.newer.same')}</p>;
  return (
    <div className="quote-newer">
      <p className="sub">{text(whole ? 'quote.newer.says' : 'quote.newer.says-all')}</p>
      <Diff pieces={compareWords(toPlainText(quote.body), toPlainText(newer.body))} />
      <Button name="intent" value={`over ${quote.quoteId}`} small>
        {text('quote.take-over', { version: String(newer.version) })}
      </Button>
    </div>
  );
}
