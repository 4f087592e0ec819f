import { record } from '#app/audit/audit.server.ts';
import { parseInput } from '#app/identity/form.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { addMissingKinds, listBodyKinds } from '#app/organisation/body-kind.server.ts';
import { rightErrors } from './right.ts';
import hbo from './rights-hbo.json' with { type: 'json' };
import { type RightsSet, rightsSet } from './rights-set.ts';
import divided from './rights-wo-divided.json' with { type: 'json' };
import undivided from './rights-wo-undivided.json' with { type: 'json' };
import type { Changed } from './scheme-part.server.ts';
import { openScheme } from './scheme-setting.server.ts';

/** What tells lines of one kind of document apart. */
const lineKey = (line: { bodyKind: string; bodyAt: string; kind: string; matterNl: string }) =>
  [line.bodyKind, line.bodyAt, line.kind, line.matterNl].join(' ');

const shipped: readonly unknown[] = [undivided, divided, hbo];

/** The sets that come with the software, to load as they are or as an example of one's own. */
export function shippedSets(): RightsSet[] {
  return shipped.map((one) => rightsSet.parse(one));
}

/**
 * Loads a rights set into a scheme: makes the kinds of document that it lacks, and adds the rights that it does
 * not have yet (the same right of the same body on the same matter). What is there already stays as it is.
 * @param set a set, or the code of one that comes with the software
 * @throws InvalidInput with each wrong value (`sets.kinds.2.rights.0.silence …`), `rights-set.unknown`; Rejection
 */
export async function loadRightsSet(
  tx: Tx,
  actor: Actor,
  schemeCode: string,
  { revision, set: given }: { revision: number; set: unknown },
): Promise<Changed & { kinds: number; rights: number }> {
  const scheme = await openScheme(tx, actor, schemeCode, revision);
  const set = typeof given === 'string' ? shippedSets().find((one) => one.code === given) : readSet(given);
  if (!set) throw new InvalidInput([{ path: 'set', code: 'rights-set.unknown', params: {} }]);
  const errors = set.kinds.flatMap((kind, k) =>
    kind.rights.flatMap((right, r) => {
      const twice = kind.rights.findIndex((one) => lineKey(one) === lineKey(right)) < r;
      const all = [
        ...rightErrors(right),
        ...(twice ? [{ path: 'matterNl', code: 'right.twice', params: {} }] : []),
      ];
      return all.map((error) => ({ ...error, path: `kinds.${k}.rights.${r}.${error.path}` }));
    }),
  );
  if (errors.length > 0) throw new InvalidInput(errors);
  const bodyKinds = await addMissingKinds(tx, actor, await holdersOf(tx, actor, set));
  const { institutionId } = actor;
  const own = { institutionId, schemeId: scheme.schemeId };
  const kinds = await tx
    .selectFrom('documentKind')
    .select(['kindId', 'code', 'sort'])
    .where((eb) => eb.and(own))
    .execute();
  const rights = await tx
    .selectFrom('rightRule')
    .select(['kindId', 'bodyKind', 'bodyAt', 'kind', 'matterNl'])
    .where('institutionId', '=', institutionId)
    .execute();
  const sort = Math.max(0, ...kinds.map((one) => one.sort + 1));
  const added: { code: string; nameNl: string; rights: number }[] = [];
  let made = 0;
  for (const [index, { rights: lines, ...kind }] of set.kinds.entries()) {
    const stands = kinds.find((one) => one.code === kind.code);
    const kindId = stands?.kindId ?? newId();
    if (!stands) {
      await tx
        .insertInto('documentKind')
        .values({ ...own, kindId, ...kind, stage: null, hasMeasures: false, sort: sort + index })
        .execute();
      made += 1;
    }
    const known = new Set(rights.filter((one) => one.kindId === kindId).map(lineKey));
    const fresh = lines.filter((line) => !known.has(lineKey(line)));
    if (fresh.length === 0) continue;
    await tx
      .insertInto('rightRule')
      .values(
        fresh.map(({ sectionRules, ...line }, i) => ({
          ...{ institutionId, ruleId: newId(), kindId, ...line, sort: known.size + i },
          sectionRules: JSON.stringify(sectionRules),
        })),
      )
      .execute();
    added.push({ code: kind.code, nameNl: kind.nameNl, rights: fresh.length });
  }
  const count = added.reduce((sum, one) => sum + one.rights, 0);
  await record(tx, actor, 'rights-set.import', scheme.subject, {
    after: { set: set.nameNl, source: set.source, kinds: added, bodyKinds },
  });
  return { revision: scheme.revision, kinds: made, rights: count };
}

/**
 * The kinds of bodies that a set names, called as it calls who holds the right.
 * @throws InvalidInput `body-kind.unknown` for one that the institution does not have and the set does not name
 */
async function holdersOf(tx: Tx, actor: Actor, set: RightsSet) {
  const known = new Set((await listBodyKinds(tx, actor.institutionId)).map((one) => one.code));
  const lines = set.kinds.flatMap((kind, k) =>
    kind.rights.flatMap((right, r) => {
      const path = `kinds.${k}.rights.${r}`;
      const helpers = (['mediatorKind', 'committeeKind'] as const).flatMap((key) => {
        const named = set.bodyKinds.find((one) => one.code === right[key]);
        const words = { holderNl: named?.nameNl ?? '', holderEn: named?.nameEn ?? '' };
        return right[key] ? [{ ...words, bodyKind: right[key], path: `${path}.${key}` }] : [];
      });
      const { bodyKind, holderNl, holderEn } = right;
      return [{ bodyKind, holderNl, holderEn, path: `${path}.bodyKind` }, ...helpers];
    }),
  );
  const kinds = [...Map.groupBy(lines, (line) => line.bodyKind)]
    .filter(([code]) => !known.has(code))
    .map(([code, [first, ...rest]]) => ({
      code,
      ...([first!, ...rest].find((one) => one.holderNl) ?? first!),
    }));
  const unnamed = kinds.filter((one) => one.holderNl === '');
  if (unnamed.length > 0) {
    throw new InvalidInput(
      unnamed.map(({ path, code }) => ({ path, code: 'body-kind.unknown', params: { value: code } })),
    );
  }
  return kinds.map(({ code, holderNl, holderEn }) => ({
    code,
    nameNl: holderNl,
    nameEn: holderEn || holderNl,
  }));
}

/** A set as a file or a request gives it. @throws InvalidInput `rights-set.json`, or each wrong value */
function readSet(given: unknown): RightsSet {
  return parseInput(rightsSet, given);
}

/** The set that a form names or uploads. @throws InvalidInput `rights-set.json`, `rights-set.none` */
export async function setOfForm(form: FormData): Promise<unknown> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) {
    try {
      if (file.size > 500_000) throw new SyntaxError('too large');
      return JSON.parse(await file.text());
    } catch {
      throw new InvalidInput([{ path: 'file', code: 'rights-set.json', params: { name: file.name } }]);
    }
  }
  const code = String(form.get('set') ?? '');
  if (!code) throw new InvalidInput([{ path: 'set', code: 'rights-set.none', params: {} }]);
  return code;
}
