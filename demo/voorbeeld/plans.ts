import { budgetLines, measureTexts } from './budget.ts';
import { changesOf } from './changes.ts';
import { disputed } from './dispute.ts';
import { measuresOf } from './faculty-measures.ts';
import { agenda, universityPlan } from './joint.ts';
import { adoption, allocatedTo, course, type Document, type Version } from './money.ts';
import { faculties } from './organisation.ts';
import { answers } from './plan-text.ts';
import { recalibration } from './recalibration.ts';
import { reportsOf } from './reports.ts';
import { judgementsOf, withSteps } from './requirements.ts';
import { basis, firstYear, lastYear } from './scheme.ts';

/**
 * Text, measures and budget of a version. A later version leaves the years alone that have passed.
 * @param unchanged the last year that stays as the first version had it
 */
function content(
  unit: string,
  version: 1 | 2,
  unchanged = 0,
): Pick<Version, 'measures' | 'lines' | 'sections'> {
  const measures = measuresOf(unit, version);
  const budget = (which: 1 | 2) =>
    budgetLines(unit, measuresOf(unit, which), (year) => allocatedTo(unit, year));
  return {
    sections: answers(unit, measures),
    measures: withSteps(measureTexts(measures)),
    lines: [
      ...budget(1).filter((line) => line.year <= unchanged),
      ...budget(version).filter((line) => line.year > unchanged),
    ],
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
    judgements: judgementsOf(unit, '2021-10-27T09:00:00.000Z'),
    ...content(unit, 1),
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
    judgements: judgementsOf('recht', '2021-10-27T09:00:00.000Z'),
    ...content('recht', 2, 2023),
    changes: changesOf('recht'),
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
    ...content('beta', 2, 2026),
    changes: changesOf('beta'),
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
    note: 'Teruggegeven: het bedrag voor “Thuis op de faculteit” stijgt, maar bij thema 5 staat niet waarom.',
    ...content('mens', 2, 2026),
    changes: changesOf('mens'),
  },
};

function draft(unit: string): Version {
  const measures = measuresOf(unit, 1).slice(0, 2);
  return {
    number: 1,
    status: 'draft',
    createdAt: '2026-11-09T09:00:00.000Z',
    note: '',
    sections: answers(unit, measures).slice(0, 6),
    measures: measureTexts(measures),
    lines: budgetLines(unit, measuresOf(unit, 1), (year) => allocatedTo(unit, year)).filter(
      (line) => measures.some((one) => one.code === line.measure) && line.year <= 2024,
    ),
  };
}

const facultyPlans: Document[] = faculties.map(({ code, short }) => ({
  code: `plan-${code}`,
  kind: 'facultair-plan',
  unit: code,
  title: `Facultair plan kwaliteitsafspraken ${short}`,
  firstYear,
  lastYear,
  versions: code === 'zorg' ? [draft(code)] : [first(code), ...(second[code] ? [second[code]] : [])],
}));

const plans = [universityPlan, ...facultyPlans];

export const planDocuments: Document[] = [...plans, agenda, disputed, recalibration, ...reportsOf(plans)];
