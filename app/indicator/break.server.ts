import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import { getIndicator } from './definition.server.ts';
import type { IndicatorAddress } from './definition-write.server.ts';
import type { BreakInput } from './indicator.input.ts';
import { canDefine } from './indicator.ts';
import { usualMaskedBelow } from './table.server.ts';

/** Marks a break in a series. @throws Rejection `forbidden`; InvalidInput; Missing */
export async function addBreak(
  tx: Tx,
  actor: Actor,
  at: IndicatorAddress,
  input: BreakInput,
): Promise<{ breakId: string }> {
  if (!canDefine(actor)) throw forbidden('admin.scheme');
  const { indicator } = await getIndicator(tx, actor, at);
  const unit = input.unit
    ? await tx
        .selectFrom('unit')
        .select('unitId')
        .where('institutionId', '=', actor.institutionId)
        .where('code', '=', input.unit)
        .executeTakeFirst()
    : null;
  if (unit === undefined) {
    throw new InvalidInput([{ path: 'unit', code: 'indicator.unknown', params: { value: input.unit } }]);
  }
  const breakId = newId();
  const { year, reasonNl, reasonEn, source } = input;
  await tx
    .insertInto('indicatorBreak')
    .values({
      ...{ institutionId: actor.institutionId, breakId, indicatorId: indicator.indicatorId },
      ...{ unitId: unit?.unitId ?? null, year, reasonNl, reasonEn, source },
    })
    .execute();
  const subject = { kind: 'indicator', id: indicator.indicatorId };
  await record(tx, actor, 'indicator.break', subject, { after: { code: at.indicator, ...input } });
  return { breakId };
}

/** Takes a break away again: the audit keeps that it stood. @throws Rejection `forbidden`; Missing */
export async function removeBreak(
  tx: Tx,
  actor: Actor,
  at: IndicatorAddress & { breakId: string },
): Promise<void> {
  if (!canDefine(actor)) throw forbidden('admin.scheme');
  const { indicator } = await getIndicator(tx, actor, at);
  const before = indicator.breaks.find((one) => one.breakId === at.breakId);
  if (!before) throw new Rejection('indicator.no-break', {});
  await tx
    .deleteFrom('indicatorBreak')
    .where('institutionId', '=', actor.institutionId)
    .where('breakId', '=', at.breakId)
    .execute();
  const { breakId: _, ...was } = before;
  const subject = { kind: 'indicator', id: indicator.indicatorId };
  await record(tx, actor, 'indicator.break-remove', subject, { before: { code: at.indicator, ...was } });
}

/** Below how many individuals the institution shows no figures. @throws Rejection `forbidden` */
export async function setMaskedBelow(
  tx: Tx,
  actor: Actor,
  { maskedBelow }: { maskedBelow: number },
): Promise<{ maskedBelow: number }> {
  if (!canDefine(actor)) throw forbidden('admin.scheme');
  const { institutionId } = actor;
  const before = await tx
    .selectFrom('indicatorSetting')
    .select('maskedBelow')
    .where('institutionId', '=', institutionId)
    .executeTakeFirst();
  await tx
    .insertInto('indicatorSetting')
    .values({ institutionId, maskedBelow })
    .onConflict((on) => on.column('institutionId').doUpdateSet({ maskedBelow }))
    .execute();
  await record(
    tx,
    actor,
    'indicator.mask',
    { kind: 'institution', id: institutionId },
    { before: { maskedBelow: before?.maskedBelow ?? usualMaskedBelow }, after: { maskedBelow } },
  );
  return { maskedBelow };
}
