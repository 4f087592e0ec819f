import type { TableLayoutInput } from '#app/report/table-layout.ts';
import { root } from './organisation.ts';
import { allYears } from './scheme.ts';

/** Two tables as the annual report of Universiteit Voorbeeld prints them; years that are over have an R. */
type Column = TableLayoutInput['columns'][number];

const words = (nl: string, en: string) => ({ nl, en });
const lastRealised = 2025;

function column(letter: 'B' | 'R', year: number): Column {
  const [stage, nl] =
    letter === 'B' ? (['budgeted', 'begroot'] as const) : (['realised', 'gerealiseerd'] as const);
  return {
    kind: 'figure',
    key: `${letter}${year}`,
    label: words(letter, letter),
    description: words(nl, stage),
    groups: [words(String(year), String(year))],
    ...(letter === 'R' && { quiet: true }),
    stage,
    year,
  };
}

const columns = allYears.flatMap((year) =>
  year > lastRealised ? [column('B', year)] : [column('B', year), column('R', year)],
);

const perTheme: TableLayoutInput = {
  unit: 'keur',
  unitNote: words(
    'in duizenden euro’s · B begroot, R gerealiseerd',
    'in thousands of euros · B budgeted, R realised',
  ),
  about: words(
    'Wat per thema is begroot en uitgegeven, naast wat is toegekend.',
    'What was budgeted and spent per theme, beside what was granted.',
  ),
  columns,
  rows: [
    {
      key: 'baten',
      kind: 'plain',
      label: words('Baten, rijksbijdrage', 'Revenue, government grant'),
      value: { figures: { stage: 'granted' } },
    },
    { key: 'themas', kind: 'line', value: { each: 'node' } },
    {
      key: 'totaal',
      kind: 'total',
      label: words('Totaal lasten', 'Total costs'),
      value: { sum: ['themas'] },
    },
    {
      key: 'open',
      kind: 'plain',
      label: words('Nog te alloceren', 'Still to be allocated'),
      value: { difference: [{ stage: 'granted' }, { stage: 'allocated', carried: false }] },
      notes: ['‡'],
    },
    {
      key: 'overgeheveld',
      kind: 'plain',
      label: words('Overgeheveld van of naar andere jaren', 'Carried over from or to other years'),
      value: { figures: { stage: 'allocated', carried: true } },
    },
    {
      key: 'resultaat',
      kind: 'result',
      label: words('Resultaat', 'Result'),
      value: {
        terms: [
          { row: 'baten', sign: 1 },
          { row: 'overgeheveld', sign: 1 },
          { row: 'totaal', sign: -1 },
          { row: 'open', sign: -1 },
        ],
      },
    },
    { key: 'buiten', kind: 'group', label: words('Buiten het totaal', 'Outside the total') },
    {
      key: 'memo',
      kind: 'plain',
      indent: 1,
      value: { each: 'component', figures: { memo: true } },
      notes: ['†'],
    },
  ],
  footnotes: [
    {
      mark: '‡',
      text: words(
        'Verschil tussen de toekenning en wat is verdeeld; bij de volgende kadernota wordt erover beslist.',
        'Difference between the grant and what was allocated; the next budget framework decides on it.',
      ),
    },
    {
      mark: '†',
      text: words(
        'Memo: betaald uit andere middelen en in geen totaal meegeteld.',
        'Memo: paid from other funds and counted in no total.',
      ),
    },
  ],
};

const joint: TableLayoutInput = {
  unit: 'keur',
  unitNote: perTheme.unitNote!,
  about: words(
    'De maatregelen die de instelling voor alle faculteiten samen betaalt.',
    'The measures that the institution pays for all faculties together.',
  ),
  columns,
  rows: [
    { key: 'maatregelen', kind: 'line', value: { each: 'measure', figures: { unit: root, alone: true } } },
    { key: 'totaal', kind: 'total', label: words('Totaal', 'Total'), value: { sum: ['maatregelen'] } },
  ],
};

export const tables = [
  {
    code: 'bestedingen-per-thema',
    titleNl: 'Bestedingen per thema',
    titleEn: 'Spending per theme',
    layout: perTheme,
  },
  {
    code: 'gezamenlijke-initiatieven',
    titleNl: 'Gezamenlijke initiatieven',
    titleEn: 'Joint initiatives',
    layout: joint,
  },
];
