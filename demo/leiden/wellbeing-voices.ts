import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { allFaculties, root } from './organisation.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Involvement = NonNullable<Scheme['involvements']>[number];

const plan = 'Gezamenlijk plan van aanpak studentenwelzijn 2024-2027';
const forms = `${plan}, 2.1`;
const vision = `${plan}, inleiding en 2.2`;

function form(
  code: string,
  [nameNl, nameEn]: [string, string],
  [roleNl, roleEn]: [string, string],
  rest: Partial<Involvement> = {},
): Involvement {
  return { code, nameNl, nameEn, roleNl, roleEn, unit: root, source: forms, ...rest };
}

/** In which forms students take part; the plan prints one number, and of one form that and for what it is paid. */
export const involvements: Involvement[] = [
  form(
    'student-assistenten',
    ['Studentassistenten', 'Student assistants'],
    [
      'Werken mee aan studentenwelzijn en weten wat er onder studenten speelt.',
      'Work on student well-being and know what concerns students.',
    ],
  ),
  form(
    'vrijwilligers',
    ['Vrijwilligers', 'Volunteers'],
    [
      'Dragen projecten over van student op student, zoals in de Living Room, bij open dagen en introductie.',
      'Carry projects from student to student, as in the Living Room, on open days and at introductions.',
    ],
  ),
  form(
    'klankbordgroepen',
    ['Studentenklankbordgroepen', 'Student sounding boards'],
    [
      'De well-being officer van de faculteit haalt er feedback op, in een eigen groep of bij bestaand overleg.',
      'The well-being officer of the faculty gathers feedback there, in a group of its own or an existing one.',
    ],
    { unit: allFaculties },
  ),
  form(
    'consultatieteam',
    ['Studentenconsultatieteam', 'Student consultation team'],
    [
      'Een poule van studenten die meedenkt bij het begin en de uitvoering van projecten.',
      'A pool of students who contribute when projects start and are carried out.',
    ],
    { heads: 80, pay: 'session', since: '2022 (pilot)' },
  ),
  form(
    'assessoren',
    ['Assessoren', 'Assessors'],
    [
      'Studentleden van de faculteitsbesturen; geven inbreng op de welzijnsplannen van de faculteit.',
      'Student members of the faculty boards; contribute to the well-being plans of the faculty.',
    ],
    { unit: allFaculties, body: 'studentzakenberaad' },
  ),
];

export const consultationMethods: Scheme['consultationMethods'] = [
  { code: 'ronde', nameNl: 'Feedbackronde', nameEn: 'Round of feedback', kind: 'round' },
  { code: 'overleg', nameNl: 'Overleg', nameEn: 'Talk' },
  { code: 'bespreking', nameNl: 'Bespreking', nameEn: 'Discussion' },
  {
    code: 'consultatie',
    nameNl: 'Consultatiesessie',
    nameEn: 'Consultation session',
    kind: 'sounding-board',
    individuals: true,
  },
];

const about = { unit: root, document: 'visie', source: vision, caveat: 'De dag is niet gedrukt.' };

/** How the vision came about: two rounds through the university, the board, the council; no days are printed. */
export const consultations: Scheme['consultations'] = [
  {
    ...about,
    ...{ date: '2023-01-01', on: 'vóór 14-3-2023', method: 'ronde', round: 1 },
    title: 'Eerste feedbackronde over de visie',
    withWhom: 'Universiteitsbreed',
  },
  {
    ...about,
    ...{ date: '2023-01-02', on: 'vóór 14-3-2023', method: 'ronde', round: 2 },
    title: 'Tweede feedbackronde over de visie',
    withWhom: 'Universiteitsbreed',
  },
  {
    ...about,
    ...{ date: '2023-01-03', on: 'vóór 14-3-2023', method: 'overleg', body: 'cvb' },
    title: 'Overleg over de visie met het College van Bestuur',
  },
  {
    ...about,
    ...{ date: '2023-01-04', on: 'vóór 14-3-2023', method: 'bespreking', body: 'ur' },
    title: 'Bespreking van de visie in de universiteitsraad',
  },
];
