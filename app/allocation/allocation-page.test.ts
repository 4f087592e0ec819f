import { beforeAll, describe, expect, test } from 'vitest';
import { letterInput } from '#app/funding/funding.input.ts';
import { recordLetter } from '#app/funding/letter.server.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { adoptOn } from '#test/adoption.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as allocationPage from './allocation-page.tsx';
import * as benchPage from './bench-page.tsx';
import * as documentPage from './document-page.tsx';
import * as newPage from './new-page.tsx';
import { draftStood, meetings } from './rule-conflict.ts';
import type { RuleFields } from './rule-form.ts';
import * as rulesPage from './rules-page.tsx';

const watched = watchedDatabase();
let own: LoadedInstitution;

beforeAll(async () => {
  own = await loadInstitution(watched.db, smallInstitution());
  const controller = await own.actor('controller');
  const letter = letterInput.parse({
    ...{ kind: 'bekostiging', code: 'brief', title: 'Brief', from: '2021-10-01' },
    amounts: [{ fund: 'kwaliteit', year: 2022, cents: 1_000_000_00 }],
  });
  await inInstitution(watched.db, own.institutionId, (tx) =>
    recordLetter(tx, controller, { ...letter, scheme: 'ka' }),
  );
});

const home = '/schemes/ka/allocation';
async function args<T>(login: string, path: string, form?: Record<string, string> | FormData): Promise<T> {
  const params = { scheme: 'ka', document: 'eerste' };
  return pageArgs<T>({ db: watched.db, actor: await own.actor(login), path: home + path, params, form });
}
const caught = (work: Promise<unknown>) => work.catch((thrown: unknown) => thrown);

const tariff: [string, string][] = [
  ['rules.0.kind', 'tariff'],
  ['rules.0.centsPerHead', '500'],
  ['rules.0.heads.definition', 'eer'],
  ['rules.0.heads.mode', 'date'],
  ['rules.0.heads.date', '2021-10-01'],
  ['rules.0.to', 'recht|'],
  ['rules.0.to', 'beta|'],
];
function rules(intent: string, fields: [string, string][], revision = '1'): FormData {
  const form = new FormData();
  for (const [name, value] of [...fields, ['intent', intent], ['basis', 'granted']])
    form.append(name!, value!);
  form.set('fund', 'kwaliteit');
  form.set('revision', revision);
  return form;
}

describe('an allocation through its pages, without scripts', () => {
  test('[000-10] [000-18] begun, given a rule, submitted and decided; each unit’s amount with its steps', async () => {
    const begun = {
      title: 'Allocatie',
      code: 'eerste',
      kind: 'allocatie',
      fund: 'kwaliteit',
      basis: 'granted',
    };
    expect(await caught(newPage.action(await args('beleid', '/new', begun)))).toMatchObject({ status: 302 });
    const moved = await rulesPage.action(await args('beleid', '/eerste/rules', rules('remove.0', tariff)));
    expect(moved).toMatchObject({ rules: [], problem: null });
    const saved = rulesPage.action(await args('beleid', '/eerste/rules', rules('save', tariff)));
    expect(await caught(saved)).toMatchObject({ status: 302 });
    const submitted = documentPage.action(
      await args('beleid', '/eerste', { intent: 'submit', revision: '2' }),
    );
    expect(await caught(submitted)).toMatchObject({ status: 302 });
    const { version } = await documentPage.loader(await args('cvb', '/eerste'));
    const board = await own.actor('cvb');
    await inInstitution(watched.db, own.institutionId, (tx) =>
      adoptOn(tx, board, {
        ...{ scheme: 'ka', document: 'eerste', version: 1 },
        ...{ hash: version.hash ?? '', from: '2021-12-01' },
      }),
    );
    const { result } = await documentPage.loader(await args('lezer', '/eerste'));
    const law = result?.reasons.find((one) => one.unit === 'recht');
    expect(law?.steps).toMatchObject([{ kind: 'tariff', delta: 500_000_00, params: { heads: 1000 } }]);
    const { inForce } = await allocationPage.loader(await args('lezer', ''));
    expect(inForce[0]?.unallocated).toEqual({ 2022: 250_000_00 });
  });

  test('an ambiguous amount is asked at its field, and what was typed comes back', async () => {
    await caught(documentPage.action(await args('beleid', '/eerste', { intent: 'next', note: '' })));
    const wrong = tariff.map(([name, value]): [string, string] =>
      name.endsWith('centsPerHead') ? [name, '1.234'] : [name, value],
    );
    const answer = await rulesPage.action(await args('beleid', '/eerste/rules', rules('save', wrong)));
    expect(answer).toMatchObject({
      problem: { errors: [{ path: 'rules.0.centsPerHead', code: 'amount.ambiguous' }] },
      rules: [{ kind: 'tariff', fields: { centsPerHead: ['1.234'] } }],
    });
  });

  test('two write one draft: each rule that both changed shows both, and what is chosen is saved', async () => {
    const load = async () => rulesPage.loader(await args('beleid', '/eerste/rules'));
    const amount = (text: string) =>
      tariff.map(([name, value]): [string, string] => [name, name.endsWith('centsPerHead') ? text : value]);
    const remainder: [string, string][] = [['rules.1.kind', 'remainder']];
    const send = async (fields: [string, string][], form: { revision: number; stood: string }) => {
      const sent = rules('save', fields, String(form.revision));
      sent.set('stood', form.stood);
      return caught(rulesPage.action(await args('beleid', '/eerste/rules', sent)));
    };
    const drawn = async () => {
      const { rules, basis, byBasis, revision } = await load();
      return { revision, stood: JSON.stringify(draftStood({ rules, basis, own: byBasis.own })) };
    };
    const seen = await drawn();
    const theirs = await send([...amount('600'), ...remainder], seen);
    expect(theirs).toMatchObject({ status: 302 });
    const late = await send(amount('550'), seen);
    if (!(typeof late === 'object' && late && 'seen' in late)) throw new Error('no conflict');
    expect(late).toMatchObject({ problem: { code: 'conflict' } });
    const { rules: now, basis, byBasis } = await load();
    const shown = late as unknown as { seen: Record<string, string>; rules: RuleFields[] };
    const parts = meetings(
      shown.seen,
      { rules: now, basis, own: byBasis.own },
      { rules: shown.rules, basis: 'granted', own: { totals: {} } },
    );
    expect(parts.map(({ name, met }) => [name, met.kind])).toEqual([
      ['rules.0', 'choose'],
      ['rules.1', 'took'],
    ]);
    const again = await drawn();
    expect(await send([...amount('550'), ...remainder, ['resolve:rules.0', 'theirs']], again)).toMatchObject({
      status: 302,
    });
    expect((await load()).rules).toMatchObject([
      { kind: 'tariff', centsPerHead: 600_00 },
      { kind: 'remainder' },
    ]);
  });

  test('who may not write does not get the form', async () => {
    expect(await caught(rulesPage.loader(await args('lezer', '/eerste/rules')))).toMatchObject({
      init: { status: 403 },
    });
    expect(
      await newPage.action(
        await args('lezer', '/new', { title: 'x', code: 'x', kind: 'allocatie', fund: 'kwaliteit' }),
      ),
    ).toMatchObject({
      problem: { code: 'forbidden' },
    });
  });

  test('a fixed number of statements for each page, three of them of its transaction', async () => {
    const counted: Record<string, number> = {};
    const count = async (name: string, work: () => Promise<unknown>) => {
      watched.forget();
      await work();
      counted[name] = watched.statements;
    };
    const list = await args<Parameters<typeof allocationPage.loader>[0]>('beleid', '');
    await count('list', () => allocationPage.loader(list));
    const one = await args<Parameters<typeof documentPage.loader>[0]>('beleid', '/eerste');
    await count('one', () => documentPage.loader(one));
    const form = await args<Parameters<typeof rulesPage.loader>[0]>('beleid', '/eerste/rules');
    await count('form', () => rulesPage.loader(form));
    const pair = await args<Parameters<typeof benchPage.loader>[0]>(
      'beleid',
      '/compare?c=eerste~1&c=eerste~2',
    );
    await count('pair', () => benchPage.loader(pair));
    expect(counted).toEqual({ list: 10, one: 10, form: 10, pair: 10 });
  });
});
