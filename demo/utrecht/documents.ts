import type { Rule } from '#app/allocation/rule.ts';
import { runOf } from '#app/allocation/run.ts';
import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { activityEur, guidanceFte, milli, programmeFte, themeFte, totals, years } from './figures.ts';
import { faculty, programmes } from './organisation.ts';
import { sections } from './plan-text.ts';
import { stepsOf } from './steps.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Document = NonNullable<Scheme['documents']>[number];
type Line = NonNullable<Document['versions'][number]['lines']>[number];

const fund = 'kwaliteitsmiddelen';
const source =
  'Facultaire plannen kwaliteitsafspraken faculteit Geneeskunde UU 2019-2024, versie 1.0, 14-2-2019';

/** The version's date; the plan does not say when it was adopted. */
const at = new Date('2019-02-14T00:00:00+01:00').toISOString();
const dates = { createdAt: at, submittedAt: at, adoptedAt: at, inForce: { from: at, recordedAt: at } };
const span = { unit: faculty, firstYear: 2019, lastYear: 2024 };

const to = (node: string) => ({ unit: faculty, node });
const rules: Rule[] = [
  {
    kind: 'ratio',
    weights: [
      { to: to('U1'), weight: 3 },
      { to: to('U2'), weight: 2 },
      { to: to('U3'), weight: 1 },
    ],
    note: 'Verhouding 3:2:1 tussen de drie thema’s, vooralsnog; elk jaar met de O&O-raad te bezien.',
  },
];

const run = runOf(rules, {
  fund,
  basis: 'own',
  totals: Object.fromEntries(years.map((year, i) => [year, totals[i]! * 100])),
  headCounts: [],
  earlier: [],
});

const allocation: Document = {
  code: 'verdeling',
  kind: 'facultaire-verdeling',
  title: 'Verdeling kwaliteitsmiddelen over de thema’s, faculteit Geneeskunde',
  ...span,
  versions: [
    {
      number: 1,
      status: 'adopted',
      ...dates,
      source,
      note: 'Jaartotalen zoals in de integrale begroting; wie de verdeling wanneer heeft vastgesteld, is niet gedrukt. De fte per thema zijn de gedrukte aantallen.',
      sections: [
        {
          question: 'regels',
          body: 'Het jaarbedrag wordt over de drie thema’s verdeeld in de verhouding 3:2:1.\n\nBinnen thema 1 gaat het geld naar de opleidingen naar aantal ingeschreven studenten. KGW krijgt daarboven een vast bedrag van 40.000 euro per jaar, dat ten laste van de andere opleidingen komt. Studentaantallen zijn niet gedrukt, zodat deze tweede stap hier niet is nagerekend.',
        },
      ],
      lines: run.result.lines.map((line) => ({
        fund,
        unit: faculty,
        node: line.node!,
        year: line.year,
        cents: line.cents,
        fteMilli: milli(themeFte[line.node!]![years.indexOf(line.year as (typeof years)[number])]!),
      })),
      allocation: JSON.parse(JSON.stringify(run)),
    },
  ],
};

type Row = { measure: string; node: string; unit?: string; component?: string };

function rowLines(
  row: Row,
  values: number[],
  amount: (value: number) => { cents: number } | { fteMilli: number },
): Line[] {
  return years.map((year, i) => ({
    fund,
    unit: row.unit ?? faculty,
    node: row.node,
    measure: row.measure,
    year,
    ...amount(values[i]!),
  }));
}

const inFte = (value: number) => ({ fteMilli: milli(value) });
const inEur = (value: number) => ({ cents: value * 100 });

const lines: Line[] = [
  ...Object.entries(programmeFte).flatMap(([unit, values]) =>
    rowLines({ measure: 'kleinschalig', node: 'U1', unit }, values, inFte),
  ),
  ...Object.entries(activityEur).flatMap(([measure, values]) =>
    rowLines({ measure, node: 'U2' }, values, inEur),
  ),
  ...Object.entries(guidanceFte).flatMap(([measure, values]) =>
    rowLines({ measure, node: 'U3' }, values, inFte),
  ),
];

type Brief = [code: string, node: string, name: string, description: string, targetGroup: string];

const briefs: Brief[] = [
  [
    'kleinschalig',
    'U1',
    'Kleinschalig onderwijs',
    'Bestaand kleinschalig onderwijs wordt effectiever en waar nodig uitgebreid; elke opleiding maakt eigen keuzes.',
    'Studenten van alle opleidingen',
  ],
  [
    'tijd',
    'U2',
    'Tijd voor docenten voor professionalisering',
    'Vrijgemaakte tijd voor onderwijskwalificaties en verdere scholing.',
    'Docenten',
  ],
  [
    'leergangen',
    'U2',
    'Didactische leergangen',
    'Doorlopende leergangen in plaats van losse cursussen.',
    'Docenten',
  ],
  ['uitwisseling', 'U2', 'Intercollegiale uitwisseling', 'Docenten leren van elkaars ervaring.', 'Docenten'],
  ['introductie', 'U3', 'Inclusieve Introductie', 'In 2019 en 2020 verder ontwikkeld.', 'Nieuwe studenten'],
  [
    'leiderschap',
    'U3',
    'Track ‘personal leadership’',
    'Van inventarisatie en ontwerp (2019), via proeven (2020-2021), naar een vast aanbod (vanaf 2022).',
    'Studenten',
  ],
  [
    'begeleiding',
    'U3',
    'Meer en persoonlijkere begeleiding van studenten',
    'Tutoraat uitgebreid en instrumenten voor feedback beproefd; vanaf 2022 op grote schaal ingevoerd.',
    'Studenten',
  ],
  [
    'veerkracht',
    'U3',
    'Workshops veerkracht',
    'Ontwikkeling en proeven tot en met 2021, daarna breed aangeboden en geëvalueerd.',
    'Studenten',
  ],
  [
    'coaches',
    'U3',
    'Dedicated coaches/psychologen',
    'Vaste coaches of psychologen voor alle opleidingen.',
    'Studenten',
  ],
];

const plan: Document = {
  code: 'plan-geneeskunde',
  kind: 'facultair-plan',
  title: 'Facultair plan kwaliteitsafspraken Geneeskunde 2019-2024',
  ...span,
  versions: [
    {
      number: 1,
      status: 'adopted',
      ...dates,
      source,
      note: 'Versie 1.0. De bron noemt het instemmingsrecht van de O&O-raad, maar niet wanneer en met welke uitkomst het is uitgeoefend, noch wie het plan wanneer heeft vastgesteld: hier geldt het vanaf de datum van de versie, en staat er geen besluit bij.',
      covers: programmes.map(([code]) => code),
      sections,
      measures: briefs.map(([code, node, name, description, targetGroup]) => ({
        code,
        node,
        name,
        description,
        targetGroup,
        firstYear: 2019,
        lastYear: 2024,
        additionality: 'new',
        steps: stepsOf(code),
      })),
      lines,
    },
  ],
};

export const documents: Document[] = [allocation, plan];
