import { readMoment } from '#app/kernel/moment.ts';
import { yearOf } from '#app/kernel/period.ts';
import { type Tree, trees } from '#app/ledger/ledger.ts';

/** What the address of the trace page says. */
export type TraceAddress = {
  asOf: string | null;
  knownOn: string | null;
  year: number | null;
  fund: string | null;
  unit: string | null;
  /** the unit tree that figures are added up by */
  tree: Tree;
  /** a ribbon (`unit:beta~theme:T1`) or a node whose lines are shown */
  flow: string | null;
};

/**
 * Reads the address; what it does not understand falls back to the whole, now.
 * @param today ISO date
 */
export function readTraceAddress(query: URLSearchParams, today: string): TraceAddress {
  const { asOf, knownOn } = readMoment(query, today);
  return {
    asOf,
    knownOn,
    year: yearOf(query),
    fund: query.get('fund') || null,
    unit: query.get('unit') || null,
    tree: trees.find((tree) => tree === query.get('tree')) ?? 'asOf',
    flow: query.get('flow') || null,
  };
}

/** The address with some of it changed, in a fixed order; what is default is left out. */
export function traceQuery(
  address: Omit<TraceAddress, 'tree'> & { tree?: Tree },
  change: Partial<TraceAddress> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...address, ...change })) {
    if (value != null && !(name === 'tree' && value === 'asOf')) query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}
