import { type TypedRow, typedRow } from './realisation.input.ts';
import type { Notation } from './upload-cell.ts';

/** The rows of the form as they were posted. */
export function rowsOfForm(form: FormData): TypedRow[] {
  const count = Math.min(Number(form.get('rows')) || 0, 5000);
  const text = (name: string) => String(form.get(name) ?? '');
  const notation = (name: string): Notation | null => {
    const value = text(name);
    return value === 'thousands' || value === 'decimals' ? value : null;
  };
  return Array.from({ length: count }, (_, i) => ({
    place: placeOf(text(`place:${i}`)),
    what: text(`what:${i}`),
    component: text(`component:${i}`),
    costKind: text(`costKind:${i}`),
    fund: text(`fund:${i}`),
    eur: text(`eur:${i}`),
    fte: text(`fte:${i}`),
    note: text(`note:${i}`),
    memo: text(`memo:${i}`) !== '',
    readEur: notation(`read-eur:${i}`),
    readFte: notation(`read-fte:${i}`),
  }));
}

function placeOf(text: string): TypedRow['place'] {
  if (text === '') return null;
  return typedRow.shape.place.parse(JSON.parse(text));
}
