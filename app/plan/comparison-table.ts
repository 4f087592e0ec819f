import type { Locale } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import { type Cell, empty, money, type Row, type Sign, share, type Table, text } from '#app/render/report.ts';
import type { YearChange } from './comparison.ts';
import type { ThemeShift } from './shift.ts';
import { shiftParts } from './shift-part.ts';
import { reasonsOf } from './shift-reason.ts';
import type { VersionComparison } from './version-comparison.server.ts';

/** The tables of two versions side by side as they go out: the figures of their page. Pure. */

type Words = (key: string, params?: Record<string, string | number | null>) => string;
type At = { words: Words; locale: Locale; names: { before: string; after: string } };

/** By theme, by theme and year, what the shift of each theme is made of, and the same in shares. */
export function comparisonTables(comparison: VersionComparison, at: At): Table[] {
  const { changes, shift } = comparison;
  const moved = shift.themes.some((one) => one.items.length > 0 || one.before !== one.after);
  return [
    ...(changes.length > 0 ? [themeTable(comparison, at), yearTable(comparison, at)] : []),
    ...(moved ? [shiftTable(comparison, at)] : []),
    ...(moved && shift.themes.every((one) => one.share !== null) ? [shareTable(comparison, at)] : []),
  ];
}

const amount = (cents: number | null): Cell => (cents === null ? empty : money(cents));
const said = (words: string): Cell => (words === '' ? empty : text(words));

function themeName({ themes }: VersionComparison, { words, locale }: At) {
  return (code: string | null) => {
    const theme = themes.find((one) => one.code === code);
    return theme ? nameOf(theme, locale) : (code ?? words('plan.budget.no-measure'));
  };
}

const sides = ({ words, names }: At) => [
  { key: 'before', label: names.before },
  { key: 'after', label: names.after },
  { key: 'difference', label: words('change.difference') },
];

function themeTable(comparison: VersionComparison, at: At): Table {
  const { words } = at;
  const { changes, years } = comparison;
  const name = themeName(comparison, at);
  return {
    caption: words('change.caption', { years: `${years[0]}–${years.at(-1)}` }),
    unitNote: words('change.note'),
    labelHead: words('change.theme'),
    columns: [...sides(at), { key: 'what', label: words('change.what') }],
    rows: changes.map(({ theme, before, after, difference, measures }) => ({
      kind: 'line',
      label: name(theme),
      cells: [
        amount(before),
        amount(after),
        money(difference),
        text(
          measures
            .filter(({ kind }) => kind !== 'unchanged')
            .map((one) => `${words(`change.${one.kind}`)}: ${one.name}`)
            .join('; ') || words('change.unchanged'),
        ),
      ],
    })),
    format: { money: 'keur' },
  };
}

const signOrder = ['provisional', 'pm'] as const satisfies readonly Sign[];

function yearCell(one: YearChange, what: 'before' | 'after' | 'difference'): Cell {
  const signs = signOrder.filter((sign) =>
    what === 'difference' ? one.before[sign] || one.after[sign] : one[what][sign],
  );
  const cents = what === 'difference' ? one.difference : one[what].value;
  if (cents === null || (cents === 0 && signs.join() === 'pm'))
    return signs.length > 0 ? { kind: 'pm' } : empty;
  return money(cents, signs.length > 0 ? { signs } : {});
}

function yearTable(comparison: VersionComparison, at: At): Table {
  const { words, names } = at;
  const { money: byYear, years } = comparison;
  const name = themeName(comparison, at);
  const same = (of: readonly YearChange[]) =>
    of.every((one) => one.difference === 0 && (one.before.value === null) === (one.after.value === null));
  const block = (label: string, of: readonly YearChange[]): Row[] => {
    if (same(of)) return [{ kind: 'plain', label, cells: of.map((one) => yearCell(one, 'after')) }];
    return [
      { kind: 'group', label, cells: [] },
      ...(['before', 'after', 'difference'] as const).map(
        (what): Row => ({
          kind: 'plain',
          label: what === 'difference' ? words('change.difference') : names[what],
          indent: 1,
          cells: of.map((one) => yearCell(one, what)),
        }),
      ),
    ];
  };
  return {
    caption: words('compare.per-year.caption'),
    unitNote: words('compare.per-year.note'),
    labelHead: words('change.theme'),
    columns: [
      ...years.map((year) => ({ key: String(year), label: String(year) })),
      { key: 'all', label: words('plan.total') },
    ],
    rows: [
      ...byYear.themes.flatMap((one) => block(name(one.theme), one.years)),
      ...block(words('plan.total'), byYear.total),
    ],
    format: { money: 'keur' },
  };
}

const inYears = ({ shift }: VersionComparison, words: Words) => ({
  years: shift.year === null ? words('shift.years.all') : String(shift.year),
});

function shiftTable(comparison: VersionComparison, at: At): Table {
  const { words } = at;
  const { shift } = comparison;
  const name = themeName(comparison, at);
  const used = shiftParts.filter(
    (part) => part === 'grown' || shift.themes.some((one) => one.parts[part] !== 0),
  );
  const figures = (one: Pick<ThemeShift, 'before' | 'after' | 'parts'>) => [
    money(one.before),
    money(one.after),
    money(one.after - one.before),
    ...used.map((part) => amount(one.parts[part] || null)),
  ];
  const reasons = (one: ThemeShift) =>
    reasonsOf(one, shift).map((why) =>
      [
        `${why.name} · ${words(`shift.part.${why.part}`).toLowerCase()}`,
        why.undeclared ? `(${words('shift.why.undeclared')})` : '',
      ]
        .join(' ')
        .trim(),
    );
  return {
    caption: words('shift.caption', inYears(comparison, words)),
    unitNote: words('shift.note'),
    labelHead: words('change.theme'),
    columns: [
      ...sides(at),
      ...used.map((part) => ({
        key: part,
        label: words(`shift.part.${part}`),
        groups: [words(part === 'relabelled' ? 'shift.group.label' : 'shift.group.real')],
      })),
      { key: 'why', label: words('shift.why') },
    ],
    rows: [
      ...shift.themes.map(
        (one): Row => ({
          kind: 'plain',
          label: name(one.theme),
          cells: [...figures(one), said(reasons(one).join('; '))],
        }),
      ),
      { kind: 'result', label: words('plan.total'), cells: [...figures(shift.total), empty] },
    ],
    format: { money: 'keur' },
  };
}

function shareTable(comparison: VersionComparison, at: At): Table {
  const { words } = at;
  const { themes } = comparison.shift;
  const name = themeName(comparison, at);
  const used = shiftParts.filter((part) => themes.some((one) => one.share!.parts[part] !== 0));
  return {
    caption: words('shift.shares.caption', inYears(comparison, words)),
    unitNote: words('shift.shares.note'),
    labelHead: words('change.theme'),
    columns: [...sides(at), ...used.map((part) => ({ key: part, label: words(`shift.part.${part}`) }))],
    rows: themes.map((one): Row => {
      const { before, after, parts } = one.share!;
      return {
        kind: 'plain',
        label: name(one.theme),
        cells: [
          share(before),
          share(after),
          share(after - before),
          ...used.map((part) => (parts[part] === 0 ? empty : share(parts[part]))),
        ],
      };
    }),
    format: { shareDecimals: 1 },
  };
}
