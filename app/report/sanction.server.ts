import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Moment } from '#app/kernel/moment.ts';
import { years } from '#app/kernel/period.ts';
import { getMoney, type MoneyRow, momentOf, versionMoment } from '#app/ledger/money.server.ts';
import { listSanctions, type Sanction } from '#app/scheme/sanction.server.ts';
import { getSchemeFrame, type SchemeFrame } from './money.server.ts';
import { type SanctionLoss, sanctionLoss, type YearMoney } from './sanction-effect.ts';

export type SanctionView = { sanction: Sanction; loss: SanctionLoss };

/**
 * The sanctions that a scheme knows now with what each would cost, from what was granted (or else expected) and
 * allocated at a moment, as known then. Four statements. @throws Missing
 */
export async function getSanctions(
  tx: Tx,
  actor: Actor,
  { scheme, now, ...days }: { scheme: string; now: Date } & Partial<Moment>,
): Promise<{ frame: SchemeFrame; sanctions: SanctionView[] }> {
  const moment = momentOf(days.asOf, now);
  const frame = await getSchemeFrame(tx, actor, scheme, moment.date);
  const { schemeId } = frame;
  const sanctions = await listSanctions(tx, actor.institutionId, schemeId);
  const own = { schemeId, asOf: moment.at, knownOn: versionMoment(days).knownOn, ownFunds: true };
  const totals = await getMoney(tx, {
    ...own,
    groupBy: ['stage', 'year'],
    stage: ['granted', 'expected'],
  });
  // Units below a faculty stand for their faculty: the board passes a loss on to what it allocates to.
  const allocated = await getMoney(tx, {
    ...own,
    groupBy: ['unit', 'year'],
    stage: ['allocated'],
    unitLevel: 1,
  });
  const money = years(frame.firstYear, frame.lastYear).map((year) => yearMoney(year, totals, allocated));
  return {
    frame,
    sanctions: sanctions.map((sanction) => ({ sanction, loss: sanctionLoss(sanction.effect, money) })),
  };
}

function yearMoney(year: number, totals: readonly MoneyRow[], allocated: readonly MoneyRow[]): YearMoney {
  const of = (stage: 'granted' | 'expected') =>
    totals.find((row) => row.stage === stage && row.year === year);
  const found = of('granted') ?? of('expected');
  // A sum of which a part is not a number (pm) is not known.
  const known = found && found.unknown === 0 && found.cents !== null;
  return {
    year,
    amount: known ? found.cents : null,
    stage: known ? (found.stage as 'granted' | 'expected') : null,
    units: new Map(
      allocated.flatMap((row) =>
        row.year === year && row.cents !== null ? [[row.unit!, row.cents] as const] : [],
      ),
    ),
  };
}
