import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { root } from './organisation.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Step = NonNullable<Scheme['cycleSteps']>[number];
type Body = NonNullable<InstitutionInput['bodies']>[number];

const supplement = 'Aanvulling 2021, 5.1';
const study = 'Zelfevaluatie instellingstoets 2019, standaard 3';
const years = { firstYear: 2019, lastYear: 2024 };
const agreed = { kind: 'agreed' as const };

type Names = [nameNl: string, nameEn: string];
type Rest = Omit<Step, 'code' | 'nameNl' | 'nameEn' | 'firstYear' | 'lastYear' | 'rule'> &
  Partial<Pick<Step, 'rule'>>;

function step(code: string, [nameNl, nameEn]: Names, rest: Rest): Step {
  return { ...years, rule: agreed, source: supplement, ...rest, code, nameNl, nameEn };
}

/** A task of a level: the self-evaluation calls the levels the three circles of quality assurance. */
function task(code: string, level: string, names: Names, [noteNl, noteEn]: Names = ['', '']): Step {
  return step(code, names, {
    ...{ unitKinds: [level], nature: 'task', source: study, noteNl, noteEn },
    ...{ frequencyNl: 'doorlopend', frequencyEn: 'all the time' },
  });
}

/** An instrument of the regular quality assurance; the self-evaluation prints no day, and seldom how often. */
function instrument(code: string, level: string, names: Names, rest: Partial<Rest> = {}): Step {
  return step(code, names, {
    ...{ unitKinds: [level], nature: 'instrument', regular: true, source: study },
    ...{ frequencyNl: 'niet vermeld', frequencyEn: 'not stated', ...rest },
  });
}

/** The levels, instruments and meetings around the reports, as the supplement and the self-evaluation name them. */
export const monitoringSteps: Step[] = [
  task('taak-opleiding', 'programme', ['Hart van de kwaliteitszorg', 'Heart of the quality assurance']),
  task(
    'taak-faculteit',
    'faculty',
    ['Toezien op de opleidingen, middelen verdelen', 'Watch over the programmes, divide the means'],
    [
      'Ontwikkelt eigen beleid en vertaalt dat van de universiteit naar haar opleidingen.',
      'Makes its own policy and brings that of the university to its programmes.',
    ],
  ),
  task(
    'taak-universiteit',
    'institution',
    [
      'Visie en beleid, instrumenten, afspraken en financiën',
      'Vision and policy, instruments, agreements and finances',
    ],
    [
      'Ontwikkelt de instrumenten en bewaakt de afspraken met de faculteiten.',
      'Develops the instruments and keeps the agreements with the faculties.',
    ],
  ),
  instrument(
    'vakevaluaties',
    'programme',
    ['Cursus- en curriculumevaluaties', 'Course and curriculum evaluations'],
    {
      noteNl: 'Met een aantal uniforme vragen, zodat vakken onderling te vergelijken zijn.',
      noteEn: 'With a number of uniform questions, so that courses can be compared.',
    },
  ),
  instrument('enquetes', 'institution', ['NSE en NAE', 'National student and alumni surveys']),
  instrument('opleidingskaart', 'programme', ['Opleidingskaart', 'Programme card']),
  instrument('midterm', 'programme', ['Midterm review', 'Midterm review'], {
    alsoNl: 'Opleidingen nodigen standaard deskundigen of belanghebbenden van buiten Leiden uit',
    alsoEn: 'Programmes invite experts or stakeholders from outside Leiden as a rule',
    feeds: ['plan-van-aanpak'],
  }),
  instrument('visitatie', 'programme', ['Opleidingsvisitatie', 'Programme assessment'], {
    feeds: ['plan-van-aanpak'],
  }),
  step('plan-van-aanpak', ['Plan van aanpak', 'Action plan'], {
    ...{ unitKinds: ['programme'], nature: 'report', regular: true, source: study },
    ...{
      frequencyNl: 'na elke visitatie en midterm review',
      frequencyEn: 'after each assessment and midterm review',
    },
  }),
  instrument('onderwijsagenda', 'faculty', ['Facultaire onderwijsagenda', 'Faculty education agenda']),
  instrument('bestuursmonitor', 'institution', [
    'Bestuursmonitor en bestuursafspraken',
    'Board monitor and agreements',
  ]),
  step('studentpanels', ['Studentpanelgesprekken per thema', 'Student panel talks by theme'], {
    ...{
      unitKinds: ['faculty'],
      nature: 'instrument',
      frequencyNl: 'niet vermeld',
      frequencyEn: 'not stated',
    },
    alsoNl: 'De uitkomsten worden besproken met de facultaire medezeggenschap',
    alsoEn: 'The outcomes are discussed with the participation of the faculty',
  }),
  step('docentpanels', ['Docentpanelgesprekken', 'Teacher panel talks'], {
    ...{
      unitKinds: ['institution'],
      nature: 'instrument',
      frequencyNl: 'elk jaar',
      frequencyEn: 'every year',
    },
    noteNl: 'Na een proef in november 2020.',
    noteEn: 'After a pilot in November 2020.',
  }),
  step('indicatoren', ['Kwantitatieve indicatoren', 'Quantitative indicators'], {
    ...{
      unitKinds: ['institution'],
      nature: 'instrument',
      frequencyNl: 'elk jaar',
      frequencyEn: 'every year',
    },
    noteNl: 'Zonder streefwaarde, met een korte reflectie in de voortgangsrapportage.',
    noteEn: 'Without a target, with a short reflection in the progress report.',
    feeds: ['voortgangsrapportage'],
  }),
  step(
    'gemeenschappelijk',
    ['Overzicht gemeenschappelijke initiatieven', 'Account of the joint initiatives'],
    {
      ...{ unitKinds: ['service', 'institute'], kind: 'jaaroverzicht' },
      ...{ frequencyNl: 'elk jaar', frequencyEn: 'every year' },
      noteNl: 'SOZ, ICLON en HA geven kort aan hoe het budget is besteed en wat zij hebben gedaan.',
      noteEn: 'SOZ, ICLON and HA briefly say how the budget was spent and what they did.',
      source: 'Aanvulling 2021, 5.2',
      feeds: ['voortgangsrapportage'],
    },
  ),
  step(
    'evaluatieformulieren',
    [
      'Aanmeldingen en evaluatieformulieren docentontwikkeling',
      'Registrations and evaluation forms of teacher training',
    ],
    {
      ...{ unitKinds: ['institution'], nature: 'instrument', source: 'Aanvulling 2021, 5.2' },
      frequencyNl: 'na elke activiteit; jaarlijks besproken met belanghebbenden',
      frequencyEn: 'after each activity; discussed with stakeholders every year',
      feeds: ['voortgangsrapportage'],
    },
  ),
  step('netwerk-kwaliteitszorg', ['Netwerk Kwaliteitszorg', 'Quality Network'], {
    ...{ unitKinds: ['institution'], body: { kind: 'quality-network', at: 'institution' } },
    connects: ['faculty'],
    rule: { kind: 'months', year: 'calendar', months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], day: 31 },
    precision: 'month',
    noteNl: 'Komt maandelijks bijeen; de dag is niet gedrukt.',
    noteEn: 'Meets every month; the day is not printed.',
    topics: [
      {
        nameNl: 'Inrichting en ontwikkeling van het kwaliteitszorgsysteem',
        nameEn: 'Set-up and development of the quality assurance system',
        source: supplement,
      },
    ],
  }),
  step(
    'bilateraal',
    ['Overleg van college en faculteitsbestuur', 'Meeting of the board and a faculty board'],
    {
      ...{ unitKinds: ['faculty'], body: { kind: 'executive-board', at: 'institution' }, source: study },
      connects: ['institution'],
      ...{ frequencyNl: 'twee keer per jaar', frequencyEn: 'twice a year' },
    },
  ),
  ...(
    [
      ['onderwijsberaad', 'education-council', 'Onderwijsberaad', 'Education council'],
      [
        'ambtelijk-onderwijsberaad',
        'education-staff',
        'Ambtelijk onderwijsberaad',
        'Education council of staff',
      ],
      ['bestuursberaad', 'board-council', 'Bestuursberaad', 'Council of boards'],
    ] as const
  ).map(([code, kind, nl, en]) =>
    step(code, [nl, en], {
      ...{ unitKinds: ['institution'], body: { kind, at: 'institution' }, connects: ['faculty'] },
      ...{ source: study, frequencyNl: 'niet vermeld', frequencyEn: 'not stated' },
    }),
  ),
];

/** What feeds what among the reports; the third finance report is added to the progress report. */
export const reportFeeds: Record<string, Partial<Step>> = {
  ojv: { feeds: ['onderwijsjaarverslag'], regular: true },
  onderwijsjaarverslag: { feeds: ['voortgangsrapportage'], regular: true },
  'bfr-1': { nature: 'report', regular: true },
  'bfr-2': { nature: 'report', regular: true },
  'bfr-3': { feeds: ['voortgangsrapportage'], regular: true },
};

function body(code: string, kind: string, [nameNl, nameEn]: Names, rest: Partial<Body> = {}): Body {
  return { code, kind, unit: root, nameNl, nameEn, ...rest };
}

/** Networks and councils as the sources describe them; who sits in them by name is not printed. */
export const networks: Body[] = [
  body('netwerk-kwaliteitszorg', 'quality-network', ['Netwerk Kwaliteitszorg', 'Quality Network'], {
    aimsNl: 'Onderlinge afstemming en uitwisseling van kennis.',
    aimsEn: 'Bringing practice together and sharing expertise.',
    madeOfNl: 'Alle facultaire kwaliteitszorgmedewerkers',
    madeOfEn: 'All quality officers of the faculties',
    adviceNl:
      'Adviseert over inrichting en ontwikkeling van de kwaliteitszorg, ook over het volgen van de besteding van de kwaliteitsmiddelen.',
    adviceEn:
      'Advises on how quality assurance is set up and develops, and on how the spending of the quality funds is watched.',
  }),
  body('onderwijsberaad', 'education-council', ['Onderwijsberaad (OWB)', 'Education council (OWB)'], {
    madeOfNl: 'De vicedecanen met onderwijs in hun portefeuille',
    madeOfEn: 'The vice-deans responsible for education',
    adviceNl: 'Adviesorgaan van het College van Bestuur over studentenwelzijn in de leeromgeving.',
    adviceEn: 'Advises the Executive Board on student well-being in the learning environment.',
  }),
  body('ambtelijk-onderwijsberaad', 'education-staff', [
    'Ambtelijk onderwijsberaad',
    'Education council of staff',
  ]),
  body('bestuursberaad', 'board-council', ['Bestuursberaad', 'Council of boards']),
  body(
    'netwerk-officers',
    'officers-network',
    ['Netwerk well-being officers', 'Network of well-being officers'],
    {
      aimsNl:
        'Kennis over studentenwelzijn delen, zorgen voor samenhang tussen projecten en voor blijvende inbedding van wat slaagt, en het bereik van activiteiten in de faculteiten vergroten.',
      aimsEn:
        'To share what is known of student well-being, to tie projects together and keep what works, and to reach more people in the faculties.',
      chairNl: 'De programmamanager studentenwelzijn (SOZ)',
      chairEn: 'The programme manager of student well-being (SOZ)',
      madeOfNl: 'De well-being officers van de faculteiten en ICLON, en de programmamanager',
      madeOfEn: 'The well-being officers of the faculties and ICLON, and the programme manager',
      adviceNl: 'Adviseert over beleid rond studentenwelzijn, zoals de visie daarop.',
      adviceEn: 'Advises on policy of student well-being, such as the vision on it.',
    },
  ),
];
