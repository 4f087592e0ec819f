import { Notice } from '#app/ui/notice.tsx';
import { useText } from '#app/ui/text.tsx';

/** What was said with the version: why it came back, or where it comes from. */
export function VersionNote({ version: { status, note } }: { version: { status: string; note: string } }) {
  const text = useText();
  if (note === '') return null;
  if (status !== 'returned' && status !== 'withdrawn') return <p className="sub">{note}</p>;
  return (
    <Notice tone="warn" title={text(`plan.${status}`)}>
      <p className="said">{note}</p>
    </Notice>
  );
}
