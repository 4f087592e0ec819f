import { ruleWords } from '#app/cycle/cycle-words.ts';
import type { Locale } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import { empty, type Note, type Row, type Table, text } from '#app/render/report.ts';
import type { Milestone } from './milestone.ts';

/** The milestones as the table that a project plan prints: the page shows it and every export writes it. Pure. */

type Words = (key: string, params?: Record<string, string | number | null>) => string;
type Language = { words: Words; locale: Locale };

const region: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' };
const marks = (at: number) => '*'.repeat(at + 1);

function printed(iso: string, locale: Locale, form: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(region[locale], { ...form, timeZone: 'UTC' }).format(new Date(iso));
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The month or months in which it is due, as the head of its row. */
function momentOf({ due }: Milestone, locale: Locale): string {
  const months = [...new Set(due.map((day) => day.slice(0, 7)))];
  return months.map((month) => capital(printed(`${month}-01`, locale, { month: 'long' }))).join(', ');
}

/** Levels by the kind of their units, as `Faculteit`. */
export function levelName(kinds: readonly string[], words: Words): string {
  return kinds.map((kind) => words('milestone.level', { kind: kind.replaceAll('-', '_') })).join(', ');
}

function participation({ step, body }: Milestone, { words, locale }: Language): string {
  const kind = locale === 'en' ? step.bodyKindEn : step.bodyKindNl;
  const who = body ? nameOf(body, locale) : kind;
  const right = step.right ? words(`right.${step.right}`) : null;
  const also = locale === 'en' ? step.alsoEn : step.alsoNl;
  return [[who, right].filter(Boolean).join(': '), also].filter(Boolean).join('. ');
}

/** A deadline that is a day of its own, and not the last day of a month or the day of a meeting. */
function deadline({ step, meets }: Milestone, { words, locale }: Language): string | null {
  const fixed = step.rule.kind === 'day' || step.rule.kind === 'week';
  if (step.precision !== null || !fixed || meets.length > 0) return null;
  const { key, params } = ruleWords(step.rule);
  const date = printed(String(params.date), locale, { day: 'numeric', month: 'long' });
  const month = printed(String(params.date), locale, { month: 'long' });
  return words('milestone.deadline', { when: words(key, { ...params, date, month }) });
}

/** @param year what the year of the cycle is called */
export function milestoneTable(
  milestones: readonly Milestone[],
  { words, locale, year }: Language & { year: string },
): Table {
  const footnotes: Note[] = [];
  const rows = milestones.map((one): Row => {
    const said = deadline(one, { words, locale });
    if (said !== null) footnotes.push({ mark: marks(footnotes.length), inlines: [{ text: said }] });
    const parts = locale === 'en' ? one.step.partsEn : one.step.partsNl;
    const cell = (value: string) => (value === '' ? empty : text(value));
    return {
      kind: 'line',
      label: momentOf(one, locale),
      ...(said !== null && { marks: [footnotes.at(-1)!.mark] }),
      cells: [
        text(levelName(one.step.unitKinds, words)),
        text([nameOf(one.step, locale), parts].filter(Boolean).join(': ')),
        cell(participation(one, { words, locale })),
        cell(
          one.meets
            .map((day) => printed(day, locale, { day: 'numeric', month: 'long', year: 'numeric' }))
            .join(', '),
        ),
      ],
    };
  });
  return {
    caption: words('milestone.caption', { year }),
    labelHead: words('milestone.moment'),
    columns: ['level', 'product', 'right', 'meeting'].map((key) => ({
      key,
      label: key === 'level' ? words('milestone.level', { kind: 'none' }) : words(`milestone.${key}`),
    })),
    rows,
    footnotes,
  };
}
