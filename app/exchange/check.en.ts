import { en as table } from '#app/ledger/table.en.ts';
import type { nl } from './check.nl.ts';

/** Texts of the table check and of reading files (ICU messages). */
export const en: Record<keyof typeof nl, string> = {
  'check.class.error': 'ERROR',
  'check.class.rounding': 'rounding',
  'check.class.note': 'note',
  'check.where': '{sheet}, row {row}, column {column}, {label}',
  'check.unnamed': '(no name)',
  'check.miss': '{what}: it says {stated}, the table itself gives {computed} (difference {difference})',
  'check.code.sum': 'sum of the parts',
  'check.code.difference': 'difference or result',
  'check.code.share': 'share of the total (%)',
  'check.code.share-sum': 'sum of the shares (%)',
  'check.code.percentage': 'percentage of the other amount (%)',
  'check.code.growth': 'growth (%)',
  'check.code.product': 'quantity × rate',
  'check.code.unknown-part':
    'cannot be judged: it says {stated}, the known parts give {computed}, but a part is unknown (blank, pm or masked)',
  'check.code.unexplained-total':
    'cannot be judged: no sum of rows or columns in this table gives this total',
  'check.code.formula-without-value':
    'formula without a kept result: recalculate the file in the spreadsheet program and save it',
  'check.summary':
    '{file}: {figures} figures recomputed; errors: {errors}, roundings: {roundings}, notes: {notes}.',
  'check.no-table': '{file}: no table with figures found. Check whether this is the intended file or sheet.',
  'check.no-total':
    '{file}: figures, but no total, result, difference or percentage found; there is nothing to recompute.',
  'check.missing-file': '{file}: this file does not exist or cannot be read.',
  'check.usage':
    'Usage: akkoord check FILE [--json] [--lang nl|en]\nRecomputes a published table (XLSX, ODS or CSV). Exit status: 0 without errors, 1 with errors, 2 when the file cannot be judged.',
  ...table,
};
