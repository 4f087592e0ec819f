/** The measures of a draft plan as a table that goes round: every text of a measure is plain. Pure. */
import type { Locale } from '#app/kernel/actor.ts';
import { type Additionality, additionalities } from '#app/plan/measure.ts';
import type { Plan } from '#app/plan/plan.server.ts';
import type { FillIn } from '#app/render/fill-in.ts';
import type { Words } from './budget-sheet.ts';
import type { CellChange } from './fill-in-difference.ts';
import type { FilledValue } from './fill-in-read.ts';
import type { Sheet, Why } from './fill-in-sheet.ts';

const fields = [
  ['name', 44, 200],
  ['node', 14, 60],
  ['owner', 24, 200],
  ['targetGroup', 24, 200],
  ['firstYear', 12, 4],
  ['lastYear', 12, 4],
  ['additionality', 16, 60],
  ['ambitions', 36, 4000],
  ['description', 70, 20_000],
] as const;
type Field = (typeof fields)[number][0];

type Part = Pick<Plan, 'head' | 'version' | 'measures' | 'nodes'>;
type Measure = Part['measures'][number];

/** What a measure is saved as; `revision` 0 for a new one. */
export type MeasureRow = Record<Exclude<Field, 'ambitions' | 'firstYear' | 'lastYear'>, string> & {
  code: string;
  firstYear: number;
  lastYear: number;
  ambitions: string[];
  additionality: Additionality;
  sort: number;
  revision: number;
};

function textOf(measure: Measure, field: Field): string {
  if (field === 'ambitions') return [...measure.ambitions].sort().join('; ');
  return String(measure[field] ?? '');
}

const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim();

/** @param wordsOf the words of a language */
export function measuresSheet(plan: Part, wordsOf: (locale: Locale) => Words): Sheet {
  const known = new Map(plan.measures.map((measure) => [measure.code, measure]));
  return {
    table: (locale) => tableOf(plan, locale, wordsOf(locale)),
    isWord: () => true,
    decimalsOf: () => null,
    refuse: ([code = '']) =>
      /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(code) ? null : { code: 'field.code', params: {} },
    canon: (field, value) => canonical(plan, wordsOf, { field: field as Field, value }),
    judge: (change, all) =>
      wrongText(plan, change) ?? wrongYears(plan, change, all) ?? newWithout(known, change, all),
    settle: (found) => {
      // a new measure of which one cell is wrong is not begun by half
      const bad = new Set(found.refused.map(({ key }) => key[0]!).filter((code) => !known.has(code)));
      return { ...found, changes: found.changes.filter(({ key }) => !bad.has(key[0]!)) };
    },
  };
}

function tableOf(plan: Part, locale: Locale, words: Words): FillIn {
  return {
    name: `${plan.head.code}`,
    title: `${plan.head.title}: ${words('plan.measures')}`,
    lead: [words('fill-in.measures.lead')],
    stamp: `${plan.head.scheme.code}/${plan.head.code}/${plan.version.number}`,
    language: locale,
    begins: true,
    labels: [{ head: words('measure.code'), key: true, width: 14 }],
    fields: fields.map(([key, width]) => ({ key, head: words(`measure.${key}`), width, decimals: null })),
    rows: plan.measures.map((measure) => ({
      labels: [measure.code],
      decimals: null,
      values: fields.map(([field]) => {
        const text = plain(textOf(measure, field));
        if (field === 'additionality') return words(`measure.additionality.${text}`);
        return text === '' ? null : text;
      }),
    })),
  };
}

type Written = { field: Field; value: FilledValue };

/** Names stand for codes, whatever the language: a theme, an ambition and its kind may be typed by name. */
function canonical({ nodes }: Part, wordsOf: (locale: Locale) => Words, { field, value }: Written) {
  if (value === null) return null;
  const text = plain(String(value));
  if (text === '') return null;
  const same = (a: string) => a.toLowerCase() === text.toLowerCase();
  if (field === 'additionality') {
    const names = (kind: string) =>
      (['nl', 'en'] as const).map((locale) => wordsOf(locale)(`measure.additionality.${kind}`));
    const kind = additionalities.find((one) => same(one) || names(one).some(same));
    return kind ?? text;
  }
  if (field === 'node') {
    const themes = nodes.filter((node) => node.theme);
    return themes.find((node) => [node.code, node.nameNl, node.nameEn].some(same))?.code ?? text;
  }
  if (field !== 'ambitions') return text;
  return ambitionsIn(text).sort().join('; ');
}

const ambitionsIn = (text: string) =>
  text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

function wrongText(plan: Part, { field, after }: CellChange): Why | null {
  const text = String(after ?? '');
  const most = fields.find(([key]) => key === field)?.[2] ?? 0;
  if (text.length > most) return { code: 'fill-in.measures.long', params: { most } };
  const needed = field === 'name' || field === 'node' || field === 'firstYear' || field === 'lastYear';
  if (text === '' && needed) return { code: 'field.required', params: {} };
  const unknown = (what: string): Why => ({ code: 'plan.unknown', params: { what } });
  if (field === 'node') {
    const node = plan.nodes.find((one) => one.theme && one.code === text);
    if (!node) return unknown(text);
    return node.excludedReason === null
      ? null
      : { code: 'measure.excluded-theme', params: { theme: node.code } };
  }
  if (field === 'additionality') {
    return additionalities.some((one) => one === text) ? null : unknown(text);
  }
  if (field === 'ambitions') {
    const other = ambitionsIn(text).find(
      (name) => !plan.nodes.some((one) => !one.theme && `${one.framework}/${one.code}` === name),
    );
    return other === undefined ? null : unknown(other);
  }
  return null;
}

function wrongYears(plan: Part, change: CellChange, all: readonly CellChange[]): Why | null {
  const { field, key } = change;
  if (field !== 'firstYear' && field !== 'lastYear') return null;
  const measure = plan.measures.find((one) => one.code === key[0]);
  const { firstYear, lastYear } = plan.head;
  const year = (name: 'firstYear' | 'lastYear') => {
    const typed = all.find((one) => one.field === name)?.after;
    const stands = measure?.[name] ?? { firstYear, lastYear }[name];
    return typed == null ? stands : /^\d{4}$/.test(String(typed)) ? Number(typed) : Number.NaN;
  };
  const [first, last] = [year('firstYear'), year('lastYear')];
  const fits = first >= firstYear && last <= lastYear && first <= last;
  return fits
    ? null
    : { code: 'measure.years', params: { first: String(firstYear), last: String(lastYear) } };
}

function newWithout(
  known: ReadonlyMap<string, Measure>,
  change: CellChange,
  all: readonly CellChange[],
): Why | null {
  const { key } = change;
  // said once, at its first cell
  if (known.has(key[0]!) || change !== all[0]) return null;
  const has = (field: Field) => all.some((one) => one.field === field && one.after !== null);
  return has('name') && has('node') ? null : { code: 'fill-in.measures.new', params: { code: key[0]! } };
}

/** The measures that changes stand for, whole; each with the revision that stands. */
export function changedMeasures(plan: Part, changes: readonly CellChange[]): MeasureRow[] {
  const byCode = Map.groupBy(changes, ({ key }) => key[0]!);
  let sort = plan.measures.length;
  return [...byCode].map(([code, list]) => {
    const stands = plan.measures.find((one) => one.code === code);
    const said = (field: Field, none = '') => {
      const change = list.find((one) => one.field === field);
      if (change) return String(change.after ?? none);
      return stands ? textOf(stands, field) : none;
    };
    return {
      ...{ code, name: said('name'), node: said('node'), owner: said('owner') },
      ...{ targetGroup: said('targetGroup'), description: said('description') },
      firstYear: Number(said('firstYear', String(plan.head.firstYear))),
      lastYear: Number(said('lastYear', String(plan.head.lastYear))),
      additionality: additionalities.find((one) => one === said('additionality', 'new')) ?? 'new',
      ambitions: ambitionsIn(said('ambitions')),
      sort: stands?.sort ?? ++sort,
      revision: stands?.revision ?? 0,
    };
  });
}
