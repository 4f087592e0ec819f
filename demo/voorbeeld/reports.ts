import { adoption, course, type Document, type Line } from './money.ts';
import { bookedBy } from './organisation.ts';

const reportedYears = [2022, 2023, 2024, 2025];

/** A repeatable chance between 0 and 1 (mulberry32), so that the file comes out the same each time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The lines of the version of a plan that was in force in a year. */
function plannedIn(plan: Document, year: number): Line[] {
  const inForce = plan.versions.filter(
    (version) => version.inForce && version.inForce.from < `${year}-12-31`,
  );
  return (inForce.at(-1)?.lines ?? []).filter((line) => line.year === year && line.cents);
}

/** What was really spent: starting up costs less than planned, later years a little more or less. */
function spent(plan: Document, year: number, random: () => number): Line[] {
  const startUp = year === reportedYears[0] ? 0.86 : 0.97;
  return plannedIn(plan, year).map(({ fteMilli, ...line }) => {
    const share = startUp + random() * 0.08;
    const cents = Math.round((line.cents! * share) / 100) * 100 + Math.floor(random() * 100);
    return {
      ...line,
      ...(plan.unit === 'mens' && { unit: bookedBy(line.measure, year) ?? line.unit }),
      measureOf: plan.code,
      cents,
      fteMilli: fteMilli ? Math.round(fteMilli * share) : null,
    };
  });
}

/** A finance report per plan and year that has passed, in the spring after it. */
export function reportsOf(plans: Document[]): Document[] {
  return plans
    .filter((plan) => plan.versions.some((version) => version.inForce))
    .flatMap((plan, index) => {
      const random = chance(20_220_101 + index);
      return reportedYears.map((year) => report(plan, year, spent(plan, year, random)));
    });
}

function report(plan: Document, year: number, lines: Line[]): Document {
  const name = plan.code.replace(/^plan-/, '');
  const subject = `Financieel verslag ${year} ${plan.title.replace(/^Facultair plan kwaliteitsafspraken /, '')}`;
  const after = year + 1;
  return {
    code: `verslag-${name}-${year}`,
    kind: 'financieel-verslag',
    unit: plan.unit,
    title: subject,
    firstYear: year,
    lastYear: year,
    versions: [
      {
        number: 1,
        ...course({
          created: `${after}-02-06`,
          submitted: `${after}-02-27`,
          adopted: `${after}-03-12`,
          from: `${after}-03-12`,
        }),
        source: `Financiële administratie, stand maart ${after} (fictief)`,
        lines,
        decisions: [adoption(`Vaststelling ${subject.toLowerCase()}`, `${after}-02-27`, `${after}-03-12`)],
      },
    ],
  };
}
