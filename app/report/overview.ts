/**
 * How an agreement stands: which documents its units owe and where each stands, and what does not add up.
 * Pure: from figures to warnings. The software names differences; it never says who is right (law 7).
 */
import type { Commitment } from '#app/council/commitment.server.ts';
import { isOpen, isOverdue } from '#app/council/commitment.ts';
import { sum } from '#app/kernel/money.ts';
import type { Stage } from '#app/ledger/ledger.ts';
import type { MoneyRow } from '#app/ledger/money.server.ts';
import type { Funding, MoneyView } from './money-view.ts';

export type Warning = {
  /** message key `overview.warning.<code>` */
  code: 'over-granted' | 'over-allocated' | 'excluded' | 'overdue' | 'commitment' | 'spend';
  params: Record<string, string | number>;
  href: string;
};

/** Years in which more was allocated than granted, as known now. */
export function overGranted(funding: Funding[], scheme: string): Warning[] {
  // what came from another year was granted there
  const now = (stage: Funding['stage'], year: number) => {
    const found = funding.find((f) => f.stage === stage && f.year === year);
    return found ? found.now - found.carriedNow : null;
  };
  const years = [...new Set(funding.map((f) => f.year))].toSorted();
  return years.flatMap((year) => {
    const [granted, allocated] = [now('granted', year), now('allocated', year)];
    if (granted === null || allocated === null || allocated <= granted) return [];
    const params = { year: String(year), cents: allocated - granted };
    return [{ code: 'over-granted' as const, params, href: `/schemes/${scheme}/allocation` }];
  });
}

/** Units that budget more than they were allocated over the whole period, with how much. */
export function overAllocated(
  rows: MoneyRow[],
  names: ReadonlyMap<string, string>,
  scheme: string,
): Warning[] {
  const byUnit = Map.groupBy(rows, (row) => row.unit!);
  return [...byUnit].flatMap(([unit, own]) => {
    const total = (stage: string) => {
      const part = own.filter((row) => row.stage === stage);
      return part.length ? sum(part.map((row) => row.cents)) : null;
    };
    const [allocated, budgeted] = [total('allocated'), total('budgeted')];
    if (allocated === null || budgeted === null || budgeted <= allocated) return [];
    const params = { unit: names.get(unit) ?? unit, cents: budgeted - allocated };
    return [
      { code: 'over-allocated' as const, params, href: `/schemes/${scheme}/money?unit=${unit}&print=eur` },
    ];
  });
}

/** Themes that the scheme leaves out and on which there is money all the same. */
export function onExcluded(view: MoneyView, scheme: string): Warning[] {
  return view.keys.flatMap(({ key, label, excluded }) => {
    if (excluded === undefined) return [];
    // a forecast is no money yet
    const spent = view.figures.filter((f) => f.key === key && f.stage !== 'forecast' && (f.cents ?? 0) !== 0);
    const years = [...new Set(spent.map((f) => f.year))].toSorted();
    return years.map((year) => {
      const own = spent.filter((f) => f.year === year);
      const budgeted = own.some((f) => f.stage === 'budgeted');
      const cents = sum(own.filter((f) => (budgeted ? f.stage === 'budgeted' : true)).map((f) => f.cents));
      const cell = `${budgeted ? 'B' : 'R'}${year}:${key ?? ''}`;
      const params = { theme: label, year: String(year), cents };
      return {
        code: 'excluded' as const,
        params,
        href: `/schemes/${scheme}/money?cell=${encodeURIComponent(cell)}`,
      };
    });
  });
}

/** One cell of the matrix: the newest version of a unit's document of a kind. */
export type Standing = {
  unit: string;
  kind: string;
  document: string;
  title: string;
  number: number;
  status: 'draft' | 'submitted' | 'returned' | 'adopted' | 'withdrawn';
  inForce: boolean;
  /** the ledger stage of its lines: which screen shows it */
  stage: Stage | null;
  firstYear: number;
  /** asked of a body and not yet answered, with the day on which the term ends */
  waiting: { body: string; dueOn: string | null } | null;
};

/** The screen where a document is read: each stage of the money has its own. */
export function standingHref(
  scheme: string,
  { document, stage, unit, firstYear }: Pick<Standing, 'document' | 'stage' | 'unit' | 'firstYear'>,
): string {
  const base = `/schemes/${scheme}`;
  if (stage === 'granted' || stage === 'expected') return `${base}/funding`;
  if (stage === 'allocated') return `${base}/allocation/${document}`;
  if (stage === 'realised') return `${base}/realisation/${unit}/${firstYear}`;
  return `${base}/plans/${document}`;
}

/** Decisions whose term has ended without an outcome. */
export function overdue(standings: Standing[], today: string, scheme: string): Warning[] {
  return standings.flatMap(({ waiting, title, document, ...rest }) =>
    waiting?.dueOn && waiting.dueOn < today
      ? [
          {
            code: 'overdue' as const,
            params: { body: waiting.body, title, date: waiting.dueOn },
            href: standingHref(scheme, { document, ...rest }),
          },
        ]
      : [],
  );
}

/**
 * Conditions and commitments to a body whose day has gone by, and those that the spending of this year or the next
 * waits for.
 * @param body the body's name in the reader's language
 */
export function unmet(
  commitments: readonly Commitment[],
  today: string,
  body: (one: Commitment) => string,
): Warning[] {
  const year = Number(today.slice(0, 4));
  return commitments.flatMap((one): Warning[] => {
    if (!isOpen(one)) return [];
    const href = `/schemes/${one.scheme}/commitments/${one.commitmentId}`;
    const params = { kind: one.kind, body: body(one), date: one.dueOn, text: one.text };
    if (isOverdue(one, today)) return [{ code: 'commitment', params, href }];
    if (one.spendYear === null || one.spendYear > year + 1) return [];
    return [{ code: 'spend', params: { ...params, year: String(one.spendYear) }, href }];
  });
}
