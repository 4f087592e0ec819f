/**
 * Two people change the same thing. Whoever saves second sees per field what the first saved beside what they
 * typed, and chooses. Three texts of a field decide: as it stood when the form was drawn (`seen`), as it stands
 * now (`theirs`) and as typed (`mine`). The form carries `stood` (JSON: field to text) and, per field that both
 * changed, `resolve:<field>` with `mine` or `theirs`: all of it works without script.
 */
export type Meeting =
  /** nobody else touched it, or both say the same */
  | { kind: 'mine'; value: string }
  /** somebody else changed it and this person did not: theirs stands */
  | { kind: 'took'; value: string }
  | { kind: 'choose'; value: string; theirs: string };

/** What becomes of one field. Line ends and space around it make no difference. */
export function meet({ seen, theirs, mine }: { seen: string; theirs: string; mine: string }): Meeting {
  const [a, b, c] = [seen, theirs, mine].map((text) => text.replace(/\r\n?/g, '\n').trim());
  if (b === c || b === a) return { kind: 'mine', value: mine };
  return c === a ? { kind: 'took', value: theirs } : { kind: 'choose', value: mine, theirs };
}

/** The name of the hidden field that tells how the fields stood. */
export const stoodField = 'stood';

/** How the fields of a form stood when it was drawn; nothing when it does not say. */
export function stoodOf(typed: Readonly<Record<string, string>>): Record<string, string> {
  try {
    const read: unknown = JSON.parse(typed[stoodField] ?? '{}');
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(Object.entries(read).map(([name, value]) => [name, String(value)]));
  } catch {
    return {};
  }
}

/** The fields for which the other's value was chosen, with that value. */
export function chosenTheirs(typed: Readonly<Record<string, string>>): Record<string, string> {
  const stood = stoodOf(typed);
  return Object.fromEntries(Object.entries(stood).filter(([name]) => typed[`resolve:${name}`] === 'theirs'));
}
