import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { listDecisions } from '#app/participation/decision.server.ts';
import { changeRight } from '#app/scheme/right.server.ts';
import { rightInput } from '#app/scheme/scheme.input.ts';
import { getScheme } from '#app/scheme/scheme-read.server.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { canonicalFile } from './canonical-file.ts';
import { readInstitutionFile } from './institution-check.ts';
import { exportInstitution } from './institution-export.server.ts';
import type { InstitutionInput } from './institution-file.ts';
import { printFile } from './print-file.ts';

const watched = watchedDatabase();
const line = { bodyKind: 'faculty-council', bodyAt: 'unit' as const };

/** A plan on which the same council consents to two matters, each with an answer and what came of it. */
function twoMatters(code: string): InstitutionInput {
  const file = smallInstitution(code);
  const [scheme] = file.schemes!;
  const plan = scheme!.documentKinds!.find((one) => one.code === 'plan')!;
  const [right] = plan.rights!;
  const twelfths = { interimParts: 4, interimOf: 12, interimStage: 'budgeted' as const };
  plan.rights = [
    { ...right!, matterNl: 'Inhoud', matterEn: 'Contents' },
    { ...right!, ...twelfths, interimBasis: 'test', interimCertainty: 'known', matterNl: 'Hoofdlijnen' },
  ];
  const [version] = scheme!.documents![0]!.versions;
  Object.assign(version!, { status: 'submitted', submittedAt: '2021-11-10T09:00:00Z' });
  const asked = {
    body: 'fr-recht',
    kind: 'consent' as const,
    question: 'Stemt u in?',
    askedOn: '2021-11-11',
  };
  const second = { ...line, matterNl: 'Hoofdlijnen' };
  version!.decisions = [
    { ...asked, outcome: 'given', decidedOn: '2021-12-01' },
    { ...asked, right: second, outcome: 'withheld', decidedOn: '2021-12-01', reasons: 'Te duur.' },
  ];
  const decision = { document: 'plan-recht', version: 1, body: 'fr-recht', kind: 'consent' as const };
  const measure = { document: 'plan-recht', measure: 'werkgroepen' };
  const point = { outcome: 'followed' as const, on: '2021-12-10', measure };
  scheme!.followUps = [
    { ...point, decision, account: 'De inhoud blijft.' },
    { ...point, decision: { ...decision, right: second }, account: 'Het kan goedkoper.' },
  ];
  return file;
}

const given = (file: InstitutionInput) => canonicalFile(readInstitutionFile(file));
const run = <T>(place: LoadedInstitution, work: (tx: Tx) => Promise<T>) =>
  inInstitution(watched.db, place.institutionId, work);
const written = (place: LoadedInstitution) => run(place, (tx) => exportInstitution(tx, place.institutionId));
const decisionsOf = (file: ReturnType<typeof given>) => file.schemes[0]!.documents[0]!.versions[0]!.decisions;

describe('the same right on two matters in the file of an institution', () => {
  let place: LoadedInstitution;
  let actor: Actor;
  beforeAll(async () => {
    place = await loadInstitution(watched.db, twoMatters('twee-zaken'));
    actor = await place.actor('beheer');
  });

  test('comes back to the byte, each decision on its own matter, and what came of it at its own decision', async () => {
    const file = await written(place);
    expect(printFile(file)).toBe(printFile(given(twoMatters('twee-zaken'))));
    expect(decisionsOf(file).map((one) => one.right?.matterNl ?? null)).toEqual([null, 'Hoofdlijnen']);
    const { rows, told } = await run(place, async (tx) => ({
      rows: await listDecisions(tx, actor, { scheme: 'ka' }),
      told: await tx.selectFrom('followUp').select(['decisionId', 'account']).execute(),
    }));
    const outcome = (account: string) =>
      rows.find((one) => one.decisionId === told.find((each) => each.account === account)?.decisionId)
        ?.outcome;
    expect([outcome('De inhoud blijft.'), outcome('Het kan goedkoper.')]).toEqual(['given', 'withheld']);
  });

  test('what was asked keeps its right when the matrix becomes another, also through the file', async () => {
    const kept = () =>
      run(place, (tx) =>
        tx.selectFrom('decision').select('rule').where('outcome', '=', 'withheld').execute(),
      );
    const before = await kept();
    expect(before).toMatchObject([{ rule: { matterNl: 'Hoofdlijnen', interim: { parts: 4, of: 12 } } }]);
    await run(place, async (tx) => {
      const { revision } = await getScheme(tx, place.institutionId, 'ka');
      const right = await tx
        .selectFrom('rightRule')
        .selectAll()
        .where('matterNl', '=', 'Hoofdlijnen')
        .executeTakeFirstOrThrow();
      const { ruleId, institutionId: _, kindId: __, ...rest } = right;
      const at = { scheme: 'ka', kind: 'plan', part: ruleId };
      const after = rightInput.parse({ ...rest, interimParts: 6, silence: 'refused', revision });
      await changeRight(tx, actor, at, after);
      await expect(
        changeRight(tx, actor, at, { ...after, matterNl: 'Inhoud', revision: revision + 1 }),
      ).rejects.toMatchObject({ errors: [{ path: 'matterNl', code: 'right.twice' }] });
    });
    expect(await kept()).toEqual(before);
    const file = await written(place);
    expect(decisionsOf(file)[1]!.rule).toMatchObject({ silence: 'open', interim: { parts: 4 } });
    const again = await loadInstitution(watched.db, {
      ...(JSON.parse(printFile(file)) as InstitutionInput),
      institution: { ...file.institution, code: 'nog-eens' },
    });
    const back = await written(again);
    expect(decisionsOf(back)).toEqual(decisionsOf(file));
  });
});
