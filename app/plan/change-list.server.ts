import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import { isPresent, presently, type VersionMoment } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import { nextCode, openStatement, writeChange } from './change.server.ts';
import { contradiction } from './change.ts';
import { type ChangeCheck, checkChange } from './change-check.ts';
import { resolveCodes } from './change-code.server.ts';
import { type Difference, differencesOf } from './change-difference.ts';
import { type ChangeContent, readStatements, type StatedChange } from './change-read.server.ts';
import type { PlanAddress } from './draft.server.ts';
import { getPlanHead, type PlanHead, type PlanTheme } from './plan.server.ts';
import { chooseVersion, type VersionHead } from './plan.ts';
import { type Named, readNodes, readSetting } from './plan-part.server.ts';
import { shiftAmounts } from './shift-amount.ts';
import { unitsOf } from './unit-choice.ts';
import { readFamily, readSideContent, type SideContent } from './version-family.server.ts';
import { basesOf, defaultBase, type Side, sideOf } from './version-family.ts';

export type CheckedChange = StatedChange & { check: ChangeCheck };
/** A measure with the topmost theme that it stands under. */
type NamedMeasure = { code: string; name: string; node: string };

export type ChangeList = {
  head: PlanHead;
  version: VersionHead;
  /** what the changes are stated from; null when nothing came before */
  base: Side | null;
  /** the earlier versions that may be chosen */
  bases: Side[];
  changes: CheckedChange[];
  /** each difference of the figures, with the changes that are about it */
  differences: Difference[];
  themes: PlanTheme[];
  /** of each side, to choose from */
  before: NamedMeasure[];
  after: NamedMeasure[];
  units: Named[];
  causes: Named[];
  bodies: Named[];
};

/**
 * What a version of a plan changes from an earlier one: as stated, what the figures say of each statement, and every
 * difference that is not explained. Ten statements, five when nothing came before.
 * @param plan.version the number; when left out the newest that the reader may see, of another moment than now the
 *   one in force then
 * @throws Missing, also when there was no version yet
 */
export async function getChanges(
  tx: Tx,
  actor: Actor,
  {
    version: number,
    moment = presently,
    ...plan
  }: PlanAddress & { version?: number | null; moment?: VersionMoment },
): Promise<ChangeList> {
  const head = await getPlanHead(tx, actor, { ...plan, moment });
  const version = chooseVersion(head.versions, { number, draft: true, heldFirst: !isPresent(moment) });
  if (!version) throw new Missing('version');
  const family = await readFamily(tx, actor, { ...head, moment });
  const own = family.find((one) => one.versionId === version.versionId)!;
  const [said] = await readStatements(tx, actor, [version.versionId]);
  const base = family.find((one) => one.versionId === said?.base?.versionId) ?? defaultBase(family, own);
  const nodes = await readNodes(tx, actor, { ...head, moment });
  const setting = await readSetting(tx, actor, { ...head, versionId: version.versionId, moment });
  const themes = nodes
    .filter((node) => node.theme && node.root === node.code)
    .map((node, index): PlanTheme => ({ ...node, series: index + 1 }));
  const shared = { head, version, themes, units: unitsOf({ ...setting, version }) };
  if (!base) {
    return {
      ...shared,
      base: null,
      bases: [],
      changes: [],
      differences: [],
      before: [],
      after: [],
      causes: [],
      bodies: [],
    };
  }
  const was = await readSideContent(tx, actor, base.versionId);
  const is = await readSideContent(tx, actor, version.versionId);
  const roots = new Map(nodes.filter((node) => node.theme).map((node) => [node.code, node.root]));
  const ways = { rates: setting.rates, root: (node: string) => roots.get(node) ?? node };
  const named = ({ code, name, node }: NamedMeasure) => ({ code, name, node: ways.root(node) });
  const choices = await readChoices(tx, actor, head.schemeId);
  return {
    ...shared,
    base: sideOf(base, head.code),
    bases: basesOf(family, own).map((one) => sideOf(one, head.code)),
    ...compareSides(was, is, { changes: said?.changes ?? [], ...ways }),
    before: was.measures.map(named),
    after: is.measures.map(named),
    ...choices,
  };
}

type Ways = { rates: Parameters<typeof shiftAmounts>[1]; root: (node: string) => string };

function compareSides(
  was: SideContent,
  is: SideContent,
  { changes, ...ways }: Ways & { changes: readonly StatedChange[] },
): { changes: CheckedChange[]; differences: Difference[] } {
  const [before, after] = [was, is].map((side) => {
    const lines = side.lines.map((line) => ({ ...line, measure: line.measure || null }));
    return { measures: side.measures, lines, amounts: shiftAmounts(lines, ways.rates, ways.root) };
  });
  const rooted = changes.map((one) => ({
    ...one,
    from: one.from && ways.root(one.from),
    to: one.to && ways.root(one.to),
  }));
  return {
    changes: rooted.map((one, index) => ({
      ...changes[index]!,
      check: checkChange(one, { before: before!, after: after! }, ways),
    })),
    differences: differencesOf(before!, after!, { changes: rooted, root: ways.root }),
  };
}

/** The causes of the scheme and the bodies of the institution. */
async function readChoices(
  tx: Tx,
  actor: Actor,
  schemeId: string,
): Promise<Pick<ChangeList, 'causes' | 'bodies'>> {
  const { rows } = await sql<Pick<ChangeList, 'causes' | 'bodies'>>`
    select coalesce((select json_agg(json_build_object('code', n.code, 'nameNl', n.name_nl, 'nameEn', n.name_en)
               order by n.sort, n.code)
              from scheme s join node n on n.institution_id = s.institution_id
                   and n.framework_id = s.cause_framework_id
             where s.institution_id = ${actor.institutionId} and s.scheme_id = ${schemeId}), '[]') as causes,
           coalesce((select json_agg(json_build_object('code', b.code, 'nameNl', b.name_nl, 'nameEn', b.name_en)
               order by b.name_nl)
              from body b where b.institution_id = ${actor.institutionId}), '[]') as bodies`.execute(tx);
  return rows[0]!;
}

/**
 * States differences as the figures show them; reasons and causes are for the writer to add.
 * @throws Missing; Rejection `forbidden`, `plan.no-draft`, `change.no-base`, `change.difference-gone` when one of
 *   them is not there (any more) or is stated already
 */
export async function acceptDifferences(
  tx: Tx,
  actor: Actor,
  { differences: keys, ...plan }: PlanAddress & { differences: readonly string[] },
): Promise<{ changes: string[] }> {
  const open = await openStatement(tx, actor, plan);
  const list = await getChanges(tx, actor, { ...plan, version: open.version.number });
  const changes = [...open.changes];
  const added: ChangeContent[] = [];
  for (const key of new Set(keys)) {
    const difference = list.differences.find((one) => one.key === key && one.stated.length === 0);
    if (!difference) throw new Rejection('change.difference-gone', { key });
    const theme = list.themes.find((one) => one.code === difference.to);
    const content = statementOf(nextCode(changes), difference, theme?.nameNl ?? '');
    if (contradiction(content, changes)) throw new Rejection('change.difference-gone', { key });
    const ids = await resolveCodes(tx, actor, open, content);
    await writeChange(tx, actor, { ...open, changes }, { changeId: newId(), content, ids, revision: 1 });
    const names = { unit: null, cause: null, body: null, before: [] };
    changes.push({ ...content, changeId: '', revision: 1, names });
    added.push(content);
  }
  const after = added as unknown as Json;
  await record(tx, actor, 'change.accept', { kind: 'version', id: open.version.versionId }, { after });
  return { changes: added.map((one) => one.code) };
}

function statementOf(code: string, difference: Difference, theme: string): ChangeContent {
  const { kind, before, after, from, to } = difference;
  const loose = before.length + after.length === 0;
  return {
    ...{ code, kind, before, after },
    from: loose ? from : null,
    to: loose ? to : null,
    subject: loose ? theme : '',
    ...{ unit: null, size: '', factor: null, cents: null, cause: null, otherMoney: '', fromYear: null },
    ...{ body: null, decidedOn: null, reason: '', source: '' },
  };
}
