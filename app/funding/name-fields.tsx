import { TextField } from '#app/ui/form.tsx';
import { useText } from '#app/ui/text.tsx';
import type { FieldWire } from './error-words.tsx';

/** The title and the code of a new document that allots money. */
export function NameFields({
  of,
  wire,
  stands = {},
}: {
  of: 'funding' | 'allocation';
  wire: FieldWire;
  stands?: { title?: string; code?: string };
}) {
  const text = useText();
  return (
    <>
      <TextField {...wire('title', stands.title)} label={text(`${of}.new.title`)} />
      <TextField
        {...wire('code', stands.code)}
        width="short"
        label={text(`${of}.new.code`)}
        hint={text(`${of}.new.code.hint`)}
      />
    </>
  );
}
