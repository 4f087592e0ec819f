import { beforeAll, describe, expect, test } from 'vitest';
import { retractVersion } from '#app/document/retraction.server.ts';
import { letterInput } from '#app/funding/funding.input.ts';
import { recordLetter } from '#app/funding/letter.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { getMoney } from '#app/ledger/money.server.ts';
import { adoptOn } from '#test/adoption.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { compareVersions, getAllocation, runAllocation } from './allocation.server.ts';
import { listAllocations } from './allocation-list.server.ts';
import { differencesPerUnit } from './comparison.ts';
import { saveDraft, startAllocation, startNextDraft } from './draft.server.ts';
import type { Rule } from './rule.ts';
import { submitAllocation } from './submission.server.ts';

const watched = watchedDatabase();
let own: LoadedInstitution;
let other: LoadedInstitution;
let officer: Actor;
let board: Actor;
let reader: Actor;

beforeAll(async () => {
  own = await loadInstitution(watched.db, smallInstitution('eigen'));
  other = await loadInstitution(watched.db, smallInstitution('ander'));
  [officer, board, reader] = [await own.actor('beleid'), await own.actor('cvb'), await own.actor('lezer')];
  await grant({ kind: 'bekostiging', code: 'brief', title: 'Brief', from: '2021-10-01' }, [
    [2022, 1_000_000_01],
    [2023, 900_000_00],
  ]);
});

function as<T>(actor: Actor, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> {
  return inInstitution(watched.db, actor.institutionId, (tx) => work(tx, actor));
}

function grant(rest: object, amounts: [number, number][]) {
  const input = letterInput.parse({
    ...rest,
    amounts: amounts.map(([year, cents]) => ({ fund: 'kwaliteit', year, cents })),
  });
  return as(officer, (tx, me) => recordLetter(tx, me, { ...input, scheme: 'ka' }));
}

async function refusal(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Rejection) return [error.code, ...error.blockers.map((one) => one.params)];
      if (error instanceof Missing) return `missing ${error.what}`;
      if (error instanceof InvalidInput) return error.errors.map((one) => `${one.path} ${one.code}`);
      throw error;
    },
  );
}

const heads = { definition: 'eer', date: '2021-10-01' };
const unit = (code: string) => ({ unit: code, node: null });
const tariff: Rule = { kind: 'tariff', centsPerHead: 500_00, heads, to: [unit('recht'), unit('beta')] };
const joint: Rule = { kind: 'reserve', to: { unit: 'klein', node: null }, take: { cents: 100_000_00 } };
const rules: Rule[] = [joint, tariff, { kind: 'remainder', to: null }];

const at = (document: string) => ({ scheme: 'ka', document });
const start = (actor: Actor, code: string, copy: { document: string; version: number } | null = null) =>
  as(actor, (tx, me) =>
    startAllocation(tx, me, {
      ...{ scheme: 'ka', kind: 'allocatie', code, title: `Verdeling ${code}` },
      ...{ fund: 'kwaliteit', basis: 'granted', copy },
    }),
  );
const save = (actor: Actor, code: string, given: Rule[], revision: number) =>
  as(actor, (tx, me) =>
    saveDraft(tx, me, {
      ...{ ...at(code), rules: given, revision },
      ...{ fund: 'kwaliteit', basis: 'granted', totals: {} },
    }),
  );
const submit = (actor: Actor, code: string) => as(actor, (tx, me) => submitAllocation(tx, me, at(code)));
const decide = (actor: Actor, code: string, version: number, hash: string, from = '2021-12-01') =>
  as(actor, (tx, me) => adoptOn(tx, me, { ...at(code), version, hash, from }));
const view = (actor: Actor, code: string, version?: number) =>
  as(actor, (tx, me) => getAllocation(tx, me, { ...at(code), version }));

async function ledger(stage: 'granted' | 'allocated', year: number): Promise<number> {
  const { setting } = await view(officer, 'eerste');
  const query = { schemeId: setting.schemeId, groupBy: ['year'] as const, stage: [stage] };
  const rows = await as(officer, (tx) => getMoney(tx, query));
  return rows.find((row) => row.year === year)?.cents ?? 0;
}

describe('from draft to decision', () => {
  test('[000-18] a uniform tariff per student, with the remainder not yet allocated, is drafted and decided', async () => {
    await start(officer, 'eerste');
    expect(await save(officer, 'eerste', rules, 1)).toEqual({ revision: 2 });
    const draft = await view(officer, 'eerste');
    expect(draft.problems).toEqual([]);
    expect(draft.result?.lines.filter((line) => line.year === 2022)).toEqual([
      { year: 2022, ...unit('beta'), cents: 250_000_00 },
      { year: 2022, ...unit('klein'), cents: 100_000_00 },
      { year: 2022, ...unit('recht'), cents: 500_000_00 },
    ]);
    const steps = draft.result?.reasons.find((one) => one.unit === 'recht' && one.year === 2022)?.steps;
    expect(steps?.[0]?.params).toMatchObject({ heads: 1000, centsPerHead: 500_00, date: '2021-10-01' });
    const { hash } = await submit(officer, 'eerste');
    expect(await ledger('allocated', 2022)).toBe(0);
    await decide(board, 'eerste', 1, hash);
    expect((await view(reader, 'eerste')).version).toMatchObject({ status: 'adopted', from: '2021-12-01' });
  });

  test('what is allocated and what is not sum to what is granted, in the ledger, in every year', async () => {
    const { result } = await view(reader, 'eerste');
    for (const year of [2022, 2023]) {
      const left = result?.unallocated[year] ?? Number.NaN;
      expect((await ledger('allocated', year)) + left).toBe(await ledger('granted', year));
    }
    expect(result?.unallocated).toEqual({ 2022: 150_000_01, 2023: 50_000_00 });
  });

  test('the same rules on a new final grant: a next version, the difference per unit shown', async () => {
    await grant({ document: 'brief', from: '2022-09-15' }, [[2022, 1_100_000_00]]);
    await as(officer, (tx, me) => startNextDraft(tx, me, { ...at('eerste'), note: 'definitief' }));
    const shares: Rule[] = [joint, { kind: 'heads', heads, to: [unit('recht'), unit('beta')] }];
    await save(officer, 'eerste', shares, 1);
    const { differences } = await as(reader, (tx, me) =>
      compareVersions(
        tx,
        { ...me, mandates: officer.mandates },
        {
          scheme: 'ka',
          a: { document: 'eerste', version: 1 },
          b: { document: 'eerste', version: 2 },
        },
      ),
    );
    const of2022 = differencesPerUnit(differences).filter((one) => one.year === 2022);
    expect(of2022.map((one) => [one.unit, one.a, one.b, one.difference])).toEqual([
      ['beta', 250_000_00, 333_333_33, 83_333_33],
      ['klein', 100_000_00, 100_000_00, 0],
      ['recht', 500_000_00, 666_666_67, 166_666_67],
      [null, 150_000_01, 0, -150_000_01],
    ]);
    const { hash } = await submit(officer, 'eerste');
    await decide(board, 'eerste', 2, hash, '2022-10-01');
    expect((await ledger('allocated', 2022)) - (await ledger('granted', 2022))).toBe(0);
  });

  test('a scenario begins with the rules in force and is kept beside them', async () => {
    await start(officer, 'scenario');
    const { rules: copied } = await view(officer, 'scenario');
    expect(copied?.rules.map((rule) => rule.kind)).toEqual(['reserve', 'heads']);
    await start(officer, 'scenario-oud', { document: 'eerste', version: 1 });
    expect((await view(officer, 'scenario-oud')).rules?.rules).toEqual(rules);
  });

  test('rules run without being stored, on amounts and counts of one’s own', async () => {
    const run = await as(reader, (tx, me) =>
      runAllocation(tx, me, {
        ...{ scheme: 'ka', fund: 'kwaliteit', basis: 'own', totals: { '2024': 100 } },
        rules: [{ kind: 'heads', heads, to: [unit('recht'), unit('beta')] }],
        headCounts: [
          { unit: 'recht', definition: 'eer', date: '2021-10-01', heads: 1 },
          { unit: 'beta', definition: 'eer', date: '2021-10-01', heads: 2 },
        ],
      }),
    );
    expect(run.result.lines.map((line) => line.cents)).toEqual([67, 33]);
  });
});

describe('refusals', () => {
  test('who may not write, decide, or see a draft', async () => {
    expect(await refusal(start(reader, 'x'))).toEqual(['forbidden']);
    expect(await refusal(save(board, 'scenario', rules, 1))).toEqual(['forbidden']);
    expect(await refusal(decide(officer, 'eerste', 2, 'a'.repeat(64)))).toEqual(['forbidden']);
    expect(await refusal(view(reader, 'scenario'))).toBe('missing allocation');
    const { setting } = await view(reader, 'eerste');
    const listed = await as(reader, (tx, me) => listAllocations(tx, me, setting.schemeId));
    expect(listed.map((one) => one.code)).toEqual(['eerste']);
  });

  test('another institution does not know the allocation', async () => {
    const stranger = await other.actor('beleid');
    expect(await refusal(view(stranger, 'eerste'))).toBe('missing allocation');
    expect(await refusal(submit(stranger, 'scenario'))).toBe('missing allocation');
    const theirBoard = await other.actor('cvb');
    expect(await refusal(decide(theirBoard, 'eerste', 2, 'a'.repeat(64)))).toBe('missing plan');
  });

  test('the wrong state: no draft, decided already, other content, a revision that is not the newest', async () => {
    expect(await refusal(submit(officer, 'eerste'))).toEqual(['allocation.no-draft']);
    expect(await refusal(decide(board, 'eerste', 2, 'a'.repeat(64)))).toEqual(['version.wrong-status']);
    expect(await refusal(save(officer, 'scenario', rules, 7))).toEqual(['conflict']);
    await start(officer, 'ander');
    await save(officer, 'ander', [{ kind: 'remainder', to: null }], 1);
    await submit(officer, 'ander');
    expect(await refusal(decide(board, 'ander', 1, 'a'.repeat(64)))).toEqual(['hash adopt.hash']);
  });

  test('a head count that is missing or from another date is said at the rule; nothing is submitted', async () => {
    const late: Rule = { ...tariff, heads: { definition: 'eer', date: '2022-10-01' } };
    await save(officer, 'scenario', [late], 1);
    const { problems, result } = await view(officer, 'scenario');
    expect(problems.map((one) => `${one.path} ${one.code}`)).toEqual([
      'rules.0.to.0 allocation.heads-other-date',
      'rules.0.to.1 allocation.heads-other-date',
    ]);
    expect(result).toBe(null);
    expect(await refusal(submit(officer, 'scenario'))).toEqual([
      'rules.0.to.0 allocation.heads-other-date',
      'rules.0.to.1 allocation.heads-other-date',
    ]);
  });

  test('a rule that gives out more than there is, with the amount short', async () => {
    await save(officer, 'scenario', [{ ...tariff, centsPerHead: 1000_00 }], 2);
    const { problems } = await view(officer, 'scenario');
    expect(problems.map((one) => [one.code, one.params.year, one.params.short])).toEqual([
      ['allocation.over', 2022, 400_000_00],
      ['allocation.over', 2023, 600_000_00],
    ]);
  });

  test('two decisions at once on the same money: exactly one comes into force', async () => {
    const hashes: Record<string, string> = {};
    for (const code of ['links', 'rechts']) {
      await grantNpo(code);
      hashes[code] = (await submit(officer, code)).hash;
    }
    const ends = await Promise.all(
      ['links', 'rechts'].map((code) => refusal(decide(board, code, 1, hashes[code]!))),
    );
    const short = { year: 2024, asked: 120_00, available: 100_00, short: 20_00 };
    expect(ends).toContainEqual(['allocation.over-granted', short]);
    expect(ends).toContain('done');
  });

  test('two decisions at once on one version: exactly one counts', async () => {
    const { document, version } = await view(officer, 'ander');
    expect(document.versions).toHaveLength(1);
    const twice = [1, 2].map(() => refusal(decide(board, 'ander', 1, version.hash!)));
    const ends = await Promise.all(twice);
    expect(ends).toContainEqual(['version.wrong-status']);
    expect(ends).toContain('done');
  });

  test('what a council must be heard on first is not adopted before it was', async () => {
    const file = smallInstitution('met-recht');
    const [right] = file.schemes![0]!.documentKinds!.find((one) => one.code === 'plan')!.rights!;
    const kind = file.schemes![0]!.documentKinds!.find((one) => one.code === 'allocatie')!;
    kind.rights = [{ ...right!, bodyKind: 'university-council', kind: 'advice' }];
    const third = await loadInstitution(watched.db, file);
    const [writer, theirBoard] = [await third.actor('beleid'), await third.actor('cvb')];
    const letter = letterInput.parse({
      ...{ kind: 'bekostiging', code: 'brief', title: 'Brief', from: '2021-10-01' },
      amounts: [{ fund: 'kwaliteit', year: 2022, cents: 1_000_000_00 }],
    });
    await as(writer, (tx, me) => recordLetter(tx, me, { ...letter, scheme: 'ka' }));
    await start(writer, 'eerste');
    await save(writer, 'eerste', rules, 1);
    const { hash } = await submit(writer, 'eerste');
    expect(await refusal(decide(theirBoard, 'eerste', 1, hash))).toMatchObject([
      'adopt.blocked',
      { right: 'advice' },
    ]);
  });
});

/** A scenario that gives 60.00 of the 100.00 that there is of the other fund. */
async function grantNpo(code: string): Promise<void> {
  if (code === 'links') {
    const letter = letterInput.parse({
      ...{ kind: 'bekostiging', code: 'npo-brief', title: 'NPO', from: '2021-10-01' },
      amounts: [{ fund: 'npo', year: 2024, cents: 100_00 }],
    });
    await as(officer, (tx, me) => recordLetter(tx, me, { ...letter, scheme: 'ka' }));
  }
  const npo = { fund: 'npo', basis: 'granted' as const };
  await as(officer, (tx, me) =>
    startAllocation(tx, me, { ...at(code), ...npo, kind: 'allocatie', code, title: code, copy: null }),
  );
  const fixed: Rule = { kind: 'fixed', amounts: [{ to: unit('recht'), cents: 60_00 }], chargedTo: 'pool' };
  await as(officer, (tx, me) =>
    saveDraft(tx, me, { ...at(code), ...npo, rules: [fixed], totals: {}, revision: 1 }),
  );
}

describe('a version that is taken back', () => {
  test('what was run again stays held against the version in force when it is returned or withdrawn', async () => {
    await grant({ document: 'brief', from: '2022-11-01' }, [[2022, 1_150_000_00]]);
    const again = (note: string) =>
      as(officer, (tx, me) => startNextDraft(tx, me, { ...at('eerste'), note }));
    expect(await refusal(again(''))).toEqual(['note allocation.difference-note']);
    await again('definitieve brief');
    for (const [action, by, version] of [
      ['return', board, 3],
      ['withdraw', officer, 4],
    ] as const) {
      await submit(officer, 'eerste');
      const input = { ...at('eerste'), version, reason: 'nog eens bezien' };
      await as(by, (tx, me) => retractVersion(tx, me, { ...input, action }));
      const taken = await view(officer, 'eerste', version);
      expect(taken.since).toMatchObject({ of: 2, note: 'definitieve brief' });
      await again('');
      const { since } = await view(officer, 'eerste', version + 1);
      expect(since).toMatchObject({ of: 2, note: 'definitieve brief' });
      expect(since?.years[0]).toMatchObject({ year: 2022, was: 1_100_000_00, now: 1_150_000_00 });
    }
  });
});
