/** How the faculties expect 2026 to end, early in that year: a forecast per plan in force, each amount with its basis. */
import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { course, type Document, type Line } from './money.ts';

type Finance = NonNullable<NonNullable<NonNullable<InstitutionInput['schemes']>[number]['finance']>>;
type Basis = NonNullable<Finance['forecastBasis']>[number];

const year = 2026;
/** of the year whose spending was seen when the forecast was made */
const months = 1;

/** What is expected otherwise than budgeted: the share of the budget, and why. */
const otherwise: Record<string, [share: number, reason: string]> = {
  docenttijd: [0.9, 'Twee vacatures worden pas in november vervuld.'],
  practica: [1.04, 'Extra groepen door een hogere instroom dan geraamd.'],
  docenthuis: [0.85, 'De tweede ronde voorstellen schuift naar januari.'],
};

/** What a plan budgets for the year, a line per measure and fund: a forecast says nothing of parts and kinds. */
function planned(plan: Document): Line[] {
  const lines = plan.versions.findLast((version) => version.inForce)?.lines ?? [];
  const own = lines.filter((line) => line.year === year && line.cents && !line.memo && line.measure);
  return [...Map.groupBy(own, ({ measure, fund }) => `${measure} ${fund}`).values()].map((same) => {
    const { fund, node, measure } = same[0]!;
    const cents = same.reduce((sum, line) => sum + line.cents!, 0);
    return { fund, unit: plan.unit, year, measure, cents, ...(node && { node }) };
  });
}

const codeOf = (plan: Document) => `prognose-${plan.unit}-${year}`;
const expected = (line: Line) => Math.round((line.cents! * (otherwise[line.measure!]?.[0] ?? 1)) / 100) * 100;

/** A forecast per plan that is in force. */
export function forecastsOf(plans: readonly Document[]): Document[] {
  return plans
    .filter((plan) => planned(plan).length > 0)
    .map((plan) => {
      const title = `Prognose ${year} ${plan.title.replace(/^Facultair plan kwaliteitsafspraken /, '')}`;
      return {
        ...{ code: codeOf(plan), kind: 'prognose', unit: plan.unit, title, firstYear: year, lastYear: year },
        versions: [
          {
            number: 1,
            ...course({
              created: `${year}-03-02`,
              submitted: `${year}-03-05`,
              adopted: `${year}-03-05`,
              from: `${year}-03-05`,
            }),
            note: 'Voorjaarsprognose, op de stand van januari.',
            source: 'Financiële administratie, stand januari 2026 (fictief)',
            lines: planned(plan).map((line) => ({
              ...line,
              measureOf: plan.code,
              cents: expected(line),
              note: otherwise[line.measure!]?.[1] ?? '',
            })),
          },
        ],
      };
    });
}

/** On what each amount of those forecasts rests. */
export function forecastBasisOf(plans: readonly Document[]): Basis[] {
  return plans.flatMap((plan) =>
    planned(plan).map(({ unit, fund, measure }): Basis => {
      const [, reason] = otherwise[measure!] ?? [];
      return {
        ...{ document: codeOf(plan), version: 1, months },
        place: { unit, fund, measure: { document: plan.code, measure: measure! } },
        ...(reason ? { method: 'hand' as const, reason } : { method: 'budget' as const }),
      };
    }),
  );
}
