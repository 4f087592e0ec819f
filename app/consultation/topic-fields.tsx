import { nameOf } from '#app/kernel/name.ts';
import { Checkbox } from '#app/ui/choice.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Topic } from './consultation.server.ts';
import { pairOf, quoteField, rowsFor, topicField } from './consultation-form.ts';
import type { ConsultationFrame } from './consultation-frame.server.ts';

type Props = {
  frame: Pick<ConsultationFrame, 'nodes' | 'measures' | 'units'>;
  topics: readonly Topic[];
  typed: readonly [string, string][] | null;
  error: (path: string) => string | null | undefined;
};

/** What came up: a line each, with the themes it is about and the measures that answer it behind a fold. */
export function TopicFields({ frame, topics, typed, error }: Props) {
  const text = useText();
  const locale = useLocale();
  // Measures of units that the writer cannot write for are left out, unless a topic names them already.
  const linked = new Set(
    topics.flatMap((topic) => topic.measures.map((one) => pairOf(one.document, one.measure))),
  );
  const measures = frame.measures.filter(
    (one) =>
      frame.units.some((unit) => unit.code === one.unit) || linked.has(pairOf(one.document, one.measure)),
  );
  const wire = (name: string, stands: string | number | null | undefined, label: string) => ({
    ...{ id: name, name, label, error: error(name) ?? null },
    defaultValue: typed ? (typed.find(([key]) => key === name)?.[1] ?? '') : String(stands ?? ''),
  });
  const tick = (name: string, value: string, label: string, stands: boolean) => (
    <Checkbox
      key={value}
      id={`${name}-${value}`}
      name={name}
      value={value}
      label={label}
      defaultChecked={typed ? typed.some(([key, one]) => key === name && one === value) : stands}
    />
  );
  return (
    <fieldset className="topic-fields">
      <legend className="field-label">{text('consultation.topics')}</legend>
      {Array.from({ length: rowsFor(topics.length, 3) }, (_, n) => {
        const topic = topics[n];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
          <div key={n}>
            <TextField
              {...wire(
                topicField(n, 'text'),
                topic?.text,
                text('consultation.topic', { number: String(n + 1) }),
              )}
              width="wide"
              optional
            />
            <Disclosure summary={text('topic.words')} open={Boolean(topic?.against || topic?.quotes.length)}>
              <TextField
                {...wire(topicField(n, 'against'), topic?.against, text('topic.against.field'))}
                hint={text('topic.against.hint')}
                width="wide"
                optional
              />
              <p className="sub">{text('quote.hint')}</p>
              {Array.from({ length: rowsFor(topic?.quotes.length ?? 0, 1) }, (_, q) => {
                const quote = topic?.quotes[q];
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
                  <div className="part-row" key={q}>
                    <TextField
                      {...wire(quoteField(n, q, 'text'), quote?.text, text('quote.text'))}
                      width="wide"
                      optional
                    />
                    <TextField
                      {...wire(quoteField(n, q, 'speakers'), quote?.speakers, text('quote.speakers'))}
                      optional
                    />
                    <TextField
                      {...wire(quoteField(n, q, 'heads'), quote?.heads, text('quote.heads'))}
                      width="short"
                      inputMode="numeric"
                      optional
                    />
                  </div>
                );
              })}
            </Disclosure>
            <Disclosure summary={text('consultation.topic.links')}>
              <div className="topic-links">
                {frame.nodes.map((node) =>
                  tick(
                    topicField(n, 'nodes'),
                    pairOf(node.framework, node.code),
                    nameOf(node, locale),
                    topic?.nodes.some((one) => one.framework === node.framework && one.code === node.code) ??
                      false,
                  ),
                )}
              </div>
              {measures.length > 0 ? (
                <>
                  <p className="sub">{text('consultation.topic.measures')}</p>
                  <div className="topic-links">
                    {measures.map((one) =>
                      tick(
                        topicField(n, 'measures'),
                        pairOf(one.document, one.measure),
                        one.name,
                        topic?.measures.some(
                          (link) => link.document === one.document && link.measure === one.measure,
                        ) ?? false,
                      ),
                    )}
                  </div>
                </>
              ) : null}
            </Disclosure>
          </div>
        );
      })}
    </fieldset>
  );
}
