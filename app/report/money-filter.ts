import { readMoment } from '#app/kernel/moment.ts';
import { type Tree, trees } from '#app/ledger/ledger.ts';
import { type Print, prints, type Slice, slices } from './money-view.ts';

/** One figure: its stage, its year and the key it stands for; `*` stands for all keys together. */
export type MoneyCell = { stage: CellStage; year: number; key: string | null };

const letters = {
  B: 'budgeted',
  R: 'realised',
  G: 'granted',
  E: 'expected',
  A: 'allocated',
  P: 'forecast',
} as const;
type Letter = keyof typeof letters;
export type CellStage = (typeof letters)[Letter];

/** What the address of the money page says: filters, print and the figure whose origin is shown. */
export type MoneyAddress = {
  asOf: string | null;
  knownOn: string | null;
  unit: string | null;
  fund: string | null;
  slice: Slice;
  print: Print;
  /** the unit tree that figures are added up by */
  tree: Tree;
  /** `B2023:T1`: stage and year, then the key of the slice; `*` is the whole column, nothing is without a key */
  cell: MoneyCell | null;
};

/**
 * Reads the address; what it does not understand falls back to the whole, now, by theme.
 * @param today ISO date; the days of the address are read by `readMoment`, which also knows what is wrong with them
 */
export function readMoneyAddress(query: URLSearchParams, today: string): MoneyAddress {
  const value = (name: string) => query.get(name) || null;
  const { asOf, knownOn } = readMoment(query, today);
  const cell = query.get('cell')?.match(/^([BRGEAP])(\d{4}):(.*)$/);
  return {
    asOf,
    knownOn,
    unit: value('unit'),
    fund: value('fund'),
    slice: slices.find((slice) => slice === query.get('slice')) ?? 'node',
    print: prints.find((print) => print === query.get('print')) ?? 'keur',
    tree: trees.find((tree) => tree === query.get('tree')) ?? 'asOf',
    cell: cell ? { stage: letters[cell[1] as Letter], year: Number(cell[2]), key: cell[3] || null } : null,
  };
}

/** The address with some of it changed, in a fixed order; what is default is left out. */
export function moneyQuery(address: MoneyAddress, change: Partial<MoneyAddress> = {}): string {
  const { cell, ...rest } = { ...address, ...change };
  const query = new URLSearchParams();
  for (const name of ['asOf', 'knownOn', 'unit', 'fund'] as const)
    if (rest[name]) query.set(name, rest[name]);
  if (rest.slice !== 'node') query.set('slice', rest.slice);
  if (rest.print !== 'keur') query.set('print', rest.print);
  if (rest.tree !== 'asOf') query.set('tree', rest.tree);
  if (cell) {
    const letter = Object.entries(letters).find(([, stage]) => stage === cell.stage)?.[0];
    query.set('cell', `${letter}${cell.year}:${cell.key ?? ''}`);
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}
