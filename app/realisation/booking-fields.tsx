import type { ComponentProps } from 'react';
import { RiseQuestion } from '#app/participation/rise-question.tsx';
import { Radios } from '#app/ui/choice.tsx';
import { TextArea } from '#app/ui/form.tsx';
import { useText } from '#app/ui/text.tsx';

type Props = {
  /** what the choice begins with */
  provisional: boolean;
  note?: string;
  rise: ComponentProps<typeof RiseQuestion>['rise'];
  /** the newest version that was seen; the booking makes the next */
  seen: number;
  /** bodies decide on it first */
  prior: boolean;
};

/** What is asked before booking, whatever the figures came from: final or not, a note, and what it binds to. */
export function BookingFields({ provisional, note, rise, seen, prior }: Props) {
  const text = useText();
  return (
    <>
      <Radios
        label={text('realisation.preview.kind')}
        name="state"
        defaultValue={provisional ? 'provisional' : 'final'}
        options={(['final', 'provisional'] as const).map((value) => ({
          value,
          label: text(`realisation.preview.${value}`),
        }))}
      />
      <TextArea
        label={text('realisation.preview.note')}
        hint={text('realisation.preview.note.hint')}
        name="note"
        optional
        rows={3}
        maxLength={2000}
        defaultValue={note}
      />
      <RiseQuestion rise={rise} />
      <p className="realisation-quiet">
        {text('realisation.preview.binding', { number: seen + 1, prior: prior ? 'yes' : 'no' })}
      </p>
    </>
  );
}
