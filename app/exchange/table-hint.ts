/** What words, print and position say of a line before any figure is added: is it a total, and of what? */
import type { Grid } from './table-grid.ts';
import type { Line } from './table-shape.ts';

/** A line whose words call it a total; a percentage or a rate is none. */
export function isTotal(line: Line): boolean {
  return line.roles.has('total') && !line.roles.has('percent') && !line.roles.has('rate');
}

/** Position or print may call a line a total: no label at all, bold, numbered or indented lines under it. */
export function isHinted(grid: Grid, i: number): boolean {
  const line = grid.lines[i]!;
  if (isTotal(line) || line.roles.has('percent') || line.roles.has('rate')) return false;
  const others = grid.lines.length - grid.lines.filter((other) => other.bold).length;
  const bold = line.bold && others > 0;
  const period = /(?:19|20)\d\d\s?(?:[-–/]|t\/m|to|until)\s?(?:19|20)\d\d/.test(line.label);
  return line.label === '' || bold || period || children(grid, i).length > 1;
}

/** The lines numbered (`1.` over `1.1`) or indented directly under a line, before or after it. */
export function children(grid: Grid, i: number): number[] {
  const line = grid.lines[i]!;
  if (line.numbering !== null) {
    const own = line.numbering.join('.');
    const depth = line.numbering.length;
    const under = grid.lines.flatMap((other, j) =>
      other.numbering?.length === depth + 1 && other.numbering.slice(0, depth).join('.') === own ? [j] : [],
    );
    if (under.length > 0) return under;
  }
  const deeper: number[] = [];
  for (let j = i + 1; j < grid.lines.length && grid.lines[j]!.indent > line.indent; j++) deeper.push(j);
  const least = Math.min(...deeper.map((j) => grid.lines[j]!.indent));
  return deeper.filter((j) => grid.lines[j]!.indent === least);
}
