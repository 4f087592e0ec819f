/** Remarks beside what was done, those that apply; nothing when none does. */
export function Notes({ lines }: { lines: readonly (string | false | null)[] }) {
  const said = lines.filter((line) => typeof line === 'string');
  if (said.length === 0) return null;
  return (
    <ul className="notes">
      {said.map((line) => (
        <li key={line}>
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}
