import { beforeAll, describe, expect, test } from 'vitest';
import { loader as homeLoader } from '#app/home-page.tsx';
import { inInstitution } from '#app/kernel/db.server.ts';
import { loader as overviewLoader } from '#app/report/overview-page.tsx';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader as bodiesLoader } from './bodies-page.tsx';
import { loader as bodyLoader } from './body-page.tsx';
import { action as makeAction } from './commitment-form-page.tsx';
import { action, loader } from './commitment-page.tsx';
import { loader as listLoader } from './commitments-page.tsx';
import { loader as decisionPart } from './decision-part.tsx';
import { action as accountAction, loader as accountLoader } from './follow-up-form-page.tsx';
import { loader as followUpLoader } from './follow-up-page.tsx';
import { loader as planPart } from './plan-part.tsx';
import { loader as proposalLoader, action as replyAction } from './proposal-page.tsx';
import { loader as proposalsLoader, action as putAction } from './proposals-page.tsx';
import { action as reflectAction, loader as reflectionsLoader } from './reflections-page.tsx';
import { action as wordAction, loader as wordsLoader } from './words-page.tsx';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
const now = new Date('2026-11-22T10:00:00Z');
const scheme = 'ka-2022-2027';

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
});

type Handler = (args: never) => Promise<unknown>;
/** Visits a page as an account; with a form it posts. What an action redirects to comes as `to`. */
async function visit<H extends Handler>(
  handler: H,
  login: string,
  path: string,
  more: { params?: Record<string, string>; form?: Record<string, string> } = {},
): Promise<Awaited<ReturnType<H>> & { to?: string }> {
  const actor = await place.actor(login);
  watched.forget();
  const args = { db: watched.db, actor, path, now, ...more, params: { scheme, ...more.params } };
  try {
    return (await handler(pageArgs(args) as never)) as never;
  } catch (thrown) {
    if (thrown instanceof Response && thrown.status === 302) {
      return { to: thrown.headers.get('location') } as never;
    }
    throw thrown;
  }
}

async function commitmentOf(start: string) {
  const { commitments } = await visit(listLoader, 'lezer', `/schemes/${scheme}/commitments`);
  return commitments.find((one) => one.text.startsWith(start))!;
}

async function decisionOf(document: string, body: string, kind: 'advice') {
  return inInstitution(watched.db, place.institutionId, (tx) =>
    tx
      .selectFrom('decision as x')
      .innerJoin('version as v', 'v.versionId', 'x.versionId')
      .innerJoin('document as d', 'd.documentId', 'v.documentId')
      .innerJoin('body as b', 'b.bodyId', 'x.bodyId')
      .select(['x.decisionId', 'v.number'])
      .where('d.code', '=', document)
      .where('b.code', '=', body)
      .where('x.kind', '=', kind)
      .orderBy('v.number', 'desc')
      .executeTakeFirstOrThrow(),
  );
}

describe('conditions and commitments', () => {
  test('[000-41] a commitment with a due date stays on everyone’s list until the council takes the evidence', async () => {
    const made = await visit(makeAction, 'griffier-recht', `/schemes/${scheme}/commitments/new`, {
      form: {
        intent: 'make',
        kind: 'commitment',
        body: 'fr-recht',
        text: 'Het bestuur stuurt de begroting drie weken vooraf.',
        unit: 'recht',
        role: 'planschrijver',
        madeOn: '2026-11-02',
        dueOn: '2026-11-20',
      },
    });
    const commitment = made.to!.split('/').at(-1)!;
    const path = `/schemes/${scheme}/commitments/${commitment}`;
    const home = async (login: string) =>
      (await visit(homeLoader, login, '/')).council.commitments.some(
        (one) => one.commitmentId === commitment,
      );
    expect(await home('schrijver-recht')).toBe(true);
    expect(await home('lid-fr-recht')).toBe(true);
    expect(await home('griffier-recht')).toBe(true);
    expect(await home('schrijver-beta')).toBe(false);
    const act = (login: string, form: Record<string, string>) =>
      visit(action, login, path, { params: { commitment }, form: { intent: 'act', ...form } });
    expect(
      await act('lid-fr-recht', { act: 'answer', onDate: '2026-11-21', text: 'x', revision: '1' }),
    ).toMatchObject({ problem: { status: 403 } });
    expect(
      await act('schrijver-recht', { act: 'answer', onDate: '2026-11-21', revision: '1' }),
    ).toMatchObject({
      problem: { errors: [{ path: 'text', code: 'commitment.evidence' }] },
    });
    const version = 'onderwijsverslag-recht-2024/1';
    await act('schrijver-recht', { act: 'answer', onDate: '2026-11-21', version, revision: '1' });
    expect(await act('schrijver-recht', { act: 'accept', revision: '2' })).toMatchObject({
      problem: { status: 403 },
    });
    expect(await act('griffier-recht', { act: 'accept', revision: '1' })).toMatchObject({
      problem: { code: 'conflict' },
    });
    await act('griffier-recht', { act: 'refuse', text: 'Dit is van vorig jaar.', revision: '2' });
    expect(await home('schrijver-recht')).toBe(true);
    await act('schrijver-recht', { act: 'answer', onDate: '2026-11-22', text: 'Gestuurd.', revision: '3' });
    await act('griffier-recht', { act: 'accept', revision: '4' });
    expect(await home('schrijver-recht')).toBe(false);
    expect(await home('lid-fr-recht')).toBe(false);
    const shown = await visit(loader, 'lezer', path, { params: { commitment } });
    expect(watched.queries).toBe(3);
    expect(shown.commitment).toMatchObject({ status: 'closed', closedOn: '2026-11-22' });
    expect(shown.steps.map((one) => one.act)).toEqual(['answer', 'refuse', 'answer', 'accept']);
    expect(await act('griffier-recht', { act: 'accept', revision: '5' })).toMatchObject({
      problem: { code: 'commitment.act' },
    });
    await act('griffier-recht', { act: 'reopen', text: 'Het bleken twee weken.', revision: '5' });
    expect(await home('schrijver-recht')).toBe(true);
  });

  test('[000-40] an evaluation agreed as a condition for next year’s spending warns where the scheme is read', async () => {
    const one = await commitmentOf('Eerst evalueren');
    expect(one).toMatchObject({ spendYear: 2027, kind: 'condition', dueOn: '2026-12-10' });
    const { warnings } = await visit(overviewLoader, 'lezer', `/schemes/${scheme}`);
    expect(warnings).toContainEqual({
      code: 'spend',
      params: expect.objectContaining({ year: '2027', body: 'Faculteitsraad Recht' }),
      href: `/schemes/${scheme}/commitments/${one.commitmentId}`,
    });
    expect(warnings.filter((warning) => warning.code === 'commitment').length).toBeGreaterThan(0);
    const plan = await visit(planPart, 'lid-fr-recht', `/schemes/${scheme}/plans/plan-recht`, {
      params: { document: 'plan-recht' },
    });
    expect(plan.commitments.map((each) => each.commitmentId)).toContain(one.commitmentId);
  });

  test('only the body or who puts the unit’s papers before it records one; what is unknown is said at once', async () => {
    const form = {
      ...{ intent: 'make', kind: 'condition', body: 'fr-beta', text: 'x', unit: 'beta' },
      ...{ madeOn: '2026-11-02', dueOn: '2026-11-20' },
    };
    const make = (login: string, more = {}) =>
      visit(makeAction, login, `/schemes/${scheme}/commitments/new`, { form: { ...form, ...more } });
    expect(await make('griffier-recht')).toMatchObject({ problem: { status: 403 } });
    expect(await make('beheer')).toMatchObject({ problem: { status: 403 } });
    expect(await make('schrijver-beta', { unit: 'nergens', measure: 'plan-beta/geen' })).toMatchObject({
      problem: { errors: [{ path: 'unit' }, { path: 'measure' }] },
    });
    expect(await make('schrijver-beta', { dueOn: '2026-11-01' })).toMatchObject({
      problem: { errors: [{ path: 'dueOn', code: 'commitment.due-early' }] },
    });
  });
});

describe('what was done with it', () => {
  test('[000-13] [001-18] advice shows as due until its account is given, and then from both sides', async () => {
    const { decisionId } = await decisionOf('overheveling-2022', 'ur', 'advice');
    const due = async () => (await visit(homeLoader, 'beleid', '/')).council.accounts.map((one) => one.id);
    expect(await due()).toContain(decisionId);
    const path = `/schemes/${scheme}/follow-up/new?decision=${decisionId}`;
    expect((await visit(accountLoader, 'beleid', path)).voice.title).toMatch(/2022/);
    const form = { intent: 'give', decision: decisionId, outcome: 'followed', account: 'Apart getoond.' };
    expect(await visit(accountAction, 'beleid', path, { form })).toMatchObject({
      problem: { errors: [{ path: 'measure', code: 'follow-up.link' }] },
    });
    expect(
      await visit(accountAction, 'griffier-ur', path, { form: { ...form, outcome: 'not-followed' } }),
    ).toMatchObject({ problem: { status: 403 } });
    const given = { ...form, version: 'overheveling-2022/1' };
    expect(await visit(accountAction, 'beleid', path, { form: given })).toMatchObject({
      to: `/schemes/${scheme}/decisions/${decisionId}`,
    });
    expect(await due()).not.toContain(decisionId);
    const part = await visit(decisionPart, 'lezer', `/schemes/${scheme}/decisions/${decisionId}`, {
      params: { decision: decisionId },
    });
    expect(watched.queries).toBe(4);
    expect(part.voice?.followUps).toMatchObject([{ outcome: 'followed', document: 'overheveling-2022' }]);
    const plan = await visit(planPart, 'lezer', `/schemes/${scheme}/plans/overheveling-2022`, {
      params: { document: 'overheveling-2022' },
    });
    expect(plan.voices.map((one) => one.body)).toEqual(['ur']);
  });

  test('you said, we did: one query over advice and topics, per body', async () => {
    const all = await visit(followUpLoader, 'lezer', `/schemes/${scheme}/follow-up`);
    expect(watched.queries).toBe(3);
    const topic = all.voices.find((one) => one.said.startsWith('In grote werkgroepen'))!;
    expect(topic.followUps).toMatchObject([{ outcome: 'not-followed' }]);
    expect(all.voices.find((one) => one.said.startsWith('Na het eerste jaar'))).toMatchObject({
      measures: [{ measure: 'mentoraat' }],
    });
    const own = await visit(followUpLoader, 'lezer', `/schemes/${scheme}/follow-up?body=ur`);
    expect(new Set(own.voices.map((one) => one.body))).toEqual(new Set(['ur']));
    expect(own.voices.length).toBeGreaterThan(1);
  });
});

describe('the council’s own voice', () => {
  test('a question has the term of its kind of body; the board answers, once', async () => {
    const list = `/schemes/${scheme}/proposals`;
    const form = {
      ...{ intent: 'put', kind: 'initiative', body: 'fr-recht', to: 'cvb', title: 'Avondopening' },
      ...{ text: 'De raad stelt voor …', putOn: '2026-11-20' },
    };
    expect(await visit(putAction, 'beheer', list, { form })).toMatchObject({
      problem: { status: 403, code: 'council.not-yours' },
    });
    expect(await visit(putAction, 'griffier-ur', list, { form })).toMatchObject({ problem: { status: 403 } });
    const { to } = await visit(putAction, 'lid-fr-recht', list, { form });
    const proposal = to!.split('/').at(-1)!;
    const at = { params: { proposal } };
    const shown = await visit(proposalLoader, 'cvb', to!, at);
    expect(shown.one).toMatchObject({ dueOn: '2027-02-20', outcome: null });
    expect(shown.mayReply).toBe(true);
    expect((await visit(homeLoader, 'cvb', '/')).council.replies.map((one) => one.proposalId)).toContain(
      proposal,
    );
    const reply = {
      intent: 'reply',
      outcome: 'partly',
      reply: 'Eén avond.',
      repliedOn: '2026-11-22',
      revision: '1',
    };
    const answer = (login: string, more = {}) =>
      visit(replyAction, login, to!, { ...at, form: { ...reply, ...more } });
    expect(await answer('lid-fr-recht')).toMatchObject({ problem: { status: 403 } });
    expect(await answer('cvb', { outcome: 'answered' })).toMatchObject({
      problem: { errors: [{ path: 'outcome' }] },
    });
    expect(await answer('cvb')).toMatchObject({ done: { revision: 2 } });
    expect(await answer('cvb', { revision: '2' })).toMatchObject({ problem: { code: 'proposal.replied' } });
    const { proposals } = await visit(proposalsLoader, 'lezer', list);
    expect(watched.queries).toBe(3);
    expect(proposals.find((one) => one.proposalId === proposal)).toMatchObject({ reply: 'Eén avond.' });
  });

  test('the reflection is the council’s alone: nobody else reads it before it is given, or ever writes it', async () => {
    const path = `/schemes/${scheme}/reflections`;
    const form = { intent: 'write', body: 'fr-recht', year: '2026', text: 'Wij zagen …', revision: '0' };
    for (const login of ['beheer', 'beleid', 'cvb', 'schrijver-recht', 'griffier-ur']) {
      expect(await visit(reflectAction, login, path, { form })).toMatchObject({ problem: { status: 403 } });
    }
    expect(await visit(reflectAction, 'lid-fr-recht', path, { form })).toMatchObject({
      done: { revision: 1 },
    });
    const seen = async (login: string) =>
      (await visit(reflectionsLoader, login, path)).reflections.filter((one) => one.year === 2026);
    expect(await seen('beheer')).toEqual([]);
    const [draft] = await seen('griffier-recht');
    expect(draft).toMatchObject({ text: 'Wij zagen …', givenOn: null });
    expect(await visit(reflectAction, 'griffier-recht', path, { form })).toMatchObject({
      problem: { code: 'conflict' },
    });
    const give = { intent: 'give', key: draft!.reflectionId, revision: '1' };
    expect(await visit(reflectAction, 'cvb', path, { form: give })).toMatchObject({
      problem: { status: 403 },
    });
    await visit(reflectAction, 'griffier-recht', path, { form: give });
    expect(await seen('lezer')).toMatchObject([{ text: 'Wij zagen …', givenOn: '2026-11-22' }]);
    expect(
      await visit(reflectAction, 'griffier-recht', path, { form: { ...give, revision: '2' } }),
    ).toMatchObject({
      problem: { code: 'reflection.given' },
    });
  });
});

describe('for who is new', () => {
  test('one page tells a body’s rights, terms, promises, history and words, in a fixed number of statements', async () => {
    const shown = await visit(bodyLoader, 'lid-fr-recht', '/bodies/fr-recht', {
      params: { body: 'fr-recht' },
    });
    expect(watched.queries).toBe(10);
    expect(shown.rights.map((one) => one.kind)).toContain('consent');
    expect(shown.history.length).toBeGreaterThan(1);
    expect(shown.commitments.length).toBeGreaterThan(1);
    expect(shown.glossaries[0]!.words.length).toBe(11);
    expect((await visit(bodiesLoader, 'lezer', '/bodies')).bodies.length).toBeGreaterThan(5);
  });

  test('who sets up the scheme explains its words', async () => {
    const path = `/schemes/${scheme}/words`;
    const form = {
      ...{ intent: 'put', code: 'griffier', wordNl: 'Griffier', wordEn: 'Secretary' },
      ...{ meaningNl: 'Staat de raad bij.', meaningEn: 'Assists the council.' },
    };
    expect(await visit(wordAction, 'lezer', path, { form })).toMatchObject({ problem: { status: 403 } });
    expect(await visit(wordAction, 'beleid', path, { form })).toMatchObject({ done: { code: 'griffier' } });
    expect((await visit(wordsLoader, 'lezer', path)).words.at(-1)).toMatchObject({ code: 'griffier' });
    await visit(wordAction, 'beleid', path, { form: { intent: 'remove', key: 'griffier' } });
    expect((await visit(wordsLoader, 'lezer', path)).words.some((one) => one.code === 'griffier')).toBe(
      false,
    );
  });
});
