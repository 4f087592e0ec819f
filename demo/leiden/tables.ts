import type { TableLayoutInput } from '#app/report/table-layout.ts';

/**
 * The tables that Universiteit Leiden printed in the supplement of 2021, as layouts: appendix 1 (spending
 * per theme, and the comparison of shares) and appendix 3 (joint initiatives). `published` is what the
 * document prints, also where it does not add up.
 */
type Column = TableLayoutInput['columns'][number];
type Row = TableLayoutInput['rows'][number];

const adopted = '2021-07-01';
const adopted2018 = '2018-12-31';
const words = (nl: string, en: string) => ({ nl, en });

const fixed = words('Reeds vastgesteld', 'Already adopted');
const added = words('Aanvullend bestedingsplan 2022-2024', 'Supplementary spending plan 2022-2024');
const budgeted = words('begroot', 'budgeted');
const realised = words('gerealiseerd', 'realised');

function amount(letter: 'B' | 'R', year: number, group: Column['groups']): Column {
  return {
    kind: 'figure',
    key: `${letter}${year}`,
    label: words(`${letter} ${year}`, `${letter} ${year}`),
    description: letter === 'B' ? budgeted : realised,
    groups: group!,
    ...(letter === 'R' && { quiet: true }),
    stage: letter === 'B' ? 'budgeted' : 'realised',
    year,
    ...(letter === 'B' && year < 2022 && { asOf: adopted2018 }),
  };
}

function share(year: number, groups: NonNullable<Column['groups']>, label: Column['label']): Column {
  return {
    kind: 'share',
    key: `P${year}`,
    label,
    groups,
    stage: 'budgeted',
    year,
    ...(year < 2022 && { asOf: adopted2018 }),
    of: 'totaal',
  };
}

const themes = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'];

const themeRows: Row[] = themes.map((node, i) => ({
  key: node,
  kind: 'line',
  prefix: `${i + 1}. `,
  value: { figures: { node } },
}));

const source = 'Aanvulling op het Bestedingsplan Kwaliteitsafspraken 2022-2024 (2021)';

const openText = words(
  'Nog te alloceren: de plannen volgen de bedragen uit de kadernota. De rijksbijdrage valt hoger uit en wordt pas na het jaar definitief; en boven de vaste 500 euro per EER-student lopen de middelen in 2023 en 2024 nog op. Over beide wordt later besloten.',
  'Still to be allocated: the plans follow the amounts of the budget framework. The government grant turns out higher and is final only after the year; and above the fixed EUR 500 per EEA student the funds still grow in 2023 and 2024. Both are decided later.',
);

const appendix1: TableLayoutInput = {
  unit: 'keur',
  unitNote: words(
    'in duizenden euro’s (K€) · B begroot, R gerealiseerd · % aandeel in de totale lasten',
    'in thousands of euros (K€) · B budgeted, R realised · % share of total costs',
  ),
  about: words(
    'Baten, lasten per thema, nog te alloceren en resultaat, begroot en gerealiseerd, met het aandeel van elk thema.',
    'Revenue, costs per theme, still to be allocated and result, budgeted and realised, with the share of each theme.',
  ),
  source: `${source}, bijlage 1`,
  asOf: adopted,
  context: 'Aanvulling 2021, bijlage 1',
  columns: [
    amount('B', 2019, [fixed]),
    amount('R', 2019, [fixed]),
    amount('B', 2020, [fixed]),
    amount('R', 2020, [fixed]),
    amount('B', 2021, [fixed]),
    ...[2022, 2023, 2024].map((year) => amount('B', year, [added])),
    ...[2021, 2022, 2023, 2024].map((year) =>
      share(year, [words('Aandeel', 'Share')], words(`% ${year}`, `% ${year}`)),
    ),
  ],
  rows: [
    {
      key: 'baten',
      kind: 'plain',
      label: words('Baten conform rijksbijdrage', 'Revenue by government grant'),
      value: { figures: { stage: 'granted' } },
    },
    ...themeRows,
    { key: 'totaal', kind: 'total', label: words('Totaal lasten', 'Total costs'), value: { sum: themes } },
    {
      key: 'open',
      kind: 'plain',
      label: words('Nog te alloceren', 'Still to be allocated'),
      value: { difference: [{ stage: 'granted' }, { stage: 'allocated' }] },
      notes: ['*'],
      blankNil: true,
    },
    {
      key: 'resultaat',
      kind: 'result',
      label: words('Resultaat', 'Result'),
      value: {
        terms: [
          { row: 'baten', sign: 1 },
          { row: 'totaal', sign: -1 },
          { row: 'open', sign: -1 },
        ],
      },
    },
    {
      key: 'kadernota',
      kind: 'plain',
      label: words(
        'Baten conform kadernota, middelen kwaliteitsafspraken (ex ante)',
        'Revenue by budget framework, funds for quality agreements (ex ante)',
      ),
      value: { figures: { stage: 'expected' } },
    },
  ],
  footnotes: [{ mark: '*', text: openText }],
  published: {
    baten: [6981, 6416, 7729, 7877, 13333, 17259, 18223, 20568, null, null, null, null],
    T1: [2436, 2464, 2824, 3025, 5564, 8041, 8084, 8233, 40, 48, 48, 47],
    T2: [2660, 2543, 2544, 2259, 2591, 3023, 2847, 2683, 19, 18, 18, 16],
    T3: [399, 394, 764, 986, 2418, 1683, 2217, 2415, 18, 10, 10, 13],
    T4: [1104, 949, 827, 887, 1419, 2737, 2887, 2920, 10, 16, 16, 17],
    T5: [458, 346, 752, 837, 1590, 1306, 1303, 1191, 12, 8, 8, 8],
    T6: [0, 0, 0, 0, 162, 0, 0, 0, 1, 0, 0, 0],
    totaal: [7056, 6696, 7711, 7993, 13744, 16790, 17339, 17443, 100, 100, 100, 100],
    open: [null, null, null, null, null, 629, 975, 3210, null, null, null, null],
    resultaat: [-75, -280, 18, -116, -411, -159, -91, -84, null, null, null, null],
    kadernota: [6981, 6981, 7729, 7729, 13333, 16628, 17557, 19817, null, null, null, null],
  },
  beside: ['bijlage-1-vergelijking'],
};

/** Shares of the plan of 2018; its amounts were not printed. Those of theme 1 in 2022 are read as 42. */
const original: Record<string, number[]> = {
  T1: [41, 42, 42, 43],
  T2: [24, 25, 25, 24],
  T3: [11, 10, 10, 10],
  T4: [14, 13, 13, 13],
  T5: [10, 9, 9, 9],
  T6: [0, 0, 0, 0],
};
const planYears = [2021, 2022, 2023, 2024];
const plan2018 = words('Origineel Bestedingsplan 2018', 'Original spending plan 2018');
const plan2021 = words('Aanvullend Bestedingsplan 2021', 'Supplementary spending plan 2021');

const comparison: TableLayoutInput = {
  unit: 'keur',
  unitNote: words(
    'in procenten van de totale lasten van elk jaar',
    'in per cent of the total costs of each year',
  ),
  about: words(
    'Het aandeel van elk thema in het plan van 2018 naast dat in de aanvulling van 2021.',
    'The share of each theme in the plan of 2018 beside that in the supplement of 2021.',
  ),
  source: `${source}, bijlage 1`,
  asOf: adopted,
  context: 'Aanvulling 2021, bijlage 1',
  columns: [
    ...planYears.map(
      (year, i): Column => ({
        kind: 'given',
        key: `O${year}`,
        label: words(String(year), String(year)),
        groups: [plan2018],
        shares: Object.fromEntries(themes.map((theme) => [theme, original[theme]![i]!])),
      }),
    ),
    ...planYears.map((year) => share(year, [plan2021], words(String(year), String(year)))),
  ],
  rows: [
    ...themeRows,
    {
      key: 'totaal',
      kind: 'total',
      label: words('Totaal lasten', 'Total costs'),
      value: { sum: themes },
      hidden: true,
    },
  ],
  footnotes: [
    {
      mark: '*',
      text: words(
        'In de gebruikte tekst staat 2%; gelezen als 42%, zoals in 2023 en 2024. Bedragen van het plan van 2018 zijn niet gedrukt.',
        'The text that was used says 2%; read as 42%, as in 2023 and 2024. Amounts of the plan of 2018 were not printed.',
      ),
    },
  ],
  cellNotes: [{ row: 'T1', column: 'O2022', mark: '*' }],
  published: Object.fromEntries(
    themes.map((theme) => [theme, [...original[theme]!, ...appendix1.published![theme]!.slice(8)]]),
  ),
  wholeOf: themes,
};

const jointYears = [2022, 2023, 2024];

function component(key: string, measure: string, name: string, label: Row['label']): Row {
  return { key, kind: 'line', indent: 2, label, value: { figures: { measure, component: name } } };
}

const lost = ['lost', 'lost', 'lost'] as const;

const appendix3: TableLayoutInput = {
  unit: 'keur',
  unitNote: words('bedragen in k€', 'amounts in k€'),
  about: words(
    'De gemeenschappelijke initiatieven per thema, initiatief en onderdeel, met subtotalen.',
    'The joint initiatives per theme, initiative and component, with subtotals.',
  ),
  source: `${source}, bijlage 3`,
  asOf: adopted,
  fund: 'all',
  columns: jointYears.map((year) => ({
    kind: 'figure',
    key: `B${year}`,
    label: words(String(year), String(year)),
    stage: 'budgeted',
    year,
  })),
  rows: [
    { key: 'g3', kind: 'group', label: words('3. Studiebegeleiding', '3. Student guidance') },
    { key: 'sw', kind: 'group', indent: 1, label: words('Studentenwelzijn', 'Student wellbeing') },
    {
      ...component(
        'officers',
        'studentenwelzijn',
        'Wellbeing officers',
        words('Wellbeing officers', 'Wellbeing officers'),
      ),
      notes: ['†'],
    },
    component(
      'coordinatie',
      'studentenwelzijn',
      'Coördinatie en versterking netwerk',
      words('Coördinatie en versterking netwerk', 'Coordination and a stronger network'),
    ),
    component(
      'mentoraat',
      'studentenwelzijn',
      'Mentoraat/ontwikkelen trainingsaanbod',
      words('Mentoraat/ ontwikkelen trainingsaanbod', 'Mentoring/ developing training courses'),
    ),
    {
      key: 'begeleiding',
      kind: 'total',
      label: words('Totaal studiebegeleiding', 'Total student guidance'),
      value: { sum: ['officers', 'coordinatie', 'mentoraat'] },
    },
    { key: 'g4', kind: 'group', label: words('4. Docentontwikkeling', '4. Development of teachers') },
    { key: 'tsd', kind: 'group', indent: 1, label: words('Teacher support desk', 'Teacher support desk') },
    component(
      'support',
      'teacher-support-desk',
      'Duurzame ondersteuning via facultaire support desk',
      words(
        'Bieden van duurzame support via faculty support desk',
        'Lasting support by faculty support desks',
      ),
    ),
    component(
      'practices',
      'teacher-support-desk',
      'Verzamelen en beschikbaar maken best practices',
      words('Verzamelen en beschikbaar maken best practices', 'Collecting and sharing best practices'),
    ),
    component(
      'netwerk',
      'teacher-support-desk',
      'Doorontwikkelen universitair ondersteuningsnetwerk',
      words(
        'Doorontwikkelen universitair ondersteuningsnetwerk',
        'Developing the university support network',
      ),
    ),
    component(
      'innovatie',
      'teacher-support-desk',
      'Ondersteunen van onderwijsinnovatie',
      words('Ondersteunen van onderwijsinnovatie', 'Supporting innovation of teaching'),
    ),
    {
      key: 'subtotaal-tsd',
      kind: 'subtotal',
      indent: 1,
      label: words('Subtotaal TSD', 'Subtotal TSD'),
      value: { sum: ['support', 'practices', 'netwerk', 'innovatie'] },
    },
    { key: 'do', kind: 'group', indent: 1, label: words('Docentontwikkeling', 'Development of teachers') },
    component(
      'aanbod',
      'docentontwikkeling',
      'Facultair aanbod en netwerk docentontwikkeling',
      words(
        'Ontwikkeling en ondersteuning facultair aanbod en netwerk docentontwikkeling',
        'Developing and supporting faculty courses and the network',
      ),
    ),
    component(
      'cursussen',
      'docentontwikkeling',
      'Ontwikkeling cursusaanbod',
      words('Ontwikkeling cursusaanbod', 'Developing courses'),
    ),
    component(
      'begeleidingskosten',
      'docentontwikkeling',
      'Begeleidingskosten',
      words('Begeleidingskosten', 'Coaching costs'),
    ),
    {
      key: 'subtotaal-do',
      kind: 'subtotal',
      indent: 1,
      label: words('Subtotaal DO', 'Subtotal DO'),
      value: { sum: ['aanbod', 'cursussen', 'begeleidingskosten'] },
    },
    {
      key: 'docentontwikkeling',
      kind: 'total',
      label: words('Totaal docentontwikkeling', 'Total development of teachers'),
      value: { sum: ['subtotaal-tsd', 'subtotaal-do'] },
    },
  ],
  footnotes: [
    {
      mark: '*',
      text: words(
        'In 2022 betaald uit de NPO-middelen; in 2023 en 2024 uit de kwaliteitsmiddelen. Over de precieze inzet wordt in de zomer van 2022 beslist, op grond van de ervaringen.',
        'Paid from the NPO funds in 2022 and from the quality funds in 2023 and 2024. How exactly is decided in the summer of 2022, on the experience gained.',
      ),
    },
    {
      mark: '†',
      text: words(
        'De jaarbedragen van deze regel zijn in de gebruikte tekst niet leesbaar; die van 2023 en 2024 volgen uit het totaal en de twee andere regels.',
        'The yearly amounts of this line cannot be read in the text that was used; those of 2023 and 2024 follow from the total and the two other lines.',
      ),
    },
  ],
  cellNotes: [{ row: 'begeleiding', column: 'B2022', mark: '*' }],
  published: {
    officers: [...lost],
    coordinatie: [88, 89, 89],
    mentoraat: [63, 64, 64],
    begeleiding: ['pm', 422, 429],
    support: [375, 435, 480],
    practices: [54, 72, 74],
    netwerk: [54, 145, 74],
    innovatie: [54, 72, 111],
    'subtotaal-tsd': [536, 725, 739],
    aanbod: [306, 312, 318],
    cursussen: [20, null, null],
    begeleidingskosten: [37, 37, 37],
    'subtotaal-do': [363, 349, 355],
    docentontwikkeling: [898, 1074, 1094],
  },
};

export const tables = [
  {
    code: 'bijlage-1',
    titleNl: 'Bijlage 1: Bestedingen per thema',
    titleEn: 'Appendix 1: Spending per theme',
    layout: appendix1,
  },
  {
    code: 'bijlage-1-vergelijking',
    titleNl: 'Bijlage 1: Vergelijking 2018-2021, percentuele bestedingen',
    titleEn: 'Appendix 1: Comparison 2018-2021, spending in per cent',
    layout: comparison,
  },
  {
    code: 'bijlage-3',
    titleNl: 'Bijlage 3: Bestedingen gemeenschappelijke initiatieven',
    titleEn: 'Appendix 3: Spending on joint initiatives',
    layout: appendix3,
  },
];
