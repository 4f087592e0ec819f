import { codeOptions } from '#app/identity/choice.ts';
import { ChoiceControl } from '#app/ui/choice-control.tsx';
import { Controls } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';

type Props = {
  bodies: readonly { code: string; nameNl: string; nameEn: string }[];
  /** code of the body that is shown; null is all */
  body: string | null;
};

/** Which body a list is about. */
export function BodyFilter({ bodies, body }: Props) {
  const text = useText();
  return (
    <Controls show={text('council.show')}>
      <ChoiceControl
        label={text('council.body')}
        name="body"
        value={body}
        all={text('council.body.all')}
        options={codeOptions(useLocale(), bodies)}
      />
    </Controls>
  );
}
