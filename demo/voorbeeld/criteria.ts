import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Judgement = NonNullable<Scheme['promiseJudgements']>[number];

/** By what the scheme judges whether a promise can later be seen to be kept. Fictional. */
export const criteria: NonNullable<InstitutionInput['frameworks']>[number] = {
  code: 'smart',
  nameNl: 'Criteria voor doelen',
  nameEn: 'Criteria for goals',
  source: 'Regeling kwaliteitsafspraken, toelichting (fictief)',
  nodes: [
    { code: 'specifiek', nameNl: 'Specifiek', nameEn: 'Specific' },
    { code: 'meetbaar', nameNl: 'Meetbaar', nameEn: 'Measurable' },
    { code: 'acceptabel', nameNl: 'Gedragen', nameEn: 'Agreed' },
    { code: 'realistisch', nameNl: 'Realistisch', nameEn: 'Realistic' },
    { code: 'tijdgebonden', nameNl: 'Tijdgebonden', nameEn: 'Time-bound' },
  ],
};

type Said = [criterion: string, met: boolean, reason: string];

function judged(document: string, version: number, measure: string, said: Said[]): Judgement[] {
  return said.map(([criterion, met, reason]) => ({
    ...{ document, version, measure, criterion, met, reason },
    ...{ by: 'Beleidsmedewerker', at: '2024-06-25T09:00:00.000Z' },
  }));
}

export const promiseJudgements: Judgement[] = [
  ...judged('plan-recht', 2, 'werkgroepen', [
    ['specifiek', true, 'Zegt voor welke jaren en hoe groot een werkgroep is.'],
    ['meetbaar', true, 'Hooguit twintig studenten per werkgroep is te tellen in het rooster.'],
    ['acceptabel', true, 'De faculteitsraad stemde in.'],
    ['realistisch', true, 'Zalen en docenten zijn begroot.'],
    ['tijdgebonden', true, 'Elke stap heeft een jaar.'],
  ]),
  ...judged('plan-recht', 2, 'mentoraat', [
    ['specifiek', true, 'Een mentor en een docent per groep.'],
    ['meetbaar', false, 'Wat minder uitval betekent, staat er niet.'],
    ['acceptabel', true, 'Gevraagd door de opleidingscommissies.'],
    ['realistisch', true, 'Loopt al in het eerste jaar.'],
    ['tijdgebonden', true, 'Uiterlijk 2024 ook in het tweede jaar.'],
  ]),
  ...judged('plan-recht', 2, 'taalsteun', [
    ['specifiek', false, 'Voor wie de steun is en hoeveel, is niet te lezen.'],
    ['meetbaar', false, 'Er is niets om te tellen.'],
    ['tijdgebonden', false, 'Er staat geen jaar bij waarin het er moet zijn.'],
  ]),
  // said again after the faculty had explained it
  {
    ...{ document: 'plan-recht', version: 2, measure: 'taalsteun', criterion: 'specifiek', met: true },
    reason: 'De faculteit lichtte toe: eerstejaars met een onvoldoende voor de taaltoets.',
    ...{ by: 'Beleidsmedewerker', at: '2024-07-02T13:30:00.000Z' },
  },
];
