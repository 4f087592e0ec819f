import { split } from '#app/kernel/split.ts';
import { measuresOf, type PlannedMeasure } from './measures.ts';
import { adoption, allocatedTo, course, type Document, type Line, type Version } from './money.ts';
import { faculties } from './organisation.ts';
import { answers } from './plan-text.ts';
import { allYears, basis, firstYear, lastYear, rates } from './scheme.ts';

/** Kinds of cost that are people, so that euros and FTE go together. */
const staff = new Set(['docenten', 'studentassistenten', 'begeleiders', 'onderwijskundigen']);

function rateOf(year: number): number {
  return rates.findLast((rate) => rate.fromYear <= year)!.fteCents;
}

/** The budget of a plan: all that is allocated, over measures and components, in whole hundreds of euros. */
export function budgetLines(unit: string, measures: PlannedMeasure[]): Line[] {
  return allYears.flatMap((year) => {
    const running = measures.filter((one) => one.firstYear <= year && year <= one.lastYear);
    const units = Math.floor(allocatedTo(unit, year) / 10_000);
    const parts = split(units, new Map(running.map((one) => [one.code, one.weight])));
    return running.flatMap((one) => measureLines(unit, one, year, parts.get(one.code)! * 10_000));
  });
}

function measureLines(unit: string, measure: PlannedMeasure, year: number, cents: number): Line[] {
  const base = { unit, node: measure.node, measure: measure.code, year };
  const fund = measure.stimulated === year ? 'stimulering' : 'kwaliteit';
  if (measure.pmIn === year) {
    return [{ fund, ...base, mark: 'pm', note: 'Omvang wordt bij de herijking bepaald.' }];
  }
  const shares = new Map(measure.components.map(([name, , weight]) => [name, weight]));
  const parts = split(cents / 10_000, shares);
  return measure.components.map(([component, costKind]) => {
    const own = parts.get(component)! * 10_000;
    const fteMilli = staff.has(costKind) ? Math.round((own * 1000) / rateOf(year)) : null;
    return {
      fund,
      ...base,
      component: measure.components.length > 1 ? component : '',
      costKind,
      cents: own,
      fteMilli,
    };
  });
}

function measureTexts(measures: PlannedMeasure[]) {
  return measures.map(({ weight: _, components: __, stimulated: ___, pmIn: ____, ...rest }) => rest);
}

function content(unit: string, measures: PlannedMeasure[]): Pick<Version, 'measures' | 'lines' | 'sections'> {
  return {
    sections: answers(unit, measures),
    measures: measureTexts(measures),
    lines: budgetLines(unit, measures),
  };
}

function consent(
  unit: string,
  dates: { asked: string; due: string; decided: string },
  tally: [number, number, number, number],
  reasons: string,
) {
  return {
    body: `fr-${unit}`,
    kind: 'consent' as const,
    question: 'Instemming met het facultaire plan kwaliteitsafspraken',
    basis,
    askedOn: dates.asked,
    papersSentOn: dates.asked,
    dueOn: dates.due,
    outcome: 'given' as const,
    decidedOn: dates.decided,
    tally: { present: tally[0], for: tally[1], against: tally[2], abstained: tally[3] },
    reasons,
  };
}

function first(unit: string): Version {
  const subject = 'Vaststelling facultair plan kwaliteitsafspraken';
  return {
    number: 1,
    ...course({ created: '2021-10-11', submitted: '2021-10-28', adopted: '2021-12-14', from: '2022-01-01' }),
    source: 'Facultair plan, versie 1 (fictief)',
    ...content(unit, measuresOf(unit, 1)),
    decisions: [
      consent(
        unit,
        { asked: '2021-10-28', due: '2021-12-09', decided: '2021-12-02' },
        [8, 7, 0, 1],
        'De raad stemt in en wil jaarlijks horen wat elke maatregel heeft opgeleverd.',
      ),
      adoption(subject, '2021-12-03', '2021-12-14'),
    ],
  };
}

const second: Record<string, Version> = {
  recht: {
    number: 2,
    ...course({ created: '2024-03-04', submitted: '2024-04-29', adopted: '2024-06-18', from: '2024-07-01' }),
    note: 'Herijking 2024: begeleiding uitgebreid naar het tweede jaar, honourstraject gestopt.',
    source: 'Facultair plan, versie 2 (fictief)',
    ...content('recht', measuresOf('recht', 2)),
    decisions: [
      {
        ...consent(
          'recht',
          { asked: '2024-04-29', due: '2024-06-10', decided: '2024-06-06' },
          [8, 6, 1, 1],
          'De uitbreiding van de begeleiding sluit aan bij wat studenten in de panelgesprekken vroegen.',
        ),
        outcome: 'given-on-conditions',
        conditions:
          'De faculteit meldt de raad elk najaar hoeveel studenten met een mentor hebben gesproken.',
      },
      adoption('Vaststelling herijkt facultair plan', '2024-06-07', '2024-06-18'),
    ],
  },
  beta: {
    number: 2,
    status: 'submitted',
    createdAt: '2026-09-14T09:00:00.000Z',
    submittedAt: '2026-11-02T10:30:00.000Z',
    note: 'Bijstelling voor 2027: meer tijd voor docenten, practica anders begroot.',
    ...content('beta', measuresOf('beta', 2)),
    decisions: [
      {
        body: 'fr-beta',
        kind: 'consent',
        question: 'Instemming met de bijstelling van het facultaire plan',
        basis,
        askedOn: '2026-11-02',
        papersSentOn: '2026-11-03',
        dueOn: '2026-12-14',
      },
    ],
  },
  mens: {
    number: 2,
    status: 'returned',
    createdAt: '2026-08-31T09:00:00.000Z',
    submittedAt: '2026-10-05T10:30:00.000Z',
    note: 'Teruggegeven: bij drie maatregelen ontbreekt een resultaat dat later is vast te stellen.',
    ...content('mens', measuresOf('mens', 2)),
  },
};

function draft(unit: string): Version {
  const measures = measuresOf(unit, 1).slice(0, 3);
  return {
    number: 1,
    status: 'draft',
    createdAt: '2026-11-09T09:00:00.000Z',
    note: '',
    sections: answers(unit, measures).slice(0, 6),
    measures: measureTexts(measures),
    lines: budgetLines(unit, measuresOf(unit, 1)).filter(
      (line) => measures.some((one) => one.code === line.measure) && line.year <= 2024,
    ),
  };
}

export const planDocuments: Document[] = faculties.map(({ code, short }) => ({
  code: `plan-${code}`,
  kind: 'facultair-plan',
  unit: code,
  title: `Facultair plan kwaliteitsafspraken ${short}`,
  firstYear,
  lastYear,
  versions: code === 'zorg' ? [draft(code)] : [first(code), ...(second[code] ? [second[code]] : [])],
}));
