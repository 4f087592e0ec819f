/**
 * What somebody is told: what is due from them or their bodies, and what happened since they last looked; and how a
 * letter of a day is made of it. Pure.
 */
import { dayAfter } from '#app/kernel/period.ts';

export const entryKinds = [
  'decide',
  'record',
  'mediate',
  'rule',
  'moment',
  'commitment',
  'account',
  'reply',
  'mention',
] as const;
/**
 * One thing that waits: for a decision of one's body, for its outcome to be recorded, for a dispute to be settled or
 * ruled on, for a step of the cycle, for a
 * commitment to be met, for the account of an advice, for an answer to a proposal, for a look at a comment.
 */
export type EntryKind = (typeof entryKinds)[number];

export type Entry = {
  /** stands for this very thing for good: what it is and its id */
  uid: string;
  kind: EntryKind;
  titleNl: string;
  titleEn: string;
  /** for whom or from whom */
  ofNl: string;
  ofEn: string;
  href: string;
  /** of a request to a body: its reading pack, which is read before the dossier at `href` */
  pack?: string;
  /** ISO day; null where no day is laid down */
  dueOn: string | null;
};

/** Something that happened to what concerns somebody. */
export type Happening = {
  /** the audit's word, such as `decision.ask` */
  action: string;
  /** ISO moment */
  at: string;
  titleNl: string;
  titleEn: string;
  ofNl: string;
  ofEn: string;
  href: string;
};

/** What became of one thing: the newest that happened to it, and whether it came into being since. */
export type Change = Happening & { fresh: boolean };

/** How many days ahead counts as soon. */
const soonDays = 7;

/** What brings something into being for whoever it concerns; all else changes what was there. */
const begins = [
  'decision.ask',
  'commitment.make',
  'proposal.put',
  'comment.put',
  'consultation.add',
  'follow-up.give',
  'reflection.give',
  'version.submit',
  'moment.add',
  'moment.agree',
];

export type Digest = {
  late: Entry[];
  today: Entry[];
  soon: Entry[];
  fresh: Change[];
  changed: Change[];
};

/** The letter of a day in reading order: late and due today, due within a week, new, changed. */
export function digestOf(entries: readonly Entry[], changes: readonly Change[], today: string): Digest {
  const due = entries
    .filter((one) => one.dueOn !== null)
    .toSorted((a, b) => a.dueOn!.localeCompare(b.dueOn!) || a.uid.localeCompare(b.uid));
  const soon = dayAfter(today, soonDays);
  // what is new and due within the week is told once, among what is due
  const near = due.filter((one) => one.dueOn! <= soon).map((one) => one.href);
  return {
    late: due.filter((one) => one.dueOn! < today),
    today: due.filter((one) => one.dueOn === today),
    soon: due.filter((one) => one.dueOn! > today && one.dueOn! <= soon),
    fresh: changes.filter((one) => one.fresh && !near.includes(one.href)),
    changed: changes.filter((one) => !one.fresh),
  };
}

/**
 * Is there a reason to write today? What is late and nothing else is told on Mondays only: a letter that says the
 * same every day is soon not read.
 */
export function isWorthSending(digest: Digest, today: string): boolean {
  const { late, ...news } = digest;
  if (Object.values(news).some((list) => list.length > 0)) return true;
  return late.length > 0 && new Date(`${today}T00:00:00Z`).getUTCDay() === 1;
}

/** What is due today and was not told of today yet: told at once. */
export function untold(entries: readonly Entry[], told: readonly string[], today: string): Entry[] {
  return entries.filter((one) => one.dueOn === today && !told.includes(one.uid));
}

/** The reading pack of a request that came, which is read before its dossier; null of all else. */
export const packOf = ({ action, href }: Pick<Happening, 'action' | 'href'>): string | null =>
  action === 'decision.ask' ? `${href}/pack` : null;

/** The newest of what happened to each thing: three edits of one plan are one line. */
export function latest(happenings: readonly Happening[]): Change[] {
  const byThing = Map.groupBy(happenings, (one) => one.href);
  return [...byThing.values()]
    .map((own) => ({
      ...own.reduce((newest, one) => (one.at > newest.at ? one : newest)),
      fresh: own.some((one) => begins.includes(one.action)),
    }))
    .toSorted((a, b) => b.at.localeCompare(a.at) || a.href.localeCompare(b.href));
}
