import type { InstitutionInput } from '#app/exchange/institution-file.ts';

export const plan = 'Projectplan totstandkoming kwaliteitsafspraken (2018)';
const sector = 'Strategische Agenda Hoger Onderwijs 2015 en Gemeenschappelijke Agenda 2016';

type Theme = {
  code: string;
  name: [nl: string, en: string];
  /** how the main text calls it in short */
  short?: string;
  /** what the list in the main text and the annex put under it, in our own words */
  topics: [nl: string, en: string][];
};

/** In the order of the main text; the annex has T1, T3, T5, T2, T6, T4. */
const themes: Theme[] = [
  {
    code: 'T1',
    name: ['Intensiever en kleinschalig onderwijs', 'Intensive small-scale teaching'],
    short: 'onderwijsintensiteit',
    topics: [
      ['Contact tussen student en docent', 'Contact between student and teacher'],
      ['Kleinere onderwijsgroepen', 'Smaller groups'],
      ['Vorming van een gemeenschap', 'Building a community'],
    ],
  },
  {
    code: 'T5',
    name: ['Studiesucces', 'Study success'],
    topics: [
      ['Doorstroom', 'Progression'],
      ['Toegankelijkheid', 'Accessibility'],
      ['Gelijke kansen', 'Equal chances'],
    ],
  },
  {
    code: 'T2',
    name: ['Onderwijsdifferentiatie', 'Educational differentiation'],
    topics: [
      ['Ontwikkeling van talent', 'Development of talent'],
      ['Relevant onderwijs', 'Relevant teaching'],
    ],
  },
  {
    code: 'T4',
    name: ['Verdere professionalisering van docenten', 'Professional development of teachers'],
    short: 'docentkwaliteit',
    topics: [
      ['Waardering van docenten', 'Appreciation of teachers'],
      ['Blijvende professionalisering', 'Continuous professional development'],
      ['Onderwijsmateriaal delen', 'Sharing teaching material'],
    ],
  },
  {
    code: 'T3',
    name: ['Meer en betere begeleiding van studenten', 'More and better student guidance'],
    topics: [
      ['Leren studeren', 'Learning to study'],
      ['Begeleiding vooraf en blijvend', 'Guidance beforehand and lasting'],
    ],
  },
  {
    code: 'T6',
    name: ['Passende en goede onderwijsfaciliteiten', 'Suitable and good facilities'],
    topics: [
      ['Fysieke en digitale middelen samen', 'Physical and digital means together'],
      ['Klaar voor de toekomst', 'Ready for the future'],
    ],
  },
];

const node = (code: string, [nameNl, nameEn]: [string, string], texts: [string, string] = ['', '']) => ({
  ...{ code, nameNl, nameEn },
  ...{ textNl: texts[0], textEn: texts[1] },
});

export const frameworks: InstitutionInput['frameworks'] = [
  {
    code: 'themas',
    nameNl: "Thema's voor onderwijskwaliteit",
    nameEn: 'Themes of educational quality',
    source: `${sector}; volgorde van de hoofdtekst van het projectplan (bijlage 1: T1, T3, T5, T2, T6, T4)`,
    nodes: themes.map(({ code, name: [nameNl, nameEn], short }) => ({
      ...{ code, nameNl, nameEn },
      aliases: short ? [{ name: short, context: plan }] : [],
    })),
  },
  {
    code: 'onderwerpen',
    nameNl: "Onderwerpen onder de thema's",
    nameEn: 'Topics under the themes',
    source: `${plan}, hoofdtekst en bijlage 1`,
    nodes: themes.flatMap((theme) =>
      theme.topics.map((topic, i) => ({
        ...node(`${theme.code}.${i + 1}`, topic),
        links: [{ framework: 'themas', node: theme.code }],
      })),
    ),
  },
  {
    code: 'uitgangspunten',
    nameNl: 'Bestuurlijke uitgangspunten van het project',
    nameEn: 'Principles of the project',
    source: plan,
    nodes: [
      node(
        'a',
        ['PDCA in lagen: opleiding, faculteit, instelling', 'Layered PDCA: programme, faculty, institution'],
        [
          'De kwaliteitszorg op drie niveaus levert de afspraken op.',
          'Quality assurance on three levels yields the agreements.',
        ],
      ),
      node(
        'b',
        ['De student is partner', 'The student is a partner'],
        ['Studenten hebben invloed op de afspraken.', 'Students have influence on the agreements.'],
      ),
    ],
  },
  {
    code: 'criteria',
    nameNl: 'Criteria van de beoordeling',
    nameEn: 'Criteria of the assessment',
    source: `${plan}; sectorakkoord`,
    nodes: [
      node('1', [
        'Beredeneerde bijdrage aan beter onderwijs, passend bij context, historie en visie',
        'Reasoned contribution to better teaching, fitting context, history and vision',
      ]),
      node('2', [
        'Belanghebbenden voldoende betrokken, voldoende draagvlak binnen en buiten',
        'Parties sufficiently involved, enough support within and outside',
      ]),
      node('3', [
        'Realistisch gezien instrumenten, middelen, organisatie en processen',
        'Realistic given instruments, means, organisation and processes',
      ]),
    ],
  },
  {
    code: 'toetsmomenten',
    nameNl: 'Toetsmomenten',
    nameEn: 'Assessment moments',
    source: plan,
    nodes: [
      node(
        '1',
        ['Toets van plannen en totstandkoming', 'Assessment of the plans and how they came about'],
        ['Tegelijk met de Instellingstoets Kwaliteitszorg.', 'Together with the institutional audit.'],
      ),
      node(
        '2',
        ['Tussenbalans, najaar 2022', 'Interim assessment, autumn 2022'],
        ['Over de realisatie tot en met 2021.', 'On what was realised up to and including 2021.'],
      ),
      node(
        '3',
        ['Eindoordeel', 'Final judgement'],
        ['Met de volgende ronde ITK, over eind 2024.', 'With the next audit round, on the end of 2024.'],
      ),
    ],
  },
];
