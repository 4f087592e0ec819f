import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import { drawingShare } from './page.ts';

const require = createRequire(import.meta.url);
const FONTS = ['400Regular', '600SemiBold'].map((cut) =>
  require.resolve(`@expo-google-fonts/source-sans-3/${cut}/SourceSans3_${cut}.ttf`),
);

/** Points in a centimetre. */
const POINTS = 72 / 2.54;

/**
 * The drawing as PNG, 800 pixels wide (120 dots an inch across a page), for programs that show no SVG. The same
 * drawing, the same bytes. Drawn beside the program's own thread: many at once take all cores.
 */
export async function svgPng(svg: string): Promise<Buffer> {
  const drawing = await renderAsync(svg, {
    fitTo: { mode: 'width', value: 800 },
    font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Source Sans 3' },
  });
  return drawing.asPng();
}

/** Width and height in cm, filling at most the column, from the drawing's viewBox or its size; 16:9 without one. */
export function svgSize(svg: string, column: number): { width: number; height: number } {
  const root = /<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
  const box = /viewBox\s*=\s*["']\s*[\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(root);
  const side = (name: string) => Number(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)`).exec(root)?.[1] ?? 0);
  const wide = Number(box?.[1] ?? 0) || side('width') || 16;
  const high = Number(box?.[2] ?? 0) || side('height') || 9;
  const width = column * drawingShare(svg, column * POINTS);
  const round = (cm: number) => Math.round(cm * 100) / 100;
  return { width: round(width), height: round((width * high) / wide) };
}
