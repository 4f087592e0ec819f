import type { TableLayoutInput } from '#app/report/table-layout.ts';
import { activityEur, fteCents, guidanceFte, programmeFte, themeFte, years } from './figures.ts';

/**
 * The budget tables that the Faculty of Medicine printed in its plan of 2019, as layouts. `published` is
 * what the plan prints, also where it does not add up.
 */
type Row = TableLayoutInput['rows'][number];

const words = (nl: string, en: string) => ({ nl, en });

const source =
  'Facultaire plannen kwaliteitsafspraken faculteit Geneeskunde UU 2019-2024, versie 1.0, 14-2-2019';
const base = { asOf: '2019-02-14', source, fund: 'all' };

const columns = (stage: 'budgeted' | 'allocated'): TableLayoutInput['columns'] =>
  years.map((year) => ({
    kind: 'figure',
    key: String(year),
    label: words(String(year), String(year)),
    stage,
    year,
  }));

const inFte = words('in fte · 1 fte = € 84K', 'in FTE · 1 FTE = € 84K');
const inEur = words('in euro’s', 'in euros');
const totalFte = words('Totaal FTE (1FTE=€84K)', 'Total FTE (1FTE=€84K)');

function rowsOf(lines: Row[], total: Pick<Row, 'label' | 'sameAs'>): Row[] {
  return [
    ...lines,
    { key: 'totaal', kind: 'total', ...total, value: { sum: lines.map((line) => line.key) } },
  ];
}

const line = (key: string, figures: object, label?: Row['label']): Row => ({
  key,
  kind: 'line',
  ...(label && { label }),
  value: { figures },
});

const theme1: TableLayoutInput = {
  ...base,
  unit: 'fte2',
  unitNote: inFte,
  about: words('Thema 1 per opleiding, in fte.', 'Theme 1 per programme, in FTE.'),
  columns: columns('budgeted'),
  rows: rowsOf(
    [
      line('gnk-summa', { node: 'U1', unit: 'gnk-summa' }, words('GNK/SUMMA', 'GNK/SUMMA')),
      line('kgw', { node: 'U1', unit: 'kgw' }, words('KGW', 'KGW')),
      line('bmw', { node: 'U1', unit: 'bmw' }, words('BMW', 'BMW')),
      line('bms', { node: 'U1', unit: 'bms' }, words('BMS', 'BMS')),
    ],
    { label: totalFte, sameAs: { table: 'integraal-fte', row: 'U1' } },
  ),
  published: { ...programmeFte, totaal: themeFte.U1! },
};

const theme2: TableLayoutInput = {
  ...base,
  unit: 'eur',
  unitNote: inEur,
  about: words('Thema 2 per activiteit, in euro’s.', 'Theme 2 per activity, in euros.'),
  columns: columns('budgeted'),
  rows: rowsOf(
    Object.keys(activityEur).map((measure) => line(measure, { measure })),
    { label: words('Totaal EUR', 'Total EUR'), sameAs: { table: 'integraal-eur', row: 'U2' } },
  ),
  published: { ...activityEur, totaal: [297_739, 297_739, 303_738, 379_015, 400_295, 452_096] },
};

const theme3: TableLayoutInput = {
  ...base,
  unit: 'fte1',
  unitNote: inFte,
  about: words('Thema 3 per activiteit, in fte.', 'Theme 3 per activity, in FTE.'),
  columns: columns('budgeted'),
  rows: rowsOf(
    Object.keys(guidanceFte).map((measure) => line(measure, { measure })),
    { label: totalFte, sameAs: { table: 'integraal-fte', row: 'U3' } },
  ),
  published: { ...guidanceFte, totaal: [1.8, 1.8, 1.8, 2.3, 2.4, 2.7] },
};

const themeNames: Record<string, Row['label']> = {
  U1: words('Kleinschalig Onderwijs', 'Small-scale teaching'),
  U2: words('Prof. Docenten', 'Prof. dev. of teachers'),
  U3: words('Begeleiding studenten', 'Student guidance'),
};
const themeRows = Object.entries(themeNames).map(([node, label]) => line(node, { node }, label));

/** The total row has no label in the document. */
const total = { label: words('Totaal', 'Total') };

const integralEur: TableLayoutInput = {
  ...base,
  unit: 'eur',
  unitNote: words(
    'in euro’s · jaarbedrag verdeeld in de verhouding 3:2:1',
    'in euros · yearly amount divided in the ratio 3:2:1',
  ),
  about: words(
    'De drie thema’s samen, in euro’s en in fte.',
    'The three themes together, in euros and in FTE.',
  ),
  columns: columns('allocated'),
  rows: rowsOf(themeRows, total),
  published: {
    U1: [446_609, 446_609, 455_606, 568_523, 600_442, 677_721],
    U2: [297_739, 297_739, 303_738, 379_015, 400_295, 451_814],
    U3: [148_870, 148_870, 151_869, 189_508, 200_147, 225_907],
    totaal: [893_217, 893_217, 911_213, 1_137_046, 1_200_884, 1_355_443],
  },
  beside: ['integraal-fte'],
};

const integralFte: TableLayoutInput = {
  ...base,
  unit: 'fte2',
  unitNote: inFte,
  about: words('De drie thema’s samen, in fte.', 'The three themes together, in FTE.'),
  columns: columns('allocated'),
  rows: rowsOf(themeRows, total),
  published: { ...themeFte, totaal: [10.6, 10.6, 10.81, 13.49, 14.26, 16.08] },
  rate: { table: 'integraal-eur', cents: fteCents, printedTo: 100_000 },
};

const table = (code: string, titleNl: string, titleEn: string, layout: TableLayoutInput) => ({
  code,
  titleNl,
  titleEn,
  layout,
});

export const tables = [
  table(
    'thema-1-fte',
    'Begroting Thema 1 – Kleinschalig onderwijs in FTE',
    'Budget Theme 1 – Small-scale teaching in FTE',
    theme1,
  ),
  table(
    'thema-2-eur',
    'Begroting Thema 2 – Docentprofessionalisering in EUR',
    'Budget Theme 2 – Professional development of teachers in EUR',
    theme2,
  ),
  table(
    'thema-3-fte',
    'Begroting Thema 3 – Begeleiding studenten in FTE',
    'Budget Theme 3 – Student guidance in FTE',
    theme3,
  ),
  table('integraal-eur', 'Begroting integraal (EUR)', 'Integral budget (EUR)', integralEur),
  table('integraal-fte', 'Begroting integraal (FTE)', 'Integral budget (FTE)', integralFte),
];
