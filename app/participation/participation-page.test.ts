import { beforeAll, describe, expect, test } from 'vitest';
import * as homePage from '#app/home-page.tsx';
import { getPlan } from '#app/plan/plan.server.ts';
import * as submitPage from '#app/report/submit-page.tsx';
import { pageArgs } from '#test/page.ts';
import { address, completeLawPlan, type PlanScene, planScene } from '#test/plan-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as adoptPage from './adopt-page.tsx';
import * as askPage from './ask-page.tsx';
import { listDecisions } from './decision.server.ts';
import * as decisionListPage from './decision-list-page.tsx';
import * as dossierPage from './dossier-page.tsx';
import * as outcomePage from './outcome-page.tsx';
import * as planDecisions from './plan-decisions.tsx';
import * as planListPage from './plan-list-page.tsx';

const watched = watchedDatabase();
let s: PlanScene;

beforeAll(async () => {
  s = await planScene(watched.db);
  await s.run((tx) => completeLawPlan(tx, s));
});

const now = new Date('2026-11-22T10:00:00Z');
const count = async (work: () => Promise<unknown>) => {
  watched.forget();
  await work();
  return watched.statements;
};

describe('from draft to adoption through the pages', () => {
  const at = (over: object) => ({ db: watched.db, actor: s.admin, path: '/', params: address, now, ...over });
  let decision = '';

  test('[003-1] the faculty submits its version, and the policy officer puts it before the council', async () => {
    expect(await submitPage.action(pageArgs(at({ actor: s.writer, form: {} })))).toMatchObject({
      status: 302,
    });
    const form = { rule: s.ruleId, question: 'Stemt de raad in met dit plan?', version: '1' };
    expect(await askPage.action(pageArgs(at({ form })))).toMatchObject({ status: 302 });
    const [asked] = await s.run((tx) => listDecisions(tx, s.admin, { scheme: 'ka', open: true }));
    expect(asked).toMatchObject({ bodyNl: 'Faculteitsraad Recht', dueOn: '2026-12-18' });
    decision = asked?.decisionId ?? '';
    const { work } = await homePage.loader(pageArgs(at({ actor: s.secretary })));
    expect(work.record.map((one) => one.decisionId)).toEqual([decision]);
  });

  test('the board is refused with the blocker until the council’s secretary records consent', async () => {
    const { version } = await s.run((tx) => getPlan(tx, s.admin, address));
    const form = { version: '1', hash: version.contentHash ?? '', body: 'cvb' };
    const adopt = () => adoptPage.action(pageArgs(at({ actor: s.board, form })));
    expect(await adopt()).toMatchObject({
      problem: { code: 'adopt.blocked', blockers: [{ code: 'adopt.waiting' }] },
    });
    const place = { scheme: 'ka', decision };
    const consent = {
      outcome: 'given',
      decidedOn: '2026-11-22',
      present: '5',
      votesFor: '4',
      votesAgainst: '1',
    };
    const record = () =>
      outcomePage.action(pageArgs(at({ actor: s.secretary, params: place, form: consent })));
    expect(await record()).toMatchObject({ status: 302 });
    expect(await adopt()).toMatchObject({ status: 302 });
    expect((await s.run((tx) => getPlan(tx, s.admin, address))).version.status).toBe('adopted');
  });

  test('every page reads with a fixed number of statements', async () => {
    // three of them are begin, the institution and commit
    const scheme = { scheme: 'ka' };
    expect(await count(() => planListPage.loader(pageArgs(at({ params: scheme }))))).toBe(7);
    expect(await count(() => planDecisions.loader(pageArgs(at({}))))).toBe(7);
    expect(await count(() => decisionListPage.loader(pageArgs(at({ params: scheme }))))).toBe(4);
    const listed = async (query: string) =>
      decisionListPage.loader(pageArgs(at({ params: scheme, path: `/schemes/ka/decisions${query}` })));
    const { bodies, decisions } = await listed('');
    expect(bodies.map((one) => one.code)).toEqual(['cvb', 'fr-law']);
    const own = await listed('?body=fr-law');
    expect(own.body).toBe('fr-law');
    expect(own.decisions.length).toBeLessThan(decisions.length);
    expect(new Set(own.decisions.map((one) => one.body))).toEqual(new Set(['fr-law']));
    expect((await listed('?body=nobody')).decisions.length).toBe(decisions.length);
    // a machine asks the same
    const asked = await s.run((tx) => listDecisions(tx, s.admin, { scheme: 'ka', body: 'fr-law' }));
    expect(asked.map((one) => one.decisionId)).toEqual(own.decisions.map((one) => one.decisionId));
    expect(await count(() => listed('?body=fr-law'))).toBe(4);
    expect(await count(() => dossierPage.loader(pageArgs(at({ params: { scheme: 'ka', decision } }))))).toBe(
      12,
    );
    expect(await count(() => adoptPage.loader(pageArgs(at({ actor: s.board }))))).toBe(7);
    // beside those three: what waits, disputes, moments that are due, the council's own work
    expect(await count(() => homePage.loader(pageArgs(at({ actor: s.secretary }))))).toBe(14);
  });
});
