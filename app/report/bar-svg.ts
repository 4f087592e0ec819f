/** Bars beside each other as a drawing for reports, with its words in it. Pure: the same figures, the same bytes. */

export type Bar = {
  label: string;
  /** one per series, in the order of the key; null where there is no figure */
  values: (number | null)[];
  /** the figures in words */
  texts: string[];
};

const colours = ['#0b3d91', '#b94f14'];
const ink = '#15191f';
const quiet = '#5d6672';
const width = 640;
const left = 210;
const room = width - left - 80;
const thick = 12;

const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

// a name that ends in a figure is a family only between quotes; the others for programs that lack it
const family = "'Source Sans 3', Calibri, Arial, sans-serif";
const label = (x: number, y: number, text: string, more = '') =>
  `<text x="${x}" y="${y}" font-family="${family}" font-size="12" fill="${ink}"${more}>${xml(text)}</text>`;

const short = (text: string) => (text.length > 34 ? `${text.slice(0, 33).trimEnd()}…` : text);

/**
 * @param bars.key the names of the series
 * @returns SVG, as wide as the text of a page
 */
export function barSvg({ title, key, bars }: { title: string; key: string[]; bars: Bar[] }): string {
  const most = Math.max(1, ...bars.flatMap((bar) => bar.values.map((value) => value ?? 0)));
  const group = key.length * (thick + 3) + 12;
  const top = 34;
  const height = top + bars.length * group + 6;
  const keys = key.map((name, s) => {
    const x = left + s * 150;
    return `<rect x="${x}" y="8" width="12" height="12" fill="${colours[s]}"/>${label(x + 18, 18, name)}`;
  });
  const drawn = bars.map((bar, b) => {
    const y = top + b * group;
    const lines = bar.values.map((value, s) => {
      const at = y + s * (thick + 3);
      const length = value === null ? 0 : Math.round((Math.max(0, value) / most) * room * 10) / 10;
      return `<rect x="${left}" y="${at}" width="${length}" height="${thick}" fill="${colours[s]}"/>${label(left + length + 6, at + 10.5, bar.texts[s]!)}`;
    });
    const middle = y + (key.length * (thick + 3)) / 2 + 3;
    return label(left - 10, middle, short(bar.label), ' text-anchor="end"') + lines.join('');
  });
  const axis = `<line x1="${left}" x2="${left}" y1="${top - 4}" y2="${height - 8}" stroke="${quiet}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img"><title>${xml(title)}</title>${keys.join('')}${drawn.join('')}${axis}</svg>`;
}
