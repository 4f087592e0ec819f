import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Bundle = NonNullable<NonNullable<InstitutionInput['schemes']>[number]['bundles']>[number];

const part = (unit: string, measure: string) => ({ document: `plan-${unit}`, measure });
const ambition = (node: string) => ({ framework: 'ambities', node });
const agreed = (unit: string, answeredOn: string, reason = '') => ({
  ...{ unit, answer: 'agreed' as const, answeredOn, reason },
});

/** What faculties meant to do each, and were asked to do together: one became joint, one did not, one waits. */
export const bundles: Bundle[] = [
  {
    goal: ambition('A6'),
    name: 'Welzijnsteam in elke faculteit',
    reason:
      'Drie faculteiten zoeken mensen met dezelfde deskundigheid; samen is er altijd iemand bereikbaar.',
    status: 'joint',
    proposedOn: '2021-09-24',
    measure: { document: 'plan-gezamenlijk', measure: 'welzijn' },
    parts: [part('recht', 'mentoraat'), part('beta', 'zomerschool'), part('mens', 'thuis')],
    answers: [
      agreed('recht', '2021-10-01', 'De mentoren blijven van de faculteit; het team is hun achterwacht.'),
      agreed('mens', '2021-10-04'),
      {
        unit: 'beta',
        answer: 'declined',
        answeredOn: '2021-10-05',
        reason: 'De zomerschool is er voor aankomende studenten; daar past een welzijnsteam niet bij.',
      },
    ],
  },
  {
    goal: ambition('A1'),
    name: 'Onderzoekslijn voor alle bachelors',
    reason: 'Practica en seminars leren beide onderzoek doen.',
    status: 'withdrawn',
    ending: 'De faculteiten vonden het onderwijs te verschillend om het samen te organiseren.',
    proposedOn: '2024-03-18',
    parts: [part('beta', 'practica'), part('mens', 'seminars')],
    answers: [
      {
        unit: 'beta',
        answer: 'declined',
        answeredOn: '2024-04-02',
        reason: 'Practica vragen om laboratoria; seminars niet.',
      },
      agreed('mens', '2024-04-09'),
    ],
  },
  {
    goal: ambition('A5'),
    name: 'Eén netwerk van werkgevers en oud-studenten',
    reason: 'Oefenrechtbank, buitenschool en loopbaanbegeleiding vragen dezelfde werkgevers om hulp.',
    proposedOn: '2026-10-12',
    parts: [part('recht', 'oefenrechtbank'), part('mens', 'buitenschool'), part('mens', 'loopbaan')],
    answers: [
      agreed('recht', '2026-10-27', 'Graag, als de rechtbank aanspreekpunt blijft.'),
      { unit: 'mens' },
    ],
  },
];
