import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Step = NonNullable<Scheme['cycleSteps']>[number];
type Kind = NonNullable<Scheme['documentKinds']>[number];
type Role = NonNullable<InstitutionInput['roles']>[number];

const plan = 'Gezamenlijk plan van aanpak studentenwelzijn 2024-2027';
const years = { firstYear: 2024, lastYear: 2027 };
const agreed = { kind: 'agreed' as const };

/** Roles that the plan of action gives a part in its cycle. */
export const wellbeingRoles: Role[] = [
  {
    code: 'well-being-officer',
    nameNl: 'Facultaire well-being officer',
    nameEn: 'Faculty well-being officer',
    permissions: ['plan.write', 'plan.submit', 'consultation.write'],
  },
  {
    code: 'programmamanager',
    nameNl: 'Programmamanager studentenwelzijn',
    nameEn: 'Programme manager of student well-being',
    permissions: ['plan.write', 'plan.submit', 'consultation.write', 'cycle.manage'],
  },
];

function right(
  bodyKind: string,
  kind: 'proposes' | 'discussion',
  [holderNl, holderEn]: [string, string],
  basis: string,
): NonNullable<Kind['rights']>[number] {
  return {
    ...{ bodyKind, bodyAt: 'unit', kind, holderNl, holderEn, prior: false },
    ...{ basis: `${plan}, ${basis}`, certainty: 'text' },
  };
}

/** The yearly accounts of the plan of action. What they must say is not laid down in questions. */
export const wellbeingKinds: Kind[] = [
  {
    code: 'werkplan',
    nameNl: 'Facultair werkplan studentenwelzijn',
    nameEn: 'Faculty work plan of student well-being',
    unitKinds: ['faculty'],
    rights: [
      right(
        'faculty-board',
        'proposes',
        ['Well-being officer en vicedecaan', 'Well-being officer and vice-dean'],
        '4.4',
      ),
      right(
        'faculty-council',
        'discussion',
        ['Facultaire medezeggenschap en assessor', 'Participation of the faculty and its assessor'],
        '4.4: spelen een belangrijke rol',
      ),
    ],
  },
  {
    code: 'voortgangsrapportage',
    nameNl: 'Voortgangsrapportage studentenwelzijn',
    nameEn: 'Progress report on student well-being',
    unitKinds: ['institution'],
  },
];

type Rest = Omit<Step, 'code' | 'nameNl' | 'nameEn' | 'firstYear' | 'lastYear' | 'rule'> & Partial<Step>;

function step(code: string, [nameNl, nameEn]: [string, string], rest: Rest): Step {
  return { ...years, rule: agreed, source: plan, ...rest, code, nameNl, nameEn };
}

const yearly = { frequencyNl: 'elk jaar, geen dag genoemd', frequencyEn: 'every year, no day given' };

/** The cycle of the plan of action: no days are printed, only how often. */
export const wellbeingSteps: Step[] = [
  step('werkplan', ['Facultair werkplan studentenwelzijn', 'Faculty work plan of student well-being'], {
    ...{ ...yearly, unitKinds: ['faculty'], kind: 'werkplan', role: 'well-being-officer' },
    source: `${plan}, 4.4`,
    alsoNl: 'Met de vicedecaan; de facultaire medezeggenschap en de assessor hebben een deel',
    alsoEn: 'With the vice-dean; the participation of the faculty and its assessor have a part',
    feeds: ['onderwijsberaad', 'onderwijsjaargesprek'],
  }),
  step(
    'voortgangsrapportage',
    ['Voortgangsrapportage studentenwelzijn', 'Progress report on student well-being'],
    {
      ...{ ...yearly, unitKinds: ['institution'], kind: 'voortgangsrapportage', role: 'programmamanager' },
      alsoNl: 'Samen met de well-being officers',
      alsoEn: 'Together with the well-being officers',
      noteNl: 'De evaluatie van dienstverlening en activiteiten staat erin centraal.',
      noteEn: 'It centres on the evaluation of services and activities.',
    },
  ),
  step('mind-health-check', ['Mind-Health Check', 'Mind-Health Check'], {
    ...{
      unitKinds: ['institution'],
      nature: 'instrument',
      frequencyNl: 'elk jaar',
      frequencyEn: 'every year',
    },
    feeds: ['voortgangsrapportage'],
    noteNl: 'Vragenlijst van Caring Universities aan studenten.',
    noteEn: 'Questionnaire of Caring Universities to students.',
  }),
  step(
    'onderwijsberaad',
    ['Studentenwelzijn in het Onderwijsberaad', 'Student well-being in the education council'],
    {
      ...{ ...yearly, unitKinds: ['institution'], body: { kind: 'education-council', at: 'institution' } },
      connects: ['faculty'],
      source: `${plan}, 4.2`,
      topics: [
        {
          nameNl: 'Studentenwelzijn: werkplannen van de faculteiten',
          nameEn: 'Student well-being: work plans of the faculties',
          about: 'werkplan',
          source: `${plan}, 4.2`,
        },
      ],
    },
  ),
  step('onderwijsjaargesprek', ['Onderwijsjaargesprek', 'Yearly talk on education'], {
    ...{ ...yearly, unitKinds: ['faculty'], body: { kind: 'executive-board', at: 'institution' } },
    connects: ['institution'],
    source: `${plan}, 4.4`,
    topics: [
      {
        nameNl: 'Voortgang van de werkplannen en de nieuwe plannen',
        nameEn: 'Progress of the work plans, and the new plans',
        about: 'werkplan',
        source: `${plan}, 4.4`,
      },
    ],
  }),
  step('netwerk-officers', ['Netwerk well-being officers', 'Network of well-being officers'], {
    ...{
      unitKinds: ['institution'],
      body: { kind: 'officers-network', at: 'institution' },
      connects: ['faculty'],
    },
    ...{ frequencyNl: 'niet vermeld', frequencyEn: 'not stated', source: `${plan}, 4.5` },
    feeds: ['voortgangsrapportage'],
  }),
  step(
    'tussenevaluatie',
    ['Tussenevaluatie van het plan van aanpak', 'Interim evaluation of the plan of action'],
    {
      ...{
        unitKinds: ['institution'],
        nature: 'report',
        firstYear: 2024,
        lastYear: 2024,
        precision: 'month',
      },
      rule: { kind: 'day', year: 'calendar', month: 12, day: 31 },
      noteNl: 'Eind 2024; een dag is niet genoemd.',
      noteEn: 'At the end of 2024; no day is given.',
    },
  ),
  step('evaluatie-caring', ['Evaluatie van Caring Universities', 'Evaluation of Caring Universities'], {
    ...{ unitKinds: ['institution'], nature: 'report', firstYear: 2025, lastYear: 2025 },
    ...{ frequencyNl: 'in 2025, geen dag genoemd', frequencyEn: 'in 2025, no day given' },
    source: `${plan}, 2.2`,
  }),
  step('besluit-portaal', ['Besluit over het e-healthportaal', 'Decision on the e-health portal'], {
    ...{ unitKinds: ['institution'], nature: 'task', firstYear: 2025, lastYear: 2025, precision: 'month' },
    rule: { kind: 'day', year: 'calendar', month: 12, day: 31 },
    noteNl: 'Eind 2025: of en met welk portaal het verdergaat.',
    noteEn: 'At the end of 2025: whether to go on, and with which portal.',
    source: `${plan}, 2.2`,
  }),
  step('well-being-week', ['Well-being Week', 'Well-being Week'], {
    ...{ unitKinds: ['institution'], nature: 'task', frequencyNl: 'elk jaar', frequencyEn: 'every year' },
  }),
  step('well-being-wednesdays', ['Well-being Wednesdays', 'Well-being Wednesdays'], {
    ...{ unitKinds: ['institution'], nature: 'task', precision: 'month' },
    rule: { kind: 'months', year: 'calendar', months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], day: 31 },
    noteNl: 'Maandelijks; welke woensdag is niet gedrukt.',
    noteEn: 'Every month; which Wednesday is not printed.',
  }),
  step('winter-weeks', ['Winter Weeks', 'Winter Weeks'], {
    ...{ unitKinds: ['institution'], nature: 'task', frequencyNl: 'elk jaar', frequencyEn: 'every year' },
  }),
];

/** The moments whose year and month the plan prints. */
export const wellbeingMoments: NonNullable<Scheme['moments']> = [
  { step: 'tussenevaluatie', unit: 'leiden', year: 2024, dueOn: '2024-12-31' },
  { step: 'besluit-portaal', unit: 'leiden', year: 2025, dueOn: '2025-12-31' },
];
