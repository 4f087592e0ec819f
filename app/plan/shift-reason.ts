import { changeTitle } from './change-name.ts';
import type { ThemeShift } from './shift.ts';
import type { ShiftPart } from './shift-part.ts';
import type { ShiftView } from './shift-view.ts';

/** One thing behind the difference of a theme: its measures or changes by name, and whether anybody stated it. */
type ShiftReason = { key: string; name: string; part: ShiftPart; undeclared: boolean };

/** What is behind the parts of a theme; what prints as nothing in k EUR needs no reason. Pure. */
export function reasonsOf(shift: ThemeShift, { measures, changes }: ShiftView): ShiftReason[] {
  const title = (key: string) => {
    const found = changes.find((one) => one.key === key);
    return found ? changeTitle(found, { before: [], after: [] }) : key;
  };
  return shift.items
    .filter((item) => Math.abs(item.cents) >= 50_000 && (item.part !== 'grown' || item.measures.length > 0))
    .map((item) => ({
      key: `${item.part} ${item.measures.join(' ')} ${item.changes.join(' ')}`,
      name:
        item.measures.map((code) => measures.find((one) => one.code === code)?.name ?? code).join(', ') ||
        item.changes.map(title).join(', '),
      part: item.part,
      undeclared: item.changes.length === 0,
    }));
}
