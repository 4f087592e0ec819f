import type { Locale } from '#app/kernel/actor.ts';
import type { Json } from '#app/kernel/hash.ts';
import type { Reason } from '#app/kernel/rejection.ts';
import type { Recorded, Reflection } from './figures.ts';
import type { SetEntry } from './record.server.ts';

/** Handing in the figures of a unit and year: what stands in the way, and what exactly is handed in. Pure. */

type Content = {
  entries: readonly SetEntry[];
  observations: readonly Recorded[];
  reflections: readonly Reflection[];
  year: number;
};

/** Each indicator without a figure (or a word that it is unknown), and each with figures but no reflection. */
export function submissionBlockers(
  { entries, observations, reflections, year }: Content,
  locale: Locale,
): Reason[] {
  return entries.flatMap(({ indicatorId, definition }): Reason[] => {
    const name = locale === 'en' ? definition.nameEn : definition.nameNl;
    const own = observations.filter((one) => one.indicatorId === indicatorId && one.year === year);
    const seen = new Set(own.map((one) => one.split));
    const wanted = definition.splits.length > 0 ? definition.splits : [null];
    const lacking = wanted.filter((split) => !seen.has(split?.code ?? ''));
    const reflected = reflections.some((one) => one.indicatorId === indicatorId && one.year === year);
    return [
      ...lacking.map((split) => ({
        code: 'indicator.no-value',
        params: { name, split: split ? (locale === 'en' ? split.nameEn : split.nameNl) : 'none' },
      })),
      ...(reflected ? [] : [{ code: 'indicator.no-reflection', params: { name } }]),
    ];
  });
}

type Handed = {
  /** of every indicator of the scheme, by id */
  codes: ReadonlyMap<string, string>;
  observations: readonly Omit<Recorded, 'definitionId' | 'unit' | 'reason' | 'afterSubmission'>[];
  reflections: readonly Omit<Reflection, 'unit' | 'afterSubmission'>[];
  unit: string;
  year: number;
};

/** What is handed in, by codes, so that the same content has the same hash everywhere. */
export function submittedContent({ codes, observations, reflections, unit, year }: Handed): Json {
  const mine = <T extends { indicatorId: string; year: number }>(list: readonly T[]) =>
    list.filter((one) => one.year === year && codes.has(one.indicatorId));
  const byCode = <T extends { indicator: string; split?: string }>(list: T[]) =>
    list.sort((a, b) => (`${a.indicator}|${a.split}` < `${b.indicator}|${b.split}` ? -1 : 1));
  return {
    ...{ unit, year },
    figures: byCode(
      mine(observations).map((one) => ({
        ...{ indicator: codes.get(one.indicatorId)!, split: one.split, number: one.number },
        ...{ value: one.valueMilli, numerator: one.numeratorMilli, denominator: one.denominatorMilli },
        ...{ spread: one.spreadMilli, respondents: one.respondents, mark: one.mark },
        ...{ caveat: one.caveat, source: one.source },
      })),
    ),
    reflections: byCode(
      mine(reflections).map((one) => ({
        ...{ indicator: codes.get(one.indicatorId)!, number: one.number, text: one.text },
      })),
    ),
  };
}
