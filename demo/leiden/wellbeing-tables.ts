import type { TableLayoutInput } from '#app/report/table-layout.ts';
import { costs, officers, present, proposed, tableYears } from './wellbeing-figures.ts';
import { pillars } from './wellbeing-pillars.ts';

type Row = TableLayoutInput['rows'][number];
const words = (nl: string, en: string) => ({ nl, en });

/** One row of the table: of these ledger lines. */
function line(
  key: string,
  label: Row['label'],
  figures: NonNullable<TableLayoutInput['rows'][number]['value']>,
): Row {
  return { key, kind: 'line', label, value: figures };
}

const of = (stage: 'granted' | 'expected', fund: string): NonNullable<Row['value']> => ({
  figures: { stage, fund },
});

const printed = (years: Record<number, number>) => tableYears.map((year) => years[year] ?? null);
const totals = (parts: Record<string, Record<number, number>>) =>
  tableYears.map((year) => Object.values(parts).reduce((sum, years) => sum + (years[year] ?? 0), 0));
const cost = totals(costs);
const there = totals(present);

const layout: TableLayoutInput = {
  unit: 'eur',
  unitNote: words('bedragen in euro’s', 'amounts in euros'),
  about: words(
    'Kosten per pijler, de bronnen die er zijn, wat nodig is en waaruit dat wordt voorgesteld.',
    'Costs per pillar, the sources there are, what is needed and from which sources it is proposed.',
  ),
  source: 'Gezamenlijk plan van aanpak studentenwelzijn 2024-2027, hoofdstuk 3',
  asOf: '2023-12-31',
  columns: tableYears.map((year) => ({
    kind: 'figure',
    key: `B${year}`,
    label: words(String(year), String(year)),
    stage: 'budgeted',
    year,
  })),
  rows: [
    ...pillars.map(({ code, short }, i) =>
      line(code, words(`Totaal pijler ${i + 1}: ${short}`, `Total pillar ${i + 1}: ${short}`), {
        figures: { node: code },
      }),
    ),
    {
      key: 'kosten',
      kind: 'total',
      label: words('Totaal kosten studentenwelzijn', 'Total costs of student well-being'),
      value: { sum: pillars.map(({ code }) => code) },
    },
    line('npo', words('NPO middelen SOZ', 'NPO funds SOZ'), of('granted', 'npo')),
    line('km', words('Kwaliteitsmiddelen SOZ', 'Quality funds SOZ'), of('granted', 'kwaliteitsmiddelen')),
    line(
      'kader',
      words('Structureel kader kwaliteitsmiddelen SOZ', 'Structural frame quality funds SOZ'),
      of('granted', 'structureel-kader'),
    ),
    {
      key: 'aanwezig',
      kind: 'subtotal',
      label: words('Totaal aanwezige financieringsbronnen', 'Total present sources'),
      value: { sum: ['npo', 'km', 'kader'] },
    },
    {
      key: 'benodigd',
      kind: 'result',
      label: words('Totaal benodigde financiering Studentenwelzijn', 'Total funding needed'),
      value: {
        terms: [
          { row: 'kosten', sign: 1 },
          { row: 'aanwezig', sign: -1 },
        ],
      },
    },
    {
      ...line(
        'ocw',
        words('Bestuursakkoord OCW', 'Administrative agreement OCW'),
        of('expected', 'bestuursakkoord'),
      ),
      notes: ['*'],
    },
    line(
      'vernieuwing',
      words('Bijdrage vernieuwingsmiddelen t.b.v. SOZ', 'Renewal funds for SOZ'),
      of('expected', 'vernieuwingsmiddelen'),
    ),
    {
      key: 'voorgesteld',
      kind: 'total',
      label: words('Totaal voorgestelde financiering', 'Total funding proposed'),
      value: { sum: ['ocw', 'vernieuwing'] },
    },
    { key: 'memo', kind: 'group', label: words('Buiten het totaal', 'Outside the total') },
    {
      key: 'officers',
      kind: 'plain',
      label: words('Kosten facultaire wellbeing officers', 'Costs of faculty well-being officers'),
      value: { figures: { component: 'Facultaire well-being officers', fund: 'all' } },
      notes: ['†'],
    },
    {
      key: 'officers-km',
      kind: 'plain',
      indent: 1,
      label: words('Financiering via kwaliteitsmiddelen', 'Paid from the quality funds'),
      value: of('granted', 'kwaliteitsmiddelen-officers'),
    },
    {
      key: 'officers-kader',
      kind: 'plain',
      indent: 1,
      label: words('Financiering via structureel kader', 'Paid from the structural frame'),
      value: of('granted', 'structureel-kader-officers'),
    },
    {
      key: 'officers-bronnen',
      kind: 'subtotal',
      hidden: true,
      label: words('Financiering van de officers', 'Paid for the officers'),
      value: { sum: ['officers-km', 'officers-kader'] },
    },
  ],
  balances: [
    {
      row: 'voorgesteld',
      against: 'benodigd',
      about: words('Benodigd is wat wordt voorgesteld', 'What is needed is what is proposed'),
    },
    {
      row: 'officers',
      against: 'officers-bronnen',
      about: words('De kosten van de officers zijn gedekt', 'The costs of the officers are covered'),
    },
  ],
  footnotes: [
    {
      mark: '*',
      text: words('Voorlopige opgave, nog niet definitief.', 'Provisional statement, not yet final.'),
    },
    {
      mark: '†',
      text: words(
        'Telt niet mee in het totaal. Ook de werkbudgetten van de officers vallen buiten deze begroting; hun bedrag is niet gedrukt.',
        'Not counted in the total. The work budgets of the officers are outside this budget as well; their amount is not printed.',
      ),
    },
  ],
  published: {
    ...Object.fromEntries(Object.entries(costs).map(([pillar, years]) => [pillar, printed(years)])),
    kosten: cost,
    npo: printed(present.npo!),
    km: printed(present.kwaliteitsmiddelen!),
    kader: printed(present['structureel-kader']!),
    aanwezig: there,
    benodigd: cost.map((amount, i) => amount - there[i]!),
    ocw: printed(proposed.bestuursakkoord!),
    vernieuwing: printed(proposed.vernieuwingsmiddelen!),
    voorgesteld: totals(proposed),
    officers: printed(officers.cost),
    'officers-km': printed(officers.sources['kwaliteitsmiddelen-officers']),
    'officers-kader': printed(officers.sources['structureel-kader-officers']),
  },
};

export const wellbeingTables = [
  {
    code: 'financiering',
    titleNl: 'Begroting en financiering studentenwelzijn 2024-2028',
    titleEn: 'Budget and funding of student well-being 2024-2028',
    layout,
  },
];
