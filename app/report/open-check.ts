/**
 * All that does not add up in a scheme, as one kind of thing: where, what is stated, what is computed, which
 * rule. Pure. The software names a difference and its class; it never says who is right (law 7).
 */
import { type FindingClass, judgeProduct, ONE, toNumber } from '#app/ledger/check.ts';
import { type Difference, headOf } from './published.ts';
import type { TableHead } from './table.server.ts';
import type { ComputedTable } from './table-reader.ts';
import type { TieVerdict } from './tie.ts';

/** In what a check's figures are: euros in cents, or as a table prints them. */
export type CheckUnit = 'cents' | 'keur' | 'eur' | 'fte' | 'percent' | 'year';

export type Check = {
  /** rule `check.rule.<code>`, name `check.code.<code>` */
  code: string;
  /** which figure, in codes: the same figure has the same key every time */
  whereKey: string;
  class: FindingClass;
  unit: CheckUnit;
  decimals: number;
  stated: number | null;
  computed: number | null;
  difference: number | null;
  /** where it stands, in words, outermost first; `year` apart where it is of one year */
  place: string[];
  /** the cell of a table that it is about, as that table's own page names it */
  cell?: { row: string; column: string };
  /** what the words of the rule need */
  params: Record<string, string | number>;
  href: string;
};

export type CheckTable = ComputedTable & Pick<TableHead, 'titleNl' | 'titleEn'>;

const order: Record<FindingClass, number> = { error: 0, rounding: 1, note: 2 };

/** Errors first, then by rule and place: the same order every time. */
export function inOrder<C extends Check>(checks: readonly C[]): C[] {
  return checks.toSorted(
    (a, b) =>
      order[a.class] - order[b.class] ||
      compare(a.code, b.code) ||
      compare(a.place.join(' '), b.place.join(' ')) ||
      compare(a.whereKey, b.whereKey),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A published table's differences: what it prints against its own figures, another table, or the ledger. */
export function tableCheck(found: Difference, table: CheckTable, scheme: string, locale: 'nl' | 'en'): Check {
  const column = table.layout.columns.find((one) => one.key === found.column)!;
  const percent = column.kind === 'share' || column.kind === 'given';
  const row = table.rows.find((one) => one.key === found.row);
  const label = row ? `${row.prefix ?? ''}${row.label?.[locale] ?? row.name}` : null;
  const heads = [...(column.groups ?? []), column.label].map((head) => head[locale]);
  return {
    code: `table-${found.code}`,
    whereKey: `${table.code}/${found.row}/${found.column}`,
    class: found.class,
    unit: percent ? 'percent' : unitOf(table.layout.unit),
    decimals: found.decimals,
    stated: found.stated,
    computed: found.computed ?? found.ours,
    difference: found.difference ?? minus(found.stated, found.computed ?? found.ours, found.decimals),
    place: [
      locale === 'en' ? table.titleEn : table.titleNl,
      ...(label === null ? [] : [label]),
      locale === 'en' ? heads.join(', ') : headOf(column),
    ],
    cell: { row: found.row, column: found.column },
    params: { table: found.table ?? '' },
    href: `/schemes/${scheme}/tables/${table.code}`,
  };
}

function unitOf(unit: CheckTable['layout']['unit']): CheckUnit {
  return unit === 'keur' || unit === 'eur' ? unit : 'fte';
}

function minus(a: number | null, b: number | null, decimals: number): number | null {
  return a === null || b === null ? null : Number((a - b).toFixed(decimals));
}

type Amounts = Pick<Check, 'code' | 'whereKey' | 'class' | 'place' | 'href' | 'cell'> & {
  stated: number;
  computed: number;
  params?: Check['params'];
};

/** A check in euros: `stated` and `computed` in cents. */
export function centsCheck({ params = {}, ...rest }: Amounts): Check {
  return { ...rest, unit: 'cents', decimals: 2, difference: rest.stated - rest.computed, params };
}

/** A line that states euros and FTE; its rate of the year in cents. */
export type PricedLine = {
  /** by codes, so that the same line has the same key after an export */
  key: string;
  cents: number;
  fteMilli: number;
  rateCents: number;
  year: number;
  unit: string;
  what: string;
  href: string;
};

/**
 * Euros that are not the FTE of the same line times the rate of its year. FTE are entered to a hundredth, so
 * the product may miss by half a hundredth of the rate.
 */
export function rateChecks(lines: readonly PricedLine[]): Check[] {
  return lines.flatMap((line): Check[] => {
    const verdict = judgeProduct(
      { kind: 'known', value: (BigInt(line.cents) * ONE) / 100n, unit: ONE / 100n },
      { kind: 'known', value: (BigInt(line.fteMilli) * ONE) / 1000n, unit: ONE / 100n },
      { kind: 'known', value: (BigInt(line.rateCents) * ONE) / 100n, unit: ONE / 100n },
    );
    if (verdict.class !== 'error') return [];
    return [
      centsCheck({
        code: 'fte-rate',
        whereKey: line.key,
        class: 'error',
        stated: line.cents,
        computed: Math.round(toNumber(verdict.computed) * 100),
        place: [line.what, line.unit, String(line.year)],
        params: { fte: line.fteMilli / 1000, rate: line.rateCents },
        href: line.href,
      }),
    ];
  });
}

/** A tie that does not hold exactly; one of which a side is unknown is a note. */
export function tieCheck(
  tie: { code: string; name: string; owner: string },
  verdict: TieVerdict,
  href: string,
): Check[] {
  if (verdict.state === 'holds') return [];
  const classes = { rounding: 'rounding', broken: 'error', unknown: 'note' } as const;
  return [
    {
      code: 'tie',
      whereKey: `${tie.owner}/${tie.code}`,
      class: classes[verdict.state],
      unit: 'cents',
      decimals: 2,
      stated: verdict.left,
      computed: verdict.right,
      difference: verdict.difference,
      place: [tie.name],
      params: { kind: classes[verdict.state] },
      href,
    },
  ];
}

export type FundTerm = {
  fund: string;
  fundName: string;
  fromYear: number | null;
  toYear: number | null;
  nationalCents: number | null;
  /** basis points; null: not known */
  shareBasis: number | null;
  basis: string;
  source: string;
};

/** Money of a fund in a year that none of its recorded periods contains, and sources that give two periods. */
export function termChecks(
  terms: readonly FundTerm[],
  amounts: readonly { fund: string; year: number; cents: number }[],
  scheme: string,
): Check[] {
  const href = `/schemes/${scheme}/funding`;
  return [...Map.groupBy(terms, (term) => term.fund)].flatMap(([fund, own]) => {
    const name = own[0]!.fundName;
    const dated = own.filter((term) => term.fromYear !== null || term.toYear !== null);
    const outside = amounts
      .filter((one) => one.fund === fund && one.cents !== 0 && dated.length > 0)
      .filter((one) => !dated.some((term) => within(term, one.year)))
      .map((one) =>
        centsCheck({
          code: 'term-outside',
          whereKey: `${fund}/${one.year}`,
          class: 'error',
          stated: one.cents,
          computed: 0,
          place: [name, String(one.year)],
          params: { periods: dated.map(periodOf).join('; ') },
          href,
        }),
      );
    const [first, ...others] = dated;
    const differs = others
      .filter((term) => periodOf(term) !== periodOf(first!))
      .map(
        (term): Check => ({
          code: 'term-differs',
          whereKey: `${fund}/${periodOf(term)}`,
          class: 'note',
          unit: 'year',
          decimals: 0,
          stated: null,
          computed: null,
          difference: null,
          place: [name],
          params: {
            one: `${periodOf(first!)} (${first!.source})`,
            two: `${periodOf(term)} (${term.source})`,
          },
          href,
        }),
      );
    return [...outside, ...differs];
  });
}

/** A fund's period as a source gives it: 2024-2027, with an open end where it names none. */
export function periodOf(term: Pick<FundTerm, 'fromYear' | 'toYear'>): string {
  return `${term.fromYear ?? '…'}-${term.toYear ?? '…'}`;
}

function within(term: FundTerm, year: number): boolean {
  return (term.fromYear ?? year) <= year && year <= (term.toYear ?? year);
}
