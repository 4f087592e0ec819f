import { beforeAll, describe, expect, test } from 'vitest';
import { loader as partLoader } from '#app/council/consultation-part.tsx';
import type { Actor } from '#app/kernel/actor.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { action as formAction, loader as formLoader } from './consultation-form-page.tsx';
import { loader as listLoader } from './consultation-list-page.tsx';
import { loader as pageLoader } from './consultation-page.tsx';
import { action as involvementAction, loader as involvementLoader } from './involvement-page.tsx';
import { action as methodAction, loader as methodLoader } from './method-page.tsx';
import { loader as panelLoader } from './panel-page.tsx';

const watched = watchedDatabase('voorbeeld', 'leiden', 'utrecht');
let place: LoadedInstitution;
let leiden: LoadedInstitution;
let utrecht: LoadedInstitution;
beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
  leiden = await loadInstitution(watched.db, 'leiden');
  utrecht = await loadInstitution(watched.db, 'utrecht');
});

type Ask = {
  login?: string;
  path?: string;
  params?: Record<string, string>;
  form?: Record<string, string>;
  of?: LoadedInstitution;
  scheme?: string;
};
async function at({
  login = 'lezer',
  path = '/x',
  params = {},
  form,
  of = place,
  scheme = 'ka-2022-2027',
}: Ask) {
  const actor: Actor = await of.actor(login);
  watched.forget();
  return pageArgs({
    db: watched.db,
    actor,
    path,
    params: { scheme, ...params },
    ...(form && { form }),
  }) as never;
}

const idOf = (response: unknown) => (response as Response).headers.get('location')!.split('/').at(-1)!;
const base = { date: '2026-03-03', on: '', title: 'Panel over toetsing', method: 'panel', unit: 'recht' };

describe('panels', () => {
  test('[000-60] talks held stand by faculty and theme, with who discussed what came out', async () => {
    const page = await panelLoader(await at({ path: '/x?year=2025' }));
    expect(watched.queries).toBe(4);
    const row = (code: string) => page.rows.find((one) => one.unit.code === code)!;
    const held = (code: string) => [...row(code).cells, row(code).none].map((cell) => cell.sittings);
    expect(held('recht')).toEqual([0, 0, 2, 0, 0, 0, 0]);
    expect(held('beta')).toEqual([1, 0, 0, 0, 0, 0, 0]);
    expect(held('voorbeeld')).toEqual([0, 0, 0, 3, 0, 0, 0]);
    expect(held('mens').every((sittings) => sittings === 0)).toBe(true);
    const teachers = page.panels.find((one) => one.method === 'docentpanel')!;
    expect(teachers.discussions.map((one) => [one.body, one.on])).toEqual([
      ['ur', '2026-02-10'],
      [null, '2026-01'],
    ]);
    const only = await panelLoader(await at({ path: '/x?method=docentpanel' }));
    expect(only.panels.map((one) => one.method)).toEqual(['docentpanel']);
  });

  test('[000-61] Leiden: three digital talks in November 2020 with four topics, and a finding that goes against', async () => {
    const { panels } = await panelLoader(await at({ of: leiden, scheme: 'ka-2019-2024' }));
    const pilot = panels.find((one) => one.method === 'docentpanel')!;
    expect(pilot).toMatchObject({ on: '2020-11', sittings: 3 });
    expect(pilot.topics).toHaveLength(4);
    const contrary = panels.flatMap((one) => one.topics).filter((topic) => topic.against !== '');
    expect(contrary.map((topic) => topic.nodes.map((node) => node.code))).toEqual([['T1', 'T4']]);
  });

  test('[000-61] a writer codes what came up: a contrary finding, and quotes that a reader sees by size', async () => {
    const form = {
      ...base,
      ...{ present: '12', sittings: '2', nodes: 'themas/T1', 'topic.0.text': 'De docent telt' },
      ...{ 'topic.0.against': 'kleinere groepen', 'topic.0.nodes': 'themas/T4' },
      ...{ 'topic.0.quote.0.text': 'Groot mag', 'topic.0.quote.0.speakers': 'jaar 2' },
      ...{ 'topic.0.quote.0.heads': '8', 'topic.0.quote.1.text': 'Klein moet', 'topic.0.quote.1.heads': '3' },
      ...{
        'discussion.0.body': 'fr-recht',
        'discussion.0.on': '2026-03-10',
        'discussion.0.note': 'besproken',
      },
    };
    const consultation = idOf(await formAction(await at({ login: 'schrijver-recht', form })));
    const read = (await pageLoader(await at({ params: { consultation } }))).consultation;
    expect(read.topics[0]).toMatchObject({
      against: 'kleinere groepen',
      quotes: [{ text: 'Groot mag', speakers: 'jaar 2', heads: 8 }, { masked: 'small' }],
    });
    expect(JSON.stringify(read)).not.toContain('Klein moet');
    expect(read.discussions).toMatchObject([{ body: 'fr-recht', on: '2026-03-10' }]);
    const { one } = await formLoader(await at({ login: 'schrijver-recht', params: { consultation } }));
    expect(one!.topics[0]!.quotes.map((quote) => quote.text)).toEqual(['Groot mag', 'Klein moet']);
    const trail = await watched.db.selectFrom('auditEntry').selectAll().execute();
    expect(JSON.stringify(trail)).not.toContain('Klein moet');
  });
});

test('[003-7] [003-10] Utrecht by hand: 138 answers of which about 80 teachers, a topic and the measure that answers it', async () => {
  const scheme = 'ka-2019-2024';
  const form = {
    ...{ date: '2019-01-22', on: '', title: 'Enquête, nagelopen', method: 'enquete', unit: 'geneeskunde' },
    ...{ document: 'plan-geneeskunde', withWhom: 'Docenten en studenten', answered: '138' },
    ...{ 'part.0.name': 'docenten', 'part.0.heads': '80', 'part.0.about': 'on' },
    ...{ caveat: 'Weinig antwoorden van Geneeskunde en KGW', 'topic.0.text': 'Burn-out voorkomen' },
    ...{ 'topic.0.nodes': 'themas/U3', 'topic.0.measures': 'plan-geneeskunde/veerkracht' },
  };
  const where = { of: utrecht, scheme };
  const unit = (await listLoader(await at(where))).consultations[0]!.unit;
  const made = await formAction(await at({ ...where, login: 'beleid', form: { ...form, unit } }));
  const consultation = idOf(made);
  const { consultation: read } = await pageLoader(await at({ ...where, params: { consultation } }));
  expect(read).toMatchObject({ answered: 138, parts: [{ name: 'docenten', heads: 80, about: true }] });
  const { voices } = await partLoader(await at({ ...where, params: { consultation } }));
  expect(watched.queries).toBe(3);
  expect(voices).toMatchObject([{ said: 'Burn-out voorkomen', measures: [{ measure: 'veerkracht' }] }]);
});

test('[000-24] an event is written down with its day, its audience, its aim and what came of it', async () => {
  const form = {
    ...{ ...base, date: '2026-06-11', title: 'Universitaire bijeenkomst', method: 'informatie' },
    ...{ unit: 'voorbeeld', withWhom: 'Staf en medezeggenschap', aim: 'Elkaar inspireren' },
    ...{ present: '90', outcome: 'Twee faculteiten zetten samen een leerlijn op.' },
  };
  const consultation = idOf(await formAction(await at({ login: 'beleid', form })));
  const { consultations } = await listLoader(await at({ path: '/x?year=2026' }));
  expect(consultations.map((one) => one.title)).toContain('Universitaire bijeenkomst');
  const read = await pageLoader(await at({ params: { consultation } }));
  expect(read.consultation).toMatchObject({
    ...{ date: '2026-06-11', withWhom: 'Staf en medezeggenschap', aim: 'Elkaar inspireren', present: 90 },
    outcome: 'Twee faculteiten zetten samen een leerlijn op.',
  });
});

describe('methods and forms of taking part', () => {
  test('a method is added, changed on what was seen, refused while used, and then offered', async () => {
    const post = async (form: Record<string, string>, login = 'beleid') =>
      methodAction(await at({ login, form }));
    const method = { intent: 'method', code: 'koffie', nameNl: 'Koffie', nameEn: 'Coffee', kind: 'talk' };
    expect(await post(method)).toMatchObject({ done: { code: 'koffie', revision: 1 } });
    expect(await post(method)).toMatchObject({ problem: { code: 'consultation-method.taken' } });
    const change = { ...method, part: 'koffie', nameNl: 'Koffiegesprek', individuals: 'on' };
    expect(await post({ ...change, revision: '1' })).toMatchObject({ done: { revision: 2 } });
    expect(await post({ ...change, revision: '1' })).toMatchObject({ problem: { code: 'conflict' } });
    const { methods } = await methodLoader(await at({ login: 'beleid' }));
    expect(watched.queries).toBe(2);
    expect(methods.find((one) => one.code === 'koffie')).toMatchObject({ individuals: true, used: 0 });
    expect(await post({ intent: 'method.remove', part: 'panel' })).toMatchObject({
      problem: { code: 'consultation-method.used' },
    });
    expect(await post({ intent: 'method.remove', part: 'koffie' })).toMatchObject({
      done: { removed: true },
    });
    expect(await post(method, 'lezer')).toMatchObject({ problem: { code: 'forbidden' } });
    await expect(methodLoader(await at({}))).rejects.toMatchObject({ init: { status: 403 } });
  });

  test('[002-27] the five forms of Leiden stand with what is known of them, and one is added by hand', async () => {
    const where = { of: leiden, scheme: 'studentenwelzijn' };
    const { involvements } = await involvementLoader(await at(where));
    expect(watched.queries).toBe(2);
    expect(involvements.map((one) => [one.code, one.heads, one.pay, one.payCents])).toEqual([
      ['student-assistenten', null, 'unknown', null],
      ['vrijwilligers', null, 'unknown', null],
      ['klankbordgroepen', null, 'unknown', null],
      ['consultatieteam', 80, 'session', null],
      ['assessoren', null, 'unknown', null],
    ]);
    const form = {
      ...{ intent: 'involvement', code: 'ambassadeurs', nameNl: 'Ambassadeurs', nameEn: 'Ambassadors' },
      ...{ unit: involvements[0]!.unit, heads: '12', pay: 'session', payCents: '12,50', revision: '0' },
    };
    const post = async (given: Record<string, string>, login = 'beleid') =>
      involvementAction(await at({ ...where, login, form: given }));
    expect(await post(form)).toMatchObject({ done: { code: 'ambassadeurs' } });
    expect(await post(form)).toMatchObject({ problem: { code: 'involvement.taken' } });
    expect(await post({ ...form, code: 'x', pay: 'none' })).toMatchObject({
      problem: { errors: [{ path: 'payCents', code: 'involvement.pay' }] },
    });
    expect(await post({ ...form, code: 'y' }, 'lezer')).toMatchObject({ problem: { code: 'forbidden' } });
    const after = (await involvementLoader(await at(where))).involvements;
    expect(after.find((one) => one.code === 'ambassadeurs')).toMatchObject({ heads: 12, payCents: 1250 });
  });

  test('[002-2] the vision of Leiden shows its two rounds, the board and the council, in order', async () => {
    const { consultations } = await listLoader(await at({ of: leiden, scheme: 'studentenwelzijn' }));
    expect(consultations.toReversed().map((one) => [one.round, one.method, one.body])).toEqual([
      [1, 'ronde', null],
      [2, 'ronde', null],
      [null, 'overleg', 'cvb'],
      [null, 'bespreking', 'ur'],
    ]);
  });

  test('a round without a document, and a body that nobody knows, are refused at their fields', async () => {
    const form = { ...base, round: '1', 'discussion.0.body': 'nergens' };
    const result = await formAction(await at({ login: 'beleid', form }));
    expect(
      (result as { problem: { errors: { path: string }[] } }).problem.errors.map((one) => one.path),
    ).toEqual(['document', 'discussions.0.body']);
  });
});
