import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import type { Document } from './money.ts';
import { root } from './organisation.ts';
import { basis } from './scheme.ts';

type Body = NonNullable<InstitutionInput['bodies']>[number];

/** The committee before which a dispute comes that was not settled. */
export const disputesCommittee: Body = {
  code: 'geschillencommissie',
  kind: 'disputes-committee',
  unit: root,
  nameNl: 'Geschillencommissie medezeggenschap hoger onderwijs',
  nameEn: 'Higher Education Participation Disputes Committee',
};

const happened = (event: string, on: string, text: string) => ({
  ...{ event, on, text },
  at: `${on}T09:00:00.000Z`,
});

/** An agenda whose committee advised against it, and disputes that the advice was not followed. */
export const disputed = {
  code: 'agenda-b-biologie',
  kind: 'opleidingsagenda',
  unit: 'b-biologie',
  title: 'Kwaliteitsagenda bachelor Biologie 2027',
  firstYear: 2027,
  lastYear: 2027,
  versions: [
    {
      number: 1,
      status: 'submitted',
      createdAt: '2026-09-07T09:00:00.000Z',
      submittedAt: '2026-09-14T10:30:00.000Z',
      sections: [
        {
          question: 'wensen',
          body: 'Minder herkansingen in jaar 1, en veldwerk dat voor iedereen bereikbaar is.',
        },
        {
          question: 'maatregelen',
          body: 'De maatregel “Practica in kleine groepen” van de faculteit. Eén van de twee herkansingsweken vervalt.',
        },
      ],
      decisions: [
        {
          body: 'oc-b-biologie',
          kind: 'advice',
          question: 'Advies over de kwaliteitsagenda 2027',
          basis,
          askedOn: '2026-09-14',
          papersSentOn: '2026-09-14',
          dueOn: '2026-10-22',
          outcome: 'negative',
          decidedOn: '2026-10-05',
          tally: { present: 6, for: 1, against: 5, abstained: 0 },
          reasons:
            'Eén herkansingsweek minder raakt studenten die werken of mantelzorg geven, terwijl niet is gekeken waarom zij herkansen.',
          events: [
            happened(
              'account-not',
              '2026-10-15',
              'De opleiding houdt vast aan één herkansingsweek, omdat docenten de tweede week nodig hebben voor de practica. Zij vraagt na een jaar hoe het ging.',
            ),
            happened('further-consultation', '2026-10-26', 'Gesprek met de commissie: geen overeenstemming.'),
            happened(
              'objected',
              '2026-11-02',
              'De commissie betwist het besluit: haar belangrijkste vraag is niet beantwoord.',
            ),
            {
              ...happened(
                'settlement-opened',
                '2026-11-09',
                'Bestuur en commissie vragen het College te bemiddelen.',
              ),
              body: 'cvb',
              until: '2026-12-07',
            },
          ].map((one) => (one.event === 'objected' ? { ...one, until: '2026-11-30' } : one)),
        },
      ],
    },
  ],
} as Document;
