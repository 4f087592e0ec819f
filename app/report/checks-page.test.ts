import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { getMoney } from '#app/ledger/money.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { action, loader } from './checks-page.tsx';
import { tieSideSchema } from './tie.ts';
import { action as tiesAction, loader as tiesLoader } from './ties-page.tsx';
import { getTraceView } from './trace-view.server.ts';

const watched = watchedDatabase('voorbeeld', 'leiden', 'utrecht');
let leiden: LoadedInstitution;
let voorbeeld: LoadedInstitution;
const now = new Date('2026-11-01T10:00:00Z');
const wellbeing = 'studentenwelzijn';
const quality = 'ka-2019-2024';

beforeAll(async () => {
  leiden = await loadInstitution(watched.db, 'leiden');
  voorbeeld = await loadInstitution(watched.db, 'voorbeeld');
});

type Form = Record<string, string>;
type Ask = { place?: LoadedInstitution; login?: string; scheme?: string; query?: string; form?: Form };

async function args<A>({ place = leiden, login = 'controller', scheme = wellbeing, query = '', form }: Ask) {
  const path = `/schemes/${scheme}/checks${query}`;
  const actor = await place.actor(login);
  watched.forget();
  return pageArgs<A>({ db: watched.db, actor, path, params: { scheme }, now, ...(form && { form }) });
}
const page = async (ask: Ask = {}) => loader(await args<Parameters<typeof loader>[0]>(ask));
const send = async (ask: Ask) => action(await args<Parameters<typeof action>[0]>(ask));

/** What the form of a check sends. */
function form(
  intent: 'accept' | 'withdraw',
  check: { code: string; whereKey: string; stated: number | null; computed: number | null },
  reason: string,
): Form {
  const { code, whereKey, stated, computed } = check;
  const figures = { stated: JSON.stringify(stated), computed: JSON.stringify(computed) };
  return { intent, key: `${code} ${whereKey}`, code, whereKey, ...figures, reason };
}

describe('the checks of a scheme', () => {
  test('ask a fixed number of statements: nine, and one for each day of its tables', async () => {
    await page({ scheme: wellbeing });
    expect(watched.queries).toBe(10);
    await page({ scheme: quality });
    expect(watched.queries).toBe(11);
  });

  test('at an earlier day are of the tables printed and the documents in force then, and nobody accepts', async () => {
    const then = await page({ scheme: quality, query: '?asOf=2020-06-01' });
    expect(watched.queries).toBeLessThanOrEqual(11);
    expect(then).toMatchObject({ mayAccept: false, mayDeclare: false, asked: { asOf: '2020-06-01' } });
    expect(then.open.filter((one) => one.code.startsWith('table-'))).toEqual([]);
    const printed = await page({ scheme: quality, query: '?asOf=2021-07-01' });
    expect(printed.open.filter((one) => one.code === 'table-sum').length).toBeGreaterThan(4);
    const before = await page({ query: '?asOf=2015-01-01' });
    expect(new Set(before.ties.map((tie) => tie.verdict.state))).toEqual(new Set(['unknown']));
    expect(before.open.filter((one) => one.class === 'error')).toEqual([]);
    expect((await page()).mayAccept).toBe(true);
  });

  test('every published difference of the quality agreements stands here, by class', async () => {
    const { open } = await page({ scheme: quality });
    const of = (code: string) => open.filter((one) => one.code === code);
    expect(of('excluded')).toMatchObject([
      { class: 'error', place: [expect.any(String), '2021'], stated: 16_200_000 },
    ]);
    expect(of('table-sum').filter((one) => one.class === 'rounding').length).toBeGreaterThan(4);
    expect(of('table-share').filter((one) => one.class === 'error').length).toBeGreaterThan(4);
    const order = open.map((one) => ['error', 'rounding', 'note'].indexOf(one.class));
    expect(order).toEqual(order.toSorted());
    for (const one of open) {
      expect(one.href).toMatch(/^\/schemes\//);
      if (one.stated !== null && one.computed !== null) {
        expect(one.difference).toBeCloseTo(one.stated - one.computed, 6);
      }
    }
  });

  test('the same money in two plans is watched from both sides', async () => {
    const states = async (scheme: string) =>
      Object.fromEntries((await page({ scheme })).ties.map((tie) => [tie.code, tie.verdict.state]));
    const expected = {
      'centraal-vanaf-2025': 'rounding',
      'centraal-2024': 'broken',
      'officers-2024': 'broken',
      'officers-vanaf-2025': 'rounding',
      'begeleiding-2024': 'rounding',
    };
    expect(await states(wellbeing)).toEqual(expected);
    expect(await states(quality)).toEqual(expected);
    const { ties } = await page();
    expect(ties[0]!.verdict).toMatchObject({ left: 15_300_000, right: 15_400_000, difference: -100_000 });
    expect(ties[2]!.verdict).toMatchObject({ left: 27_600_000, right: 29_568_000 });
  });

  test('a tie counts euros as the money page does: FTE alone are none, a memo line is in no total', async () => {
    const utrecht = await loadInstitution(watched.db, 'utrecht');
    for (const [place, scheme, year] of [
      [utrecht, 'ka-2019-2024', 2021],
      [voorbeeld, 'ka-2022-2027', 2024],
    ] as const) {
      const run = <T>(work: (tx: Tx) => Promise<T>) => inInstitution(watched.db, place.institutionId, work);
      const side = tieSideSchema.parse({ scheme, stage: 'budgeted', years: [year], unitCents: 100 });
      const money = await run(async (tx) => {
        const { schemeId } = await tx
          .selectFrom('scheme')
          .select('schemeId')
          .where('code', '=', scheme)
          .executeTakeFirstOrThrow();
        const { institutionId } = place;
        const named = { code: 'self', nameNl: 'Zelfde', nameEn: 'Same' };
        const sides = { leftSide: JSON.stringify(side), rightSide: JSON.stringify(side) };
        await tx
          .insertInto('tie')
          .values({ institutionId, tieId: newId(), schemeId, ...named, ...sides })
          .execute();
        return getMoney(tx, { schemeId, groupBy: [], stage: ['budgeted'], year });
      });
      const { ties } = await page({ place, scheme });
      expect(ties.find((tie) => tie.code === 'self')!.verdict).toMatchObject({
        ...{ state: 'holds', left: money[0]!.cents, difference: 0 },
      });
      await run((tx) => tx.deleteFrom('tie').where('code', '=', 'self').execute());
    }
  });

  test('costs whose sources are not printed are unknown, not untraceable', async () => {
    const actor = await leiden.actor('lezer');
    const filter = { scheme: wellbeing, year: null, fund: null, unit: null, asOf: null, knownOn: null };
    const view = await inInstitution(watched.db, leiden.institutionId, (tx) =>
      getTraceView(tx, actor, filter, now),
    );
    expect(view.untraceable.cents).toBe(0);
    // the pillars: 1.219.092 and four times 1.224.000; the officers beside them: 295.680 and four times 276.600
    expect(view.unknown.cents).toBe(611_509_200 + 140_208_000);
  });

  test('a fund outside its period and two periods of one fund are named', async () => {
    const { open } = await page();
    expect(open.filter((one) => one.code === 'term-outside')).toMatchObject([
      { whereKey: 'vernieuwingsmiddelen/2028', stated: 46_500_000 },
    ]);
    const [differs] = open.filter((one) => one.code === 'term-differs');
    expect(differs).toMatchObject({ class: 'note', stated: null, computed: null });
    expect(JSON.stringify(differs!.params)).toContain('2022-2031');
  });

  test('[002-20] a pro-rata share of national money is what the first letter of the fund granted', async () => {
    const { open, terms } = await page({ place: voorbeeld, scheme: 'ka-2022-2027' });
    expect(open.filter((one) => one.code.startsWith('term-'))).toEqual([]);
    const term = terms.find((one) => one.fund === 'kwaliteit')!;
    const { rows } = await inInstitution(watched.db, voorbeeld.institutionId, (tx) =>
      sql<{ cents: number }>`
        select sum(l.cents)::bigint as cents from ledger_line l join version v using (institution_id, version_id)
          join document d using (institution_id, document_id)
         where d.code = 'rijksbijdrage' and v.number = 1`.execute(tx),
    );
    expect((term.nationalCents! * term.shareBasis!) / 10_000).toBe(rows[0]!.cents);
  });
});

describe('an accepted difference', () => {
  const find = async (code: string, whereKey: string) => {
    const { open, accepted } = await page();
    const is = (one: { code: string; whereKey: string }) => one.code === code && one.whereKey === whereKey;
    return { open: open.find(is), accepted: accepted.find(is) };
  };
  const tie = `${wellbeing}/officers-2024`;

  test('moves with who and why, comes back when taken back, and keeps its history', async () => {
    const { open } = await find('tie', tie);
    expect(
      await send({ form: form('accept', open!, 'Nieuwere opgave in het plan van aanpak.') }),
    ).toMatchObject({
      done: null,
    });
    const { accepted } = await find('tie', tie);
    expect(accepted!.acceptance).toMatchObject({
      by: 'Controller',
      reason: 'Nieuwere opgave in het plan van aanpak.',
      stated: 27_600_000,
      computed: 29_568_000,
    });
    // the day before nobody had accepted it, nor had anybody as far as was recorded by then
    for (const query of ['?asOf=2026-10-31', '?knownOn=2026-10-31']) {
      expect((await page({ query })).accepted).toEqual([]);
    }
    expect((await page({ query: '?asOf=2026-11-02' })).accepted).toHaveLength(1);
    // it is no longer open, so a second acceptance is refused
    expect(await send({ form: form('accept', open!, 'Nog eens.') })).toMatchObject({
      problem: { code: 'check.not-open' },
    });
    await send({ form: form('withdraw', open!, 'Toch uitzoeken.') });
    expect((await find('tie', tie)).open).toMatchObject({ before: null });
    const rows = await inInstitution(watched.db, leiden.institutionId, (tx) =>
      tx.selectFrom('acceptedDifference').select(['accepted', 'sort']).orderBy('sort').execute(),
    );
    expect(rows).toEqual([
      { accepted: true, sort: 1 },
      { accepted: false, sort: 2 },
    ]);
  });

  test('opens again when a figure changes, with what was accepted before', async () => {
    const { open } = await find('tie', tie);
    await send({ form: form('accept', open!, 'Uitgezocht.') });
    // the plan of 2025 says another amount: the tie now asks for that year
    await inInstitution(watched.db, leiden.institutionId, (tx) =>
      sql`update tie set right_side = jsonb_set(right_side, '{years}', '[2024, 2025]') where code = 'officers-2024'`.execute(
        tx,
      ),
    );
    const again = await find('tie', tie);
    expect(again.accepted).toBeUndefined();
    expect(again.open).toMatchObject({
      computed: 57_228_000,
      before: { computed: 29_568_000, reason: 'Uitgezocht.', by: 'Controller' },
    });
    // and figures that were not the ones on the screen are refused
    expect(await send({ form: form('accept', open!, 'Zelfde reden.') })).toMatchObject({
      problem: { code: 'check.changed' },
    });
    await inInstitution(watched.db, leiden.institutionId, (tx) =>
      sql`update tie set right_side = jsonb_set(right_side, '{years}', '[2024]') where code = 'officers-2024'`.execute(
        tx,
      ),
    );
  });

  test('needs the right and a reason, and cannot be rewritten', async () => {
    const { open } = await find('term-outside', 'vernieuwingsmiddelen/2028');
    expect(await send({ login: 'lezer', form: form('accept', open!, 'Mag niet.') })).toMatchObject({
      problem: { code: 'forbidden' },
    });
    expect(await send({ form: form('accept', open!, '') })).toMatchObject({ problem: { code: 'invalid' } });
    await expect(
      inInstitution(watched.db, leiden.institutionId, (tx) =>
        tx.updateTable('acceptedDifference').set({ reason: 'x' }).execute(),
      ),
    ).rejects.toThrow(/append-only/);
  });
});

test('what controllers of Example University accepted keeps who and why, and is no longer open', async () => {
  const { accepted, open } = await page({ place: voorbeeld, scheme: 'ka-2022-2027' });
  expect(
    accepted.map(({ whereKey, acceptance }) => [whereKey, acceptance.by, acceptance.at.slice(0, 10)]),
  ).toEqual([
    ['voorbeeld/docenthuis/2023', 'Controller', '2024-03-22'],
    ['recht/honours/2023', 'Faculteitscontroller Recht', '2024-03-18'],
  ]);
  expect(open.map(({ whereKey }) => whereKey)).not.toContain('recht/honours/2023');
  expect(accepted.every(({ acceptance }) => acceptance.reason.length > 40)).toBe(true);
});

test('what Leiden gives to joint initiatives is what their lines cost: no rounding passes for overspending', async () => {
  const { open } = await page({ scheme: quality });
  expect(open.filter((one) => one.code === 'allocated').map(({ whereKey }) => whereKey)).toEqual([
    'faculteiten',
  ]);
});

describe('declaring a tie', () => {
  test('of a tie that another scheme declared, the page says where it is changed', async () => {
    const of = async (scheme: string) =>
      tiesLoader(await args<Parameters<typeof tiesLoader>[0]>({ login: 'beleid', scheme }));
    const [here, there] = [await of(quality), await of(wellbeing)];
    const declared = there.ties.length;
    expect(declared).toBeGreaterThan(0);
    expect(here).toMatchObject({ ties: [], elsewhere: [{ code: wellbeing, count: declared }] });
    expect(there.elsewhere).toEqual([]);
  });

  test('chooses by name from what the chosen scheme has, whichever scheme declares', async () => {
    const { choices } = await tiesLoader(await args<Parameters<typeof tiesLoader>[0]>({ login: 'beleid' }));
    const of = (code: string) => choices.schemes.find((one) => one.code === code)!;
    expect(of(quality)).toMatchObject({ years: [2019, 2020, 2021, 2022, 2023, 2024] });
    expect(of(quality).components).toContain('Coördinatie en versterking netwerk');
    expect(of(quality).measures).toContainEqual(
      expect.objectContaining({
        code: 'studentenwelzijn',
        document: expect.stringContaining('estedingsplan'),
      }),
    );
    // the plan runs to 2027, its money table to 2028
    expect(of(wellbeing).years).toContain(2028);
    expect(of(wellbeing).funds).toContainEqual({
      ...{ code: 'structureel-kader', nameNl: 'Structureel kader kwaliteitsmiddelen SOZ' },
      nameEn: expect.any(String),
    });
    expect(choices.units[0]).toMatchObject({ code: 'leiden', depth: 0 });
  });

  test('a policy officer declares, changes and removes one on the screen', async () => {
    const scheme = 'ka-2022-2027';
    const tiesArgs = async <A>(extra?: Form) => {
      const actor = await voorbeeld.actor('beleid');
      const path = `/schemes/${scheme}/checks/ties`;
      return pageArgs<A>({
        db: watched.db,
        actor,
        path,
        params: { scheme },
        now,
        ...(extra && { form: extra }),
      });
    };
    const read = async () => tiesLoader(await tiesArgs<Parameters<typeof tiesLoader>[0]>());
    const write = async (extra: Form) => tiesAction(await tiesArgs<Parameters<typeof tiesAction>[0]>(extra));
    const { revision } = await read();
    const side = (hand: string, stage: string) => ({
      [`${hand}Scheme`]: scheme,
      [`${hand}Stage`]: stage,
      [`${hand}Years[]`]: '2023',
      [`${hand}UnitCents`]: '100',
    });
    const fields = {
      ...{
        intent: 'tie',
        key: '',
        code: 'alles-verdeeld',
        nameNl: 'Alles verdeeld',
        nameEn: 'All allocated',
      },
      ...side('left', 'granted'),
      ...side('right', 'allocated'),
    };
    expect(
      await write({ ...fields, revision: String(revision), 'leftFunds[]': 'bestaat-niet' }),
    ).toMatchObject({
      problem: { errors: [{ path: 'leftFunds', code: 'tie.unknown' }] },
    });
    await write({ ...fields, revision: String(revision) });
    const after = await read();
    expect(after.ties).toMatchObject([{ code: 'alles-verdeeld', left: { years: [2023], funds: [] } }]);
    await write({
      ...{ intent: 'tie.remove', key: 'alles-verdeeld', part: 'alles-verdeeld' },
      revision: String(after.revision),
    });
    expect((await read()).ties).toEqual([]);
  });
});
