/** Steps: the pieces of a measure that can be seen to happen, and the choices of single units within it. */

/**
 * What a step is: a moment, a stretch of years, a thing that is delivered, what one unit chose, or how things
 * stand when the period ends.
 */
export const stepKinds = ['milestone', 'phase', 'deliverable', 'choice', 'end-state'] as const;
export type StepKind = (typeof stepKinds)[number];

/** How a measurable target is read. */
export const comparators = ['at-least', 'at-most', 'exactly'] as const;
export type Comparator = (typeof comparators)[number];

export type Step = {
  code: string;
  kind: StepKind;
  /** code of the unit that it is about; null is all */
  unit: string | null;
  firstYear: number | null;
  lastYear: number | null;
  /** when within its last year, in words */
  due: string;
  text: string;
  comparator: Comparator | null;
  /** thousandths of `targetUnit` */
  targetMilli: number | null;
  /** what is counted, in words: `courses per programme` */
  targetUnit: string;
  revision: number;
};

export type Bar = { step: Step; number: number; lane: number; from: number; to: number };
/** Two of one year stand beside each other, the next two below them: more has no room on a phone. */
export type Mark = { step: Step; number: number; row: number; at: number };
/** One measure on the road map; places count in hundredths of a percent of the whole period. */
export type Road = {
  code: string;
  name: string;
  bars: Bar[];
  marks: Mark[];
  lanes: number;
  markRows: number;
};

const whole = 10_000;

/**
 * The measures that have dated steps, as bars over their years and marks in theirs. Bars that overlap get a
 * lane of their own; marks of one year stand two by two. A step keeps its number in the measure's list.
 * @param period the first and last year of the plan; steps outside it are cut off
 */
export function roads(
  measures: readonly { code: string; name: string; steps: readonly Step[] }[],
  period: { firstYear: number; lastYear: number },
): Road[] {
  const count = period.lastYear - period.firstYear + 1;
  const place = (year: number) =>
    Math.round((Math.min(Math.max(year - period.firstYear, 0), count) * whole) / count);
  return measures.flatMap(({ code, name, steps }): Road[] => {
    const dated = steps
      .map((step, index) => ({ step, number: index + 1 }))
      .filter(({ step }) => isDated(step));
    if (dated.length === 0) return [];
    const bars = inLanes(
      dated
        .filter(({ step }) => isBar(step))
        .map(({ step, number }) => ({
          step,
          number,
          from: place(step.firstYear!),
          to: place(step.lastYear! + 1),
        }))
        .filter((bar) => bar.to > bar.from),
    );
    const moments = dated.filter(({ step }) => !isBar(step));
    const marks = moments.map(({ step, number }): Mark => {
      const year = Math.min(Math.max(step.lastYear!, period.firstYear), period.lastYear);
      const here = moments.filter((one) => one.step.lastYear === step.lastYear);
      const nth = here.findIndex((one) => one.number === number);
      const row = Math.floor(nth / 2);
      const alone = nth % 2 === 0 && nth === here.length - 1;
      const width = place(year + 1) - place(year);
      return {
        step,
        number,
        row,
        at: place(year) + Math.round(width * (alone ? 0.5 : nth % 2 ? 0.75 : 0.25)),
      };
    });
    return [
      {
        ...{ code, name, bars, marks },
        lanes: Math.max(0, ...bars.map((bar) => bar.lane + 1)),
        markRows: Math.max(0, ...marks.map((mark) => mark.row + 1)),
      },
    ];
  });
}

function isDated(step: Step): boolean {
  return step.firstYear !== null && step.lastYear !== null;
}

// A choice or deliverable that stretches over years is drawn as what it is: a stretch.
function isBar(step: Step): boolean {
  return step.kind === 'phase' || step.kind === 'choice';
}

function inLanes(bars: Omit<Bar, 'lane'>[]): Bar[] {
  const ends: number[] = [];
  return bars
    .toSorted((a, b) => a.from - b.from || a.number - b.number)
    .map((bar) => {
      const free = ends.findIndex((end) => end <= bar.from);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = bar.to;
      return { ...bar, lane };
    });
}

export type StepChange = {
  code: string;
  kind: 'new' | 'gone' | 'changed';
  before: Step | null;
  after: Step | null;
};

/** The steps of a measure that came, went or changed between two versions, in the order of the newer one. */
export function compareSteps(before: readonly Step[], after: readonly Step[]): StepChange[] {
  const was = new Map(before.map((step) => [step.code, step]));
  const is = new Set(after.map((step) => step.code));
  const came = after.flatMap((step): StepChange[] => {
    const old = was.get(step.code);
    if (!old) return [{ code: step.code, kind: 'new', before: null, after: step }];
    return said(old) === said(step) ? [] : [{ code: step.code, kind: 'changed', before: old, after: step }];
  });
  const went = before
    .filter((step) => !is.has(step.code))
    .map((step): StepChange => ({ code: step.code, kind: 'gone', before: step, after: null }));
  return [...came, ...went];
}

function said({ revision: _, ...step }: Step): string {
  return JSON.stringify(Object.entries(step).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
