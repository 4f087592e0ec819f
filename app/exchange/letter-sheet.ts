/** The amounts of a letter as a table that goes round, per fund and year; a star says provisional. Pure. */
import type { LetterAmount } from '#app/funding/funding.input.ts';
import type { FundingLine } from '#app/funding/funding.ts';
import type { Locale } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import { type FillIn, starred } from '#app/render/fill-in.ts';
import type { Words } from './budget-sheet.ts';
import type { CellChange } from './fill-in-difference.ts';
import type { FilledValue } from './fill-in-read.ts';
import type { Sheet, Why } from './fill-in-sheet.ts';

type Named = { code: string; nameNl: string; nameEn: string };

export type LetterFrame = {
  scheme: string;
  /** of which it speaks, where letters are per unit */
  unit: Named | null;
  /** of the document that is renewed, or of the kind of a new one */
  title: string;
  /** of the version that is renewed; 0 for a new document */
  number: number;
  funds: readonly Named[];
  years: readonly number[];
  /** what the version to renew says */
  lines: readonly FundingLine[];
};

/** How a file says that a row stands beside the total; alike in Dutch and English. */
const memo = 'memo';
const fileCode = 'fill-in.letter';

function cellOf(lines: readonly FundingLine[], fund: string, beside: string, year: number): FilledValue {
  const line = lines.find((one) => one.fund === fund && one.year === year && one.memo === (beside === memo));
  if (!line) return null;
  if (line.cents === null) return 'pm';
  return line.provisional ? `${line.cents}*` : line.cents;
}

/** With the unit: the file of one would tell its amounts of another. */
const stampOf = ({ scheme, unit, title }: LetterFrame) => `letter/${scheme}/${title}/${unit?.code ?? ''}`;

function tableOf(frame: LetterFrame, locale: Locale, words: Words): FillIn {
  const { title, unit, funds, years, lines } = frame;
  return {
    name: words('funding.title'),
    title: unit ? `${title}, ${nameOf(unit, locale)}` : title,
    lead: [words(`${fileCode}.lead`)],
    stamp: stampOf(frame),
    language: locale,
    labels: [
      { head: words('fill-in.budget.fund'), key: true, width: 22 },
      { head: words('fill-in.name'), key: false, width: 38 },
      { head: words(`${fileCode}.beside`), key: true, width: 18 },
    ],
    fields: years.map((year) => ({ key: String(year), head: String(year), width: 18 })),
    rows: funds.flatMap((fund) =>
      ['', memo].map((beside) => ({
        labels: [fund.code, nameOf(fund, locale), beside],
        decimals: 2,
        values: years.map((year) => cellOf(lines, fund.code, beside, year)),
      })),
    ),
  };
}

/** @param wordsOf the words of a language */
export function letterSheet(frame: LetterFrame, wordsOf: (locale: Locale) => Words): Sheet {
  const refuse = ([fund = '', beside = '']: readonly string[]): Why | null => {
    if (!frame.funds.some((one) => one.code === fund)) {
      return { code: 'funding.unknown-fund', params: { fund } };
    }
    return beside === '' || beside === memo ? null : { code: `${fileCode}.beside`, params: { what: beside } };
  };
  return {
    table: (locale) => tableOf(frame, locale, wordsOf(locale)),
    isWord: (text) => text.toLowerCase() === 'pm',
    decimalsOf: () => 2,
    refuse,
    canon: (_, value) => (typeof value === 'string' && value.toLowerCase() === 'pm' ? 'pm' : value),
    judge: ({ after }) => {
      const cents = typeof after === 'string' ? starred(after) : after;
      return cents !== null && cents < 0 ? { code: 'funding.negative', params: {} } : null;
    },
    settle: (found) => withoutVanished(found, frame),
    strange: (stamp) =>
      stamp === stampOf(frame) ? null : { code: `${fileCode}.other`, params: { title: frame.title } },
  };
}

/** An amount may move to or from the memo row; it is never twice there, and does not vanish. */
function withoutVanished(found: Parameters<NonNullable<Sheet['settle']>>[0], { lines }: LetterFrame) {
  const all = [...found.changes, ...found.conflicts];
  const says = (fund: string, beside: string, year: string) => {
    const change = all.find(
      ({ key, field }) => key[0] === fund && (key[1] ?? '') === beside && field === year,
    );
    return change ? change.after : cellOf(lines, fund, beside, Number(year));
  };
  const refused = [...found.refused];
  const stays = (change: CellChange) => {
    const { row, key, field, before, after } = change;
    const [fund = '', beside = ''] = key;
    const other = says(fund, beside === memo ? '' : memo, field);
    const why: Why | null =
      after !== null && other !== null
        ? { code: `${fileCode}.both`, params: {} }
        : after === null && other === null
          ? before === 'pm'
            ? { code: 'funding.pm-removed', params: {} }
            : { code: 'funding.amount-removed', params: { cents: starred(before) ?? Number(before) } }
          : null;
    if (why) refused.push({ row, key, field, ...why });
    return why === null;
  };
  return {
    ...found,
    changes: found.changes.filter(stays),
    conflicts: found.conflicts.filter(stays),
    refused,
  };
}

/** The amounts that changes stand for, as a letter names them. */
export function letterAmounts(changes: readonly CellChange[]): LetterAmount[] {
  const places = Map.groupBy(changes, ({ key, field }) => `${key[0]} ${field}`);
  return [...places.values()].flatMap((found) => {
    // of an amount that moved to or from the memo row only where it went
    const { key, field, after } = found.find((one) => one.after !== null) ?? found[0]!;
    if (after === null) return [];
    const [fund = '', beside = ''] = key;
    const star = starred(after);
    const cents = star ?? (typeof after === 'number' ? after : null);
    return [
      { fund, year: Number(field), cents, provisional: star !== null, memo: beside === memo, note: '' },
    ];
  });
}
