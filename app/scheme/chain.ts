/**
 * Chain: kinds of reports of which the higher draw on the lower, question by question. What was asked once is not
 * asked again: no two reports of a chain ask the same of the same level, a higher one does not ask in the same words what
 * a lower one answers without drawing on it, and no chain turns back on itself. Pure.
 */

/** Where in a report an answer stands. */
export const parts = ['chapter', 'annex'] as const;

export type ChainQuestion = {
  /** code of the kind of document */
  kind: string;
  kindNl: string;
  kindEn: string;
  code: string;
  textNl: string;
  textEn: string;
  /** the kinds of unit that answer it: for which it is written, not who writes it; empty is any */
  levels: readonly string[];
  /** false: the template fills it, nobody is asked */
  asks: boolean;
  drawsOn: readonly { kind: string; question: string }[];
};

export type ChainProblem =
  | { code: 'question.chain-loop'; kind: string; question: string; params: { path: string } }
  | {
      /** of the same level, or of a higher level in the same words; `asked-above` at the lower one of these two */
      code: 'question.asked-before' | 'question.asked-above';
      kind: string;
      question: string;
      params: Record<'otherKind' | 'otherKindNl' | 'otherKindEn' | 'other' | 'otherNl' | 'otherEn', string>;
    };

/** A question of a lower report as people type it: its kind and code, with how many years earlier that report is. */
export function printSource(source: { kind: string; question: string; yearsBefore: number }): string {
  const before = source.yearsBefore === 0 ? '' : ` ${source.yearsBefore}`;
  return `${source.kind}/${source.question}${before}`;
}

/** Reads what `printSource` prints; null when it is something else. */
export function readSource(line: string): { kind: string; question: string; yearsBefore: number } | null {
  const [, kind, question, before] = /^([\w.-]+)\/([\w.-]+)(?:\s+(\d))?$/.exec(line.trim()) ?? [];
  return kind && question ? { kind, question, yearsBefore: Number(before ?? 0) } : null;
}

/** The words of a question as they are compared: letters and digits only, without accents or case. */
export function sameWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** For whom a question is answered: the units it is asked for, else those that write the document. */
export function levelsOf(
  question: { per: string; unitKinds: readonly string[] },
  kind: { unitKinds: readonly string[] },
) {
  return question.per === 'unit' ? question.unitKinds : kind.unitKinds;
}

/** Everything that is wrong with the chains of a scheme. */
export function chainProblems(questions: readonly ChainQuestion[]): ChainProblem[] {
  return [...loops(questions), ...repeated(questions)];
}

/** The kinds that each kind draws on. */
function below(questions: readonly ChainQuestion[]): Map<string, Set<string>> {
  const drawn = new Map<string, Set<string>>();
  for (const { kind, drawsOn } of questions) {
    const own = drawn.get(kind) ?? new Set();
    for (const source of drawsOn) own.add(source.kind);
    drawn.set(kind, own);
  }
  return drawn;
}

function loops(questions: readonly ChainQuestion[]): ChainProblem[] {
  const drawn = below(questions);
  return questions.flatMap(({ kind, code, drawsOn }): ChainProblem[] => {
    for (const source of drawsOn) {
      const path = wayTo(drawn, source.kind, kind);
      if (path) {
        const shown = [kind, ...path].join(' → ');
        return [{ code: 'question.chain-loop', kind, question: code, params: { path: shown } }];
      }
    }
    return [];
  });
}

/** The kinds on a way down from one kind to another, both included; null when there is none. */
function wayTo(drawn: Map<string, Set<string>>, from: string, to: string): string[] | null {
  const came = new Map<string, string | null>([[from, null]]);
  for (const at of came.keys()) {
    if (at === to) {
      const path: string[] = [];
      for (let step: string | null = to; step !== null; step = came.get(step) ?? null) path.unshift(step);
      return path;
    }
    for (const next of drawn.get(at) ?? []) if (!came.has(next)) came.set(next, at);
  }
  return null;
}

/** The chain that each kind belongs to, named by one of its kinds; a kind that neither draws nor is drawn on has none. */
function chains(questions: readonly ChainQuestion[]): Map<string, string> {
  const chain = new Map<string, string>();
  for (const { kind, drawsOn } of questions) {
    for (const source of drawsOn) {
      const [mine, theirs] = [chain.get(kind) ?? kind, chain.get(source.kind) ?? source.kind];
      chain.set(kind, mine).set(source.kind, mine);
      for (const [one, name] of chain) if (name === theirs) chain.set(one, mine);
    }
  }
  return chain;
}

function repeated(questions: readonly ChainQuestion[]): ChainProblem[] {
  const chain = chains(questions);
  const drawn = below(questions);
  const isAbove = (one: ChainQuestion, two: ChainQuestion) => wayTo(drawn, one.kind, two.kind) !== null;
  const asked = questions.filter((one) => one.asks);
  return asked.flatMap((one): ChainProblem[] => {
    const other = asked.find(
      (two) =>
        two.kind !== one.kind &&
        chain.has(one.kind) &&
        chain.get(two.kind) === chain.get(one.kind) &&
        ((sameMeaning(one, two) && sameLevel(one.levels, two.levels)) ||
          // in the same words at another level: the answers are there, to be drawn on
          (sameText(one, two) && (isAbove(one, two) || isAbove(two, one)))) &&
        !draws(one, two) &&
        !draws(two, one),
    );
    if (!other) return [];
    const params = {
      ...{ otherKind: other.kind, otherKindNl: other.kindNl, otherKindEn: other.kindEn },
      ...{ other: other.code, otherNl: other.textNl, otherEn: other.textEn },
    };
    const again = sameLevel(one.levels, other.levels) || isAbove(one, other);
    const problem = again ? 'question.asked-before' : 'question.asked-above';
    return [{ code: problem, kind: one.kind, question: one.code, params }];
  });
}

const sameText = (one: ChainQuestion, two: ChainQuestion): boolean =>
  sameWords(one.textNl) === sameWords(two.textNl) || sameWords(one.textEn) === sameWords(two.textEn);

const sameMeaning = (one: ChainQuestion, two: ChainQuestion): boolean =>
  one.code === two.code || sameText(one, two);

const sameLevel = (one: readonly string[], two: readonly string[]): boolean =>
  one.length === 0 || two.length === 0 || one.some((level) => two.includes(level));

const draws = (one: ChainQuestion, two: ChainQuestion): boolean =>
  one.drawsOn.some((source) => source.kind === two.kind && source.question === two.code);
