import type { ComponentType } from 'react';
import { nameOf } from '#app/kernel/name.ts';
import { withoutNotes } from '#app/kernel/rich-note.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Link } from '#app/ui/link.tsx';
import { RichTextView } from '#app/ui/rich-text-view.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import './quote.css';
import { shortHash } from './plan.ts';
import { planHref, sectionAnchor } from './plan-words.ts';
import type { Quote } from './quote.server.ts';

type Shown = { scheme: string; acts?: ComponentType<{ quote: Quote; from: string }> };

/** The quotes in an answer; `acts` are what one does with each where they stand within the form of a draft. */
export function QuoteList(props: Shown & { quotes: readonly Quote[] }) {
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

function Quoted({ scheme, quote, acts: Acts }: Shown & { quote: Quote }) {
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
      {Acts ? <Acts quote={quote} from={from} /> : null}
    </>
  );
}
