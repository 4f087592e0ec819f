import { Fragment, useId } from 'react';
import { Badge } from '#app/ui/badge.tsx';
import { Money } from '#app/ui/money.tsx';
import { ScrollRegion } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Bench, BenchCell, BenchRow } from './bench.ts';
import { type BenchState, letterOf } from './bench-form.ts';
import { BenchWhy } from './bench-why.tsx';
import type { LiveRun } from './live-run.ts';
import type { Names, Vocabulary } from './names.tsx';
import { keyOf } from './receiver.ts';
import { orderedReceivers } from './result-table.tsx';
import { receiverText } from './rule-form.ts';

export type BenchTableProps = {
  bench: Bench;
  state: BenchState;
  runs: readonly LiveRun[];
  vocabulary: Vocabulary;
  names: Names;
  years: readonly number[];
};

/** Who gets what in each allocation, against the base: amount, difference with its sign, and a bar for its size. */
export function BenchTable({ bench, state, runs, vocabulary, names, years }: BenchTableProps) {
  const text = useText();
  const captionId = useId();
  const { columns, base } = state;
  const rows = orderedReceivers(
    bench.rows.map((row) => row.receiver),
    vocabulary,
  ).flatMap((receiver) => bench.rows.filter((row) => keyOf(row.receiver) === keyOf(receiver)));
  const years1 = years.length === 1 ? String(years[0]) : text('allocation.bench.span', spanOf(years));
  const cells = (of: readonly BenchCell[], row: BenchRow | null) =>
    columns.map((column, i) => (
      <td key={column.from} className={i === base ? 'number bench-base' : 'number'}>
        <Cell
          cell={of[i]!}
          state={state}
          largest={row ? bench.largest : 0}
          problem={problemOf(runs[i], row)}
        />
      </td>
    ));
  const sums = (key: string, head: string, of: readonly BenchCell[]) => (
    <tr className={`row-${key}`}>
      <th scope="row" className="stub">
        {head}
      </th>
      {cells(of, null)}
    </tr>
  );
  return (
    <ScrollRegion labelledBy={captionId}>
      <table className="table bench-table">
        <caption id={captionId}>
          {text('allocation.bench.caption', { years: years1 })}
          <small>{text(state.show === 'head' ? 'allocation.bench.in-head' : 'allocation.in-euro')}</small>
        </caption>
        <thead>
          <tr className="head">
            <td className="stub" />
            {columns.map((column, i) => (
              <th key={column.from} scope="col" className="number">
                <span className="bench-letter">{letterOf(i)}</span> {column.name}
                {i === base ? (
                  <span className="bench-tag">
                    <Badge tone="accent">{text('allocation.bench.is-base')}</Badge>
                  </span>
                ) : (
                  <Moves moves={bench.moves[i] ?? null} />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = receiverText(row.receiver);
            const open = state.why === key;
            return (
              <Fragment key={key}>
                <tr className="row-line">
                  <th scope="row" className="stub">
                    <button
                      type="submit"
                      name="intent"
                      value={`why:${key}`}
                      className="bench-unit"
                      aria-expanded={open}
                      title={text('allocation.bench.why-of', { receiver: names.receiver(row.receiver) })}
                    >
                      {names.receiver(row.receiver)}
                    </button>
                  </th>
                  {cells(row.cells, row)}
                </tr>
                {open ? (
                  <tr className="bench-why">
                    <td colSpan={columns.length + 1}>
                      <BenchWhy {...{ receiver: row.receiver, state, runs, names, years }} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            );
          })}
          {sums('subtotal', text('allocation.allocated'), bench.allocated)}
          {sums('plain', text('allocation.unallocated'), bench.unallocated)}
          {sums('total', text('allocation.to-divide'), bench.totals)}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

export function spanOf(years: readonly number[]) {
  return { first: String(years[0] ?? ''), last: String(years.at(-1) ?? '') };
}

/** Why this unit gets nothing here: what is wrong with its head count. */
function problemOf(run: LiveRun | undefined, row: BenchRow | null): string | null {
  if (!run || run.result || !row) return null;
  return run.problems.find((one) => one.params.unit === row.receiver.unit)?.code ?? null;
}

function Moves({ moves }: { moves: Bench['moves'][number] }) {
  const text = useText();
  if (!moves) return null;
  return (
    <span className="bench-moves">
      <span className="bench-more">{text('allocation.bench.more', { count: moves.more })}</span>{' '}
      <span className="bench-less">{text('allocation.bench.less', { count: moves.less })}</span>
    </span>
  );
}

type CellProps = { cell: BenchCell; state: BenchState; largest: number; problem: string | null };

function Cell({ cell, state, largest, problem }: CellProps) {
  const text = useText();
  if (problem) {
    const short = problem.replace('allocation.', '');
    const known = ['heads-missing', 'heads-unknown', 'heads-other-date'].includes(short);
    return <span className="bench-problem">{text(`allocation.bench.${known ? short : 'problem'}`)}</span>;
  }
  if (state.show === 'head') {
    return <Money value={cell.perHead} unit="eur2" signs={cell.perHead === null ? [] : cell.signs} />;
  }
  return (
    <>
      <Money value={cell.cents} unit="eur" signs={cell.signs} />
      {cell.difference === null ? null : (
        <span className={`bench-difference bench-${signOf(cell.difference)}`}>
          <span>
            {cell.difference === 0 ? (
              text('allocation.bench.same')
            ) : (
              <>
                <Money value={cell.difference} unit="eur" sign signs={cell.differenceSigns} />
                {cell.share === null ? null : (
                  <span className="bench-share">
                    <Money value={cell.share} unit="percent1" sign />%
                  </span>
                )}
              </>
            )}
          </span>
          {largest > 0 ? <Bar difference={cell.difference} largest={largest} /> : null}
        </span>
      )}
    </>
  );
}

function signOf(difference: number): 'more' | 'less' | 'same' {
  return difference > 0 ? 'more' : difference < 0 ? 'less' : 'same';
}

/** Right of the middle is more, left is less; the figure beside it says the same in words. */
function Bar({ difference, largest }: { difference: number; largest: number }) {
  const width =
    largest === 0
      ? 0
      : Math.min(48, Math.max(difference === 0 ? 0 : 1, (Math.abs(difference) / largest) * 48));
  return (
    <svg
      viewBox="-50 0 100 10"
      preserveAspectRatio="none"
      className="bench-bar"
      aria-hidden="true"
      focusable="false"
    >
      <line x1="0" x2="0" y1="0" y2="10" />
      <rect x={difference < 0 ? -width : 0} y="2" width={width} height="6" />
    </svg>
  );
}
