import { ShareBars } from './chart.tsx';
import { SegmentLinks } from './frame.tsx';
import { Money, Notes } from './money.tsx';
import { MoneyBar } from './money-bar.tsx';
import { Control, Controls } from './page.tsx';
import { DataTable, type RowKind, type TableRow } from './table.tsx';

const themes = [
  { key: 't1', label: 'Intensiever onderwijs', series: 1, k: [2436, 2824, 5564, 8041, 8084, 8233] },
  { key: 't2', label: 'Onderwijsdifferentiatie', series: 2, k: [2660, 2544, 2591, 3023, 2847, 2683] },
  { key: 't3', label: 'Begeleiding van studenten', series: 3, k: [399, 764, 2418, 1683, 2217, 2415] },
  { key: 't4', label: 'Docentprofessionalisering', series: 4, k: [1104, 827, 1419, 2737, 2887, 2920] },
  { key: 't5', label: 'Studiesucces', series: 5, k: [458, 752, 1590, 1306, 1303, 1191] },
  { key: 't6', label: 'Onderwijsfaciliteiten', series: 6, k: [null, null, 162, null, null, null] },
];
const years = [2019, 2020, 2021, 2022, 2023, 2024];
const keur = 100_000;

function row(key: string, head: string, kind: RowKind, k: (number | null)[]): TableRow {
  const series = themes.find((theme) => theme.key === key)?.series;
  const cells = Object.fromEntries(
    years.map((year, i) => {
      const value = k[i] ?? null;
      return [
        `b${year}`,
        <Money
          key={year}
          value={value === null ? null : value * keur}
          unit="keur"
          href={kind === 'line' && value !== null ? '#trace' : undefined}
          label={`${head}, ${year}, begroot`}
          selected={key === 't1' && year === 2023}
          check={key === 't6' && year === 2021 ? 'a' : kind === 'total' && year > 2022 ? 'b' : undefined}
        />,
      ];
    }),
  );
  cells.r2019 = <Money value={k[0] === null ? null : (k[0] ?? 0) * keur * 0.9} unit="keur" />;
  cells.r2020 =
    kind === 'line' ? <Money value={0} mark="pm" unit="keur" /> : <Money value={799_300_000} unit="keur" />;
  return { key, head, kind, series, cells };
}

const columns = years.flatMap((year) => [
  { key: `b${year}`, head: 'B', group: String(year) },
  ...(year < 2021 ? [{ key: `r${year}`, head: 'R', group: String(year), actual: true }] : []),
]);

/** Tables, figures and charts. */
export function GalleryFigures() {
  return (
    <>
      <Controls
        end={
          <>
            Uitvoer: <a href="#xlsx">XLSX</a> · <a href="#ods">ODS</a> · <a href="#pdf">PDF</a>
          </>
        }
      >
        <Control label="Stand op">
          <input type="date" name="asOf" defaultValue="2021-07-01" />
        </Control>
        <Control label="Eenheid">
          <select name="unit">
            <option>Hele universiteit</option>
          </select>
        </Control>
        <SegmentLinks
          label="Bedragen in"
          options={['k€', '€', 'fte', '%'].map((label) => ({
            key: label,
            href: `#${label}`,
            label,
            current: label === 'k€',
          }))}
        />
      </Controls>
      <MoneyBar
        title="Van toekenning tot besteding"
        note="2023, in duizenden euro’s"
        description="Van 18.223 toegekend is 17.248 verdeeld en 17.339 begroot."
        unit="keur"
        rows={[
          { key: 'granted', label: 'Toegekend', value: 18223 * keur, href: '#g' },
          { key: 'allocated', label: 'Verdeeld', value: 17248 * keur },
          {
            key: 'budgeted',
            label: 'Begroot',
            value: 17339 * keur,
            parts: themes
              .slice(0, 5)
              .map((t) => ({ label: t.label, series: t.series, value: (t.k[4] ?? 0) * keur })),
          },
          { key: 'realised', label: 'Gerealiseerd', value: null, why: 'nog niet bekend op 1 juli 2021' },
          { key: 'left', label: 'Over', value: 884 * keur },
        ]}
      />
      <DataTable
        caption="Bestedingen per thema"
        note="in duizenden euro’s · B begroot, R gerealiseerd"
        columns={columns}
        rows={[
          { key: 'group', kind: 'group', head: 'Lasten', cells: {} },
          ...themes.map((theme) => row(theme.key, theme.label, 'line', theme.k)),
          row('sum', 'Totaal lasten', 'total', [7056, 7711, 13744, 16790, 17339, 17443]),
          row('left', 'Nog te alloceren', 'plain', [null, null, null, 629, 975, 3210]),
          row('in', 'Baten, rijksbijdrage', 'plain', [6981, 7729, 13333, 17259, 18223, 20568]),
          row('result', 'Resultaat', 'result', [-75, 18, -411, -159, -91, -84]),
        ]}
      />
      <Notes
        notes={[
          {
            mark: 'a',
            text: (
              <>
                Dit thema is uitgesloten; er is toch 162 begroot. <a href="#regel">Bekijk de regel</a>
              </>
            ),
          },
          { mark: 'b', text: 'De afgeronde delen tellen op tot 17.338 en 17.442: verschil door afronding.' },
        ]}
      />
      <h2>Bedragen in elke staat</h2>
      <p>
        Bekend <Money value={123456789} unit="eur2" />, in k€ <Money value={123456789} unit="keur" />,
        verschil <Money value={19_400_000} unit="keur" sign />, negatief{' '}
        <Money value={-123456789} unit="eur" />, nul <Money value={0} unit="eur" />, niets{' '}
        <Money value={null} unit="eur" />, pm <Money value={null} mark="pm" unit="eur" />, deels pm{' '}
        <Money value={500_000} mark="pm" unit="eur" />, onbekend{' '}
        <Money value={null} mark="unknown" unit="eur" />, afgeschermd{' '}
        <Money value={null} mark="masked" unit="count" />, voorlopig{' '}
        <Money value={4_200_000_00} mark="provisional" unit="eur" />, formatie{' '}
        <Money value={12_650} unit="fte" /> fte, aandeel <Money value={3333} unit="percent1" />
        %.
      </p>
      <ShareBars
        title="Aandeel per thema"
        note="Begroot, in procenten van het totaal per jaar."
        description="Intensiever onderwijs groeit van 35 naar 47 procent; differentiatie daalt van 38 naar 15 procent."
        series={themes}
        bars={years.map((year, i) => ({
          label: String(year),
          parts: Object.fromEntries(themes.map((theme) => [theme.key, (theme.k[i] ?? 0) * keur])),
        }))}
      />
    </>
  );
}
