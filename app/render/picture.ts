/** Width and height in cm, filling the column, from the drawing's viewBox or its size; 16:9 without one. */
export function svgSize(svg: string, column: number): { width: number; height: number } {
  const root = /<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
  const box = /viewBox\s*=\s*["']\s*[\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(root);
  const side = (name: string) => Number(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)`).exec(root)?.[1] ?? 0);
  const wide = Number(box?.[1] ?? 0) || side('width') || 16;
  const high = Number(box?.[2] ?? 0) || side('height') || 9;
  return { width: column, height: Math.round(((column * high) / wide) * 100) / 100 };
}
