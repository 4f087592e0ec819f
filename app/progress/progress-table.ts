import type { Locale } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import { empty, money, type Row, type Table, text, unknown } from '#app/render/report.ts';
import type { Amount, Progress } from './progress.server.ts';

/** The progress of a year as a table: pages, reports and every export print the same. Pure. */

type Words = (key: string, params?: Record<string, string | number | null>) => string;

/** @param progress as `getProgress` gives it, of one unit or of all */
export function progressTable(
  progress: Progress,
  { words, locale }: { words: Words; locale: Locale },
): Table {
  const { scheme, units, year } = progress;
  const said = (value: string | null | undefined) => (value ? text(value) : empty);
  const amount = (value: Amount) =>
    value === null ? unknown : money(value.cents, value.unknown > 0 ? { signs: ['pm'] } : {});
  const rows = units.flatMap(({ unit, measures }): Row[] => [
    { kind: 'group', label: nameOf(unit, locale), cells: Array(9).fill(empty) },
    ...measures.map(({ name, owner, entry, budget, spent }): Row => {
      const status = scheme.statuses.find((one) => one.code === entry?.status);
      return {
        kind: 'line',
        label: name,
        cells: [
          said(owner),
          said(status ? nameOf(status, locale) : words('progress.untold')),
          said(entry?.done),
          said(entry?.result),
          said(entry?.effect),
          said(entry?.deviation),
          said(entry?.nextStep),
          amount(spent),
          amount(budget),
        ],
      };
    }),
  ]);
  const texts = ['owner', 'status', 'done', 'result', 'effect', 'deviation', 'nextStep'];
  return {
    caption: words('progress.caption', { year: String(year) }),
    labelHead: words('progress.measure'),
    columns: [
      ...texts.map((key) => ({ key, label: words(`progress.${key}`) })),
      { key: 'spent', label: words('progress.spent') },
      { key: 'budget', label: words('progress.of-budget') },
    ],
    rows,
    footnotes: [],
  };
}
