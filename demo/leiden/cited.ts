import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { root } from './organisation.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Consultation = NonNullable<Scheme['consultations']>[number];
type Evidence = NonNullable<Scheme['evidence']>[number];

const supplement = 'Aanvulling 2021';
const source = `${supplement}, 4.3`;
const measure = { document: 'bestedingsplan', measure: 'studentenwelzijn', version: 2 };

const evaluation = {
  date: '2021-01-31',
  title: 'Tussentijdse gebruikersevaluatie van het mentor- en tutorsysteem',
};
const advice = { date: '2021-05-31', title: 'Student Wellbeing advies van het LUS' };

/** What the supplement cites for its choices on student guidance and well-being. */
export const citedConsultations: Consultation[] = [
  {
    ...evaluation,
    ...{ on: '2021-01', method: 'enquete', unit: root, document: 'bestedingsplan' },
    withWhom: 'Gebruikers van het mentoraat en tutoraat',
    caveat: 'De uitkomsten en de aantallen zijn niet gedrukt.',
    outcome: 'Conform de uitkomsten komt er een universitaire coördinator mentoraat en tutoraat.',
    nodes: [{ framework: 'sectorthemas', node: 'T3' }],
    source: `${source}, noot 12`,
  },
  {
    ...advice,
    ...{ on: '2021-05', method: 'ander', unit: root, body: 'lus', document: 'bestedingsplan' },
    withWhom: 'Leids Universitair Studentenplatform',
    nodes: [{ framework: 'sectorthemas', node: 'T3' }],
    topics: [
      {
        text: 'Focusgroepen met docenten en studenten, over wat deadlines en berichten laat op de avond of in het weekend met studenten doen',
        nodes: [{ framework: 'sectorthemas', node: 'T3' }],
        measures: [{ document: 'bestedingsplan', measure: 'studentenwelzijn' }],
      },
    ],
    source: `${source}, noot 11`,
  },
];

const cited = {
  ...{ unit: root, confidentiality: 'public' as const, addedAt: '2021-06-23T12:00:00+02:00' },
  for: [{ measure }],
};

export const evidence: Evidence[] = [
  {
    ...{ ...cited, code: 'noot-11', kind: 'consultation', title: advice.title, consultation: advice },
    ...{ effectiveOn: '2021-05-31', source: `${source}, noot 11: mei 2021` },
  },
  {
    ...{ ...cited, code: 'noot-12', kind: 'consultation', title: evaluation.title, consultation: evaluation },
    ...{ effectiveOn: '2021-01-31', source: `${source}, noot 12: januari 2021` },
  },
  {
    ...{ ...cited, code: 'noot-13', kind: 'fact', title: 'Bezetting van het centrale team wellbeing' },
    description:
      'Een programmamanager, een coördinator mentoraat/welzijn, projectleiders afhankelijk van de projecten, en één LDE-trainee. Hoeveel projectleiders, is niet gedrukt.',
    ...{ figureMilli: 1000, figureUnit: 'LDE-trainee, naast de anderen' },
    ...{ effectiveOn: '2021-06-23', source: `${source}, noot 13: op dit moment` },
  },
];
