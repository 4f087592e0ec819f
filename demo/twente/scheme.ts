import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { consultationMethods, cycleSteps } from './cycle.ts';
import { documents } from './documents.ts';
import { plan } from './frameworks.ts';
import { documentKinds } from './kinds.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];

/** Dated as the plan dates them. */
const event = (
  [on, sortDate]: [string, string],
  body: string,
  [whatNl, whatEn]: [string, string],
  status: 'happened' | 'planned' = 'planned',
) => ({ on, sortDate, body, whatNl, whatEn, status, source: plan });

const events: Scheme['events'] = [
  event(
    ['2016 (eind)', '2016-12-31'],
    'VH, VSNU, ISO en LSVb',
    ['Gemeenschappelijke Agenda', 'Joint Agenda'],
    'happened',
  ),
  event(['2018-08-31', '2018-08-31'], 'Faculteiten', [
    'Facultaire afspraken bij het College, met instemming van de faculteitsraden',
    'Faculty agreements with the Board, with consent of the faculty councils',
  ]),
  event(['2018-12', '2018-12-31'], 'Universiteit Twente', [
    'Instellingsbrede afspraken ingediend; beoordeling samen met de Instellingstoets Kwaliteitszorg, als aparte trail (toetsmoment 1)',
    'Institution-wide agreements submitted; assessed together with the institutional audit, as a separate trail (assessment 1)',
  ]),
  event(['2022 (najaar)', '2022-12-21'], 'NVAO en minister van OCW', [
    'Tussenbalans over de realisatie tot en met 2021 (toetsmoment 2)',
    'Interim assessment of what was realised up to and including 2021 (assessment 2)',
  ]),
  event(['2024 (eind)', '2024-12-31'], 'NVAO en minister van OCW', [
    'Eindoordeel over eind 2024, bij de volgende ronde van de instellingstoets (toetsmoment 3)',
    'Final judgement on the end of 2024, with the next round of the institutional audit (assessment 3)',
  ]),
];

export const scheme: Scheme = {
  code: 'ka-2019-2024',
  nameNl: 'Kwaliteitsafspraken 2019-2024: totstandkoming',
  nameEn: 'Quality agreements 2019-2024: how they are made',
  legalSource: 'Regeerakkoord en sectorakkoord wetenschappelijk onderwijs 2018',
  conditions:
    'De afspraken zeggen wat zonder de studievoorschotmiddelen niet mogelijk was geweest, en wat er in 2021 moet zijn.',
  firstYear: 2018,
  lastYear: 2024,
  themes: 'themas',
  frameworks: ['onderwerpen'],
  funds: [{ code: 'studievoorschot', nameNl: 'Studievoorschotmiddelen', nameEn: 'Study advance funds' }],
  events,
  sanctions: [
    {
      code: 'plannen',
      nameNl: 'Plannen afgekeurd: niets uitgekeerd in 2021 tot en met 2024',
      nameEn: 'Plans rejected: nothing paid out in 2021 up to and including 2024',
      causeNl: 'Toetsmoment 1: een negatief oordeel over de plannen en de voorgenomen inzet.',
      causeEn: 'Assessment 1: a negative judgement on the plans and the intended use.',
      effect: { kind: 'withhold', fromYear: 2021, lastYear: 2024 },
      source: plan,
    },
    {
      code: 'tussenbalans',
      nameNl: 'Te weinig gerealiseerd: geen groei in 2024',
      nameEn: 'Too little realised: no growth in 2024',
      causeNl:
        'Toetsmoment 2 (2022): de realisatie schiet tekort, en een jaar later is er nog niet genoeg voortgang.',
      causeEn: 'Assessment 2 (2022): realisation falls short, and a year later progress is still not enough.',
      effect: { kind: 'no-growth', year: 2024, over: 2023 },
      source: plan,
    },
  ],
  documentKinds,
  documents,
  ...{ consultationMethods, cycleSteps },
};
