import type { BasisPoints, Cents, FteMilli } from '#app/kernel/money.ts';

/**
 * The tree that every report and every exported table is made of. It holds exact quantities and words;
 * how they look is the writers' business. Plain data: it can be stored, hashed and sent to a child process.
 */

export type Language = 'nl' | 'en';

export type Report = {
  title: string;
  subtitle?: string;
  language: Language;
  institution: string;
  /** ISO date: what was in force then. */
  asOf?: string;
  /** ISO date: what had been recorded by then. */
  knownOn?: string;
  /** One line that stands on every page, such as that the institution is fictional or the text a draft. */
  notice?: string;
  /** Prints a table of contents after the title. */
  contents?: boolean;
  /** Sets the PDF close and small, for what is to stand on a page or two. */
  compact?: boolean;
  blocks: Block[];
};

/** A run of text. `mark` prints raised, as a reference to a note. */
export type Inline = { text: string; bold?: boolean; italic?: boolean; href?: string; mark?: string };

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4 | 5; text: string }
  | { kind: 'paragraph'; inlines: Inline[] }
  /** A ProseMirror document of the section schema; see `rich-text.ts`. */
  | { kind: 'richText'; document: unknown }
  /** What another text says, word for word, and where it stands. */
  | { kind: 'quote'; document: unknown; source: Inline[] }
  | { kind: 'table'; table: Table }
  | { kind: 'notes'; title?: string; notes: Note[] }
  | { kind: 'figure'; svg: string; alt: string; caption?: string }
  | { kind: 'keyFigures'; figures: KeyFigure[] };

export type Note = { mark: string; inlines: Inline[] };

/** One figure set large, with what it is and where it comes from. */
export type KeyFigure = { label: string; cell: Cell; format?: NumberFormat; note?: string };

/** What any cell may carry: note marks, an address that explains it, and `stated`: see `Figure`. */
type CellExtras = { marks?: string[]; href?: string };
/** What a figure holds beside plain numbers: a provisional part, or parts without a number that it lacks. */
export type Sign = 'provisional' | 'pm' | 'masked';
/** `stated` is the value a source printed where it differs from ours, in the unit of the cell. */
type Figure = CellExtras & { stated?: number; signs?: Sign[] };

/**
 * A value with its meaning. Unknown is not zero: `pm`, `unknown`, `masked` (a group below the threshold)
 * and `empty` (does not apply) print as such and are never summed.
 */
export type Cell =
  | ({ kind: 'money'; cents: Cents } & Figure)
  | ({ kind: 'fte'; milli: FteMilli } & Figure)
  | ({ kind: 'share'; basisPoints: BasisPoints } & Figure)
  | ({ kind: 'count'; count: number } & Figure)
  | ({ kind: 'text'; text: string } & CellExtras)
  | ({ kind: 'pm' } & CellExtras)
  | ({ kind: 'unknown' } & CellExtras)
  | ({ kind: 'masked'; below: number } & CellExtras)
  | ({ kind: 'empty' } & CellExtras);

/** `keur` thousands of euros without decimals, `eur` whole euros, `eurCents` euros and cents. */
export type NumberFormat = {
  money?: 'keur' | 'eur' | 'eurCents';
  fteDecimals?: 1 | 2;
  shareDecimals?: 0 | 1;
};

/** A part of a computed row or column, by key; -1 where it is subtracted. */
export type Term = { key: string; sign: 1 | -1 };

export type Column = {
  key: string;
  label: string;
  /** What the label abbreviates, for those who cannot see the legend ("begroot" for B). */
  description?: string;
  /** Heads above this one, outermost first; neighbours with the same heads share them. */
  groups?: string[];
  /** `quiet` sets the column in grey, as the realised beside the budgeted. */
  tone?: 'quiet';
  format?: NumberFormat;
  /** Set when the column is computed from others. */
  terms?: Term[];
};

/** `plain` is never a part of a total; `group` heads the rows that follow; `result` closes the table. */
export type RowKind = 'line' | 'subtotal' | 'total' | 'plain' | 'result' | 'group';

export type Row = {
  kind: RowKind;
  label: string;
  /** Names the row for `terms` of others. */
  key?: string;
  indent?: 0 | 1 | 2 | 3;
  href?: string;
  marks?: string[];
  cells: Cell[];
  /** What the row is computed from. Without it, a subtotal or total is the sum of the rows above it. */
  terms?: Term[];
};

export type Table = {
  caption: string;
  /** The unit and the legend of the columns: "in duizenden euro's; B begroot, R gerealiseerd". */
  unitNote?: string;
  /** The head of the label column. */
  labelHead?: string;
  columns: Column[];
  rows: Row[];
  footnotes?: Note[];
  format?: NumberFormat;
  /** How an exact nil prints: a dash (the default, as annual reports do) or the figure 0. */
  nil?: 'dash' | 'figure';
};

export const money = (cents: Cents, extras: Figure = {}): Cell => ({ kind: 'money', cents, ...extras });
export const fte = (milli: FteMilli, extras: Figure = {}): Cell => ({ kind: 'fte', milli, ...extras });
export const share = (basisPoints: BasisPoints, extras: Figure = {}): Cell => ({
  kind: 'share',
  basisPoints,
  ...extras,
});
export const count = (n: number, extras: Figure = {}): Cell => ({ kind: 'count', count: n, ...extras });
export const text = (value: string, extras: CellExtras = {}): Cell => ({
  kind: 'text',
  text: value,
  ...extras,
});
export const empty: Cell = { kind: 'empty' };
export const unknown: Cell = { kind: 'unknown' };
export const pm: Cell = { kind: 'pm' };

/**
 * The exact quantity of a cell in its own unit (cents, thousandths, basis points, a count), or null when it
 * has none.
 */
export function quantity(cell: Cell): number | null {
  switch (cell.kind) {
    case 'money':
      return cell.cents;
    case 'fte':
      return cell.milli;
    case 'share':
      return cell.basisPoints;
    case 'count':
      return cell.count;
    default:
      return null;
  }
}

/** What a figure says of itself beside its number, in printing order. */
export function signsOf(cell: Cell): Sign[] {
  return 'signs' in cell && cell.signs ? cell.signs : [];
}

/** The value a source printed for this cell, where it differs from ours. */
export function statedOf(cell: Cell): number | null {
  return 'stated' in cell && cell.stated !== undefined ? cell.stated : null;
}
