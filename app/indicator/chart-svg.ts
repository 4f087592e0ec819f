import type { PlacedChart, PlacedSeries } from './chart.ts';

/** A placed chart as a drawing of its own, for reports: PDF, DOCX and ODT show it. Pure. */

// The light theme's series colours (app/ui/tokens.css), which hold on paper and without colour vision.
const colours = ['#0b3d91', '#b94f14', '#207a6f', '#8a3b72', '#b9942a', '#68717b'];
const ink = { plain: '#15191f', quiet: '#5d6672', rule: '#dedad2' };

// a name that ends in a figure is a family only between quotes; the others for programs that lack it
const family = "'Source Sans 3', Calibri, Arial, sans-serif";

const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Drawn = {
  title: string;
  description: string;
  breakLabel: string;
  /** that the axis does not begin at nil */
  axisNote: string | null;
};

/** @returns SVG with its title and description; the names of series stand in it when there are several */
export function chartSvg(chart: PlacedChart, drawn: Drawn): string {
  const { title, description, breakLabel, axisNote } = drawn;
  const { width, left, right, top, bottom } = chart;
  const keyed = isKeyed(chart);
  const height = chart.height + (keyed ? 20 : 0) + (axisNote ? 18 : 0);
  const foot = chart.height - bottom;
  const parts = [
    ...chart.ticks.map(
      ({ y, text }) =>
        `<line x1="${left}" x2="${width - right}" y1="${y}" y2="${y}" stroke="${ink.rule}"/>${label(left - 6, y + 4, text, 'end')}`,
    ),
    ...chart.years.map(({ x, text }) => label(x, foot + 18, text, 'middle')),
    ...chart.breaks.map(
      ({ x }) =>
        `<line x1="${x}" x2="${x}" y1="${top}" y2="${foot}" stroke="${ink.quiet}" stroke-dasharray="2 3"/>${label(x, top - 8, breakLabel, 'middle')}`,
    ),
    ...(chart.target
      ? [
          `<line x1="${left}" x2="${width - right}" y1="${chart.target.y}" y2="${chart.target.y}" stroke="${ink.plain}" stroke-dasharray="7 4"/>`,
        ]
      : []),
    ...chart.margin.map(({ y, text, series }) =>
      label(width - right + 10, y, text, 'start', series === null ? ink.quiet : colourOf(series)),
    ),
    ...chart.signs.map(({ x, y, text, series }) =>
      label(x, y, text, 'middle', series === null ? ink.quiet : colourOf(series)),
    ),
    ...chart.series.map((one) => drawSeries(one, chart.series.length > 1)),
    ...(keyed
      ? chart.series.map(
          ({ label: name, series }, i) =>
            `${shape(series, left + 8 + i * 150, chart.height + 8, colourOf(series))}${label(left + 18 + i * 150, chart.height + 12, name, 'start')}`,
        )
      : []),
    axisNote ? label(0, height - 4, axisNote, 'start') : '',
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="${family}" font-size="12"><title>${xml(title)}</title><desc>${xml(description)}</desc>${parts.join('')}</svg>`;
}

const colourOf = (series: number) => colours[(series - 1) % colours.length]!;

/** Do the names of series stand in a key, for want of room beside the drawing? */
export function isKeyed({ series, margin }: Pick<PlacedChart, 'series' | 'margin'>): boolean {
  return series.length > 1 && !margin.some((one) => one.series !== null);
}

type Anchor = 'start' | 'middle' | 'end';
function label(x: number, y: number, text: string, anchor: Anchor, fill = ink.quiet): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${fill}">${xml(text)}</text>`;
}

function drawSeries({ series, lines, bands, points }: PlacedSeries, several: boolean): string {
  const colour = colourOf(series);
  return [
    ...bands.map((d) => `<path d="${d}" fill="${colour}" fill-opacity="0.12"/>`),
    ...lines.map((d) => `<path d="${d}" fill="none" stroke="${colour}" stroke-width="2"/>`),
    ...points.map(({ x, y, low, high, text, labelY }) =>
      [
        low === null || high === null ? '' : `<path d="${whisker(x, low, high)}" stroke="${colour}"/>`,
        shape(series, x, y, colour),
        text === ''
          ? ''
          : `<text x="${x}" y="${labelY}" text-anchor="middle" font-weight="600" fill="${several ? colour : ink.plain}" stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${xml(text)}</text>`,
      ].join(''),
    ),
  ].join('');
}

/** A line from low to high with a cap at either end. */
export function whisker(x: number, low: number, high: number): string {
  return `M${x} ${low}V${high}M${x - 4} ${low}h8M${x - 4} ${high}h8`;
}

/** The marker of a series: told apart by shape as well as colour. */
export function markerPath(series: number, x: number, y: number): string {
  const shapes = [
    `M${x - 4.5} ${y}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z`,
    `M${x - 4} ${y - 4}h8v8h-8Z`,
    `M${x} ${y - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5Z`,
    `M${x} ${y - 5}l5 9h-10Z`,
    `M${x} ${y + 5}l5 -9h-10Z`,
    `M${x - 5} ${y - 1.5}h3.5v-3.5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5Z`,
  ];
  return shapes[(series - 1) % shapes.length]!;
}

function shape(series: number, x: number, y: number, colour: string): string {
  return `<path d="${markerPath(series, x, y)}" fill="${colour}"/>`;
}
