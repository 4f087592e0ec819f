import { useId } from 'react';
import { years } from '#app/kernel/period.ts';
import { Chart } from '#app/ui/chart-frame.tsx';
import { seriesClass } from '#app/ui/series.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Plan } from './plan.server.ts';
import { type Bar, type Mark, type Road, roads, type Step } from './step.ts';
import { stepTarget, stepUnit, stepYears } from './step-words.tsx';
import { unitsOf } from './unit-choice.ts';

/* Heights in pixels; across, everything is a share of the width, so that it fits a phone. */
const head = 24;
const nameHeight = 22;
const laneHeight = 40;
const markHeight = 28;
const gap = 14;

/** Years × measures: phases as bars, milestones and deliverables as marks, and the table of the same. */
export function Roadmap({ plan }: { plan: Plan }) {
  const text = useText();
  const ids = { title: useId(), description: useId() };
  const { firstYear, lastYear } = plan.head;
  const drawn = roads(plan.measures, plan.head);
  if (drawn.length === 0) return null;
  const columns = years(firstYear, lastYear);
  let y = head;
  const placed = drawn.map((road) => {
    const top = y;
    y += heightOf(road);
    return { road, top };
  });
  return (
    <section id="roadmap">
      <Chart
        title={<h2>{text('roadmap.title')}</h2>}
        note={text('roadmap.note')}
        table={<Table plan={plan} />}
      >
        <svg
          className="roadmap"
          role="img"
          aria-labelledby={ids.title}
          aria-describedby={ids.description}
          height={y}
        >
          <title id={ids.title}>{text('roadmap.title')}</title>
          <desc id={ids.description}>
            {text('roadmap.description', {
              measures: drawn.length,
              first: String(firstYear),
              last: String(lastYear),
            })}
          </desc>
          {columns.map((year, index) => (
            <g key={year}>
              <line
                className="roadmap-year"
                x1={`${(index * 100) / columns.length}%`}
                x2={`${(index * 100) / columns.length}%`}
                y1="0"
                y2={y}
              />
              <text x={`${(index * 100) / columns.length}%`} dx="5" y="15">
                {year}
              </text>
            </g>
          ))}
          {placed.map(({ road, top }) => (
            <RoadRow key={road.code} road={road} top={top} series={seriesOf(plan, road.code)} />
          ))}
        </svg>
      </Chart>
    </section>
  );
}

function heightOf(road: Road): number {
  return nameHeight + road.lanes * laneHeight + road.markRows * markHeight + gap;
}

function seriesOf(plan: Plan, measure: string): number {
  const node = plan.measures.find((one) => one.code === measure)?.node;
  const root = plan.nodes.find((one) => one.theme && one.code === node)?.root ?? node;
  return plan.themes.find((theme) => theme.code === root)?.series ?? 1;
}

function RoadRow({ road, top, series }: { road: Road; top: number; series: number }) {
  const lanes = top + nameHeight;
  return (
    <g className={seriesClass(series)}>
      <line className="roadmap-row" x1="0" x2="100%" y1={top} y2={top} />
      <text className="roadmap-name" x="5" y={top + 17}>
        {road.name}
      </text>
      {road.bars.map((bar) => (
        <RoadBar key={bar.step.code} bar={bar} top={lanes + bar.lane * laneHeight} />
      ))}
      {road.marks.map((mark) => (
        <RoadMark
          key={mark.step.code}
          mark={mark}
          top={lanes + road.lanes * laneHeight + mark.row * markHeight}
        />
      ))}
    </g>
  );
}

function useStepTitle(): (step: Step, number: number) => string {
  const text = useText();
  return (step, number) =>
    text('roadmap.bar', {
      kind: text(`step.kind.${step.kind}`),
      number: String(number),
      text: step.text,
      years: stepYears(step),
    });
}

function RoadBar({ bar, top }: { bar: Bar; top: number }) {
  const title = useStepTitle();
  return (
    <svg x={`${bar.from / 100}%`} y={top} width={`${(bar.to - bar.from) / 100}%`} height={laneHeight - 4}>
      <title>{title(bar.step, bar.number)}</title>
      <rect className="series-fill" width="100%" height={laneHeight - 4} />
      <rect className="segment-gap" x="100%" width="2" height={laneHeight - 4} transform="translate(-2 0)" />
      <foreignObject width="100%" height={laneHeight - 4}>
        <div className="roadmap-bar">
          <p>
            <b>{bar.number}</b> <span>{bar.step.text}</span>
          </p>
        </div>
      </foreignObject>
    </svg>
  );
}

// A milestone is a diamond, what is delivered a square; the number says which.
function RoadMark({ mark, top }: { mark: Mark; top: number }) {
  const title = useStepTitle();
  return (
    <svg x={`${mark.at / 100}%`} y={top} width="28" height={markHeight} className="roadmap-mark">
      <title>{title(mark.step, mark.number)}</title>
      <rect
        x="-8"
        y="5"
        width="16"
        height="16"
        rx="1"
        transform={mark.step.kind === 'milestone' ? 'rotate(45 0 13)' : undefined}
      />
      <text x="0" y="17.5" textAnchor="middle">
        {mark.number}
      </text>
    </svg>
  );
}

function Table({ plan }: { plan: Plan }) {
  const text = useText();
  const locale = useLocale();
  const units = unitsOf(plan);
  return (
    <table className="table roadmap-table">
      <thead>
        <tr>
          <th scope="col">{text('roadmap.measure')}</th>
          <th scope="col">{text('roadmap.step')}</th>
          <th scope="col">{text('roadmap.when')}</th>
          <th scope="col">{text('roadmap.who')}</th>
          <th scope="col">{text('roadmap.target')}</th>
        </tr>
      </thead>
      <tbody>
        {plan.measures.flatMap((measure) =>
          measure.steps.map((step, index) => (
            <tr key={`${measure.code} ${step.code}`}>
              <th scope="row">{measure.name}</th>
              <td>{`${index + 1} ${text(`step.kind.${step.kind}`)}: ${step.text}`}</td>
              <td>{stepYears(step)}</td>
              <td>{stepUnit(step, units, locale) || text('step.all-units')}</td>
              <td>{stepTarget(text, step)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
