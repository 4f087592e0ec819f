import { nameOf } from '#app/plan/plan-words.ts';
import { Checkbox } from '#app/ui/choice.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Topic } from './consultation.server.ts';
import { pairOf, rowsFor, topicField } from './consultation-form.ts';
import type { ConsultationFrame } from './consultation-frame.server.ts';

type Props = {
  frame: Pick<ConsultationFrame, 'nodes' | 'measures' | 'units'>;
  topics: readonly Topic[];
  typed: readonly [string, string][] | null;
};

/** What came up: a line each, with the themes it is about and the measures that answer it behind a fold. */
export function TopicFields({ frame, topics, typed }: Props) {
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
        const name = topicField(n, 'text');
        const said = typed ? (typed.find(([key]) => key === name)?.[1] ?? '') : (topic?.text ?? '');
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
          <div key={n}>
            <TextField
              id={name}
              name={name}
              label={text('consultation.topic', { number: String(n + 1) })}
              defaultValue={said}
              width="wide"
              optional
            />
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
