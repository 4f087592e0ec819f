import { isEmptyRichText, type RichDocument, toPlainText } from '#app/document/rich-text.ts';
import { type AskedPlace, answerIn, placeCode, placesOf } from './place.ts';
import type { PlanMeasure, PlanQuestion } from './plan-part.server.ts';
import { compareSteps, type StepChange } from './step.ts';
import { compareWords, type Piece } from './word-diff.ts';

/** What changed between two versions in answers and in measures. Pure. */

export type TextComparison = {
  question: Pick<PlanQuestion, 'code' | 'textNl' | 'textEn'>;
  place: AskedPlace;
  kind: 'new' | 'gone' | 'changed' | 'same';
  /** null where the side says nothing */
  before: RichDocument | null;
  after: RichDocument | null;
  /** word by word */
  pieces: Piece[];
};

type Asked = Parameters<typeof placesOf>[1];

/**
 * Every question in every place that at least one side answers, in the order of the new version; questions
 * that only the old one asked come last. Other mark-up of the same words is no change.
 */
export function compareTexts(
  before: readonly PlanQuestion[],
  after: readonly PlanQuestion[],
  asked: Asked,
): TextComparison[] {
  const old = before.filter((question) => !after.some((one) => one.code === question.code));
  return [...after, ...old].flatMap((question) => {
    const was = before.find((one) => one.code === question.code);
    const is = after.find((one) => one.code === question.code);
    const places = new Map(
      [...placesOf(question, asked), ...(was ? placesOf(was, asked) : [])].map((place) => [
        placeCode(place),
        place,
      ]),
    );
    return [...places.values()].flatMap((place): TextComparison[] => {
      const a = bodyIn(was, place);
      const b = bodyIn(is, place);
      if (!a && !b) return [];
      const { code, textNl, textEn } = question;
      const pieces = compareWords(a ? toPlainText(a) : '', b ? toPlainText(b) : '');
      const same = pieces.every((piece) => piece.kind === 'same');
      const kind = !a ? 'new' : !b ? 'gone' : same ? 'same' : 'changed';
      return [{ question: { code, textNl, textEn }, place, kind, before: a, after: b, pieces }];
    });
  });
}

function bodyIn(question: PlanQuestion | undefined, place: AskedPlace): RichDocument | null {
  const body = question && answerIn(question.answers, place)?.body;
  return body && !isEmptyRichText(body) ? body : null;
}

const fields = [
  'name',
  'node',
  'description',
  'owner',
  'targetGroup',
  'period',
  'additionality',
  'ambitions',
] as const;
export type MeasureField = (typeof fields)[number];

export type MeasureComparison = {
  code: string;
  name: string;
  /** code of its theme */
  node: string;
  kind: 'new' | 'stopped' | 'changed' | 'same';
  /** what is not the same: codes of themes and ambitions, years as `2022-2024` */
  fields: { field: MeasureField; before: string; after: string }[];
  /** the steps that came, went or changed */
  steps: StepChange[];
};

/** Every measure of either version by its lasting code: new, stopped, or which of its fields changed. */
export function compareMeasures(
  before: readonly PlanMeasure[],
  after: readonly PlanMeasure[],
): MeasureComparison[] {
  const old = before.filter((measure) => !after.some((one) => one.code === measure.code));
  return [...after, ...old].map((measure) => {
    const { code, name, node } = measure;
    const was = before.find((one) => one.code === code);
    const is = after.find((one) => one.code === code);
    if (!was || !is) return { code, name, node, kind: is ? 'new' : 'stopped', fields: [], steps: [] };
    const changed = fields
      .map((field) => ({ field, before: fieldText(was, field), after: fieldText(is, field) }))
      .filter((one) => one.before !== one.after);
    const steps = compareSteps(was.steps, is.steps);
    const kind = changed.length + steps.length > 0 ? 'changed' : 'same';
    return { code, name, node, kind, fields: changed, steps };
  });
}

function fieldText(measure: PlanMeasure, field: MeasureField): string {
  if (field === 'period') return `${measure.firstYear}-${measure.lastYear}`;
  if (field === 'ambitions') return measure.ambitions.toSorted().join(', ');
  return measure[field];
}
