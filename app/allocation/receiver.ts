/**
 * Who gets money: a unit, a node of a framework (a theme), or a unit for a node. Codes or ids alike:
 * the engine only compares them.
 */
export type Receiver = { unit: string | null; node: string | null };

/** A receiver as a map key; equal receivers have equal keys. */
export type ReceiverKey = string;

/** Amount of one receiver in one year, in cents; provisional when anything it comes from is. */
export type Line = Receiver & { year: number; cents: number; provisional?: true };

/** What has no amount yet (pm: no cents), and what is printed beside the total (memo) and in no sum. */
export type Aside = Receiver & { year: number; cents: number | null; pm: boolean; memo: boolean };

export function keyOf(receiver: Receiver): ReceiverKey {
  return JSON.stringify([receiver.unit, receiver.node]);
}

export function receiverOf(key: ReceiverKey): Receiver {
  const [unit, node] = JSON.parse(key) as [string | null, string | null];
  return { unit, node };
}

/**
 * The receiver meant inside the amount of a holder: what it leaves open comes from the holder, so that
 * unit X within theme T is X for T, and theme T within unit X is the same.
 */
export function inside(holder: Receiver | null, to: Receiver): Receiver {
  return { unit: to.unit ?? holder?.unit ?? null, node: to.node ?? holder?.node ?? null };
}

/** Whether a line falls under a pattern; an open unit or node of the pattern takes any. */
export function fallsUnder(pattern: Receiver, line: Receiver): boolean {
  return (
    (pattern.unit === null || pattern.unit === line.unit) &&
    (pattern.node === null || pattern.node === line.node)
  );
}

/** A fixed order (unit, then node; without one last) so that equal allocations print equally. */
export function compareReceivers(a: Receiver, b: Receiver): number {
  return compareCodes(a.unit, b.unit) || compareCodes(a.node, b.node);
}

function compareCodes(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
