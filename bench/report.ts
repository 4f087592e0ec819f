import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';

/**
 * What a run has found, on the screen and in two files that are written anew with each line: Markdown to read, and
 * the rows of its tables as JSON to compare with. A run that is cut off leaves what it measured until then.
 */
type Report = {
  /** says Markdown and keeps it */
  say: (text: string) => void;
  /** says how far the run is, with the minutes since it began; not kept */
  progress: (what: string) => void;
  minutes: () => number;
};

/** @param path without ending: `<path>.md` and `<path>.json` */
export function openReport(path: string): Report {
  const start = performance.now();
  const lines: string[] = [];
  const minutes = () => (performance.now() - start) / 60_000;
  mkdirSync(dirname(path), { recursive: true });
  const say = (text: string) => {
    process.stdout.write(`${text}\n`);
    lines.push(...text.split('\n'));
    writeFileSync(`${path}.md`, `${lines.join('\n')}\n`);
    writeFileSync(`${path}.json`, `${JSON.stringify(tableRows(lines), null, 2)}\n`);
  };
  const progress = (what: string) => process.stderr.write(`[${minutes().toFixed(1)} min] ${what}\n`);
  const load = loadavg().map((one) => one.toFixed(1));
  say(
    `${new Date().toISOString()}, ${cpus().length} cores, load ${load.join(', ')}, Node ${process.version}`,
  );
  return { say, progress, minutes };
}

type Row = Record<string, string>;

/** The rows of Markdown tables by their heads, each with the heading that it stands below. Pure. */
function tableRows(lines: readonly string[]): Row[] {
  const rows: Row[] = [];
  let [section, heads] = ['', null as string[] | null];
  for (const line of lines) {
    if (line.startsWith('#')) section = line.replace(/^#+ */, '');
    if (!line.startsWith('|')) heads = null;
    else {
      const cells = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      if (heads === null) heads = cells;
      else if (!cells.every((cell) => /^-+$/.test(cell))) {
        rows.push({
          section,
          ...Object.fromEntries(heads.map((head, i) => [head || 'value', cells[i] ?? ''])),
        });
      }
    }
  }
  return rows;
}
