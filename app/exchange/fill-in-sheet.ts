/** A table that goes out to be filled in and comes back: what each such table says of itself. Pure. */
import { type Locale, locales } from '#app/kernel/actor.ts';
import { InvalidInput, type Params } from '#app/kernel/rejection.ts';
import type { Sheet as FileSheet } from '#app/ledger/table-read.ts';
import type { FillIn } from '#app/render/fill-in.ts';
import {
  type CellChange,
  type CellRefusal,
  type Current,
  type FillInDifference,
  fillInDifference,
  withRefused,
} from './fill-in-difference.ts';
import { type Filled, type FilledValue, firstThatReads, readFillIn, rowKey } from './fill-in-read.ts';

export type Why = { code: string; params: Params };

export type Sheet = {
  /** with its heads in a language; the keys of its rows are alike in all */
  table: (locale: Locale) => FillIn;
  /** whether a text is a value of its own (pm, <5) */
  isWord: (text: string) => boolean;
  /** of the numbers of a cell: 2 for cents; null when it is text */
  decimalsOf: (key: readonly string[], field: string) => number | null;
  /** why a row may not be filled in, or null */
  refuse: (key: string[]) => Why | null;
  /** why a cell may not say what it would say, or null; `all` is what the file changes in its row */
  judge?: (change: CellChange, all: readonly CellChange[]) => Why | null;
  /** what the rows that remain may not be as a whole */
  settle?: (found: FillInDifference) => FillInDifference;
  /** one way of writing for what may be written in several */
  canon?: (field: string, value: FilledValue) => FilledValue;
  /** why a file that was fetched as this may not be handed in here, or null */
  strange?: (stamp: string) => Why | null;
  /** the second table of the same file; a file may have either */
  and?: Sheet;
  /** a row whose last key is left open is a new one */
  open?: true;
  /** tries what a file would change and takes it back: the rows that could not be saved, each with why */
  trial?: (changes: readonly CellChange[]) => Promise<CellRefusal[]>;
};

export type Compared = { difference: FillInDifference; filled: Filled };

/**
 * What a filled-in file would change; nothing is written. A colleague may have fetched it in the other language.
 * @throws InvalidInput `fill-in.…` when it is no such table
 */
export function compareSheet(sheet: Sheet, sent: SentSheets): Compared {
  if (!sheet.and) return compareOne(sheet, sent);
  const [first, second] = [sheet, sheet.and].map((one) => unlessUnread(() => compareOne(one, sent)));
  if (first instanceof InvalidInput) {
    if (second instanceof InvalidInput) throw first;
    return second!;
  }
  return second instanceof InvalidInput ? first! : together(first!, second!);
}

type SentSheets = { sheets: readonly FileSheet[]; file: string; locale: Locale };

function unlessUnread(compare: () => Compared): Compared | InvalidInput {
  try {
    return compare();
  } catch (refusal) {
    const [error] = refusal instanceof InvalidInput ? refusal.errors : [];
    if (error?.code === 'fill-in.no-heads' || error?.code === 'fill-in.no-rows')
      return refusal as InvalidInput;
    throw refusal;
  }
}

function together(a: Compared, b: Compared): Compared {
  const [one, other] = [a.difference, b.difference];
  return {
    filled: { ...a.filled, ignored: [...new Set([...a.filled.ignored, ...b.filled.ignored])] },
    difference: {
      changes: [...one.changes, ...other.changes],
      conflicts: [...one.conflicts, ...other.conflicts],
      refused: [...one.refused, ...other.refused],
      same: one.same + other.same,
      kept: one.kept + other.kept,
      absent: one.absent + other.absent,
    },
  };
}

function compareOne(sheet: Sheet, { sheets, file, locale }: SentSheets): Compared {
  const { isWord, decimalsOf, judge, settle = (found) => found } = sheet;
  const languages = [locale, ...locales.filter((one) => one !== locale)];
  const read = firstThatReads(
    languages.map(
      (one) => () =>
        readFillIn(sheets, sheet.table(one), { file, isWord, decimalsOf, open: sheet.open === true }),
    ),
  );
  const strange = read.stamp === null ? null : sheet.strange?.(read.stamp);
  if (strange) throw new InvalidInput([{ path: file, ...strange }]);
  const written = sheet.canon ? canonical(read, sheet.canon) : read;
  const current = currentOf(sheet, locale);
  const filled = sheet.open ? withBegun(written, current) : written;
  const found = fillInDifference(filled, current, sheet.refuse);
  const inOrder = (difference: FillInDifference) => ({
    filled,
    difference: { ...difference, refused: difference.refused.toSorted((a, b) => a.row - b.row) },
  });
  if (!judge) return inOrder(settle(found));
  const byRow = Map.groupBy([...found.changes, ...found.conflicts], ({ key }) => rowKey(key));
  const difference = withRefused(found, (one) => judge(one, byRow.get(rowKey(one.key)) ?? []));
  return inOrder(settle(difference));
}

/** What stands here, by row key and field: what the table would say if it went out now. */
function currentOf({ table: make, canon = (_, value) => value }: Sheet, locale: Locale): Current {
  const table = make(locale);
  const keyed = table.labels.flatMap(({ key }, i) => (key ? [i] : []));
  return new Map(
    table.rows.map(({ labels, values }) => [
      rowKey(keyed.map((i) => labels[i] ?? '')),
      new Map(table.fields.map(({ key }, c) => [key, canon(key, values[c] ?? null)])),
    ]),
  );
}

/**
 * Rows without a last key are told apart by where they stand in the file. One that says what a row says here is that
 * row: it was begun when the file was handed in before.
 */
function withBegun(filled: Filled, current: Current): Filled {
  const named = new Set(filled.rows.map(({ key }) => rowKey(key)));
  const rows = filled.rows.map((row) => {
    if (row.key.at(-1) !== '') return row;
    const list = rowKey([...row.key.slice(0, -1), '']);
    const says = [...row.cells];
    const same = [...current].find(
      ([id, here]) =>
        !named.has(id) &&
        id.startsWith(list) &&
        says.every(([field, cell]) => cell.state === 'read' && cell.value === (here.get(field) ?? null)),
    );
    const key = same ? same[0].split('\u001f') : [...row.key.slice(0, -1), `+${row.row}`];
    named.add(rowKey(key));
    return { ...row, key };
  });
  return { ...filled, rows };
}

/** The changes that somebody else was ahead of since they were shown, as conflicts; the others still hold. */
export function sinceShown(
  changes: readonly CellChange[],
  { sheet, locale }: { sheet: Sheet; locale: Locale },
): { still: CellChange[]; moved: CellChange[] } {
  const second = sheet.and ? currentOf(sheet.and, locale) : [];
  const current = new Map([...currentOf(sheet, locale), ...second]);
  const still: CellChange[] = [];
  const moved: CellChange[] = [];
  for (const change of changes) {
    const now = current.get(rowKey(change.key))?.get(change.field) ?? null;
    if (now === change.before) still.push(change);
    else if (now !== change.after) moved.push({ ...change, before: now, was: change.before });
  }
  return { still, moved };
}

function canonical(filled: Filled, canon: NonNullable<Sheet['canon']>): Filled {
  const rows = filled.rows.map((row) => ({
    ...row,
    cells: new Map(
      [...row.cells].map(([field, cell]) => [
        field,
        cell.state === 'read' ? { ...cell, value: canon(field, cell.value) } : cell,
      ]),
    ),
  }));
  const kept =
    filled.kept &&
    new Map(
      [...filled.kept].map(([key, fields]) => [
        key,
        new Map([...fields].map(([field, text]) => [field, String(canon(field, text || null) ?? '')])),
      ]),
    );
  return { ...filled, rows, kept };
}
