/** The amounts of a carry-over draft as a table that goes round: what moves, and why. Pure. */
import type { SaveCarry } from '#app/allocation/carry-over.input.ts';
import type { CarryView } from '#app/allocation/carry-over.server.ts';
import { leftOf } from '#app/allocation/carry-over.ts';
import { type CarryRow, carryRows } from '#app/allocation/carry-over-form.ts';
import type { Locale } from '#app/kernel/actor.ts';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { type FillIn, starred } from '#app/render/fill-in.ts';
import type { Words } from './budget-sheet.ts';
import type { CellChange } from './fill-in-difference.ts';
import { type FilledValue, rowKey } from './fill-in-read.ts';
import type { Sheet, Why } from './fill-in-sheet.ts';

export type CarryFrame = Pick<CarryView, 'setting' | 'document' | 'version' | 'carries' | 'ends'>;
type Field = 'cents' | 'reason';

/** As much as a reason and an amount may be on the page. */
const reasonLength = 2000;
const centsMost = 1e13;

export function carryKey({ fund, unit, year, to }: CarryRow): string[] {
  return [fund, unit, String(year), String(to)];
}

/** What moves, and the other places of its years where something is left. */
export function carrySheetRows({ carries, ends, setting }: CarryFrame): CarryRow[] {
  return carryRows(carries, ends, { draft: true, firstYear: setting.firstYear });
}

function cellOf(row: CarryRow, field: Field): FilledValue {
  return field === 'cents' ? row.cents || null : row.reason || null;
}

function stampOf({ setting, document }: CarryFrame): string {
  return `carry-over/${setting.code}/${document.code}`;
}

function tableOf(frame: CarryFrame, locale: Locale, words: Words): FillIn {
  const { setting, document } = frame;
  const name = (code: string) => {
    const unit = setting.units.find((one) => one.code === code);
    return unit ? (locale === 'en' ? unit.nameEn : unit.nameNl) : '';
  };
  const left = ({ end }: CarryRow) => {
    const cents = end && leftOf(end);
    return cents === null ? '?' : formatAmount(cents, 'eur2', locale);
  };
  const column = (head: string, width: number, key = true) => ({ head: words(head), key, width });
  return {
    name: words('carry.title'),
    title: document.title,
    lead: [words('fill-in.carry.lead')],
    stamp: stampOf(frame),
    language: locale,
    labels: [
      column('carry.column.fund', 20),
      column('carry.unit', 18),
      column('carry.column.from', 8),
      column('carry.column.to', 8),
      column('fill-in.name', 38, false),
      column('carry.column.left', 18, false),
    ],
    fields: [
      { key: 'cents', head: words('carry.column.cents'), width: 18, decimals: 2 },
      { key: 'reason', head: words('carry.column.reason'), width: 48, decimals: null },
    ],
    rows: carrySheetRows(frame).map((row) => ({
      labels: [...carryKey(row), name(row.unit), left(row)],
      decimals: 2,
      values: [cellOf(row, 'cents'), cellOf(row, 'reason')],
    })),
  };
}

/** @param wordsOf the words of a language */
export function carrySheet(frame: CarryFrame, wordsOf: (locale: Locale) => Words): Sheet {
  const byKey = new Map(carrySheetRows(frame).map((row) => [rowKey(carryKey(row)), row]));
  return {
    table: (locale) => tableOf(frame, locale, wordsOf(locale)),
    isWord: () => false,
    decimalsOf: (_, field) => (field === 'reason' ? null : 2),
    refuse: (key) =>
      byKey.has(rowKey(key))
        ? null
        : { code: 'fill-in.carry.no-row', params: { what: key.filter(Boolean).join(', ') } },
    // nothing that moves is nothing, so that 0 and an empty cell say the same
    canon: (field, value) => (field === 'cents' && (value === 0 || value === '0') ? null : value),
    judge: ({ key }, all) => whyNot(all, byKey.get(rowKey(key))),
    strange: (stamp) => (stamp === stampOf(frame) ? null : { code: 'fill-in.carry.other', params: {} }),
  };
}

/** An amount and its reason are saved together or not at all, so a cell is refused for what its row would say. */
function whyNot(all: readonly CellChange[], row: CarryRow | undefined): Why | null {
  const changed = (field: Field) => all.find((one) => one.field === field);
  const amount = changed('cents');
  const cents = amount ? amount.after : row ? cellOf(row, 'cents') : null;
  const reason = changed('reason')?.after ?? '';
  if (starred(cents) !== null) return { code: 'carry.marked', params: {} };
  if (typeof cents === 'number' && Math.abs(cents) > centsMost) {
    return { code: 'fill-in.carry.too-much', params: {} };
  }
  if (String(reason).length > reasonLength) {
    return { code: 'fill-in.measures.long', params: { most: reasonLength } };
  }
  return cents === null && reason !== '' ? { code: 'forecast.amount-needed', params: {} } : null;
}

/** All that the draft carries over with what was changed in it, as it is saved. */
export function changedCarries(frame: CarryFrame, changes: readonly CellChange[]): SaveCarry['carries'] {
  const byRow = Map.groupBy(changes, ({ key }) => rowKey(key));
  return carrySheetRows(frame).flatMap((row) => {
    const own = byRow.get(rowKey(carryKey(row))) ?? [];
    const says = (field: Field) => {
      const change = own.find((one) => one.field === field);
      return change ? change.after : cellOf(row, field);
    };
    const cents = says('cents');
    if (typeof cents !== 'number') return [];
    const { fund, unit, year, to } = row;
    return [{ fund, unit, year, to, cents, reason: String(says('reason') ?? '') }];
  });
}
