import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader as fileLoader } from './evidence-file.ts';
import { action as listAction, loader as listLoader } from './evidence-page.tsx';
import { action as measureAction, loader as measureLoader } from './history-page.tsx';
import { verifyProgress } from './verify.server.ts';

const watched = watchedDatabase('voorbeeld');
const scheme = 'ka-2022-2027';
const now = new Date('2026-11-22T12:00:00Z');
let own: LoadedInstitution;

beforeAll(async () => {
  own = await loadInstitution(watched.db, 'voorbeeld');
});

const place = (measure: string) => ({ scheme, document: 'plan-recht', measure });

async function measure(login: string, code: string) {
  const actor = await own.actor(login);
  watched.forget();
  const before = watched.statements;
  const data = await measureLoader(pageArgs({ db: watched.db, actor, path: '/', params: place(code), now }));
  return { ...data, count: watched.statements - before };
}

async function seen(login: string) {
  const actor = await own.actor(login);
  const data = await listLoader(pageArgs({ db: watched.db, actor, path: '/', params: { scheme }, now }));
  return data.evidence;
}

async function add(login: string, code: string, fields: Record<string, string | File>) {
  const form = new FormData();
  const base = {
    intent: 'evidence',
    unit: 'recht',
    title: 'Bewijs',
    effectiveOn: '2026-01-31',
    confidentiality: 'unit',
  };
  for (const [name, value] of Object.entries({ ...base, ...fields })) form.append(name, value);
  const actor = await own.actor(login);
  return measureAction(pageArgs({ db: watched.db, actor, path: '/', params: place(code), form, now }));
}

async function download(login: string, evidence: string) {
  const actor = await own.actor(login);
  return fileLoader(pageArgs({ db: watched.db, actor, path: '/', params: { scheme, evidence }, now }));
}

describe('one measure over the years', () => {
  test('[000-64] promise with its end state, changes of the plan, what was told, spent and shown, in eight statements', async () => {
    const { versions, years, evidence, count } = await measure('lezer', 'mentoraat');
    // eight, and those that open and close the transaction; a reader is offered nothing to add
    expect(count).toBeLessThanOrEqual(8 + 3);
    expect(versions.map((one) => [one.number, one.inForce])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(versions[1]?.steps.find((one) => one.kind === 'end-state')?.text).toContain('derde jaar');
    expect(versions[1]?.changes.length).toBeGreaterThan(0);
    const told = years.filter((one) => one.entry !== null);
    expect(told.map((one) => [one.year, one.entry?.status])).toEqual([
      [2024, 'loopt'],
      [2025, 'anders'],
    ]);
    expect(told.every((one) => one.budget !== null && one.spent !== null)).toBe(true);
    expect(evidence.map((one) => one.code)).toEqual(['E2', 'E7']);
  });

  test('[000-46] what a measure waits for is told with it', async () => {
    const { years } = await measure('lezer', 'mentoraat');
    expect(years.find((one) => one.year === 2025)?.entry?.waitsFor).toContain('taskforce');
  });

  test('a measure that no adopted plan holds is not found', async () => {
    await expect(measure('lezer', 'bestaat-niet')).rejects.toMatchObject({ init: { status: 404 } });
  });
});

describe('evidence', () => {
  test('is seen by whom it is for: everybody, councils of the unit, the unit alone', async () => {
    const codes = async (login: string) => (await seen(login)).map((one) => one.code).sort();
    const all = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9'];
    expect(await codes('schrijver-recht')).toEqual(all);
    expect(await codes('lid-fr-recht')).toEqual(all.filter((one) => one !== 'E8'));
    for (const login of ['lezer', 'lid-fr-beta', 'schrijver-beta']) {
      expect(await codes(login), login).toEqual(all.filter((one) => !['E3', 'E8'].includes(one)));
    }
  });

  test('[001-9] a fact stands with its number, its source and the day that it speaks of', async () => {
    const fact = (await seen('lezer')).find((one) => one.code === 'E6');
    expect(fact).toMatchObject({ figureMilli: 90_000, approximate: true, effectiveOn: '2025-12-31' });
    expect(fact?.source).toContain('Personeelsadministratie');
  });

  test('a file goes out with its hash, to those who may see it alone', async () => {
    const file = await download('schrijver-recht', 'E8');
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(file.headers.get('content-disposition')).toContain('attachment');
    const [, digest = ''] = /^sha-256=:(.*):$/.exec(file.headers.get('repr-digest') ?? '') ?? [];
    expect(Buffer.from(digest, 'base64').toString('hex')).toBe(sha256(bytes));
    for (const login of ['lezer', 'lid-fr-recht', 'schrijver-beta']) {
      await expect(download(login, 'E8'), login).rejects.toMatchObject({ init: { status: 404 } });
    }
    await expect(download('schrijver-recht', 'E2')).rejects.toMatchObject({ init: { status: 404 } });
  });

  test('a file that is no longer what was added does not go out, and verify names it', async () => {
    const actor = await own.actor('schrijver-recht');
    const { institutionId } = own;
    const findings = () => inInstitution(watched.db, institutionId, (tx) => verifyProgress(tx, actor));
    // the reports of the demo say what their hashes cover
    expect(await findings()).toEqual([]);
    const wrong = 'f'.repeat(64);
    await inInstitution(watched.db, institutionId, async (tx) => {
      await tx
        .insertInto('file')
        .values({ institutionId, sha256: wrong, bytes: Buffer.from('anders') })
        .execute();
      await sql`insert into evidence (institution_id, evidence_id, scheme_id, code, kind, unit_id, title, effective_on,
                  confidentiality, sha256, file_name, media_type, added_at)
        select institution_id, ${newId()}, scheme_id, 'kapot', kind, unit_id, title, effective_on, confidentiality,
               ${wrong}, file_name, media_type, added_at
          from evidence where institution_id = ${institutionId} and code = 'E1'`.execute(tx);
    });
    expect(await findings()).toEqual([
      expect.objectContaining({ code: 'evidence.hash', subject: `${scheme} kapot` }),
    ]);
    const refused = download('schrijver-recht', 'kapot');
    await expect(refused).rejects.toMatchObject({
      data: { code: 'evidence.damaged' },
      init: { status: 409 },
    });
  });

  test('is added as one of a file, an address, something of the scheme or a number', async () => {
    const file = new File(['vak;groep\n'], 'groepen.csv', { type: 'text/csv' });
    const made = await add('schrijver-recht', 'werkgroepen', { file, about: '2025' });
    expect(made).toMatchObject({ done: { code: 'E10' } });
    const found = (await measure('schrijver-recht', 'werkgroepen')).evidence.find(
      (one) => one.code === 'E10',
    );
    expect(found).toMatchObject({ sha256: sha256('vak;groep\n'), kind: 'file', mayWithdraw: true });
    expect(found?.subjects).toEqual([
      expect.objectContaining({ measure: 'werkgroepen', year: 2025, version: 2 }),
    ]);
    expect(
      await add('schrijver-recht', 'werkgroepen', { target: 'v:plan-recht/2', about: ' S3' }),
    ).toMatchObject({
      done: { code: 'E11' },
    });
    const fact = { figure: '23', figureUnit: 'cursussen', source: 'Telling', approximate: 'on' };
    expect(await add('schrijver-recht', 'werkgroepen', fact)).toMatchObject({ done: { code: 'E12' } });
  });

  test('says what is wrong with it, and keeps what was typed', async () => {
    const wrong = async (fields: Record<string, string>) => {
      const result = await add('schrijver-recht', 'werkgroepen', fields);
      return 'problem' in result ? result.problem.errors.map((one) => one.code) : result;
    };
    expect(await wrong({})).toEqual(['evidence.one']);
    expect(await wrong({ url: 'https://example.org', figure: '3' })).toEqual(['evidence.one']);
    expect(await wrong({ figure: '3', figureUnit: 'x' })).toEqual(['field.required']);
    expect(await wrong({ figure: 'veel', source: 'x' })).toEqual(['step.number']);
    expect(await wrong({ target: 'v:plan-recht/99' })).toEqual(['evidence.subject']);
    expect(await wrong({ url: 'https://example.org', about: '2035' })).toEqual(['evidence.subject']);
    const period = { periodFrom: '2026-02-01', periodThrough: '2026-01-01' };
    expect(await wrong({ url: 'https://example.org', ...period })).toEqual(['evidence.period']);
    for (const login of ['lezer', 'schrijver-beta', 'lid-fr-recht']) {
      const refused = await add(login, 'werkgroepen', { url: 'https://example.org' });
      expect(refused, login).toMatchObject({
        problem: { status: 403 },
        typed: { url: 'https://example.org' },
      });
    }
  });

  test('is withdrawn with a reason, once, and stays to be read', async () => {
    const withdraw = async (login: string, reason: string) => {
      const form = { intent: 'withdraw', key: 'E5', reason };
      const actor = await own.actor(login);
      return listAction(pageArgs({ db: watched.db, actor, path: '/', params: { scheme }, form, now }));
    };
    expect(await withdraw('lezer', 'x')).toMatchObject({ problem: { status: 403 } });
    expect(await withdraw('schrijver-recht', '')).toMatchObject({
      problem: { errors: [{ path: 'reason' }] },
    });
    expect(await withdraw('schrijver-recht', 'De pagina is weg.')).toMatchObject({ done: null });
    expect(await withdraw('schrijver-recht', 'Nog eens.')).toMatchObject({
      problem: { code: 'evidence.withdrawn' },
    });
    const [gone] = (await seen('lezer')).filter((one) => one.code === 'E5');
    expect(gone).toMatchObject({ withdrawnReason: 'De pagina is weg.', mayWithdraw: false });
  });
});
