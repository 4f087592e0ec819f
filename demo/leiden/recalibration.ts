import { fromPlainText } from '#app/document/rich-text.ts';
import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Question = NonNullable<NonNullable<Scheme['documentKinds']>[number]['questions']>[number];
type Section = NonNullable<NonNullable<Scheme['documents']>[number]['versions'][number]['sections']>[number];

/** The recalibration of 2021: its questions, and what the supplement answers to them, in our own words. */

function question(code: string, [textNl, textEn]: [string, string], rest: Partial<Question> = {}): Question {
  return { code, textNl, textEn, per: 'document', ...rest };
}

export const recalibrationQuestions: Question[] = [
  question('doel', ['Waarom wordt het plan herijkt?', 'Why is the plan recalibrated?']),
  question('verdeelwijze', [
    'Financieel deel: moet de verdeling over de faculteiten anders (tariefdifferentiatie)?',
    'Financial part: should the division over the faculties change (different tariffs)?',
  ]),
  question('centraal-budget', [
    'Financieel deel: is er naast de facultaire plannen een centraal budget nodig voor gemeenschappelijke initiatieven?',
    'Financial part: is a central budget for joint initiatives needed beside the faculty plans?',
  ]),
  question('faculteitsplannen', [
    'Inhoudelijk deel: geven de resultaten van twee studiejaren reden om de facultaire plannen aan te passen?',
    'Content part: do the results of two academic years give reason to change the faculty plans?',
  ]),
  question(
    'uitstel',
    ['Wat is er gewonnen met uitstel, als dat er was?', 'What was gained by postponing, if that was done?'],
    {
      hintNl: 'Noem elk voordeel, en de studiejaren waarvan de resultaten meetellen.',
      hintEn: 'Name each benefit, and the academic years whose results count.',
      required: false,
    },
  ),
  question(
    'afgewezen',
    [
      'Welke opties zijn overwogen en afgewezen, en waarom?',
      'Which options were considered and rejected, and why?',
    ],
    { hintNl: 'Noem bij elke optie wat ervoor in de plaats komt.', hintEn: 'Name what takes its place.' },
  ),
  question(
    'uitkomst',
    ['Wat is de uitkomst van de herijking?', 'What is the outcome of the recalibration?'],
    {
      hintNl: 'Een lijst: één punt per resultaat.',
      hintEn: 'A list: one item per result.',
    },
  ),
];

export const allocationQuestions: Question[] = [
  question(
    'tarief',
    [
      'Waarom is het bedrag per student bij elke faculteit gelijk, of juist niet?',
      'Why is the amount per student the same for each faculty, or why not?',
    ],
    { required: false },
  ),
];

function answer(questionCode: string, text: string): Section {
  return { question: questionCode, body: fromPlainText(text) as unknown as Section['body'] };
}

export const recalibration: Section[] = [
  answer(
    'doel',
    'Nagaan of het plan van 2018 nog past, zo nodig bijstellen en maatregelen verder uitwerken. Ook de coronacrisis was reden om opnieuw naar de plannen te kijken, met het oog op onderwijskwaliteit en het welzijn van studenten.',
  ),
  answer(
    'verdeelwijze',
    'Nee. Een werkgroep met faculteitsbestuurders en leden van de universiteitsraad heeft in het najaar van 2020 argumenten voor en tegen verzameld. Na overleg met de raad houdt het college één bedrag per student aan: 500 euro per EER-student per jaar.',
  ),
  answer(
    'centraal-budget',
    'Ja, vanaf 2022: voor studentenwelzijn en voor ondersteuning en ontwikkeling van docenten. Omdat de middelen oplopen, kan dat zonder te korten op wat de faculteiten al hadden.',
  ),
  answer(
    'faculteitsplannen',
    'Beperkt. De prioriteiten zijn in hoofdlijn dezelfde gebleven; de meeste wijzigingen vallen binnen een thema. Alle faculteiten hebben hun plan bijgesteld na overleg met hun faculteitsraad en vóór 1 juli 2021 ingediend.',
  ),
  answer(
    'uitstel',
    [
      '1. De resultaten van twee studiejaren tellen mee in plaats van één: 2018-2019 en 2019-2020.',
      '2. De medezeggenschap kon vanaf het najaar van 2020 vooraf meedenken; daar had de universiteitsraad om gevraagd.',
      '3. De uitkomst, op grond van twee studiejaren, kan mee in de tussentijdse beoordeling door de NVAO in 2022.',
    ].join('\n'),
  ),
  answer(
    'afgewezen',
    '- Verschillende tarieven per faculteit (tariefdifferentiatie). Afgewezen na het gesprek met de universiteitsraad; in plaats daarvan krijgt elke faculteit hetzelfde bedrag per student. De argumenten voor en tegen staan in de notitie van de werkgroep van november 2020, die zelf niet in deze bron staat.',
  ),
  answer(
    'uitkomst',
    [
      '1. De faculteiten hebben hun plannen bijgewerkt en waar zij dat wilden budget verschoven.',
      '2. Er is een budget voor universiteitsbrede initiatieven, en daar is een invulling voor.',
      '3. Er komt geen tariefdifferentiatie.',
    ].join('\n'),
  ),
];

export const allocationAnswers: Section[] = [
  answer(
    'tarief',
    'Verschillende tarieven zijn bij de herijking van 2021 overwogen en na overleg met de universiteitsraad afgewezen: elke faculteit krijgt 500 euro per EER-student per jaar.',
  ),
];
