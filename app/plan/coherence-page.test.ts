import { beforeAll, describe, expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import { demoFile, type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { action, loader } from './coherence-page.tsx';
import { startVersion } from './draft.server.ts';
import { getPlan } from './plan.server.ts';

const watched = watchedDatabase();
let place: LoadedInstitution;
const scheme = 'ka-2022-2027';
const now = new Date('2026-11-20T10:00:00Z');

beforeAll(async () => {
  const file = await demoFile('voorbeeld');
  file.schemes![0]!.bundles = [];
  place = await loadInstitution(watched.db, file);
});

async function at(login: string, form?: Record<string, string>) {
  const actor = await place.actor(login);
  const params = { scheme };
  return { db: watched.db, actor, path: `/schemes/${scheme}/coherence`, params, now, ...(form && { form }) };
}

const page = async (login = 'lezer') => loader(pageArgs<Parameters<typeof loader>[0]>(await at(login)));
const send = async (login: string, form: Record<string, string>) =>
  action(pageArgs<Parameters<typeof action>[0]>(await at(login, form)));
const work = { goal: 'ambities/A5', name: 'Netwerk van werkgevers', reason: 'Zij bellen dezelfde mensen.' };

describe('[004-19] goals that plans of several units serve', () => {
  test('stand together with who does what for how much, in a fixed number of statements', async () => {
    const args = await at('lezer');
    const read = await watched.count(() => loader(pageArgs<Parameters<typeof loader>[0]>(args)));
    // begin, the institution, commit, and the scheme, tree (two), measures, goals and proposals
    expect(read).toBe(9);
    const { shared, plans, mayBundle } = await page();
    expect(mayBundle).toBe(false);
    // the plan of Health is a draft, which a reader does not see
    expect(plans).toBe(4);
    expect(shared.flatMap(({ units }) => units.map(({ unit }) => unit.code))).not.toContain('zorg');
    const active = shared.find(({ goal }) => goal.code === 'A2')!;
    expect(active.units.map(({ unit }) => unit.code)).toEqual(['recht', 'beta', 'mens']);
    expect(active.joint.map(({ code }) => code)).toEqual(['docenthuis']);
    for (const { measures } of active.units) for (const one of measures) expect(one.cents).toBeGreaterThan(0);
    const seen = (await page('beleid')).shared.find(({ goal }) => goal.code === 'A2')!;
    expect(seen.units.map(({ unit }) => unit.code)).toContain('zorg');
  });
});

describe('at an earlier moment', () => {
  const then = async (login: string, query: string) => {
    const args = await at(login);
    const shown = { ...args, path: `${args.path}${query}` };
    watched.forget();
    return loader(pageArgs<Parameters<typeof loader>[0]>(shown));
  };

  test('the plans in force then stand together, whoever looks, and nothing is proposed', async () => {
    const shown = await then('beleid', '?asOf=2026-11-19');
    expect(watched.statements).toBe(8);
    expect(shown).toMatchObject({ mayBundle: false, bundles: [], asked: { asOf: '2026-11-19' } });
    // not even who sees drafts finds them: a draft was never in force
    expect(shown.shared.flatMap(({ units }) => units.map(({ unit }) => unit.code))).not.toContain('zorg');
    expect((await then('lezer', '?asOf=2026-11-19')).shared).toEqual(shown.shared);
    expect(shown.shared.length).toBeGreaterThan(0);
    const early = { plans: 0, shared: [] };
    expect(await then('lezer', '?asOf=2015-01-01')).toMatchObject(early);
    expect(await then('lezer', '?knownOn=2015-01-01')).toMatchObject(early);
  });
});

describe('[004-17] ambitions that units share', () => {
  let bundle = '';
  const revision = async () =>
    String((await page()).bundles.find((one) => one.bundleId === bundle)!.revision);
  const answer = async (login: string, unit: string, said: Record<string, string>) =>
    send(login, {
      ...{ intent: 'answer', key: `${bundle} ${unit}`, bundle, unit, revision: await revision() },
      ...said,
    });

  test('are proposed to be done together, once, by who looks over all plans', async () => {
    expect(await send('lezer', { intent: 'propose', ...work })).toMatchObject({ problem: { status: 403 } });
    expect(await send('beleid', { intent: 'propose', ...work, goal: 'ambities/A9' })).toMatchObject({
      problem: { errors: [{ path: 'goal', code: 'bundle.goal' }] },
    });
    expect(await send('beleid', { intent: 'propose', ...work, goal: 'ambities/A4' })).toMatchObject({
      problem: { code: 'bundle.not-shared' },
    });
    const made = await send('beleid', { intent: 'propose', ...work });
    bundle = (made as { done: { bundle: string } }).done.bundle;
    expect(await send('beleid', { intent: 'propose', ...work })).toMatchObject({
      problem: { code: 'bundle.exists' },
    });
    const [found] = (await page()).bundles;
    expect(found).toMatchObject({ state: 'waiting', goal: { code: 'A5' }, proposedOn: '2026-11-20' });
    expect(found!.answers.map(({ unit }) => unit.code)).toEqual(['recht', 'mens']);
    expect(found!.parts.length).toBeGreaterThanOrEqual(3);
  });

  test('each unit answers for itself, and no more is joint before all have', async () => {
    expect(await answer('schrijver-recht', 'mens', { answer: 'agreed' })).toMatchObject({
      problem: { status: 403 },
    });
    expect(await answer('schrijver-mens', 'mens', { answer: 'declined' })).toMatchObject({
      problem: { errors: [{ path: 'reason', code: 'bundle.reason' }] },
    });
    const stale = { revision: '99', answer: 'agreed' };
    expect(await answer('schrijver-mens', 'mens', stale)).toMatchObject({ problem: { code: 'conflict' } });
    expect(await answer('schrijver-mens', 'mens', { answer: 'agreed' })).toHaveProperty('done');
    const join = {
      ...{ intent: 'join', key: bundle, document: 'plan-gezamenlijk', code: 'netwerk' },
      revision: await revision(),
    };
    expect(await send('beleid', join)).toMatchObject({ problem: { code: 'bundle.waiting' } });
    expect(await answer('schrijver-recht', 'recht', { answer: 'agreed', reason: 'Graag.' })).toHaveProperty(
      'done',
    );
    expect((await page()).bundles[0]!.state).toBe('ready');
  });

  test('become a measure in the draft of the joint plan, linked with the measures it came from', async () => {
    const actor = await place.actor('beleid');
    const plan = { scheme, document: 'plan-gezamenlijk' };
    const join = async (document = plan.document) =>
      send('beleid', {
        ...{ intent: 'join', key: bundle, document, code: 'netwerk' },
        revision: await revision(),
      });
    expect((await page('beleid')).drafts).toEqual([]);
    expect(await join()).toMatchObject({ problem: { code: 'plan.no-draft' } });
    expect(await join('plan-zorg')).toMatchObject({
      problem: { errors: [{ path: 'document', code: 'bundle.not-joint' }] },
    });
    await inInstitution(watched.db, place.institutionId, (tx) =>
      startVersion(tx, actor, { ...plan, note: '' }),
    );
    expect((await page('beleid')).drafts.map(({ value }) => value)).toContain('plan-gezamenlijk');
    expect(await join()).toHaveProperty('done');
    const [found] = (await page()).bundles;
    expect(found).toMatchObject({
      state: 'joint',
      measure: { document: 'plan-gezamenlijk', code: 'netwerk' },
    });
    const read = await inInstitution(watched.db, place.institutionId, (tx) => getPlan(tx, actor, plan));
    const made = read.measures.find((one) => one.code === 'netwerk')!;
    expect(made).toMatchObject({ name: work.name, ambitions: ['ambities/A5'] });
    expect(made.description).toContain('Oefenrechtbank');
    expect(await join()).toMatchObject({ problem: { code: 'bundle.ended', params: { status: 'joint' } } });
  });

  test('a proposal that finds no response is withdrawn with the reason, and can be made again', async () => {
    const again = { ...work, goal: 'ambities/A2' };
    const made = await send('beleid', { intent: 'propose', ...again });
    bundle = (made as { done: { bundle: string } }).done.bundle;
    const withdraw = { intent: 'withdraw', key: bundle, revision: '1', reason: 'Te verschillend.' };
    expect(await send('schrijver-recht', withdraw)).toMatchObject({ problem: { status: 403 } });
    expect(await send('beleid', { ...withdraw, reason: '' })).toMatchObject({
      problem: { errors: [{ path: 'reason' }] },
    });
    expect(await send('beleid', withdraw)).toHaveProperty('done');
    expect(await send('beleid', { intent: 'propose', ...again })).toHaveProperty('done');
  });
});
