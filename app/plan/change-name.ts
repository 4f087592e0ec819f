import type { StatedChange } from './change-read.server.ts';

type Measure = { code: string; name: string };

/** What a change is called: its words, else the names of its measures. */
export function changeTitle(
  change: StatedChange,
  { before, after }: { before: readonly Measure[]; after: readonly Measure[] },
): string {
  if (change.subject) return change.subject;
  const name = (code: string, side: readonly Measure[]) =>
    side.find((one) => one.code === code)?.name ?? code;
  const own = change.kind === 'replaced' || change.after.length === 0 ? change.before : change.after;
  return own.map((code) => name(code, own === change.before ? before : after)).join(', ') || change.code;
}
