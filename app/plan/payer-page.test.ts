import { beforeAll, describe, expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { startVersion } from './draft.server.ts';
import { payersOf } from './payer.ts';
import { action, loader } from './payer-page.tsx';

const watched = watchedDatabase('leiden');
let place: LoadedInstitution;
const scheme = 'ka-2019-2024';
const document = 'bestedingsplan';

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'leiden');
});

async function args<A>(login: string, form?: Record<string, string>) {
  const actor = await place.actor(login);
  watched.forget();
  const path = `/schemes/${scheme}/plans/${document}/payers`;
  return pageArgs<A>({ db: watched.db, actor, path, params: { scheme, document }, ...(form && { form }) });
}
const page = async (login = 'lezer') => loader(await args<Parameters<typeof loader>[0]>(login));
const send = async (login: string, form: Record<string, string>) =>
  action(await args<Parameters<typeof action>[0]>(login, { intent: 'payer', key: form.measure!, ...form }));

async function guidance(login = 'lezer') {
  const { facts } = await page(login);
  return payersOf(facts.lines, ['studentenwelzijn'], facts.funds)[0]!;
}

describe('who pays for a measure', () => {
  test('in 2022 another fund pays for student guidance, deducted from the own funds', async () => {
    const { substituted, funds } = await guidance();
    expect(substituted).toEqual([{ year: 2022, fund: 'npo' }]);
    const own = funds.find((one) => one.fund === 'kwaliteitsmiddelen')!;
    expect(Object.keys(own.years)).toEqual(['2023', '2024']);
    expect(own.years[2023]).toMatchObject({ cents: 42_200_000, unknown: 0 });
    // 88 and 63 k EUR are known, the officers are not
    expect(funds.find((one) => one.fund === 'npo')!.years[2022]).toMatchObject({
      cents: 15_100_000,
      unknown: 1,
    });
    expect(watched.asked.filter((text) => /ledger_line|'own', own/.test(text)).length).toBe(2);
  });

  test('on an earlier day the plan of then pays, and nobody changes who', async () => {
    const at = async (query: string) => {
      const given = await args<Parameters<typeof loader>[0]>('beleid');
      return loader({ ...given, request: new Request(`http://localhost/${query}`) });
    };
    const { mayWrite, facts, asked } = await at('?asOf=2999-01-01');
    expect({ mayWrite, asOf: asked.asOf }).toEqual({ mayWrite: false, asOf: '2999-01-01' });
    expect(facts.lines.length).toBeGreaterThan(0);
    const gone = await at('?asOf=2000-01-01').catch((thrown: unknown) => thrown as Response);
    expect((gone as Response).headers.get('location')).toBe(
      `/schemes/${scheme}/plans/${document}?asOf=2000-01-01`,
    );
  });

  test('a writer lets another fund pay a year; a reader may not, and nothing adopted changes', async () => {
    const change = { measure: 'studentenwelzijn', year: '2023', fund: 'npo' };
    expect(await send('lezer', change)).toMatchObject({ problem: { code: 'forbidden' } });
    expect(await send('beleid', change)).toMatchObject({ problem: { code: 'plan.no-draft' } });
    const actor = await place.actor('beleid');
    await inInstitution(watched.db, place.institutionId, (tx) =>
      startVersion(tx, actor, { scheme, document, note: 'Andere dekking' }),
    );
    expect(await send('beleid', change)).toMatchObject({ done: null });
    expect((await guidance('beleid')).substituted).toEqual([
      { year: 2022, fund: 'npo' },
      { year: 2023, fund: 'npo' },
    ]);
    // whoever may not see drafts still reads the plan in force
    expect((await guidance('lezer')).substituted).toEqual([{ year: 2022, fund: 'npo' }]);
    await send('beleid', { ...change, fund: 'kwaliteitsmiddelen' });
    expect((await guidance('beleid')).substituted).toEqual([{ year: 2022, fund: 'npo' }]);
    expect(await send('beleid', { ...change, year: '2021' })).toMatchObject({
      problem: { errors: [{ path: 'year', code: 'payer.nothing' }] },
    });
  });
});
