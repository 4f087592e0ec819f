import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { keepMoment, type Moment, momentSearch } from '#app/kernel/moment.ts';
import { getMoney, versionMoment } from '#app/ledger/money.server.ts';
import { type AcceptedCheck, type OpenCheck, settle } from './acceptance.ts';
import {
  getCheckFacts,
  getOverspent,
  getPricedLines,
  getTieRows,
  type SpentMeasure,
  type TieRow,
} from './check-facts.server.ts';
import { getMoneyView, type SchemeFrame } from './money.server.ts';
import { moneyChecks, unitChecks } from './money-check.ts';
import {
  type Check,
  centsCheck,
  type FundTerm,
  inOrder,
  rateChecks,
  tableCheck,
  termChecks,
  tieCheck,
} from './open-check.ts';
import { differences } from './published.ts';
import { getPrintedTables } from './table.server.ts';
import { judgeTie, type TieSide, type TieVerdict, tieSideSchema } from './tie.ts';

export type WatchedTie = {
  code: string;
  owner: string;
  name: string;
  note: string;
  left: TieSide;
  right: TieSide;
  verdict: TieVerdict;
};

export type SchemeChecks = {
  frame: SchemeFrame;
  open: OpenCheck[];
  accepted: AcceptedCheck[];
  ties: WatchedTie[];
  terms: FundTerm[];
};

/**
 * Everything in a scheme that did not add up at a moment. Nine statements, and one more for each day that a
 * published table of the scheme stands on; never more by the number of tables, lines, ties or differences.
 * @throws Missing
 */
export async function getChecks(
  tx: Tx,
  actor: Actor,
  { scheme, asOf = null, knownOn = null }: { scheme: string } & Partial<Moment>,
  now: Date,
): Promise<SchemeChecks> {
  const { locale } = actor;
  const moment = { ...versionMoment({ asOf, knownOn }), now };
  const filter = { scheme, asOf, knownOn, unit: null, fund: null, slice: 'node' as const };
  const { frame, view } = await getMoneyView(tx, actor, filter, now);
  const perUnit = await getMoney(tx, {
    schemeId: frame.schemeId,
    groupBy: ['stage', 'unit', 'year'],
    stage: ['allocated', 'budgeted'],
    ownFunds: true,
    unitLevel: 1,
    asOf: moment.asOf ?? now,
    knownOn: moment.knownOn,
  });
  const tables = await getPrintedTables(tx, actor, { scheme, asOf, knownOn }, now);
  const facts = await getCheckFacts(tx, actor, frame.schemeId, moment);
  const overspent = await getOverspent(tx, actor, frame.schemeId, moment);
  const priced = await getPricedLines(tx, actor, frame, moment);
  const ties = watched(await getTieRows(tx, actor, scheme, moment), locale);
  const [here, then] = [`/schemes/${scheme}/checks`, momentSearch({ asOf, knownOn })];
  const printed = tables.filter((table) => Object.keys(table.layout.published).length > 0);
  const checks = [
    ...printed.flatMap((table) =>
      differences(table, tables).map((found) => tableCheck(found, table, scheme, locale)),
    ),
    ...moneyChecks(view, scheme),
    ...unitChecks(perUnit, frame),
    ...overspent.map((one) => spendingCheck(one, scheme)),
    ...rateChecks(priced),
    ...ties.flatMap((tie) =>
      tieCheck(tie, tie.verdict, keepMoment(`${here}#tie-${tie.owner}-${tie.code}`, then)),
    ),
    ...termChecks(facts.terms, facts.amounts, scheme),
  ];
  const { open, accepted } = settle(inOrder(checks), facts.acceptances);
  return { frame, open, accepted, ties, terms: facts.terms };
}

/** Ties with both sums and whether they hold. */
export function watched(rows: readonly TieRow[], locale: Actor['locale']): WatchedTie[] {
  return rows.map(({ code, owner, note, leftFigures, rightFigures, ...row }) => {
    const left = tieSideSchema.parse(row.left);
    const right = tieSideSchema.parse(row.right);
    const verdict = judgeTie(
      { figures: leftFigures, unitCents: left.unitCents },
      { figures: rightFigures, unitCents: right.unitCents },
    );
    return { code, owner, note, name: locale === 'en' ? row.nameEn : row.nameNl, left, right, verdict };
  });
}

function spendingCheck(one: SpentMeasure, scheme: string): Check {
  return centsCheck({
    code: 'spending',
    whereKey: `${one.unit}/${one.measure}/${one.year}`,
    class: 'note',
    stated: one.realised,
    computed: one.budgeted,
    place: [one.name, one.unitName, String(one.year)],
    href: `/schemes/${scheme}/realisation/${one.unit}/${one.year}`,
  });
}
