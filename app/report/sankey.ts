import { sum } from '#app/kernel/money.ts';
import type { TracedLine } from '#app/participation/trace.ts';

/** The flow of a year or of all: grants → funds, units, themes, spent and left. Pure; amounts in whole cents. */

export type FlowNode = {
  /** `fund:x`, `unit:x`, `node:x`, `end:realised` … */
  key: string;
  column: 0 | 1 | 2 | 3;
  /** a code, or null for `not yet divided`, `not yet budgeted`, `spent`, `left` */
  code: string | null;
  kind: 'fund' | 'unit' | 'theme' | 'open' | 'undivided' | 'carried' | 'unbudgeted' | 'realised' | 'left';
};
export type FlowLink = { key: string; source: string; target: string; cents: number; theme: string | null };
export type Flow = { nodes: FlowNode[]; links: FlowLink[] };

export type FlowNames = {
  /** the unit that a line is shown under */
  unitOf: (line: Pick<TracedLine, 'unit' | 'year'>) => string;
  /** the theme that a line's node is shown under */
  themeOf: (node: string | null) => string;
};

type Pair = readonly [source: string, target: string];

/** Where a line flows: allocations from fund to unit, budgets from unit to theme, spending from theme on. */
function pairOf(line: TracedLine, names: FlowNames): Pair | null {
  const unit = `unit:${names.unitOf(line)}`;
  const theme = `theme:${names.themeOf(line.node)}`;
  if (line.stage === 'allocated') return [`fund:${line.fund}`, unit];
  if (line.stage === 'budgeted') return [unit, theme];
  if (line.stage === 'realised') return [theme, 'realised:'];
  return null;
}

/** The flow of these lines. What a step does not pass on is shown as not yet divided, not yet budgeted, left. */
export function flowOf(lines: readonly TracedLine[], names: FlowNames): Flow {
  const amounts = new Map<string, number>();
  const add = ([source, target]: Pair, cents: number) =>
    amounts.set(`${source}~${target}`, (amounts.get(`${source}~${target}`) ?? 0) + cents);
  for (const line of lines) {
    const pair = pairOf(line, names);
    if (pair) add(pair, line.cents);
  }
  const stage = (which: string) => lines.filter((line) => line.stage === which);
  const total = (own: readonly TracedLine[]) => sum(own.map((line) => line.cents));
  for (const [fund, granted] of Map.groupBy(stage('granted'), (line) => line.fund)) {
    const given = stage('allocated').filter((line) => line.fund === fund);
    const open = total(granted) - total(given.filter((line) => !line.carries));
    if (open > 0) add([`fund:${fund}`, 'undivided:'], open);
    // moved to another year by decision: granted here, spent there
    const moved = -total(given.filter((line) => line.carries));
    if (moved > 0) add([`fund:${fund}`, 'carried:'], moved);
  }
  for (const [unit, given] of Map.groupBy(stage('allocated'), (line) => names.unitOf(line))) {
    const budget = total(stage('budgeted').filter((line) => names.unitOf(line) === unit));
    if (total(given) > budget) add([`unit:${unit}`, 'unbudgeted:'], total(given) - budget);
  }
  for (const [theme, planned] of Map.groupBy(stage('budgeted'), (line) => names.themeOf(line.node))) {
    const spent = total(stage('realised').filter((line) => names.themeOf(line.node) === theme));
    if (total(planned) > spent) add([`theme:${theme}`, 'left:'], total(planned) - spent);
  }
  const links = [...amounts]
    .filter(([, cents]) => cents > 0)
    .map(([key, cents]) => {
      const [source, target] = key.split('~') as [string, string];
      const theme = [source, target].find((one) => one.startsWith('theme:'))?.slice(6) ?? null;
      return { key, source, target, cents, theme };
    });
  return { nodes: nodesOf(links), links };
}

const columns = {
  fund: 0,
  unit: 1,
  undivided: 1,
  carried: 1,
  theme: 2,
  unbudgeted: 2,
  realised: 3,
  left: 3,
  open: 3,
} as const;

function nodesOf(links: readonly FlowLink[]): FlowNode[] {
  const keys = [...new Set(links.flatMap((link) => [link.source, link.target]))];
  return keys.map((key) => {
    const [kind, code] = key.split(':') as [FlowNode['kind'], string];
    return { key, kind, code: code || null, column: columns[kind] };
  });
}

/** The lines behind a ribbon (`source~target`) or a node (its key); of what is left, the budgets. */
export function linesOfFlow(lines: readonly TracedLine[], names: FlowNames, key: string): TracedLine[] {
  const [source, target] = key.split('~');
  return lines.filter((line) => {
    const pair = pairOf(line, names);
    if ((target ?? source) === 'carried:') {
      return Boolean(line.carries) && (target === undefined || source === `fund:${line.fund}`);
    }
    if (target === undefined) {
      if (line.stage === 'granted') return source === `fund:${line.fund}`;
      return pair?.[1] === source || (source === 'left:' && line.stage === 'budgeted');
    }
    if (/^(undivided|unbudgeted|left):$/.test(target)) return pair?.[1] === source || grants(line, source!);
    return pair !== null && pair[0] === source && pair[1] === target;
  });
}

function grants(line: TracedLine, source: string): boolean {
  return line.stage === 'granted' && source === `fund:${line.fund}`;
}
