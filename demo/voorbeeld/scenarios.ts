import type { Rule } from '#app/allocation/rule.ts';
import { runOf } from '#app/allocation/run.ts';
import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { allocationInputs, allocationRules } from './money.ts';
import { faculties } from './organisation.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Scenario = NonNullable<Scheme['scenarios']>[number];

const heads = { definition: 'eer', date: { month: 10, day: 1, yearsBefore: 1 } };
const unit = (code: string) => ({ unit: code, node: null });
const all = faculties.map(({ code }) => unit(code));
/** 8% for joint initiatives comes first in every scenario. */
const reserve = allocationRules[0]!;
const rest: Rule = { kind: 'remainder', to: null };

const differentiated: Rule[] = [
  reserve,
  {
    kind: 'tariff-per-group',
    groups: [
      { group: 'laag', centsPerHead: 53_000, heads, to: [unit('recht'), unit('mens')] },
      { group: 'hoog', centsPerHead: 66_000, heads, to: [unit('beta'), unit('zorg')] },
    ],
    note: 'Tarief naar de kosten van het onderwijs.',
  },
  rest,
];

const byNumbers: Rule[] = [reserve, { kind: 'heads', heads, to: all, note: 'Niets blijft staan.' }];

const mixed: Rule[] = [
  reserve,
  {
    kind: 'fixed',
    amounts: all.map((to) => ({ to, cents: 500_000_00 })),
    chargedTo: 'pool',
    note: 'Een vaste voet voor elke faculteit.',
  },
  { kind: 'tariff', centsPerHead: 47_500, heads, to: all },
  rest,
];

function scenario(rules: Rule[], rest: Omit<Scenario, 'fund' | 'allocation' | 'keptAt'>): Scenario {
  const allocation = JSON.parse(JSON.stringify(runOf(rules, allocationInputs)));
  return { ...rest, fund: 'kwaliteit', keptAt: '2021-10-20T09:00:00Z', allocation };
}

/** What was considered before the allocation of 2021: fictional, as all of this institution. */
export const scenarios: Scenario[] = [
  scenario(allocationRules, {
    code: 'gelijk-tarief',
    name: 'Eén tarief per student',
    description: 'Het voorstel van het college: voor elke student in elke faculteit hetzelfde bedrag.',
    shared: true,
    outcome: 'chosen',
    reason:
      'Voor iedereen na te rekenen; het verschil in kosten van onderwijs zit al in de gewone verdeling.',
    document: 'allocatie',
  }),
  scenario(differentiated, {
    code: 'tarief-per-groep',
    name: 'Twee tarieven, naar kosten van onderwijs',
    description: 'Op verzoek van de bètafaculteit: practica en kleine groepen kosten meer per student.',
    shared: true,
    outcome: 'rejected',
    reason:
      'De kosten van practica worden al in de gewone verdeling vergoed; een tweede tarief telt ze dubbel. De universiteitsraad vond het verschil niet uit te leggen.',
  }),
  scenario(byNumbers, {
    code: 'naar-aantallen',
    name: 'Alles naar aantal EER-studenten',
    description: 'De sleutel van de jaren ervoor: alles direct verdelen, niets laten staan voor groei.',
    shared: true,
    outcome: 'rejected',
    reason:
      'Dan is er bij groei van een faculteit geen ruimte meer; elk jaar zou iedereen opnieuw moeten schuiven.',
  }),
  scenario(mixed, {
    code: 'vaste-voet',
    name: 'Vaste voet en een lager tarief',
    description: 'Voor de volgende kadernota: geeft kleine faculteiten meer zekerheid. Nog niet besproken.',
    shared: false,
  }),
];
