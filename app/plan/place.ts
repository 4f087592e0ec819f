import type { Named, PlanQuestion, PlanUnit } from './plan-part.server.ts';

/**
 * Place: where in a document a question is answered: once, for a theme, or for a unit below the document's
 * own. Pure.
 */
export type Place = {
  /** code of the theme, when asked per theme */
  node: string | null;
  /** code of the unit, when asked per unit */
  unit: string | null;
};

/** A place with the name of its theme or unit; null when the question is asked once. */
export type AskedPlace = Place & {
  name: Pick<Named, 'nameNl' | 'nameEn'> | null;
  /** how far the unit stands below the document's own; 1 is directly, 0 when it is no unit */
  depth: number;
};

type Asking = {
  themes: readonly (Named & { excludedReason: string | null })[];
  units: readonly PlanUnit[];
};

/**
 * Where a question is asked: once, for each theme that the scheme has not left out, or for each unit of the
 * kinds it names below the document's own. An answer of a unit that no longer stands there keeps its place.
 */
export function placesOf(question: PlanQuestion, { themes, units }: Asking): AskedPlace[] {
  if (question.per === 'document') return [{ node: null, unit: null, name: null, depth: 0 }];
  if (question.per === 'theme') {
    return themes
      .filter((theme) =>
        question.only === null ? theme.excludedReason === null : theme.code === question.only,
      )
      .map((theme) => ({ node: theme.code, unit: null, name: theme, depth: 0 }));
  }
  const kinds = question.unitKinds;
  const asked = units
    .filter((unit) => unit.depth > 0 && (kinds.length === 0 || kinds.includes(unit.kind)))
    .map((unit): AskedPlace => ({ node: null, unit: unit.code, name: unit, depth: unit.depth }));
  const gone = question.answers
    .filter((answer) => answer.unit !== null && !asked.some((place) => place.unit === answer.unit))
    .map(({ unit, unitNl, unitEn }): AskedPlace => {
      return { node: null, unit, name: { nameNl: unitNl ?? '', nameEn: unitEn ?? '' }, depth: 1 };
    });
  return [...asked, ...gone];
}

/** The code of the theme or unit, as an address names the place; null when asked once. */
export function placeCode(place: Place): string | null {
  return place.node ?? place.unit;
}

/** The answer that stands in a place. */
export function answerIn<A extends Place>(answers: readonly A[], place: Place): A | undefined {
  return answers.find((answer) => answer.node === place.node && answer.unit === place.unit);
}
