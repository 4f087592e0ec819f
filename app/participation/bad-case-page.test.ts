import { beforeAll, describe, expect, test } from 'vitest';
import * as bodyPage from '#app/organisation/body-page.tsx';
import * as sectionPage from '#app/plan/section-page.tsx';
import { demoFile, type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as listPage from './decision-list-page.tsx';
import * as dossierPage from './dossier-page.tsx';
import * as eventPage from './event-page.tsx';
import * as outcomePage from './outcome-page.tsx';

/** What goes wrong in participation, each tried on the screens by whoever would: the science faculty's plan is asked. */
const watched = watchedDatabase();
let place: LoadedInstitution;
let decision = '';
const scheme = 'ka-2022-2027';
const document = 'plan-beta';

async function at(
  login: string,
  over: { params?: object; form?: Record<string, string>; now?: string } = {},
) {
  const actor = await place.actor(login);
  const { params = {}, form, now = '2026-11-20' } = over;
  return pageArgs({
    ...{ db: watched.db, actor, path: '/x', params: { scheme, decision, ...params } },
    ...{ now: new Date(`${now}T10:00:00Z`), ...(form && { form }) },
  }) as never;
}
const paths = (result: unknown) =>
  (result as { problem: { errors: { path: string; code: string }[] } }).problem.errors.map(
    (one) => `${one.path} ${one.code}`,
  );
const outcome = { outcome: 'given', decidedOn: '2026-11-16', present: '7', votesFor: '7' };

beforeAll(async () => {
  const file = await demoFile('voorbeeld');
  const plan = file.schemes?.[0]?.documentKinds?.find((one) => one.code === 'facultair-plan');
  Object.assign(plan?.rights?.[0] ?? {}, { quorumBasis: 5001 });
  place = await loadInstitution(watched.db, file);
  decision = await asked(document);
});

async function asked(code: string): Promise<string> {
  const { decisions } = (await listPage.loader(await at('lezer'))) as unknown as {
    decisions: { decisionId: string; document: string; outcome: string | null }[];
  };
  return decisions.find((one) => one.document === code && one.outcome === null)!.decisionId;
}

describe('what goes wrong, on the screens', () => {
  test('the version that was sent cannot be edited; its page offers no draft to write in', async () => {
    const params = { document, question: 'wat', place: undefined };
    const writer = at('schrijver-beta', { params, form: { body: 'anders', revision: '1' } });
    await expect(sectionPage.loader(await at('schrijver-beta', { params }))).rejects.toMatchObject({
      init: { status: 404 },
    });
    await expect(sectionPage.action(await writer)).rejects.toMatchObject({ init: { status: 404 } });
    const { decision: read } = await dossierPage.loader(await at('lid-fr-recht'));
    expect(read.versionHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('who holds no mandate of the body records nothing, nor another council’s secretary', async () => {
    for (const login of ['schrijver-beta', 'griffier-recht', 'lid-fr-recht']) {
      await expect(outcomePage.loader(await at(login))).rejects.toMatchObject({ init: { status: 403 } });
      expect(await outcomePage.action(await at(login, { form: outcome }))).toMatchObject({
        problem: { code: 'forbidden' },
      });
    }
  });

  test('a term cannot be put in the past, nor a meeting in the future', async () => {
    const form = { onDate: '2026-11-20', untilDate: '2026-11-19', text: '' };
    const extended = await eventPage.action(await at('beleid', { form, params: { event: 'extended' } }));
    expect(paths(extended)).toEqual(['untilDate event.extend-later']);
    const future = { ...outcome, decidedOn: '2026-12-01' };
    expect(paths(await outcomePage.action(await at('griffier-beta', { form: future })))).toContain(
      'decidedOn decision.date-future',
    );
  });

  test('a quorum that is missed gives no decision, and a member with an interest does not count', async () => {
    const few = { ...outcome, present: '4', votesFor: '4' };
    expect(paths(await outcomePage.action(await at('griffier-beta', { form: few })))).toEqual([
      'present decision.quorum',
    ]);
    const missed = { onDate: '2026-11-16', text: 'Vier leden aanwezig.' };
    const noted = await eventPage.action(
      await at('griffier-beta', { form: missed, params: { event: 'no-quorum' } }),
    );
    expect(noted).toMatchObject({ status: 302 });
    const page = await eventPage.loader(await at('griffier-beta', { params: { event: 'excluded' } }));
    const [member] = page.seats;
    const interest = { onDate: '2026-11-16', text: '', member: member!.memberId };
    const send = async () =>
      eventPage.action(await at('griffier-beta', { form: interest, params: { event: 'excluded' } }));
    expect(await send()).toMatchObject({ status: 302 });
    expect(paths(await send())).toEqual(['member event.member-twice']);
    const all = { ...outcome, present: '17', votesFor: '17' };
    expect(paths(await outcomePage.action(await at('griffier-beta', { form: all })))).toEqual([
      'present decision.too-many',
    ]);
  });

  test('of two outcomes at once one stands, and the other keeps what was typed', async () => {
    const given = { ...outcome, reasons: 'Goed plan.' };
    const refused = {
      ...outcome,
      outcome: 'withheld',
      votesFor: '2',
      votesAgainst: '5',
      reasons: 'Te vaag.',
    };
    const ends = await Promise.all([
      outcomePage.action(await at('griffier-beta', { form: given })),
      outcomePage.action(await at('griffier-beta', { form: refused })),
    ]);
    const lost = ends.filter((end) => !(end instanceof Response));
    expect(lost).toMatchObject([
      { problem: { code: 'decision.recorded' }, typed: { decidedOn: '2026-11-16' } },
    ]);
  });

  test('a body dissolved during the term cannot decide after its last day', async () => {
    const params = { body: 'ur', decision: await asked('overheveling-2025') };
    const { body } = await bodyPage.loader(await at('beheer', { params }));
    const form = { intent: 'change', revision: String(body.revision), kind: body.kind };
    const names = { nameNl: body.nameNl, nameEn: body.nameEn, through: '2026-11-15' };
    const ended = await bodyPage.action(await at('beheer', { params, form: { ...form, ...names } }));
    expect(ended).toMatchObject({ done: { revision: body.revision + 1 } });
    const read = await dossierPage.loader(await at('lid-fr-recht', { params }));
    expect(read.decision.bodyThrough).toBe('2026-11-15');
    expect(
      paths(
        await outcomePage.action(
          await at('griffier-ur', { params, form: { ...outcome, outcome: 'positive' } }),
        ),
      ),
    ).toContain('decidedOn decision.body-gone');
  });
});
