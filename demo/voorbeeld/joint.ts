import { budgetLines, measureTexts } from './budget.ts';
import { planned } from './measures.ts';
import { adoption, allocatedTo, course, type Document } from './money.ts';
import { root } from './organisation.ts';
import { basis, firstYear, lastYear } from './scheme.ts';

/** What the university does for all faculties, from the reserve. */
export const jointMeasures = [
  planned({
    code: 'welzijn',
    node: 'T3',
    name: 'Welzijnsteam in elke faculteit',
    description: 'Een aanspreekpunt voor welzijn per faculteit, met een klein centraal team erachter.',
    owner: 'Dienst Studentzaken',
    target: 'Alle studenten',
    result: 'In elke faculteit is drie dagen per week iemand bereikbaar.',
    serves: ['A3', 'A6'],
    weight: 55,
    components: [
      ['Medewerkers in de faculteiten', 'begeleiders', 65],
      ['Coördinatie en netwerk', 'begeleiders', 20],
      ['Trainingen', 'training', 15],
    ],
  }),
  planned({
    code: 'docenthuis',
    node: 'T4',
    name: 'Docentenhuis',
    description: 'Eén plek voor advies over onderwijs, digitaal en op de campus.',
    owner: 'Centrum voor Onderwijsontwikkeling',
    target: 'Docenten',
    result: 'Vierhonderd vragen per jaar beantwoord, elk binnen drie werkdagen.',
    serves: ['A2', 'A7'],
    weight: 45,
    components: [
      ['Onderwijskundigen', 'onderwijskundigen', 70],
      ['Cursusaanbod', 'training', 20],
      ['Kleine projecten', 'materieel', 10],
    ],
  }),
];

export const universityPlan: Document = {
  code: 'plan-gezamenlijk',
  kind: 'universiteitsplan',
  unit: root,
  title: 'Gezamenlijke initiatieven 2022-2027',
  firstYear,
  lastYear,
  versions: [
    {
      number: 1,
      ...course({
        created: '2021-09-20',
        submitted: '2021-10-25',
        adopted: '2021-12-14',
        from: '2022-01-01',
      }),
      source: 'Universiteitsbreed plan, versie 1 (fictief)',
      sections: [
        {
          question: 'prioritering',
          body: 'Gekozen is voor wat faculteiten samen beter kunnen dan alleen: een welzijnsteam en één plek voor advies over onderwijs.',
        },
        {
          question: 'totstandkoming',
          body: 'Gemaakt door een werkgroep met bestuurders van faculteiten en leden van de universiteitsraad, die drie keer bijeenkwam.',
        },
      ],
      measures: measureTexts(jointMeasures),
      lines: budgetLines(root, jointMeasures, (year) => allocatedTo(root, year)),
      decisions: [
        {
          body: 'ur',
          kind: 'consent',
          question: 'Instemming met de gezamenlijke initiatieven',
          basis,
          askedOn: '2021-10-25',
          papersSentOn: '2021-10-25',
          dueOn: '2021-12-06',
          outcome: 'given',
          decidedOn: '2021-11-30',
          members: 18,
          tally: { present: 17, for: 15, against: 0, abstained: 2 },
          sections: [
            { name: 'Personeelslid', members: 9, present: 9, for: 8, against: 0, abstained: 1 },
            { name: 'Studentlid', members: 9, present: 8, for: 7, against: 0, abstained: 1 },
          ],
          reasons: 'De raad is bij de voorbereiding betrokken geweest en herkent zijn inbreng.',
        },
        adoption('Vaststelling gezamenlijke initiatieven', '2021-12-01', '2021-12-14'),
      ],
    },
  ],
};

/** A programme's agenda, on which its committee advises. */
export const agenda: Document = {
  code: 'agenda-b-rechten',
  kind: 'opleidingsagenda',
  unit: 'b-rechten',
  title: 'Kwaliteitsagenda bachelor Rechtsgeleerdheid 2027',
  firstYear: 2027,
  lastYear: 2027,
  versions: [
    {
      number: 1,
      status: 'submitted',
      createdAt: '2026-10-12T09:00:00.000Z',
      submittedAt: '2026-11-09T10:30:00.000Z',
      sections: [
        {
          question: 'wensen',
          body: 'Meer samenhang tussen de vakken in jaar 2, en toetsen die beter over het jaar zijn gespreid.',
        },
        {
          question: 'maatregelen',
          body: 'De werkgroepen van twintig en het mentoraat. Voor de spreiding van toetsen is geen geld nodig.',
        },
      ],
      decisions: [
        {
          body: 'oc-b-rechten',
          kind: 'advice',
          question: 'Advies over de kwaliteitsagenda 2027',
          basis,
          askedOn: '2026-11-09',
          papersSentOn: '2026-11-09',
          dueOn: '2026-12-07',
          events: [
            {
              event: 'papers',
              on: '2026-11-10',
              paper: { document: 'plan-recht', version: 1 },
              text: 'Het facultair plan, als achtergrond',
              at: '2026-11-10T08:05:00.000Z',
            },
            {
              event: 'consulted',
              on: '2026-11-17',
              text: 'Gesprek van de opleidingsdirecteur met de commissie: de commissie vraagt vooral naar de spreiding van toetsen in jaar 2.',
              at: '2026-11-18T09:20:00.000Z',
            },
          ],
        },
      ],
    },
  ],
};
