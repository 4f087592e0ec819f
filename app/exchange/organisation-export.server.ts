import { listMandates } from '#app/identity/account.server.ts';
import { listRoles } from '#app/identity/mandate.server.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { rangeDays } from '#app/kernel/period.ts';
import { listBodyKinds } from '#app/organisation/body-kind.server.ts';
import { listFreePeriods } from '#app/organisation/free-period.server.ts';
import { tableRows } from './table-rows.server.ts';

/** Units, successions and head counts, as the file has them. */
export async function exportUnits(tx: Tx, institutionId: string) {
  const units = await tx
    .selectFrom('unit')
    .select(['unitId', 'code', 'kind', 'nameNl', 'nameEn', 'valid'])
    .where('institutionId', '=', institutionId)
    .orderBy('sort')
    .orderBy('code')
    .execute();
  const codeOf = new Map(units.map((unit) => [unit.unitId, unit.code]));
  const placements = Map.groupBy(await tableRows(tx, institutionId, 'unitPlacement'), (one) => one.unitId);
  const successions = await tableRows(tx, institutionId, 'unitSuccession');
  return {
    units: units.map(({ unitId, valid, ...unit }) => ({
      ...unit,
      ...rangeDays(valid),
      placements: (placements.get(unitId) ?? []).map((one) => ({
        parent: codeOf.get(one.parentId),
        ...rangeDays(one.valid),
      })),
    })),
    successions: successions.map((one) => ({
      predecessor: codeOf.get(one.predecessorId),
      successor: codeOf.get(one.successorId),
      on: one.onDate,
      kind: one.kind,
    })),
    ...(await exportHeadCounts(tx, institutionId)),
    freePeriods: (await listFreePeriods(tx, institutionId)).map(
      ({ periodId: _, revision: __, ...period }) => period,
    ),
  };
}

async function exportHeadCounts(tx: Tx, institutionId: string) {
  const headCountDefinitions = await tx
    .selectFrom('headCountDefinition')
    .select(['code', 'nameNl', 'nameEn'])
    .where('institutionId', '=', institutionId)
    .execute();
  const headCounts = await tx
    .selectFrom('headCount as h')
    .innerJoin('headCountDefinition as d', (on) =>
      on.onRef('d.institutionId', '=', 'h.institutionId').onRef('d.definitionId', '=', 'h.definitionId'),
    )
    .innerJoin('unit as u', (on) =>
      on.onRef('u.institutionId', '=', 'h.institutionId').onRef('u.unitId', '=', 'h.unitId'),
    )
    .select(['d.code as definition', 'u.code as unit', 'h.referenceDate as date'])
    .select(['h.heads', 'h.mark', 'h.source'])
    .where('h.institutionId', '=', institutionId)
    .execute();
  return { headCountDefinitions, headCounts };
}

/** Roles and accounts with their mandates. */
export async function exportPeople(tx: Tx, institutionId: string) {
  const roles = await listRoles(tx, institutionId);
  const accounts = await tx
    .selectFrom('account')
    .select(['accountId', 'login', 'name', 'locale', 'disabledAt'])
    .where('institutionId', '=', institutionId)
    .execute();
  const held = Map.groupBy(await listMandates(tx, institutionId), (one) => one.accountId);
  const settings = await tx
    .selectFrom('noticeSetting')
    .select(['accountId', 'email', 'digest', 'dueToday', 'locale'])
    .where('institutionId', '=', institutionId)
    .execute();
  const chosen = new Map(settings.map(({ accountId, ...setting }) => [accountId, setting]));
  return {
    roles: roles.map(({ roleId: _, ...role }) => role),
    accounts: accounts.map(({ accountId, disabledAt, ...account }) => ({
      ...account,
      disabledAt: disabledAt && new Date(disabledAt).toISOString(),
      notices: chosen.get(accountId) ?? null,
      mandates: (held.get(accountId) ?? []).map(({ role, unit, body, valid }) => ({
        ...{ role, unit, body },
        ...rangeDays(valid),
      })),
    })),
  };
}

/** The kinds of bodies, and the bodies with their members. */
export async function exportBodies(tx: Tx, institutionId: string) {
  const bodies = await tx
    .selectFrom('body as b')
    .innerJoin('unit as u', (on) =>
      on.onRef('u.institutionId', '=', 'b.institutionId').onRef('u.unitId', '=', 'b.unitId'),
    )
    .select(['b.bodyId', 'b.code', 'b.kind', 'u.code as unit', 'b.nameNl', 'b.nameEn', 'b.valid'])
    .select(['b.aimsNl', 'b.aimsEn', 'b.chairNl', 'b.chairEn', 'b.madeOfNl', 'b.madeOfEn'])
    .select(['b.adviceNl', 'b.adviceEn'])
    .where('b.institutionId', '=', institutionId)
    .execute();
  const members = await tx
    .selectFrom('bodyMember as m')
    .leftJoin('account as a', (on) =>
      on.onRef('a.institutionId', '=', 'm.institutionId').onRef('a.accountId', '=', 'm.accountId'),
    )
    .select(['m.bodyId', 'm.name', 'm.capacity', 'a.login as account', 'm.term'])
    .where('m.institutionId', '=', institutionId)
    .execute();
  const seats = Map.groupBy(members, (one) => one.bodyId);
  const codes = new Map(bodies.map((body) => [body.bodyId, body.code]));
  const parts = Map.groupBy(await tableRows(tx, institutionId, 'bodyPart', 'sort'), (one) => one.bodyId);
  const kinds = await listBodyKinds(tx, institutionId);
  return {
    bodyKinds: kinds.map(({ code, nameNl, nameEn }) => ({ code, nameNl, nameEn })),
    bodies: bodies.map(({ bodyId, valid, ...body }) => ({
      ...body,
      ...rangeDays(valid),
      members: (seats.get(bodyId) ?? []).map(({ bodyId: _, term, ...member }) => ({
        ...member,
        ...rangeDays(term),
      })),
      parts: (parts.get(bodyId) ?? []).map((one) => codes.get(one.partId)),
    })),
  };
}
