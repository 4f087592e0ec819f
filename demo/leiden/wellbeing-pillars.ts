import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Pair = [nl: string, en: string];
type Pillar = {
  code: string;
  name: Pair;
  /** as the money table calls it */
  short: string;
  goals: Pair[];
  actions: string[];
};

/** The five pillars with their goals, in our words, and their actions as the plan lists them. */
export const pillars: Pillar[] = [
  {
    code: 'P1',
    name: ['Awareness begint in de leeromgeving', 'Awareness begins in the learning environment'],
    short: 'Awareness',
    goals: [
      [
        'Welzijn hoort bij persoonlijke en professionele ontwikkeling',
        'Well-being is part of personal and professional development',
      ],
      [
        'Studenten weten wat zij mogen verwachten en wat van hen wordt verwacht',
        'Students know what they may expect and what is expected of them',
      ],
      [
        'Studenten zijn gemotiveerd om aan hun ontwikkeling te werken',
        'Students are motivated to work on their development',
      ],
      [
        'Studenten zijn geïnformeerd bij de start en op sleutelmomenten',
        'Students are informed at the start and at key moments',
      ],
    ],
    actions: [
      'Welzijnsbevorderende activiteiten',
      'Doorlopende communicatie naar studenten',
      'Inbedding van studentenwelzijn in de leeromgeving',
      'Project herijking mentoraat en tutoraat',
      'Continu betrekken van studenten',
    ],
  },
  {
    code: 'P2',
    name: [
      'Preventie en vroegsignalering in een cultuur waarin studentenwelzijn bespreekbaar is',
      'Prevention and early signals in a culture where student well-being can be discussed',
    ],
    short: 'Preventie en vroegsignalering',
    goals: [
      [
        'Mentale gezondheid is bespreekbaar; hulp vragen is geen taboe',
        'Mental health can be talked about; asking for help is no taboo',
      ],
      [
        'Onderwijs en voorzieningen zijn gericht op preventie en vroege signalen',
        'Teaching and services aim at prevention and early signals',
      ],
      [
        'Voorzieningen zijn laagdrempelig, vindbaar en op tijd beschikbaar',
        'Services are easy to reach, easy to find and available in time',
      ],
      ['Begeleiders herkennen, bespreken en verwijzen', 'Advisers recognise, discuss and refer'],
      [
        'Nieuwe initiatieven met studenten en externe partners',
        'New initiatives with students and external partners',
      ],
    ],
    actions: [
      'Beleid gericht op suïcidepreventie en -postventie',
      'Preventieplan (seksueel) ongewenst gedrag',
      'Preventieplan alcohol- en middelengebruik',
      'Fysiek welzijn verbeteren',
      'Mind-Health Check van Caring Universities',
    ],
  },
  {
    code: 'P3',
    name: [
      'De universiteit en haar faculteiten verzorgen een adequaat ondersteuningsaanbod voor studenten',
      'The university and its faculties offer students adequate support',
    ],
    short: 'Hulpaanbod en Psycho-sociale interventies',
    goals: [
      [
        'Een vindbaar en toegankelijk (trainings)aanbod',
        'Support and training that can be found and reached',
      ],
      [
        'Studentenpsychologen als vangnet voor kortdurende begeleiding',
        'Student psychologists as a safety net for short guidance',
      ],
      [
        'Duidelijk is welke hulp de universiteit biedt en wanneer wordt verwezen',
        'It is clear which help the university gives and when it refers',
      ],
      [
        'Contacten met gemeenten, huisartsen en geestelijke gezondheidszorg',
        'Contacts with municipalities, general practitioners and mental health care',
      ],
    ],
    actions: [
      'Psychosociale ondersteuning voor alle studenten',
      'Verbinding POPcorners en Meeting Point',
      'E-health',
      'Hulp bij financiële stress',
    ],
  },
  {
    code: 'P4',
    name: [
      'Deskundigheidsbevordering van studentenbegeleiders voor een optimale studentenbegeleidingsketen',
      'Expertise of student advisers for an optimal chain of guidance',
    ],
    short: 'Deskundigheidsbevordering',
    goals: [
      ['Begeleiders vormen één keten en werken goed samen', 'Advisers form one chain and work well together'],
      [
        'Rollen en verantwoordelijkheden zijn beschreven en bekend',
        'Roles and responsibilities are described and known',
      ],
      ['Begeleiders kunnen kennis en vaardigheden opdoen', 'Advisers can gain knowledge and skills'],
      ['Begeleiders hebben tijd en middelen', 'Advisers have time and means'],
    ],
    actions: [
      'Het beschrijven van rollen en verantwoordelijkheden studentenbegeleiders',
      'Deskundigheidsbevordering docenten',
      'Deskundigheidsbevordering studentenbegeleiders',
      'Deskundigheidsbevordering studentenorganisaties',
      'Deskundigheidsbevordering mentoren en tutoren',
      'Jaarlijkse organisatie van een medewerkerssymposium studentenwelzijn',
    ],
  },
  {
    code: 'P5',
    name: [
      'Welzijn van studenten bevorderen door binding en veilig studieklimaat',
      'Student well-being through connection and a safe study climate',
    ],
    short: 'Binding en veilig studieklimaat',
    goals: [
      ['Een veilige studieomgeving', 'A safe study environment'],
      [
        'Verbindend onderwijs, een evenwichtige studielast, zicht op stressoren',
        'Connecting teaching, a balanced load, stressors mapped',
      ],
      [
        'Studenten hebben contact met elkaar en de universiteit, met extra aandacht voor Den Haag',
        'Students are in contact with each other and the university, with extra attention for The Hague',
      ],
      ['Academische binding tussen docent en student', 'An academic bond between teacher and student'],
      [
        'Studenten zijn verbonden met organisaties en met elkaar (peer support)',
        'Students are connected with organisations and with peers',
      ],
    ],
    actions: [
      'Onderzoek stressoren',
      'Prikkelarme studiezalen',
      'Ruimtes voor ontmoeting en rust',
      'Peer support',
      'Community building',
      'Aansluiting bij het diversiteits- en inclusiviteitsbeleid',
      'Campagne sociale veiligheid in de leeromgeving',
    ],
  },
];

const source = 'Gezamenlijk plan van aanpak studentenwelzijn 2024-2027';

export const pillarFrameworks: NonNullable<InstitutionInput['frameworks']> = [
  {
    code: 'welzijnspijlers',
    nameNl: 'Pijlers studentenwelzijn',
    nameEn: 'Pillars of student well-being',
    source,
    nodes: pillars.map(({ code, name: [nameNl, nameEn], short }) => ({
      ...{ code, nameNl, nameEn },
      aliases: [{ name: short, context: `${source}, hoofdstuk 3` }],
    })),
  },
  {
    code: 'welzijnsdoelen',
    nameNl: 'Doelstellingen studentenwelzijn',
    nameEn: 'Goals of student well-being',
    source,
    nodes: pillars.flatMap(({ code, goals }) =>
      goals.map(([nameNl, nameEn], i) => ({
        code: `${code}.${i + 1}`,
        nameNl,
        nameEn,
        links: [{ framework: 'welzijnspijlers', node: code }],
      })),
    ),
  },
];
