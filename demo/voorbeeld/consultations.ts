import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { root } from './organisation.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Consultation = NonNullable<Scheme['consultations']>[number];

export const consultationMethods: Scheme['consultationMethods'] = [
  { code: 'formeel', nameNl: 'Formeel overleg', nameEn: 'Formal meeting' },
  { code: 'informeel', nameNl: 'Informeel gesprek', nameEn: 'Informal talk' },
  { code: 'informatie', nameNl: 'Informatiesessie', nameEn: 'Information session' },
  { code: 'panel', nameNl: 'Panelgesprek', nameEn: 'Panel talk', individuals: true },
  { code: 'enquete', nameNl: 'Enquête', nameEn: 'Survey', individuals: true },
  { code: 'ander', nameNl: 'Ander overleg', nameEn: 'Other forum' },
];

const source = 'fictief';
const theme = (node: string) => ({ framework: 'themas', node });

export const consultations: Consultation[] = [
  {
    date: '2024-02-13',
    title: 'Enquête over begeleiding in het eerste jaar',
    method: 'enquete',
    unit: 'recht',
    document: 'plan-recht',
    withWhom: 'Eerstejaars en hun docenten',
    aim: 'Weten wat studenten in de eerste weken missen, voor de herijking van 2024.',
    invited: 1480,
    answered: 412,
    parts: [
      { name: 'studenten', heads: 371 },
      { name: 'docenten', heads: 41 },
    ],
    caveat: 'Van notarieel recht antwoordde minder dan één op de tien.',
    outcome: 'Begeleiding in het tweede jaar en kleinere werkgroepen kwamen het vaakst terug.',
    topics: [
      {
        text: 'Na het eerste jaar valt de begeleiding weg',
        nodes: [theme('T3')],
        measures: [{ document: 'plan-recht', measure: 'mentoraat' }],
      },
      { text: 'In grote werkgroepen durven studenten niets te vragen', nodes: [theme('T1')] },
    ],
    source,
  },
  {
    date: '2024-03-21',
    title: 'Gesprek over de herijking',
    method: 'informeel',
    unit: 'recht',
    body: 'fr-recht',
    document: 'plan-recht',
    withWhom: 'Faculteitsraad Recht',
    aim: 'Horen wat de raad van de tussenstand vindt, vóór het plan wordt geschreven.',
    outcome: 'De raad wil het honourstraject alleen laten stoppen als de ruimte naar werkgroepen gaat.',
    source,
  },
  {
    date: '2025-11-18',
    title: 'Panel over practica',
    method: 'panel',
    unit: 'beta',
    withWhom: 'Studenten uit het tweede jaar',
    aim: 'Wat werkt in de vernieuwde practica, en wat niet.',
    invited: 12,
    present: 9,
    answered: 9,
    parts: [
      { name: 'wiskunde en informatica', heads: 6 },
      { name: 'biologie', heads: 3 },
    ],
    caveat: 'Natuurkunde ontbrak door een tentamen.',
    outcome: 'Peerfeedback helpt, mits de docent er ook nog naar kijkt.',
    topics: [{ text: 'Feedback van medestudenten telt pas als de docent meeleest', nodes: [theme('T1')] }],
    source,
  },
  {
    date: '2026-02-10',
    title: 'Informatiesessie over de kwaliteitsafspraken',
    method: 'informatie',
    unit: root,
    body: 'ur',
    withWhom: 'Nieuwe leden van de universiteitsraad en de faculteitsraden',
    aim: 'Rechten, geldstromen en wat er dit jaar te beslissen valt.',
    invited: 34,
    present: 27,
    outcome: 'Leden vroegen om een overzicht van alle toezeggingen.',
    source,
  },
  {
    date: '2026-05-21',
    title: 'Besteding en doelen 2025',
    method: 'formeel',
    unit: root,
    body: 'ur',
    document: 'voortgangsverslag-2025',
    withWhom: 'Universiteitsraad en College van Bestuur',
    aim: 'Jaarlijkse bespreking: uitgaven, bereikte doelen en het komende jaar.',
    invited: 18,
    present: 16,
    outcome: 'De verhouding tussen de thema’s blijft; cijfers over begeleiding komen per opleiding.',
    topics: [{ text: 'Laat per opleiding zien wat begeleiding oplevert', nodes: [theme('T3')] }],
    source,
  },
];
