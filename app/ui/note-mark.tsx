import { useText } from './text.tsx';

/** The mark of a note under the table: it hangs outside the column and leads to `#note-<anchor><mark>`. */
export function NoteMark({ mark, anchor = '' }: { mark: string; anchor?: string }) {
  const text = useText();
  return (
    <sup className="check">
      <a href={`#note-${anchor}${mark}`} aria-label={text('ui.note', { mark })}>
        {mark}
      </a>
    </sup>
  );
}
