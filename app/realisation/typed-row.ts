import type { Locale } from '#app/kernel/actor.ts';
import { type AmountText, readAmount } from '#app/kernel/amount-text.ts';
import type { FieldError, Params } from '#app/kernel/rejection.ts';
import type { Entry, EntryField, Locate } from './entry.ts';
import type { TypedRow } from './realisation.input.ts';
import type { Notation } from './upload-cell.ts';

/** The fields of a row in the form; each control is named `<field>:<row>`. */
const formFields: Record<EntryField, string> = {
  unit: 'what',
  measure: 'what',
  theme: 'what',
  component: 'component',
  fund: 'fund',
  costKind: 'costKind',
  year: 'what',
  cents: 'eur',
  fteMilli: 'fte',
  note: 'note',
  memo: 'memo',
};

export type TypedEntries = { entries: Entry[]; errors: FieldError[]; locate: Locate };

/**
 * Reads what was typed in the form. A row without amounts books nothing; an amount that two readers would
 * read differently is asked at its field, and stays as it was typed.
 */
export function entriesOfRows(rows: readonly TypedRow[], locale: Locale): TypedEntries {
  const errors: FieldError[] = [];
  const kept: number[] = [];
  const wrong = (path: string) => (code: string, params: Params) => {
    errors.push({ path, code: `realisation.${code}`, params });
  };
  const entries = rows.flatMap((row, index): Entry[] => {
    const cents = amount(row.eur, { decimals: 2, notation: row.readEur, locale }, wrong(`eur:${index}`));
    const fteMilli = amount(row.fte, { decimals: 3, notation: row.readFte, locale }, wrong(`fte:${index}`));
    const empty = row.eur.trim() === '' && row.fte.trim() === '';
    if (empty || cents === undefined || fteMilli === undefined) return [];
    kept.push(index);
    const mark = markOf(cents, fteMilli);
    return [
      {
        ...{ ...identity(row), year: null, cents: cents?.value ?? null, fteMilli: fteMilli?.value ?? null },
        ...{ note: row.note.trim(), mark, memo: row.memo },
      },
    ];
  });
  const locate: Locate = (entry, field) => ({
    path: `${formFields[field]}:${kept[entry]}`,
    params: { row: kept[entry]! + 1 },
  });
  return { entries, errors, locate };
}

/** Both sides of a row share what they say: an amount that is not known yet outweighs a provisional one. */
function markOf(...sides: (Read | null)[]): Entry['mark'] {
  const marks = sides.map((side) => side?.mark);
  return marks.find((mark) => mark === 'pm') ?? marks.find((mark) => mark === 'provisional') ?? null;
}

function identity(row: TypedRow): Omit<Entry, 'year' | 'cents' | 'fteMilli' | 'note' | 'mark' | 'memo'> {
  const { place } = row;
  if (place) {
    const { unit, fund, component, costKind, measureId, node } = place;
    return {
      unit,
      fund,
      component,
      costKind,
      measure: measureId ?? '',
      theme: measureId ? '' : (node ?? ''),
    };
  }
  const [kind = '', id = ''] = row.what.split(/:(.*)/s);
  return {
    unit: '',
    measure: kind === 'measure' ? id : '',
    theme: kind === 'theme' ? id : '',
    component: row.component.trim(),
    costKind: row.costKind.trim(),
    fund: row.fund,
  };
}

/**
 * An amount as typed, with the answer given when it was asked. An answer that leaves more decimals than are
 * kept is rounded: the person chose it by its outcome. FTE keeps three decimals, so that `9,809` with the
 * reader's own decimal mark is what it says; with the other mark it is asked.
 */
export function readTyped(
  raw: string,
  { decimals, notation, locale }: { decimals: 2 | 3; notation: Notation | null; locale: Locale },
): AmountText {
  const read = readAmount(raw, decimals);
  if (read.kind !== 'ambiguous') return read;
  const own = decimals === 3 && raw.includes(locale === 'nl' ? ',' : '.');
  if (notation === null && own) {
    return { kind: read.provisional ? 'provisional' : 'value', value: read.asDecimal };
  }
  if (notation === null) return read;
  const value = notation === 'thousands' ? read.asThousands : read.asDecimal;
  return { kind: read.provisional ? 'provisional' : 'value', value };
}

type Read = { value: number | null; mark: 'pm' | 'provisional' | null };

/** @returns undefined when it could not be read; then `wrong` was told why */
function amount(
  raw: string,
  how: Parameters<typeof readTyped>[1],
  wrong: (code: string, params: Params) => void,
): Read | null | undefined {
  const read = readTyped(raw, how);
  if (read.kind === 'value') return { value: read.value, mark: null };
  if (read.kind === 'provisional') return { value: read.value, mark: 'provisional' };
  if (read.kind === 'pm') return { value: null, mark: 'pm' };
  if (read.kind === 'empty') return null;
  const value = raw.trim();
  if (read.kind === 'ambiguous') {
    wrong('ambiguous-typed', { value, thousands: read.asThousands, decimal: read.asDecimal });
  } else wrong('not-a-number', { value });
  return undefined;
}

/** A place as one hidden field. */
export function placeField(place: NonNullable<TypedRow['place']>): string {
  return JSON.stringify(place);
}
