import type { Locale } from '#app/kernel/actor.ts';
import { type Change, type Digest, type Entry, packOf } from './agenda.ts';

/** A letter as it goes out. */
export type Letter = { subject: string; text: string };

type Words = (key: string, params?: Record<string, string | number | null>) => string;
type Frame = { words: Words; locale: Locale; institution: string; base: string };

/** As many lines of one kind as a letter carries. */
const most = 12;

const dates = { nl: 'nl-NL', en: 'en-GB' } as const;

function dayWords(day: string, locale: Locale): string {
  const form = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(dates[locale], form).format(new Date(`${day}T00:00:00Z`));
}

const pick = <T extends { titleNl: string; titleEn: string; ofNl: string; ofEn: string }>(
  one: T,
  locale: Locale,
) => (locale === 'en' ? { title: one.titleEn, of: one.ofEn } : { title: one.titleNl, of: one.ofNl });

function entryLines(one: Entry, { words, locale, base }: Frame): string[] {
  const { title, of } = pick(one, locale);
  const due = one.dueOn ? `, ${words('mail.due', { date: dayWords(one.dueOn, locale) })}` : '';
  const about = `  ${words(`entry.${one.kind}`, { of })}${due}`;
  return [`- ${oneLine(title)}`, about, ...linkLines(one.href, one.pack ?? null, { words, base })];
}

/** Where to read it: the reading pack first, then the dossier; of all else its page. */
function linkLines(href: string, pack: string | null, { words, base }: Pick<Frame, 'words' | 'base'>) {
  if (pack === null) return [`  ${base}${href}`];
  return [`  ${words('pack.link')}: ${base}${pack}`, `  ${words('mail.dossier')}: ${base}${href}`];
}

function changeLines(one: Change, { words, locale, base }: Frame): string[] {
  const { title, of } = pick(one, locale);
  const about = `  ${changeWords(one.action, words)} ${of}`;
  return [`- ${oneLine(title)}`, about, ...linkLines(one.href, packOf(one), { words, base })];
}

/** What happened, in words; what has none of its own is a change. */
export function changeWords(action: string, words: Words): string {
  const key = `change.${action}`;
  const said = words(key);
  return said === key ? words('change.other') : said;
}

// A text of several lines stays one line of a list, and none of it can begin a header of its own.
const oneLine = (text: string) => {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > 140 ? `${flat.slice(0, 139)}…` : flat;
};

function section(title: string, items: readonly string[][], words: Words): string[] {
  if (items.length === 0) return [];
  const more = items.length > most ? ['', words('mail.more', { count: items.length - most })] : [];
  return ['', title, '', ...items.slice(0, most).flat(), ...more];
}

/** The letter of a day, as plain text that any program and any screen reader reads. */
export function digestLetter(digest: Digest, frame: Frame): Letter {
  const { words, institution, base } = frame;
  const entries = (name: 'late' | 'today' | 'soon') =>
    section(
      words(`mail.${name}`),
      digest[name].map((one) => entryLines(one, frame)),
      words,
    );
  const changes = (name: 'fresh' | 'changed') =>
    section(
      words(`mail.${name}`),
      digest[name].map((one) => changeLines(one, frame)),
      words,
    );
  const counts = { today: digest.today.length, late: digest.late.length, soon: digest.soon.length };
  return {
    subject: `Akkoord · ${words('mail.subject.digest', counts)}`,
    text: [
      words('mail.greeting', { institution }),
      ...(['today', 'late', 'soon'] as const).flatMap(entries),
      ...(['fresh', 'changed'] as const).flatMap(changes),
      '',
      `${words('mail.work')} ${base}/`,
      '',
      '--',
      `${words('mail.stop')} ${base}/account/notices`,
      '',
    ].join('\n'),
  };
}

/** What turns out to be due today, told at once. */
export function todayLetter(entries: readonly Entry[], frame: Frame): Letter {
  const { words, locale, base } = frame;
  const first = entries[0]!;
  return {
    subject: `Akkoord · ${words('mail.subject.today', { title: oneLine(pick(first, locale).title) })}`,
    text: [
      ...section(
        words('mail.today'),
        entries.map((one) => entryLines(one, frame)),
        words,
      ).slice(1),
      '',
      `${words('mail.work')} ${base}/`,
      '',
      '--',
      `${words('mail.stop.today')} ${base}/account/notices`,
      '',
    ].join('\n'),
  };
}
