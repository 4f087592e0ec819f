import { sankey } from 'd3-sankey';
import type { Flow, FlowLink, FlowNode } from './sankey.ts';

/** Where a flow is drawn. Pure; sizes in the units of the picture, about pixels on a wide screen. */

export type PlacedNode = FlowNode & {
  x: number;
  y: number;
  width: number;
  height: number;
  cents: number;
  /** what comes in and what goes out, for the bars on either side; whole cents */
  passed: { in: number; out: number };
};
export type PlacedLink = FlowLink & { path: string; width: number };
export type Picture = { width: number; height: number; nodes: PlacedNode[]; links: PlacedLink[] };

const width = 1360;
const top = 40;
/** room for the name and the figure of a node, by column: nothing flows there, so nothing runs through them */
const rooms = [214, 226, 236, 186] as const;
/** two lines of a name fit between the middles of two thin nodes */
const padding = 30;
const gap = (width - rooms.reduce((all, room) => all + room, 0)) / 3;

/** The left side of a column. */
export function columnAt(column: number): number {
  return rooms.slice(0, column).reduce((x, room) => x + room + gap, 0);
}

/** Places a flow for drawing; `order` tells themes and units apart in the order of the scheme. */
export function placeFlow(flow: Flow, order: (key: string) => number): Picture {
  const most = Math.max(...[0, 1, 2, 3].map((c) => flow.nodes.filter((node) => node.column === c).length), 1);
  const height = Math.max(380, most * 76) + top;
  if (flow.links.length === 0) return { width, height, nodes: [], links: [] };
  // the layout knows no empty columns: money that is planned but not granted yet begins at the units
  const used = [...new Set(flow.nodes.map((node) => node.column))].toSorted();
  const layout = sankey<FlowNode, FlowLink & { value: number }>()
    .nodeId((node) => node.key)
    .nodeAlign((node) => used.indexOf((node as FlowNode).column))
    .nodeSort((a, b) => order(a.key) - order(b.key))
    .linkSort(
      (a, b) =>
        order(endOf(a.source)) - order(endOf(b.source)) || order(endOf(a.target)) - order(endOf(b.target)),
    )
    .nodePadding(padding)
    .extent([
      [0, top],
      [width, height - padding / 2],
    ]);
  // drawn, listed and laid out in one order, whatever the order in which the lines were read
  const rank = (a: string, b: string) => order(a) - order(b) || (a < b ? -1 : a > b ? 1 : 0);
  const links = flow.links.toSorted((a, b) => rank(a.source, b.source) || rank(a.target, b.target));
  const placed = layout({
    nodes: flow.nodes
      .toSorted((a, b) => a.column - b.column || rank(a.key, b.key))
      .map((one) => ({ ...one })),
    links: links.map((link) => ({ ...link, value: link.cents })),
  });
  const passes = (links: readonly { value: number }[] | undefined) =>
    (links ?? []).reduce((all, link) => all + link.value, 0);
  return {
    ...{ width, height },
    nodes: placed.nodes.map((node) => ({
      ...{ key: node.key, column: node.column, code: node.code, kind: node.kind, cents: node.value ?? 0 },
      ...{ x: columnAt(node.column), width: rooms[node.column] },
      ...{ y: node.y0!, height: Math.max(1.5, node.y1! - node.y0!) },
      passed: { in: passes(node.targetLinks), out: passes(node.sourceLinks) },
    })),
    links: placed.links.map((link) => {
      const [source, target] = [link.source as FlowNode, link.target as FlowNode];
      const from = columnAt(source.column) + rooms[source.column];
      return {
        ...{ key: link.key, cents: link.cents, theme: link.theme },
        ...{ source: source.key, target: target.key },
        path: ribbon([from, link.y0!], [columnAt(target.column), link.y1!]),
        width: Math.max(1, link.width ?? 1),
      };
    }),
  };
}

function endOf(end: unknown): string {
  return (end as FlowNode).key;
}

type Point = readonly [x: number, y: number];

/** The middle of a ribbon, level at both ends. */
function ribbon([x0, y0]: Point, [x1, y1]: Point): string {
  const middle = round((x0 + x1) / 2);
  return `M${round(x0)},${round(y0)}C${middle},${round(y0)} ${middle},${round(y1)} ${round(x1)},${round(y1)}`;
}

// the same digits on server and browser, and a smaller page
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A name on at most so many lines of about so many characters; what does not fit ends in an ellipsis. */
export function nameLines(
  name: string,
  { letters, lines: most }: { letters: number; lines: number },
): string[] {
  const lines = [''];
  for (const word of name.split(' ')) {
    const last = lines.at(-1)!;
    const longer = last === '' ? word : `${last} ${word}`;
    if (longer.length <= letters || last === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')] : lines;
  return shown.map((line) => (line.length > letters ? `${line.slice(0, letters - 1).trimEnd()}…` : line));
}
