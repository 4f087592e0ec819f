import { nameOf } from '#app/kernel/name.ts';
import { planHref } from '#app/plan/plan-words.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Link } from '#app/ui/link.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Topic } from './consultation.server.ts';
import type { ShownQuote } from './consultation.ts';

/** What came up: its codes, what it goes against, the quotes that may be read, and the measures that answer it. */
export function TopicList(props: { scheme: string; topics: readonly Topic<ShownQuote>[]; below: number }) {
  const text = useText();
  const locale = useLocale();
  const { scheme, topics, below } = props;
  return (
    <section>
      <h2>{text('consultation.topics')}</h2>
      <ul className="ruled topic-list">
        {topics.map((topic) => (
          <li key={topic.text}>
            <p className="said">
              {topic.text} {topic.against ? <Badge tone="warn">{text('topic.contrary')}</Badge> : null}
            </p>
            {topic.against ? <small>{text('topic.against', { what: topic.against })}</small> : null}
            {topic.nodes.length > 0 ? (
              <small>
                {text('consultation.topic.nodes', {
                  names: topic.nodes.map((node) => nameOf(node, locale)).join('; '),
                })}
              </small>
            ) : null}
            {topic.quotes.map((quote, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a masked quote has nothing else to go by
              <Quote key={i} quote={quote} below={below} />
            ))}
            {topic.measures.map((one) => (
              <small key={`${one.document} ${one.measure}`}>
                {text('consultation.topic.measure')}{' '}
                <Link href={`${planHref({ scheme, document: one.document })}#measures`}>{one.name}</Link>
              </small>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Quote({ quote, below }: { quote: ShownQuote; below: number }) {
  const text = useText();
  if ('masked' in quote) {
    return <p className="quote-masked">{text(`quote.masked.${quote.masked}`, { below })}</p>;
  }
  return (
    <figure className="quote">
      <blockquote>{quote.text}</blockquote>
      {quote.speakers ? <figcaption>{quote.speakers}</figcaption> : null}
    </figure>
  );
}
