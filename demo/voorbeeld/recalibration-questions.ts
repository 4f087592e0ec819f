import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Kind = NonNullable<NonNullable<InstitutionInput['schemes']>[number]['documentKinds']>[number];
type Question = NonNullable<Kind['questions']>[number];

/** What a recalibration must answer: its financial and its content part, what was rejected, and the outcome. */

function question(code: string, [textNl, textEn]: [string, string], rest: Partial<Question> = {}): Question {
  return { code, textNl, textEn, per: 'document', ...rest };
}

export const recalibrationQuestions: Question[] = [
  question('aanleiding', [
    'Wat is de aanleiding, en wat moet de herijking opleveren?',
    'What gives rise to the recalibration, and what should it bring?',
  ]),
  question('verdeling', [
    'Financieel deel: moet de verdeling over de faculteiten anders?',
    'Financial part: should the division over the faculties change?',
  ]),
  question('opties', ['Welke opties zijn afgewezen, en waarom?', 'Which options were rejected, and why?'], {
    hintNl: 'Noem ook wat is overwogen en niet is gekozen.',
    hintEn: 'Name what was considered and not chosen as well.',
  }),
  question(
    'verschuiving',
    ['Inhoudelijk deel: wat verandert er binnen dit thema?', 'Content part: what changes within this theme?'],
    { per: 'theme', required: false },
  ),
  question(
    'per-faculteit',
    ['Wat betekent de herijking per faculteit?', 'What does it mean for each faculty?'],
    {
      per: 'unit',
      unitKinds: ['faculty'],
      required: false,
    },
  ),
  question('uitkomst', ['Wat is de uitkomst?', 'What is the outcome?'], {
    hintNl: 'Een lijst: één punt per resultaat.',
    hintEn: 'A list: one item per result.',
  }),
];
