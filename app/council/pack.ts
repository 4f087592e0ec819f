import type { ChangeKind } from '#app/plan/change.ts';
import type { Piece } from '#app/plan/word-diff.ts';

/**
 * The reading pack of a request: what is asked, and what changed since the body's last vote, in money and in words, on
 * two pages of A4. What is in it follows from the versions; what fits follows from the rule below. Pure.
 */

/** Files of what is read from beginning to end: no sheets, no tables by themselves. */
export const packFormats = ['pdf', 'docx', 'odt', 'html'] as const;

type Names = { nameNl: string; nameEn: string };

export type PackTheme = {
  /** null: what stands under no theme */
  theme: string | null;
  name: Names | null;
  series: number | null;
  /** cents over all years; null where the version has no line */
  before: number | null;
  after: number | null;
  difference: number;
  /** basis points of the whole; null where a version has no total */
  share: { before: number; after: number } | null;
};

/** The money of a document that carries none by theme (an allocation, a carry-over): of one unit. */
export type PackUnit = {
  /** null: the units that do not fit, as one */
  unit: string | null;
  name: Names | null;
  /** cents per year, of the version asked about */
  years: Record<number, number>;
  /** cents over all years; null where the version has no line */
  before: number | null;
  after: number | null;
};

export type PackChange = {
  key: string;
  /** the same for what one change does to each theme */
  change: string;
  theme: string | null;
  /** `planned`: of a plan that is compared with nothing; `changed`: other words, the same money */
  kind: ChangeKind | 'changed' | 'planned';
  title: string;
  /** cents over all years; null where the figures do not tell */
  difference: number | null;
  /** cents as the plan states them, where no measure tells */
  stated: number | null;
  reason: string;
  /** whose decision it follows from */
  body: Names | null;
  decidedOn: string | null;
};

export type PackText = {
  key: string;
  /** the theme that it is asked of; null for what is asked of the whole or of a unit */
  theme: string | null;
  question: { textNl: string; textEn: string };
  place: Names | null;
  /** where it stands, as the address of a remark on it names it; null of what went */
  about: string | null;
  kind: 'new' | 'gone' | 'changed' | 'planned';
  /** the first that changed, with the words around it */
  pieces: Piece[];
  /** more of this section changed than stands here */
  cut: boolean;
  /** characters that came or went: what is large stays when not everything fits */
  size: number;
};

export type PackCommitment = { text: string; kind: string; dueOn: string; owner: Names; href: string };
export type PackAccount = { said: string; onDate: string; outcome: string; account: string };
export type PackVoice = {
  onDate: string;
  right: string;
  outcome: string;
  title: string;
  href: string;
  accounts: PackAccount[];
};
export type PackConsultation = { title: string; date: string; method: Names; href: string };

/** The parts of a pack that can be longer than two pages. */
export type PackParts = {
  themes: PackTheme[];
  units: PackUnit[];
  changes: PackChange[];
  texts: PackText[];
  commitments: PackCommitment[];
  voices: PackVoice[];
  consultations: PackConsultation[];
};

/** How many of each stand elsewhere. */
export type PackCut = Record<keyof PackParts, number>;

/** Lines of text that two pages carry under the title, a few less than the PDF sets. */
const room = 112;
/** Characters on a line, less than any format sets. */
const perLine = 84;
/** At most this many, whatever room there is. */
const most = { themes: 8, units: 12, commitments: 4, voices: 1, consultations: 3 };
/** Characters of what was said, of a reason, and of the question. */
export const lengths = { excerpt: 230, reason: 170, said: 130, question: 420, note: 260, core: 240 };

const linesOf = (characters: number, least = 1) => Math.max(least, Math.ceil(characters / perLine));
const headLines = 3;

const costs = {
  // its line in the table, and the head of what is told of it
  themes: () => 3,
  units: () => 1.4,
  changes: (one: PackChange) => linesOf(one.title.length + one.reason.length + 40) + 0.5,
  texts: (one: PackText) =>
    1 +
    linesOf(one.question.textNl.length + 20) +
    linesOf(one.pieces.reduce((sum, { text }) => sum + text.length + 12, 0)),
  commitments: (one: PackCommitment) => linesOf(one.text.length + 50) + 0.4,
  voices: (one: PackVoice) =>
    linesOf(one.title.length + 60) +
    one.accounts.reduce(
      (sum, { said, account }) => sum + linesOf(said.length + account.length + 30) + 0.4,
      0,
    ),
  consultations: (one: PackConsultation) => linesOf(one.title.length + 60) + 0.4,
};

/**
 * What fits on two pages: every theme up to eight (every unit up to twelve), then the rest of them as one; the first open commitments, what came
 * of the last decision and the last consultations; and in the room that is left the changes with the most money and
 * the texts that changed most. At least a third of that room is for each of these two; what one leaves the other takes.
 * Everything keeps its order; what does not fit is counted.
 * @param head the texts above it: the question and each of the facts
 */
export function fitPack(parts: PackParts, head: readonly string[]): { parts: PackParts; cut: PackCut } {
  const themes = foldThemes(parts.themes);
  const units = foldUnits(parts.units);
  const commitments = parts.commitments.slice(0, most.commitments);
  const voices = parts.voices.slice(0, most.voices);
  const consultations = parts.consultations.slice(0, most.consultations);
  const fixed =
    head.reduce((sum, one) => sum + linesOf(one.length + 20), 4) +
    total(themes, costs.themes) +
    total(units, costs.units) +
    total(commitments, costs.commitments) +
    total(voices, costs.voices) +
    total(consultations, costs.consultations) +
    [[...themes, ...units], commitments, voices, consultations].filter((list) => list.length > 0).length *
      headLines;
  const left = Math.max(12, room - fixed - 2 * headLines);
  const byMoney = parts.changes.toSorted((a, b) => weight(b) - weight(a));
  const bySize = parts.texts.toSorted((a, b) => b.size - a.size);
  const least = left / 3;
  const wanted = { changes: total(byMoney, costs.changes), texts: total(bySize, costs.texts) };
  const forChanges = Math.min(wanted.changes, Math.max(least, left - wanted.texts, left * 0.6));
  const changes = take(byMoney, costs.changes, Math.min(forChanges, left - Math.min(wanted.texts, least)));
  const texts = take(bySize, costs.texts, left - total(changes, costs.changes));
  const kept: PackParts = {
    ...{ themes, units, commitments, voices, consultations },
    changes,
    texts: parts.texts.filter((one) => texts.includes(one)),
  };
  const cut = Object.fromEntries(
    (Object.keys(kept) as (keyof PackParts)[]).map((name) => [name, parts[name].length - kept[name].length]),
  ) as PackCut;
  const beyond = (name: 'themes' | 'units') => Math.max(0, parts[name].length - most[name]);
  return { parts: kept, cut: { ...cut, themes: beyond('themes'), units: beyond('units') } };
}

const weight = (one: PackChange) => Math.abs(one.difference ?? one.stated ?? 0);

function total<T>(list: readonly T[], cost: (one: T) => number): number {
  return list.reduce((sum, one) => sum + cost(one), 0);
}

/** The first of a list that fit in the room; the first one always does. */
function take<T>(list: readonly T[], cost: (one: T) => number, lines: number): T[] {
  const taken: T[] = [];
  let used = 0;
  for (const one of list) {
    if (taken.length > 0 && used + cost(one) > lines) break;
    used += cost(one);
    taken.push(one);
  }
  return taken;
}

/** Themes beyond eight as one: the largest stay, in their order, and everything still adds up. */
function foldThemes(themes: readonly PackTheme[]): PackTheme[] {
  if (themes.length <= most.themes) return [...themes];
  const size = (one: PackTheme) => Math.abs(one.difference) * 1000 + (one.after ?? 0);
  const large = themes.toSorted((a, b) => size(b) - size(a)).slice(0, most.themes - 1);
  const rest = themes.filter((one) => !large.includes(one));
  const sum = (of: (one: PackTheme) => number) => rest.reduce((all, one) => all + of(one), 0);
  const any = (side: 'before' | 'after') =>
    rest.some((one) => one[side] !== null) ? sum((one) => one[side] ?? 0) : null;
  const shares = rest.every((one) => one.share !== null);
  const folded: PackTheme = {
    ...{ theme: '', name: null, series: null, before: any('before'), after: any('after') },
    difference: sum((one) => one.difference),
    share: shares ? { before: sum((one) => one.share!.before), after: sum((one) => one.share!.after) } : null,
  };
  return [...themes.filter((one) => large.includes(one)), folded];
}

/** Units beyond twelve as one: the first ones, and everything still adds up. */
function foldUnits(units: readonly PackUnit[]): PackUnit[] {
  if (units.length <= most.units) return [...units];
  const rest = units.slice(most.units - 1);
  const sum = (amounts: readonly (number | null)[]) =>
    amounts.every((one) => one === null) ? null : amounts.reduce<number>((all, one) => all + (one ?? 0), 0);
  const years = [...new Set(rest.flatMap((one) => Object.keys(one.years).map(Number)))];
  const folded: PackUnit = {
    ...{ unit: null, name: null },
    years: Object.fromEntries(
      years.map((year) => [year, sum(rest.map((one) => one.years[year] ?? null)) ?? 0]),
    ),
    before: sum(rest.map((one) => one.before)),
    after: sum(rest.map((one) => one.after)),
  };
  return [...units.slice(0, most.units - 1), folded];
}

type Told = { theme: PackTheme | null; changes: PackChange[]; texts: PackText[] };

/** What a pack tells theme by theme: what became of which measure, and the words; last what belongs to no theme. */
export function toldByTheme(pack: Pick<PackParts, 'themes' | 'changes' | 'texts'>): Told[] {
  const known = pack.themes.map((one) => one.theme);
  // what belongs to a theme that was folded stands under the rest of them
  const place = (theme: string | null) =>
    theme === null || known.includes(theme) ? theme : known.includes('') ? '' : null;
  const of = (theme: PackTheme | null): Told => ({
    theme,
    changes: pack.changes.filter((one) => place(one.theme) === (theme?.theme ?? null)),
    texts: pack.texts.filter((one) => place(one.theme) === (theme?.theme ?? null)),
  });
  const themes = pack.themes.filter((one) => one.theme !== null).map(of);
  return [...themes, of(null)].filter(({ changes, texts }) => changes.length + texts.length > 0);
}
