import { fromPlainText } from '#app/document/rich-text.ts';
import { course, type Document, type Version } from './money.ts';
import { root } from './organisation.ts';

type Section = NonNullable<Version['sections']>[number];

/** The recalibration of 2024 as a questioned process: university-wide, with a note per faculty. Fictional. */

function answer(questionCode: string, text: string, place: Pick<Section, 'node' | 'unit'> = {}): Section {
  return { question: questionCode, ...place, body: fromPlainText(text) as unknown as Section['body'] };
}

export const recalibration: Document = {
  code: 'herijking-2024',
  kind: 'herijking',
  unit: root,
  title: 'Herijking 2024',
  authors: [
    { body: 'cvb', source: 'fictief' },
    {
      nameNl: 'Werkgroep van faculteiten en diensten',
      nameEn: 'Working group of faculties and services',
      part: 'contributor',
      source: 'fictief',
    },
  ],
  firstYear: 2024,
  lastYear: 2027,
  versions: [
    {
      number: 1,
      ...course({
        created: '2024-02-05',
        submitted: '2024-05-13',
        adopted: '2024-06-18',
        from: '2024-07-01',
      }),
      source: 'Verslag van de herijking (fictief)',
      sections: [
        answer(
          'aanleiding',
          'Twee volle studiejaren zijn voorbij. De vraag is of de maatregelen doen wat ze beloofden, en of de verdeling nog klopt.',
        ),
        answer(
          'verdeling',
          'Nee. De studentenaantallen zijn verschoven, maar de gewichten vangen dat ieder jaar op.',
        ),
        answer(
          'opties',
          [
            '- Een vast bedrag per faculteit: afgewezen, omdat groei dan niet meetelt.',
            '- Een eigen budget per opleiding: afgewezen, omdat kleine opleidingen dan te weinig hebben om iets te beginnen.',
          ].join('\n'),
        ),
        answer(
          'verschuiving',
          'Begeleiding loopt door in het tweede jaar, waar studenten eerder alleen in het eerste jaar een mentor hadden.',
          { node: 'T3' },
        ),
        answer('per-faculteit', 'Het honourstraject stopt; de begeleiding wordt uitgebreid.', {
          unit: 'recht',
        }),
        answer(
          'uitkomst',
          ['1. De verdeling blijft zoals zij is.', '2. Eén faculteit past haar plan aan.'].join('\n'),
        ),
      ],
      decisions: [
        {
          body: 'cvb',
          kind: 'adoption',
          question: 'Vaststelling van de herijking',
          basis: 'Bestuurs- en beheersreglement (fictief)',
          askedOn: '2024-05-14',
          outcome: 'given',
          decidedOn: '2024-06-18',
        },
      ],
    },
  ],
};
