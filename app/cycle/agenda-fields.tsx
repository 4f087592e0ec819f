import type { Wire } from '#app/identity/action-form.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { nameOf } from '#app/kernel/name.ts';
import { DateField, Select, TextArea, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { AgendaItem } from './meeting.ts';
import type { MeetingProps } from './meeting-part.tsx';

/** What an item is called and about, and of one that stands what came of it. */
export function ItemFields({ wire, meeting, item }: MeetingProps & { wire: Wire; item?: AgendaItem }) {
  const text = useText();
  const locale = useLocale();
  const standing = item?.kind === 'standing';
  const about = item
    ? item.document !== null
      ? `document:${item.document}`
      : item.decisionId !== null
        ? `decision:${item.decisionId}`
        : item.consultationId !== null
          ? `consultation:${item.consultationId}`
          : item.aboutId !== null
            ? `moment:${item.aboutId}`
            : ''
    : '';
  const abouts = meeting.choices?.abouts ?? [];
  // a moment is named where a risk was raised: it stays, but is not one of the choices
  const own = about.startsWith('moment:')
    ? [{ value: about, label: nameOf({ nameNl: item?.aboutNl ?? '', nameEn: item?.aboutEn ?? '' }, locale) }]
    : [];
  return (
    <>
      {standing ? null : (
        <TextField {...wire('title', item?.titleNl)} label={text('meeting.item.title')} width="wide" />
      )}
      <Select
        {...wire('about', about)}
        label={text('meeting.about')}
        none={text('meeting.about.none')}
        options={[
          ...own,
          ...abouts.map((one) => ({ ...one, group: text(`meeting.about.group.${one.group}`) })),
        ]}
        optional
      />
      <TextArea {...wire('text', item?.text)} label={text('meeting.item.text')} rows={2} optional />
      {item ? (
        <TextArea
          {...wire('outcome', item.outcome)}
          label={text('meeting.outcome')}
          hint={text('meeting.outcome.hint')}
          rows={4}
          optional
        />
      ) : null}
      {standing ? null : (
        <Select
          {...wire('kind', item?.kind ?? 'point')}
          label={text('meeting.kind')}
          options={(['point', 'risk'] as const).map((kind) => ({
            value: kind,
            label: text(`meeting.kind.${kind}`),
          }))}
        />
      )}
    </>
  );
}

/** What will be done, by whom, for which unit and by when. */
export function ActionFields({ wire, meeting, moment }: MeetingProps & { wire: Wire }) {
  const text = useText();
  const locale = useLocale();
  const { attendees, choices } = meeting;
  return (
    <>
      <TextField {...wire('title')} label={text('meeting.action.title')} width="wide" />
      <div className="pair">
        <Select
          {...wire('owner')}
          label={text('meeting.action.owner')}
          none={nameOf({ nameNl: moment.bodyNl ?? '', nameEn: moment.bodyEn ?? '' }, locale)}
          options={[
            ...attendees.map((one) => ({
              ...{ value: `member:${one.memberId}`, label: one.name },
              group: text('meeting.action.members'),
            })),
            ...codeOptions(locale, choices?.roles ?? []).map(({ value, label }) => ({
              ...{ value: `role:${value}`, label },
              group: text('meeting.action.roles'),
            })),
          ]}
          optional
        />
        <Select
          {...wire('unit', moment.unit)}
          label={text('meeting.action.unit')}
          options={codeOptions(locale, choices?.units ?? [])}
        />
        <DateField {...wire('dueOn')} label={text('meeting.action.due')} />
      </div>
    </>
  );
}
