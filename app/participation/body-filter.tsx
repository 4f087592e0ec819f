import { nameOf } from '#app/plan/plan-words.ts';
import { Control, Controls } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';

type Props = {
  bodies: readonly { code: string; nameNl: string; nameEn: string }[];
  /** code of the body that is shown; null is all */
  body: string | null;
};

/** Which body a list is about. */
export function BodyFilter({ bodies, body }: Props) {
  const text = useText();
  const locale = useLocale();
  return (
    <Controls show={text('council.show')}>
      <Control label={text('council.body')}>
        <select name="body" defaultValue={body ?? ''} key={body}>
          <option value="">{text('council.body.all')}</option>
          {bodies.map((one) => (
            <option key={one.code} value={one.code}>
              {nameOf(one, locale)}
            </option>
          ))}
        </select>
      </Control>
    </Controls>
  );
}
