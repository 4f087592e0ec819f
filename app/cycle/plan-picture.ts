/**
 * A monitoring plan as a picture: the levels of the institution as frames within each other, in each the instruments,
 * the reports that use them and the meetings that treat those. Pure: boxes and lines in pixels.
 */

export const natures = ['report', 'instrument', 'meeting', 'task'] as const;
/** What a step is in a monitoring plan. */
export type Nature = (typeof natures)[number];

type Asked = { nature: Nature | null; kind: string | null; product: string | null; bodyKind: string | null };

/** What a step is: as it says, or as follows from what it asks. */
export function natureOf({ nature, kind, product, bodyKind }: Asked): Nature {
  if (nature !== null) return nature;
  return kind !== null || product !== null ? 'report' : bodyKind !== null ? 'meeting' : 'task';
}

/**
 * In which frame each level is drawn. Levels that stand beside each other in the institution (a service beside a
 * faculty) do not lie within each other: the one with fewer steps is drawn in the frame around them.
 * @param levels the outermost first
 * @param depths how deep units of a kind stand in the tree
 */
export function framesOf(
  steps: readonly { unitKinds: readonly string[] }[],
  levels: readonly string[],
  depths: Readonly<Record<string, number>>,
): Map<string, string> {
  const count = (level: string) => steps.filter((step) => step.unitKinds.includes(level)).length;
  const depthOf = (level: string) => depths[level] ?? Number.POSITIVE_INFINITY;
  const mostOf = (level: string) =>
    levels.filter((other) => depthOf(other) === depthOf(level)).toSorted((a, b) => count(b) - count(a))[0] ??
    level;
  return new Map(
    levels.map((level) => {
      const most = mostOf(level);
      const around = levels.findLast((other) => depthOf(other) < depthOf(level));
      return [level, most === level || around === undefined ? most : mostOf(around)];
    }),
  );
}

export type PictureStep = {
  code: string;
  name: string;
  /** when or how often, in a few words */
  often: string;
  level: string;
  nature: Nature;
  feeds: readonly string[];
  connects: readonly string[];
};
export type Box = {
  code: string;
  nature: Nature;
  x: number;
  y: number;
  height: number;
  lines: string[];
  often: string;
};
export type Frame = { level: string; x: number; y: number; width: number; height: number };
/** A line with its arrow or dot at the end. */
export type Line = { key: string; from: string; to: string; path: string; end: End; kind: 'feed' | 'tie' };
type End = { x: number; y: number; to: 'left' | 'right' };
export type Picture = {
  width: number;
  height: number;
  boxWidth: number;
  frames: Frame[];
  boxes: Box[];
  lines: Line[];
};

const columns: readonly Nature[] = ['instrument', 'report', 'meeting'];
const inset = 14;
const head = 34;
const gap = 14;
const lane = 8;
const lineHeight = 16;
/** Mean width of a character of the name and of the small line below it, in pixels. */
const character = 6.9;
const smallCharacter = 5.7;

/**
 * @param steps tasks are not drawn, nor is what feeds or is fed by what is not there
 * @param levels the outermost first
 */
export function planPicture(steps: readonly PictureStep[], levels: readonly string[], width = 1040): Picture {
  const drawn = steps.filter((one) => columns.includes(one.nature) && levels.includes(one.level));
  const there = new Map(drawn.map((one) => [one.code, one]));
  const feeds = drawn.flatMap((from) =>
    from.feeds.flatMap((code) => {
      const to = there.get(code);
      return to ? [{ from, to, gutter: gutterOf(from.nature, to.nature) }] : [];
    }),
  );
  const ties = drawn.flatMap((from) =>
    from.connects.filter((level) => levels.includes(level)).map((level) => ({ from, level })),
  );
  const lanes = [0, 1].map((gutter) => [
    ...new Set(feeds.filter((one) => one.gutter === gutter).map((one) => one.to.code)),
  ]);
  const gutters = lanes.map((codes) => 24 + codes.length * lane);
  const tieGutter = ties.length > 0 ? 16 + ties.length * lane : 0;
  const side = inset * levels.length + 8;
  const boxWidth = Math.floor((width - 2 * side - gutters[0]! - gutters[1]! - tieGutter) / 3);
  const left = [side, side + boxWidth + gutters[0]!, side + 2 * boxWidth + gutters[0]! + gutters[1]!];
  const boxes = new Map<string, Box>();
  const frames: Frame[] = [];
  let y = 0;
  for (const [depth, level] of levels.entries()) {
    const own = drawn.filter((one) => one.level === level);
    const top = y;
    y += head;
    const stacks = columns.map((nature) => own.filter((one) => one.nature === nature));
    const rows = Math.max(1, ...stacks.map((stack) => stack.length));
    for (let row = 0; row < rows && own.length > 0; row += 1) {
      const inRow = stacks.flatMap((stack, column) =>
        stack.slice(row, row + 1).map((one) => ({ one, column })),
      );
      const wrapped = inRow.map(({ one }) => wrap(one.name, Math.floor((boxWidth - 20) / character)));
      const height = 14 + Math.max(...wrapped.map((lines) => lines.length)) * lineHeight + 16;
      for (const [i, { one, column }] of inRow.entries()) {
        const often = clip(one.often, Math.floor((boxWidth - 20) / smallCharacter));
        const { code, nature } = one;
        boxes.set(code, { code, nature, x: left[column]!, y, height, lines: wrapped[i]!, often });
      }
      y += height + gap;
    }
    frames.push({ level, x: depth * inset, y: top, width: width - 2 * depth * inset, height: 0 });
  }
  // each frame ends below the one within it
  const closed = frames.map((frame, depth) => ({
    ...frame,
    height: y - frame.y + (frames.length - 1 - depth) * inset,
  }));
  const bend = { lanes, left, boxWidth };
  return {
    ...{ width, boxWidth, frames: closed },
    height: y + (levels.length - 1) * inset + 2,
    boxes: [...boxes.values()],
    lines: [
      ...feeds.map(({ from, to, gutter }) =>
        feedLine(boxes.get(from.code)!, boxes.get(to.code)!, gutter, bend),
      ),
      ...ties.map(({ from, level }, at) => {
        const frame = closed.find((one) => one.level === level)!;
        return tieLine(boxes.get(from.code)!, frame, left[2]! + boxWidth + 12 + at * lane, boxWidth);
      }),
    ],
  };
}

/** Between which columns a line runs up and down: beside the one that is fed. */
function gutterOf(from: Nature, to: Nature): 0 | 1 {
  if (to === 'instrument') return 0;
  return to === 'report' && from === 'instrument' ? 0 : 1;
}

type Bend = { lanes: string[][]; left: number[]; boxWidth: number };

function feedLine(from: Box, to: Box, gutter: 0 | 1, { lanes, left, boxWidth }: Bend): Line {
  const at = left[gutter]! + boxWidth + 10 + lanes[gutter]!.indexOf(to.code) * lane;
  const start = from.x < at ? from.x + boxWidth : from.x;
  const middle = (box: Box) => box.y + box.height / 2;
  const into = to.x < at ? to.x + boxWidth : to.x;
  const key = `${from.code} ${to.code}`;
  const end = { x: into, y: middle(to), to: to.x < at ? ('left' as const) : ('right' as const) };
  // an instrument for a meeting passes the reports between the rows
  const passes = from.x < left[1]! && gutter === 1;
  const points: [number, number][] = passes
    ? [
        [start, middle(from)],
        [left[0]! + boxWidth + 6, middle(from)],
        [left[0]! + boxWidth + 6, to.y - gap / 2],
        [at, to.y - gap / 2],
        [at, middle(to)],
        [into, middle(to)],
      ]
    : [
        [start, middle(from)],
        [at, middle(from)],
        [at, middle(to)],
        [into, middle(to)],
      ];
  return { key, from: from.code, to: to.code, path: rounded(points), end, kind: 'feed' };
}

/** From a meeting down or up to the frame of a level whose people sit at it. */
function tieLine(from: Box, frame: Frame, x: number, boxWidth: number): Line {
  const y = from.y + from.height / 2;
  const end = { x, y: frame.y + 16, to: 'left' as const };
  const path = rounded([
    [from.x + boxWidth, y],
    [x, y],
    [x, end.y],
  ]);
  return { key: `${from.code} ${frame.level}`, from: from.code, to: frame.level, path, end, kind: 'tie' };
}

/** A line along points, its corners rounded. */
function rounded(points: readonly [number, number][]): string {
  return points
    .map(([x, y], i) => {
      const before = points[i - 1];
      const after = points[i + 1];
      if (!before) return `M${x} ${y}`;
      if (!after) return `L${x} ${y}`;
      const near = ([a, b]: readonly [number, number]) => {
        const far = Math.hypot(a - x, b - y);
        const by = Math.min(6, far / 2) / (far || 1);
        return `${round(x + (a - x) * by)} ${round(y + (b - y) * by)}`;
      };
      return `L${near(before)}Q${x} ${y} ${near(after)}`;
    })
    .join('');
}

const round = (value: number) => Math.round(value * 10) / 10;

/** A name over as many lines as it takes, none longer than `most` characters where a word allows it; three at most. */
export function wrap(name: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(clip(word, most));
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), clip(lines.slice(2).join(' '), most)];
}

function clip(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}
