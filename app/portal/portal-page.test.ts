import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { asPublic, inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { problemOf } from '#app/kernel/problem.ts';
import { makeOutputs } from '#app/report/output-work.server.ts';
import { bareInstitution } from '#test/bare-institution.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as documentPage from './public-document-page.tsx';
import * as file from './public-file.ts';
import * as institutionPage from './public-institution-page.tsx';
import * as publicPage from './public-page.tsx';
import * as schemePage from './public-scheme-page.tsx';
import { publishVersion } from './publication.server.ts';
import * as publicationsPage from './publications-page.tsx';
import * as publishPage from './publish-page.tsx';
import * as withdrawalPage from './withdrawal-page.tsx';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
const scheme = 'ka-2022-2027';
const now = new Date();
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(now);
const plan = 'plan-mens';

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
  await bareInstitution(watched.db, 'andere');
});

/** Runs a loader or action of a page, and gives what it threw too. */
// biome-ignore lint/suspicious/noExplicitAny: the arguments of every page differ; the tests read what comes out
async function run(handler: (args: any) => unknown, asked: object): Promise<any> {
  watched.forget();
  try {
    return await handler(pageArgs({ db: watched.db, actor: null, now, path: '/', ...asked } as never));
  } catch (thrown) {
    return thrown;
  }
}

async function inside(login: string, document: string, rest: object = {}, query = '') {
  const path = `/schemes/${scheme}/publications/${document}${query}`;
  return { actor: await place.actor(login), path, params: { scheme, document }, ...rest };
}

const outside = (document: string, rest: Record<string, string> = {}, query = '') => ({
  path: `/public/voorbeeld/${scheme}/${document}${query}`,
  params: { institution: 'voorbeeld', scheme, document, ...rest },
});

const hashOf = async (document: string) =>
  (await run(publishPage.loader, await inside('beleid', document))).version.contentHash;

async function publish(document: string, form: Record<string, string | string[]> = {}, login = 'beleid') {
  const { version } = await run(publishPage.loader, await inside('beleid', document));
  const given = new FormData();
  const fields = { version: String(version.number), hash: version.contentHash, ...form };
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) given.append(name, one);
  }
  return run(publishPage.action, await inside(login, document, { form: given }));
}

describe('making public', () => {
  test('[000-26] shows exactly what goes out before it does, and refuses in words what may not', async () => {
    const page = await run(publishPage.loader, await inside('beleid', plan));
    expect(page).toMatchObject({ blockers: [], current: null, version: { number: 1 }, today });
    expect(page.chapters.length).toBeGreaterThan(2);
    expect(page.decisions.map((one: { kind: string }) => one.kind)).toEqual(['consent', 'adoption']);
    expect(watched.queries).toBeLessThanOrEqual(20);
    const refused = async (document: string, query = '') =>
      (await run(publishPage.loader, await inside('beleid', document, {}, query))).blockers.map(
        (one: { code: string }) => one.code,
      );
    expect(await refused('plan-zorg')).toEqual(['publish.draft']);
    expect(await refused('overheveling-2025')).toEqual(['publish.not-adopted']);
    expect(await refused('plan-recht', '?version=1')).toEqual(['publish.superseded']);
    expect(await refused('plan-recht')).toEqual(['publish.public-already']);
    expect(await refused('onderwijsverslag-recht-2024')).toEqual(['publish.not-kept']);
    const { problem } = await publish('plan-zorg', { hash: 'a'.repeat(64) });
    expect(problem).toMatchObject({ code: 'publish.refused', blockers: [{ code: 'publish.draft' }] });
  });

  test('is for those who hold the right', async () => {
    expect((await run(publishPage.loader, await inside('lezer', plan))).init.status).toBe(403);
    expect((await publish(plan, {}, 'schrijver-recht')).problem.status).toBe(403);
    const nobody = await run(publishPage.loader, { params: { scheme, document: plan } });
    expect(nobody.headers.get('location')).toMatch(/^\/sign-in/);
    const list = await run(publicationsPage.loader, await inside('lezer', ''));
    expect(list.mayPublish).toBe(false);
    expect(watched.queries).toBe(1);
  });

  test('wants the hash that was seen, a day that is not past, and a word for what is left out', async () => {
    const wrong = await publish(plan, { hash: 'a'.repeat(64), from: '2020-01-01' });
    const codes = wrong.problem.errors.map((one: { code: string }) => one.code);
    expect(codes).toEqual(['publish.hash', 'publish.from-past']);
    const silent = await publish(plan, { 'leaveOut[]': '1' });
    expect(silent.problem.errors).toMatchObject([{ path: 'reason', code: 'publish.reason' }]);
    const half = await publish(plan, { 'leaveOut[]': '1', 'reasons[]': '' });
    expect(half.problem.errors).toMatchObject([{ params: { titles: expect.stringMatching(/./) } }]);
    const beyond = await publish(plan, { 'leaveOut[]': '99', reason: 'x' });
    expect(beyond.problem.errors).toMatchObject([{ code: 'publish.chapter' }]);
  });

  test('leaves out what is confidential, in page, file and figures, and names no member unseen', async () => {
    const { chapters } = await run(publishPage.loader, await inside('beleid', plan));
    const title = chapters[1].title as string;
    const mark = (tx: Tx, confidential: boolean) =>
      sql`update question set confidential = ${confidential} where text_nl = ${title}`.execute(tx);
    await inInstitution(watched.db, place.institutionId, (tx) => mark(tx, true));
    const refusal = await publish(plan);
    expect(refusal.problem.blockers).toMatchObject([{ code: 'publish.confidential', params: { title } }]);
    const done = await publish(plan, {
      'leaveOut[]': ['1', '2'],
      'reasons[]': ['Aangevinkt noch weggelaten', '', 'Staat al in de begroting'],
      reason: 'Bevat bedrijfsgegevens',
    });
    expect(done.headers.get('location')).toBe(`/schemes/${scheme}/publications`);
    await inInstitution(watched.db, place.institutionId, (tx) => mark(tx, false));
    const { data } = await run(documentPage.loader, outside(plan));
    expect(data.leftOut).toMatchObject([
      { title, reason: 'Bevat bedrijfsgegevens' },
      { title: chapters[2].title, reason: 'Staat al in de begroting' },
    ]);
    const at = data.blocks.findIndex((one: { kind: string; inlines?: { text: string }[] }) =>
      one.inlines?.some((inline) => inline.text === title),
    );
    expect(data.blocks[at + 1].inlines[0].text).toMatch(/niet openbaar gemaakt.*bedrijfsgegevens/);
    expect(data.blocks[at + 2]?.kind ?? 'heading').toBe('heading');
    expect(JSON.stringify(data)).not.toMatch(/"\/schemes\//);
    const trail = await inInstitution(watched.db, place.institutionId, (tx) =>
      sql<{ action: string }>`select action from audit_entry where subject_kind = 'publication'`.execute(tx),
    );
    expect(trail.rows).toEqual([{ action: 'publication.publish' }]);
  });
});

describe('the public reader', () => {
  test('sees no row of any table but what is public today, and writes nothing', async () => {
    const tables = Object.entries(
      await asPublic(watched.db, async (tx) => {
        const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c
          join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
         where c.relkind = 'r' and has_table_privilege(c.oid, 'select')`.execute(tx);
        const counts: Record<string, number> = {};
        for (const { name } of rows) {
          const found = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}`.execute(
            tx,
          );
          counts[name] = found.rows[0]!.n;
        }
        return counts;
      }),
    );
    expect(tables.length).toBeGreaterThan(100);
    const seen = tables.filter(([, count]) => count > 0).map(([name]) => name);
    expect(seen.toSorted()).toEqual(['publication', 'publication_page']);
    const write = asPublic(watched.db, (tx) =>
      sql`update publication set withdrawn_at = now(), withdrawn_reason = 'x'`.execute(tx),
    );
    await expect(write).rejects.toThrow(/read-only/);
  });

  test('[000-26] reads what is published without signing in, with a fixed number of statements', async () => {
    expect((await run(publicPage.loader, { path: '/public' })).data.institutions).toMatchObject([
      { code: 'voorbeeld' },
    ]);
    expect(watched.queries).toBe(1);
    const params = { institution: 'voorbeeld', scheme };
    expect((await run(institutionPage.loader, { params })).data.schemes).toMatchObject([{ code: scheme }]);
    expect(watched.queries).toBe(1);
    const { data: shown } = await run(schemePage.loader, { params });
    expect(watched.queries).toBe(2);
    expect(shown.received[0].table.rows[0].label).toBe('Kwaliteitsmiddelen');
    expect(shown.divided[0].table.rows.length).toBeGreaterThan(4);
    const { data, init } = await run(documentPage.loader, outside('allocatie', {}, '?lang=en'));
    expect(watched.queries).toBe(3);
    expect(data).toMatchObject({ version: 2, withdrawn: null, kind: 'Allocation decision' });
    expect(new Headers(init.headers).get('cache-control')).toBe('public, no-cache');
  });

  test('finds nothing unpublished by guessing: drafts, other versions, other institutions, ids', async () => {
    const status = async (asked: object) => (await run(documentPage.loader, asked)).init?.status;
    for (const document of ['plan-zorg', 'verslag-recht-2024', 'voortgangsverslag-2025', 'x', "' or 1=1"]) {
      expect(await status(outside(document))).toBe(404);
    }
    expect(await status(outside('plan-recht', { version: '1' }))).toBe(404);
    expect(await status(outside('plan-recht', { version: '2' }))).toBe(200);
    expect(await status(outside('plan-recht', { version: '0' }))).toBe(404);
    expect(await status(outside('plan-recht', { institution: 'andere' }))).toBe(404);
    expect((await run(institutionPage.loader, { params: { institution: 'andere' } })).init.status).toBe(404);
    for (const name of ['report.exe', 'table-99.csv', 'report.csv', '..']) {
      expect((await run(file.loader, outside('allocatie', { version: '2', file: name }))).init.status).toBe(
        404,
      );
    }
  });

  test('gets its files from what was made once; figures as JSON and CSV', async () => {
    const at = (name: string, query = '') => outside('allocatie', { version: '2', file: name }, query);
    expect((await run(file.loader, at('report.odt'))).init.status).toBe(404); // still to be made
    await inInstitution(watched.db, place.institutionId, (tx) =>
      sql`delete from publication_file where format <> 'odt' or locale <> 'nl' or publication_id not in
        (select publication_id from publication where document_code = 'allocatie')`.execute(tx),
    );
    await inInstitution(watched.db, place.institutionId, (tx) =>
      sql`delete from output_job j where not exists (select from publication_file f where f.job_id = j.job_id)`.execute(
        tx,
      ),
    );
    expect(await makeOutputs(watched.db, place.institutionId)).toEqual({ done: 1, failed: 0 });
    const odt: Response = await run(file.loader, at('report.odt'));
    expect(new Uint8Array(await odt.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    const json = await (await run(file.loader, at('report.json'))).json();
    expect(json).toMatchObject({ format: 'akkoord-report', title: 'Allocatie kwaliteitsmiddelen 2022-2027' });
    const csv = await (await run(file.loader, at('table-1.csv', '?lang=en'))).text();
    expect(csv).toMatch(/Faculty of Law,line,\d+/);
  });
});

describe('what was public', () => {
  test('is withdrawn with a reason that its address tells from then on; once', async () => {
    const query = '?version=1';
    const page = await run(withdrawalPage.loader, await inside('beleid', plan, {}, query));
    expect(page).toMatchObject({ number: 1, left: 0 });
    const act = async (reason: string, login = 'beleid') =>
      run(withdrawalPage.action, await inside(login, plan, { form: { version: '1', reason } }));
    expect((await act('')).problem.errors).toMatchObject([{ path: 'reason' }]);
    expect((await act('x', 'lezer')).problem.status).toBe(403);
    expect((await act('Er stond een verkeerd bedrag in.')).status).toBe(302);
    expect((await act('nog eens')).problem.code).toBe('publish.not-public');
    const { data, init } = await run(documentPage.loader, outside(plan));
    expect(init.status).toBe(410);
    expect(data).toMatchObject({
      withdrawn: { reason: 'Er stond een verkeerd bedrag in.' },
      blocks: [],
      files: [],
    });
    const gone = await run(file.loader, outside(plan, { version: '1', file: 'report.json' }));
    expect(gone.init.status).toBe(410);
    const rewrite = inInstitution(watched.db, place.institutionId, (tx) =>
      sql`update publication set withdrawn_at = null, withdrawn_reason = '' where document_code = ${plan}`.execute(
        tx,
      ),
    );
    await expect(rewrite).rejects.toThrow(/stands/);
  });

  test('from a day to come is not read before it; published again after a withdrawal it stands again', async () => {
    const hash = await hashOf(plan);
    const actor = await place.actor('beleid');
    const day = (ahead: number) =>
      new Date(Date.parse(today) + ahead * 86_400_000).toISOString().slice(0, 10);
    const put = (document: string, input: object) =>
      inInstitution(watched.db, place.institutionId, (tx) =>
        publishVersion(tx, actor, {
          ...{ scheme, document, now, version: 1, hash, leaveOut: [], reason: '', reasons: [], names: false },
          ...input,
        }),
      );
    await put(plan, {});
    expect((await run(documentPage.loader, outside(plan))).init.status).toBe(200);
    const twice = await put(plan, {}).catch((error) => problemOf(error));
    expect(twice).toMatchObject({ blockers: [{ code: 'publish.public-already' }] });
    const framework = await hashOf('kadernota-2022');
    await put('kadernota-2022', { hash: framework, from: day(1) });
    expect((await run(documentPage.loader, outside('kadernota-2022'))).init.status).toBe(404);
    const { documents } = await run(publicationsPage.loader, await inside('beleid', ''));
    const later = documents.find((one: { document: string }) => one.document === 'kadernota-2022');
    expect(later.publications).toMatchObject([{ from: day(1), withdrawnAt: null }]);
  });
});
