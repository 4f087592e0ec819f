import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import type { Version } from './money.ts';

type Kind = NonNullable<NonNullable<InstitutionInput['schemes']>[number]['documentKinds']>[number];
type Measure = NonNullable<Version['measures']>[number];
type Step = NonNullable<Measure['steps']>[number];

const source = 'Kaders voor de kwaliteitsafspraken, naar het projectplan van de Universiteit Twente (2018)';

/** What a faculty plan must show: five requirements, and the choice of fewer themes with its reason. */
export const requirements: NonNullable<Kind['requirements']> = [
  {
    code: 'themas',
    textNl: 'Het plan laat per thema van de regeling zien wat er gebeurt.',
    textEn: 'The plan shows what happens for each theme of the scheme.',
    source,
    questions: ['investering', 'doel', 'resultaat'],
  },
  {
    code: 'profiel',
    textNl: 'Het plan past bij het profiel en de omstandigheden van de eenheid.',
    textEn: 'The plan fits the profile and circumstances of the unit.',
    source,
    judged: true,
  },
  {
    code: 'beleid',
    textNl: 'Het plan sluit aan op het onderwijsbeleid dat er al is.',
    textEn: 'The plan follows on from the educational policy that exists.',
    source,
    norm: 'serves-goal',
  },
  {
    code: 'meerwaarde',
    textNl: 'Het plan maakt duidelijk waarom de verbetering zonder dit geld niet kan.',
    textEn: 'The plan makes clear why the improvement is not possible without this money.',
    source,
    norm: 'improvement-only',
    judged: true,
  },
  {
    code: 'meerjarenbegroting',
    textNl: 'Er is een begroting voor alle jaren van het plan.',
    textEn: 'There is a budget for all years of the plan.',
    source,
    norm: 'multi-year-budget',
    blocks: true,
  },
  {
    code: 'keuze',
    textNl: 'Wie een of enkele thema’s kiest, zegt waarom.',
    textEn: 'Who chooses one or a few themes says why.',
    source,
    norm: 'theme-choice',
    questions: ['prioritering'],
    blocks: true,
  },
];

/** What the writers of the law faculty judged. */
export function judgementsOf(unit: string, at: string): NonNullable<Version['judgements']> {
  if (unit !== 'recht') return [];
  const by = 'Planschrijver Recht';
  return [
    {
      requirement: 'profiel',
      met: true,
      reason:
        'De faculteit leidt op voor de rechtspraktijk in de regio: werkgroepen, oefenrechtbank en schrijfcentrum bouwen daarop voort.',
      ...{ by, at },
    },
    {
      requirement: 'meerwaarde',
      met: true,
      reason:
        'Uit het vaste budget zijn groepen van dertig mogelijk. De kleinere werkgroepen, het mentoraat en de vrijgemaakte tijd komen er alleen met dit geld.',
      ...{ by, at },
    },
  ];
}

const span = (firstYear: number, lastYear = firstYear) => ({ firstYear, lastYear });

const steps: Record<string, Omit<Step, 'code'>[]> = {
  werkgroepen: [
    { kind: 'phase', ...span(2022), text: 'Rooster en zalen, eerste vakken in jaar 1' },
    { kind: 'phase', ...span(2023, 2024), text: 'Alle vakken van jaar 1 en 2' },
    {
      kind: 'milestone',
      ...span(2023),
      due: 'september',
      text: 'Geen werkgroep meer met meer studenten',
      comparator: 'at-most',
      targetMilli: 20_000,
      targetUnit: 'studenten per werkgroep',
    },
    { kind: 'choice', unit: 'b-notarieel', text: 'Een werkgroep per akte, met de notariële praktijk' },
    { kind: 'choice', unit: 'b-rechten', text: 'Wekelijkse schrijfopdracht met feedback van medestudenten' },
  ],
  oefenrechtbank: [
    { kind: 'deliverable', ...span(2022), text: 'Ingerichte zaal met opnameapparatuur' },
    {
      kind: 'milestone',
      ...span(2023),
      text: 'Elke derdejaars pleit',
      comparator: 'at-least',
      targetMilli: 2000,
      targetUnit: 'pleidooien per student',
    },
  ],
  mentoraat: [
    { kind: 'phase', ...span(2022, 2023), text: 'Mentoren voor alle eerstejaars' },
    {
      kind: 'milestone',
      ...span(2022),
      due: 'december',
      text: 'Gesprek met de eigen mentor',
      comparator: 'at-least',
      targetMilli: 2000,
      targetUnit: 'gesprekken per eerstejaars',
    },
    {
      kind: 'end-state',
      text: 'Geen student begint aan het derde jaar zonder een docent te kennen die hem of haar kent.',
    },
  ],
  docenttijd: [
    {
      kind: 'milestone',
      ...span(2024),
      text: 'Vakken herzien met een onderwijskundige',
      comparator: 'at-least',
      targetMilli: 15_000,
      targetUnit: 'vakken per jaar',
    },
    {
      kind: 'end-state',
      text: 'Elk vak van de bachelor is in de afgelopen zes jaar met een onderwijskundige herzien.',
    },
  ],
};

/** Measures with the steps that were planned for them, as far as they are. */
export function withSteps(measures: Measure[]): Measure[] {
  return measures.map((measure) => {
    const of = steps[measure.code];
    return of
      ? { ...measure, steps: of.map((step, index) => ({ code: `S${index + 1}`, ...step })) }
      : measure;
  });
}
