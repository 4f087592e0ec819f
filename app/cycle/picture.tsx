import { useId } from 'react';
import { nameOf } from '#app/kernel/name.ts';
import { Chart } from '#app/ui/chart-frame.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Step } from './cycle.server.ts';
import { type Box, type Line, natureOf, planPicture } from './plan-picture.ts';
import { useStepWords } from './step-words.tsx';

type Props = {
  steps: readonly Step[];
  /** the frame in which each level is drawn, the outermost first */
  levels: ReadonlyMap<string, string>;
};

/** The monitoring plan drawn: frames of levels, what feeds what, and which meetings tie the levels together. */
export function PlanPicture({ steps, levels }: Props) {
  const text = useText();
  const locale = useLocale();
  const { oftenOf } = useStepWords(steps);
  const ids = { title: useId(), description: useId() };
  // the outermost level of a step that several have
  const levelOf = (step: Step) => [...levels].find(([level]) => step.unitKinds.includes(level))?.[1] ?? '';
  const named = new Map(steps.map((step) => [step.code, nameOf(step, locale)]));
  const shown = [...new Set(levels.values())].filter((level) =>
    steps.some((step) => levelOf(step) === level && natureOf(step) !== 'task'),
  );
  const picture = planPicture(
    steps.map((step) => ({
      ...{ code: step.code, name: named.get(step.code)!, often: oftenOf(step), level: levelOf(step) },
      ...{ nature: natureOf(step), feeds: step.feeds, connects: step.connects },
    })),
    shown,
  );
  const level = (code: string) => text('monitoring.level', { level: code });
  const said = picture.lines.map((line) =>
    line.kind === 'feed'
      ? text('monitoring.said.feed', { from: named.get(line.from)!, to: named.get(line.to)! })
      : text('monitoring.said.tie', { from: named.get(line.from)!, level: level(line.to) }),
  );
  if (picture.boxes.length === 0) return null;
  return (
    <div className="plan-picture">
      <Chart
        title={text('monitoring.picture')}
        note={text('monitoring.picture.note')}
        table={<LineTable steps={steps} lines={picture.lines} named={named} level={level} />}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: its boxes are links, and no fieldset can be drawn in SVG */}
        <svg
          role="group"
          aria-labelledby={ids.title}
          aria-describedby={ids.description}
          viewBox={`0 0 ${picture.width} ${picture.height}`}
        >
          <title id={ids.title}>{text('monitoring.picture')}</title>
          <desc id={ids.description}>{said.join(' ')}</desc>
          {picture.frames.map((frame, depth) => (
            <g key={frame.level}>
              <rect
                className={`picture-frame frame-${depth}`}
                x={frame.x + 0.5}
                y={frame.y + 0.5}
                width={frame.width - 1}
                height={frame.height - 1}
                rx="10"
              />
              <text className="picture-level" x={frame.x + 16} y={frame.y + 22}>
                {level(frame.level)}
              </text>
            </g>
          ))}
          {picture.lines.map((line) => (
            <g key={line.key} className={`picture-${line.kind}`}>
              <path d={line.path} />
              <LineEnd line={line} />
            </g>
          ))}
          {picture.boxes.map((box) => (
            <PictureBox
              key={box.code}
              box={box}
              width={picture.boxWidth}
              regular={steps.find((step) => step.code === box.code)!.regular}
            />
          ))}
        </svg>
        <ul className="chart-key picture-key">
          {(['instrument', 'report', 'meeting', 'regular'] as const).map((kind) => (
            <li key={kind}>
              <span className={`picture-swatch swatch-${kind}`} aria-hidden="true" />
              {text(`monitoring.key.${kind}`)}
            </li>
          ))}
        </ul>
      </Chart>
    </div>
  );
}

function LineEnd({ line: { end, kind } }: { line: Line }) {
  if (kind === 'tie') return <circle cx={end.x} cy={end.y} r="4" />;
  const back = end.to === 'right' ? -8 : 8;
  return (
    <polygon points={`${end.x},${end.y} ${end.x + back},${end.y - 4.5} ${end.x + back},${end.y + 4.5}`} />
  );
}

function PictureBox({ box, width, regular }: { box: Box; width: number; regular: boolean }) {
  const last = box.lines.length;
  return (
    <a href={`#step-${box.code}`} className={`picture-box box-${box.nature}`}>
      <rect x={box.x} y={box.y} width={width} height={box.height} rx={box.nature === 'meeting' ? 14 : 3} />
      {regular ? <line x1={box.x + 4} x2={box.x + 4} y1={box.y + 6} y2={box.y + box.height - 6} /> : null}
      {box.lines.map((line, at) => (
        <text key={line} x={box.x + 12} y={box.y + 20 + at * 16}>
          {line}
        </text>
      ))}
      <text className="picture-often" x={box.x + 12} y={box.y + 20 + last * 16 - 1}>
        {box.often}
      </text>
    </a>
  );
}

type TableProps = {
  steps: readonly Step[];
  lines: readonly Line[];
  named: ReadonlyMap<string, string>;
  level: (code: string) => string;
};

/** The same as a table: what is used in what, and who sits at which meeting. */
function LineTable({ lines, named, level }: TableProps) {
  const text = useText();
  return (
    <table className="table">
      <caption className="visually-hidden">{text('monitoring.picture')}</caption>
      <thead>
        <tr>
          <th scope="col" className="stub">
            {text('cycle.steps.step')}
          </th>
          <th scope="col" className="text">
            {text('monitoring.used')}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...Map.groupBy(lines, (line) => line.from)].map(([from, own]) => (
          <tr key={from}>
            <th scope="row" className="stub">
              {named.get(from)}
            </th>
            <td className="text">
              {own
                .map((line) =>
                  line.kind === 'feed'
                    ? named.get(line.to)
                    : text('monitoring.sits', { level: level(line.to) }),
                )
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
