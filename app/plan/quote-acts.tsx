import { toPlainText } from '#app/document/rich-text.ts';
import { Button } from '#app/ui/button.tsx';
import { useText } from '#app/ui/text.tsx';
import { Diff } from './diff.tsx';
import type { Quote } from './quote.server.ts';
import { saysSame } from './quote.ts';
import { compareWords } from './word-diff.ts';

/** What one does with a quote in a draft: take over what its source says now, or take it out. */
export function QuoteActs({ quote, from }: { quote: Quote; from: string }) {
  const text = useText();
  return (
    <>
      {quote.newer ? <Newer quote={quote} newer={quote.newer} /> : null}
      <p className="quote-acts">
        <Button name="intent" value={`remove ${quote.quoteId}`} small kind="quiet">
          {text('quote.remove')}
          <span className="visually-hidden">: {from}</span>
        </Button>
      </p>
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
