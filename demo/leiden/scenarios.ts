import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Scenario = NonNullable<Scheme['scenarios']>[number];

const supplement = 'Aanvulling op het Bestedingsplan Kwaliteitsafspraken 2022-2024 (2021), 2.1 en 2.2';

/** What it would have given each faculty is not published, nor the heads: no rules, no amounts. */
const unknown = {
  fund: 'kwaliteitsmiddelen',
  shared: true,
  allocation: {
    rules: [],
    inputs: { fund: 'kwaliteitsmiddelen', basis: 'granted', totals: {}, headCounts: [], earlier: [] },
    result: null,
  },
  source: supplement,
  keptAt: new Date('2021-05-25T00:00:00+02:00').toISOString(),
};

/** The two that the recalibration of 2021 weighed. */
export const scenarios: Scenario[] = [
  {
    ...unknown,
    code: 'gelijk-bedrag',
    name: 'Gelijk bedrag per student',
    description:
      '500 euro per EER-student per jaar voor elke faculteit, met daarnaast een budget voor gemeenschappelijke initiatieven. Wat daarboven komt, staat als nog te alloceren en wordt later verdeeld met dezelfde verhouding tussen faculteiten en universiteit.',
    outcome: 'chosen',
    reason:
      'Besloten na het gesprek met de universiteitsraad. Door de oplopende middelen konden de gemeenschappelijke initiatieven beginnen terwijl de faculteiten hielden wat zij hadden.',
    document: 'allocatie',
  },
  {
    ...unknown,
    code: 'tariefdifferentiatie',
    name: 'Tariefdifferentiatie',
    description:
      'Een bedrag per student dat per faculteit verschilt. De werkgroep beschreef eind 2020 de argumenten voor en tegen; het voorstel van maart 2021 is met de faculteiten en de universiteitsraad besproken.',
    outcome: 'rejected',
    reason:
      'Besloten na het gesprek met de universiteitsraad: geen verschillende tarieven, maar voor elke student hetzelfde bedrag.',
  },
];
