import type { ComponentProps } from 'react';
import { RiseQuestion } from '#app/participation/rise-question.tsx';
import { Radios } from '#app/ui/choice.tsx';
import { TextArea } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';

type Props = {
  /** what the choice begins with */
  provisional: boolean;
  note?: string;
  /** the books of the year were closed: the note says why they change */
  closed?: { closedAt: string; closedBy: string } | null;
  noteError?: string;
  rise: ComponentProps<typeof RiseQuestion>['rise'];
  /** the newest version that was seen; the booking makes the next */
  seen: number;
  /** bodies decide on it first */
  prior: boolean;
};

/** What is asked before booking, whatever the figures came from: final or not, a note, and what it binds to. */
export function BookingFields({ provisional, note, closed, noteError, rise, seen, prior }: Props) {
  const text = useText();
  const locale = useLocale();
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
      {closed ? (
        <Notice
          tone="warn"
          title={text('realisation.closed', {
            date: formatDate(closed.closedAt, locale),
            by: closed.closedBy,
          })}
        >
          {text('realisation.closed.means')}
        </Notice>
      ) : null}
      <TextArea
        label={text(closed ? 'realisation.closed.why' : 'realisation.preview.note')}
        hint={text('realisation.preview.note.hint')}
        name="note"
        id="note"
        optional={!closed}
        error={noteError}
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
