import { nameOf } from '#app/kernel/name.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Select, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Discussion } from './consultation.server.ts';
import { discussionField, rowsFor } from './consultation-form.ts';

/** Who discussed the outcome, a line each: a body or others, when it is known and what was said. */
export function DiscussionFields(props: {
  frame: { everyBody: readonly { code: string; nameNl: string; nameEn: string }[] };
  discussions: readonly Discussion[];
  value: (name: string, stands: string | null | undefined) => string;
}) {
  const text = useText();
  const locale = useLocale();
  const { frame, discussions, value } = props;
  return (
    <Disclosure summary={text('discussion.title')} open={discussions.length > 0}>
      {Array.from({ length: rowsFor(discussions.length, 2) }, (_, n) => {
        const one = discussions[n];
        const wire = (name: 'body' | 'withWhom' | 'on' | 'note', label: string) => {
          const id = discussionField(n, name);
          return { id, name: id, label: text(label), defaultValue: value(id, one?.[name]), optional: true };
        };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
          <div className="part-row" key={n}>
            <Select
              {...wire('body', 'consultation.body')}
              none={text('consultation.body.none')}
              options={frame.everyBody.map((body) => ({ value: body.code, label: nameOf(body, locale) }))}
            />
            <TextField {...wire('withWhom', 'discussion.others')} />
            <TextField {...wire('on', 'discussion.on')} width="short" />
            <TextField {...wire('note', 'discussion.note')} width="wide" />
          </div>
        );
      })}
    </Disclosure>
  );
}
