import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { plan } from './frameworks.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Kind = NonNullable<Scheme['documentKinds']>[number];
type Right = NonNullable<Kind['rights']>[number];

const assumed = 'termijn niet gedrukt, zes weken aangenomen';

function right(
  [bodyKind, bodyAt]: [string, Right['bodyAt']],
  kind: Right['kind'],
  { prior = true, basis }: { prior?: boolean; basis: string },
): Right {
  return { bodyKind, bodyAt, kind, prior, termDays: 30, basis: `${basis} (${assumed})`, certainty: 'text' };
}

function question(
  code: string,
  per: 'document' | 'theme',
  [textNl, textEn]: [string, string],
  required = true,
) {
  return { code, per, textNl, textEn, required };
}

const name = (nameNl: string, nameEn: string) => ({ nameNl, nameEn });

/** What the six frames of the ministry ask of a plan. The board looks how far a draft meets them; nothing blocks. */
const requirements: NonNullable<Kind['requirements']> = [
  {
    code: 'themas',
    textNl: 'Het plan geeft inzicht op de zes thema’s.',
    textEn: 'The plan gives insight on the six themes.',
    source: plan,
    questions: ['voornemen', 'doel'],
  },
  {
    code: 'profiel',
    textNl: 'Het plan past bij profiel, context en staand beleid.',
    textEn: 'The plan fits profile, context and existing policy.',
    source: plan,
    questions: ['profiel'],
    judged: true,
  },
  {
    code: 'niet-zonder',
    textNl: 'Het plan noemt alle ambities en zegt wat zonder het geld niet had gekund.',
    textEn: 'The plan names all ambitions and says what would not have been possible without the money.',
    source: plan,
    norm: 'improvement-only',
    questions: ['niet-zonder'],
    judged: true,
  },
  {
    code: 'meerjarenbegroting',
    textNl: 'Er is een meerjarenbegroting.',
    textEn: 'There is a multi-year budget.',
    source: plan,
    norm: 'multi-year-budget',
  },
  {
    code: 'keuze',
    textNl: 'Wie op één of enkele thema’s inzet, zegt waarom.',
    textEn: 'Who chooses one or a few themes says why.',
    source: plan,
    norm: 'theme-choice',
    questions: ['keuze'],
  },
  {
    code: 'tussendoel',
    textNl: 'Het plan zegt wat er in 2021 moet zijn gerealiseerd.',
    textEn: 'The plan says what must be realised in 2021.',
    source: plan,
    norm: 'measurable-step',
    questions: ['tussendoel'],
  },
];

const planQuestions = [
  question('keuze', 'document', [
    'Op welke thema’s zet u in, en waarom op deze?',
    'Which themes do you choose, and why these?',
  ]),
  question('reikwijdte', 'document', [
    'Voor wie gelden de ambities: alles, een onderdeel, of een groep studenten? Welke gaan verder dan dit geld?',
    'For whom are the ambitions: all, a part, or a group of students? Which go beyond this money?',
  ]),
  question(
    'profiel',
    'document',
    [
      'Hoe past het plan bij profiel, context en staand beleid?',
      'How does the plan fit profile, context and existing policy?',
    ],
    false,
  ),
  question(
    'niet-zonder',
    'document',
    ['Wat zou zonder dit geld niet mogelijk zijn?', 'What would not be possible without this money?'],
    false,
  ),
  question('tussendoel', 'document', [
    'Wat moet er in 2021 zijn gerealiseerd?',
    'What must be realised in 2021?',
  ]),
  question(
    'betrokkenen',
    'document',
    [
      'Wie heeft meegepraat, en wat is daarmee gedaan?',
      'Who took part in the talks, and what was done with it?',
    ],
    false,
  ),
  question('voornemen', 'theme', ['Wat is het voornemen?', 'What is intended?'], false),
  question('doel', 'theme', ['Wat is het doel?', 'What is its goal?'], false),
];

const project: NonNullable<Kind['questions']> = [
  question('doel', 'document', ['Wat moet het project opleveren?', 'What must the project yield?']),
  question('kaders', 'document', ['Binnen welke kaders?', 'Within which frames?']),
  question('beoordeling', 'document', ['Hoe wordt er beoordeeld?', 'How is it assessed?']),
  question('uitgangspunten', 'document', ['Welke uitgangspunten gelden?', 'Which principles hold?']),
  question('dialoog', 'document', [
    'Wie praat mee, en met welk recht?',
    'Who takes part, and with which right?',
  ]),
  question('geld', 'document', ['Om welk geld gaat het?', 'Which money is it about?']),
  question('organisatie', 'document', ['Wie doet wat?', 'Who does what?']),
  question('planning', 'document', ['Wanneer moet wat er zijn?', 'What is due when?']),
];

export const documentKinds: Kind[] = [
  {
    code: 'projectplan',
    ...name('Projectplan', 'Project plan'),
    unitKinds: ['institution'],
    questions: project,
    rights: [
      right(['university-council', 'institution'], 'advice', { basis: `${plan}, mijlpalen: advies, 16-05` }),
    ],
  },
  {
    code: 'handreiking',
    ...name('Handreiking thema’s en staand beleid', 'Guide on themes and existing policy'),
    unitKinds: ['institution'],
    questions: [
      question('raakvlak', 'theme', [
        'Welk profiel en welk staand beleid raakt aan dit thema?',
        'Which profile and which existing policy touch this theme?',
      ]),
    ],
    rights: [
      right(['education-committee', 'institution'], 'advice', {
        basis: `${plan}: de Universitaire Commissie Onderwijs adviseert`,
      }),
    ],
  },
  {
    code: 'kwaliteitsagenda',
    ...name('Kwaliteitsagenda van een opleiding', 'Quality agenda of a programme'),
    unitKinds: ['programme'],
    questions: [
      question('verbeteracties', 'document', ['a) Verbeteracties voor 2018', 'a) Improvements for 2018']),
      question('ambities', 'document', ['b) Ambities voor 2019-2022', 'b) Ambitions for 2019-2022']),
    ],
    rights: [right(['programme-committee', 'unit'], 'advice', { basis: `${plan}: inspraak en advies` })],
  },
  {
    code: 'investeringsagenda',
    ...name('Facultaire kwaliteitsagenda 2018', 'Faculty quality agenda 2018'),
    stage: 'budgeted',
    unitKinds: ['faculty'],
    hasMeasures: true,
    questions: [
      question('inzet', 'document', [
        'Hoe wordt het geld van 2018 in de faculteit ingezet?',
        'How is the money of 2018 used in the faculty?',
      ]),
    ],
    rights: [right(['faculty-council', 'unit'], 'consent', { basis: `${plan}: instemmingsrecht` })],
  },
  {
    code: 'facultaire-afspraken',
    ...name('Facultaire kwaliteitsafspraken', 'Faculty quality agreements'),
    stage: 'budgeted',
    unitKinds: ['faculty'],
    hasMeasures: true,
    questions: planQuestions,
    requirements,
    rights: [
      right(['executive-board', 'institution'], 'information', {
        prior: false,
        basis: `${plan}: concept voor 1 juli ter informatie, met opmerkingen`,
      }),
      right(['faculty-council', 'unit'], 'consent', { basis: `${plan}: instemmingsrecht` }),
    ],
  },
  {
    code: 'stand-van-zaken',
    ...name('Stand van zaken', 'State of affairs'),
    unitKinds: ['institution'],
    questions: [
      question('stand', 'document', ['Hoe ver zijn de afspraken?', 'How far are the agreements?']),
      question('outline', 'document', ['Hoe worden zij opgebouwd?', 'How will they be built up?'], false),
    ],
    rights: [
      right(['university-council', 'institution'], 'information', {
        basis: `${plan}, mijlpalen: informatie, 07-11`,
      }),
    ],
  },
  {
    code: 'instellingsbrede-afspraken',
    ...name('Instellingsbrede kwaliteitsafspraken', 'Institution-wide quality agreements'),
    stage: 'budgeted',
    unitKinds: ['institution'],
    hasMeasures: true,
    questions: planQuestions,
    requirements,
    rights: [
      right(['university-council', 'institution'], 'consent', {
        basis: `${plan}, mijlpalen: instemming op instellingsbrede en gemeenschappelijke onderdelen, 12-12`,
      }),
    ],
  },
  {
    code: 'raming',
    ...name('Raming van het budget per faculteit', 'Estimate of the budget per faculty'),
    stage: 'expected',
    unitKinds: ['faculty'],
  },
];
