import type { FieldErrors } from '#app/funding/error-words.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { DateField, Select } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { comesBefore } from './dispute.ts';
import type { DossierEvent } from './dossier-state.ts';
import type { EventSetting } from './event-setting.server.ts';

type Props = Pick<EventSetting, 'bodies' | 'named' | 'until'> & {
  event: DossierEvent;
  typed: Readonly<Record<string, string>>;
  error: FieldErrors;
};

/** Before whom a dispute comes and until when: as the right says, unless somebody else is chosen. */
export function DisputeFields({ event, bodies, named, until, typed, error }: Props) {
  const text = useText();
  const locale = useLocale();
  if (!comesBefore(event)) return null;
  return (
    <>
      <Select
        id="body"
        name="body"
        label={text(`dispute.who.${event}`)}
        hint={text(named ? 'dispute.who.named' : 'dispute.who.free')}
        defaultValue={typed.body ?? named ?? ''}
        none={text(`dispute.who.none.${event}`)}
        options={bodies.map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
        error={error('body')}
      />
      <DateField
        id="untilDate"
        name="untilDate"
        label={text(`dispute.until.${event}`)}
        hint={text(until ? 'dispute.until.named' : 'dispute.until.free')}
        defaultValue={typed.untilDate ?? until ?? undefined}
        optional
        error={error('untilDate')}
      />
    </>
  );
}
