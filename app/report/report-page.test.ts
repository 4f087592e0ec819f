import { beforeAll, describe, expect, test } from 'vitest';
import { recordFigures } from '#app/indicator/record.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { startVersion } from '#app/plan/draft.server.ts';
import * as sectionPage from '#app/plan/section-page.tsx';
import { type LoadedInstitution, loadInstitution, unpublishedDemo } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as burdenPage from './burden-page.tsx';
import * as chainPart from './chain-part.tsx';
import * as outputFile from './output-file.ts';
import * as outputPage from './output-page.tsx';
import * as reportPage from './report-page.tsx';
import * as sectionPart from './section-part.tsx';
import * as submitPage from './submit-page.tsx';

const watched = watchedDatabase();
let place: LoadedInstitution;
const scheme = 'ka-2022-2027';
const now = new Date('2026-11-22T12:00:00Z');
const draft = 'onderwijsverslag-recht-2025';

beforeAll(async () => {
  place = await loadInstitution(watched.db, await unpublishedDemo('voorbeeld'));
});

type Asked = {
  document?: string;
  form?: Record<string, string>;
  params?: Record<string, string>;
  query?: string;
};

async function ask(
  login: string,
  { document = draft, form, params = {}, query = '' }: Asked = {},
): Promise<Parameters<typeof pageArgs>[0]> {
  const path = `/schemes/${scheme}/plans/${document}${query}`;
  const actor = await place.actor(login);
  return { db: watched.db, actor, path, params: { scheme, document, ...params }, now, ...(form && { form }) };
}
/** Runs a loader or action of a page, and gives what it threw too. */
// biome-ignore lint/suspicious/noExplicitAny: the arguments of every page differ; the tests read what comes out
const run = async (handler: (args: any) => unknown, asked: Awaited<ReturnType<typeof ask>>): Promise<any> => {
  watched.forget();
  try {
    return await handler(pageArgs(asked as never));
  } catch (thrown) {
    return thrown;
  }
};

describe('a report on the screen', () => {
  test('is one page of blocks with its standing; a draft is hidden from who may not see it', async () => {
    const page = await run(reportPage.loader, await ask('schrijver-recht'));
    expect(page.standing).toBe('live');
    expect(watched.queries).toBe(17);
    const kinds = page.blocks.map((block: { kind: string }) => block.kind);
    expect(kinds).toEqual(expect.arrayContaining(['heading', 'quote', 'table', 'figure', 'notes']));
    expect((await run(reportPage.loader, await ask('lezer'))).init.status).toBe(404);
    expect(
      (await run(reportPage.loader, { ...(await ask('lezer')), actor: null } as never)).headers.get(
        'location',
      ),
    ).toMatch(/^\/sign-in/);
  });

  test('goes as a file: asked for, told how far it is, and saved when it is done', async () => {
    const wrong = await run(reportPage.action, await ask('schrijver-recht', { form: { format: 'exe' } }));
    expect(wrong.problem.errors).toMatchObject([{ path: 'format', code: 'output.format' }]);
    const begun: (() => Promise<unknown>)[] = [];
    const sent = await run(reportPage.action, {
      ...(await ask('schrijver-recht', { form: { format: 'odt', version: '1' } })),
      afterwards: (work) => begun.push(work),
    });
    const job = sent.headers.get('location').split('/').at(-1);
    const at = { params: { job } };
    const shown = await run(outputPage.loader, await ask('schrijver-recht', at));
    expect(shown.output).toMatchObject({ format: 'odt', version: 1, status: 'waiting' });
    expect(watched.queries).toBe(2);
    expect(await Promise.all(begun.map((work) => work()))).toEqual([{ done: 1, failed: 0 }]);
    expect((await run(outputPage.loader, await ask('schrijver-recht', at))).output.status).toBe('done');
    const file = await run(outputFile.loader, await ask('schrijver-recht', at));
    expect(file.headers.get('content-type')).toBe('application/vnd.oasis.opendocument.text');
    expect((await run(outputFile.loader, await ask('lezer', at))).init.status).toBe(404);
  });
});

describe('writing a report', () => {
  const question = { params: { question: 'voortgang' } };
  const pick = 'opleidingsverslag-b-rechten-2025~1~resultaten~~0';

  test('[000-52] a ticked passage is quoted, and what was typed is kept', async () => {
    const page = await run(sectionPage.loader, await ask('schrijver-recht', question));
    expect(watched.queries).toBe(10);
    expect(page.lower.length).toBeGreaterThan(3);
    const typed = { revision: String(page.revision), body: 'Zo ging het.' };
    const none = await run(
      sectionPage.action,
      await ask('schrijver-recht', { ...question, form: { ...typed, intent: 'quote' } }),
    );
    expect(none.problem.errors).toMatchObject([{ code: 'quote.choose' }]);
    expect(none.plain).toBe('Zo ging het.');
    const form = { ...typed, intent: 'quote', pick };
    const sent = await run(sectionPage.action, await ask('schrijver-recht', { ...question, form }));
    expect(sent.headers.get('location')).toMatch(/sections\/voortgang#quotes$/);
    const after = await run(sectionPage.loader, await ask('schrijver-recht', question));
    expect(after.plain).toBe('Zo ging het.');
    expect(after.quotes).toHaveLength(2);
    const remove = {
      ...typed,
      revision: String(after.revision),
      intent: `remove ${after.quotes[0].quoteId}`,
    };
    await run(sectionPage.action, await ask('schrijver-recht', { ...question, form: remove }));
    expect((await run(sectionPage.loader, await ask('schrijver-recht', question))).quotes).toHaveLength(1);
  });

  test('a passage taken over stands in the text with its source as a note, unsaved', async () => {
    const { revision } = await run(sectionPage.loader, await ask('schrijver-recht', question));
    const form = { revision: String(revision), body: 'Kort.', intent: 'take', pick };
    const page = await run(sectionPage.action, await ask('schrijver-recht', { ...question, form }));
    expect(page.plain).toMatch(
      /^Kort\.\n\nDe werkgroepen .+\[\^Bachelor Rechtsgeleerdheid, .+ versie 1 \(\w{4} \w{4}\)\]$/,
    );
    expect((await run(sectionPage.loader, await ask('schrijver-recht', question))).revision).toBe(revision);
  });

  test('one answer below is quoted as a whole in one act', async () => {
    const { revision, plain } = await run(sectionPage.loader, await ask('schrijver-recht', question));
    const whole = 'opleidingsverslag-m-rechten-2025~1~resultaten~~all';
    const form = { revision: String(revision), body: plain, intent: `quote ${whole}` };
    await run(sectionPage.action, await ask('schrijver-recht', { ...question, form }));
    const { quotes } = await run(sectionPage.loader, await ask('schrijver-recht', question));
    expect(quotes.at(-1)).toMatchObject({
      passages: [],
      source: { document: 'opleidingsverslag-m-rechten-2025', version: 1 },
    });
    const taken = await run(
      sectionPage.action,
      await ask('schrijver-recht', { ...question, form: { ...form, intent: `take ${whole}` } }),
    );
    expect(taken.plain).toMatch(/Elke scriptiegroep .+\[\^Master Rechtsgeleerdheid, /);
  });

  test('what the template prints below an answer stands beside its writer, as it is now', async () => {
    const shown = await run(sectionPart.loader, await ask('schrijver-recht', question));
    expect(JSON.stringify(shown.blocks)).toContain('Werkgroepen van twintig');
    expect(watched.queries).toBeLessThan(20);
    const other = { params: { question: 'leerpunten' } };
    expect(await run(sectionPart.loader, await ask('schrijver-recht', other))).toBeNull();
    expect(watched.queries).toBe(2);
    expect(await run(sectionPart.loader, await ask('lezer', question))).toBeNull();
  });

  test('the document says what it draws on and where it is quoted, also when that has been overtaken', async () => {
    const higher = await run(
      chainPart.loader,
      await ask('lezer', { document: 'onderwijsverslag-recht-2024' }),
    );
    expect(watched.queries).toBe(4);
    expect(higher).toMatchObject({
      changed: 1,
      draft: false,
      quotedIn: [{ document: 'voortgangsverslag-2025' }],
    });
    expect(higher.lower).toHaveLength(3);
    const lower = await run(
      chainPart.loader,
      await ask('lezer', { document: 'opleidingsverslag-b-rechten-2024' }),
    );
    expect(lower.quotedIn).toMatchObject([
      { document: 'onderwijsverslag-recht-2024', ofVersion: 1, newest: 2 },
    ]);
    expect(await run(chainPart.loader, await ask('lezer', { document: 'plan-recht' }))).toBeNull();
  });

  test('submitting tells what is open; with the time it took it counts in the meter', async () => {
    const page = await run(submitPage.loader, await ask('schrijver-recht'));
    expect(page.gaps).toMatchObject([{ code: 'plan.unanswered', blocker: true }]);
    const refused = await run(submitPage.action, await ask('schrijver-recht', { form: { minutes: '30' } }));
    expect(refused.problem.code).toBe('plan.incomplete');
    const wrong = await run(submitPage.action, await ask('schrijver-recht', { form: { minutes: 'veel' } }));
    expect(wrong.problem.errors).toMatchObject([{ path: 'minutes' }]);
  });

  test('an indicator with a figure and no reflection stands in the way of submitting, with where it is written', async () => {
    const document = 'voortgangsverslag-2025';
    const set = { scheme, unit: 'voorbeeld', year: 2025 };
    const as = async (work: (tx: Tx, actor: Actor) => Promise<unknown>) => {
      const actor = await place.actor('beleid');
      await inInstitution(watched.db, actor.institutionId, (tx) => work(tx, actor));
    };
    await as((tx, actor) => startVersion(tx, actor, { scheme, document, note: '' }));
    // an answer per theme has the figures of that theme beside it
    const theme = await run(
      sectionPart.loader,
      await ask('beleid', { document, params: { question: 'thema', place: 'T3' } }),
    );
    expect(theme.blocks.map((block: { kind: string }) => block.kind)).toEqual(['table', 'figure']);
    expect(theme.blocks[0].table.caption).toBe('Per eenheid, Begeleiding van studenten, 2025');
    const name = 'Studenten die de jaarlijkse zelftest over welzijn invulden';
    const gap = { code: 'report.no-reflection', params: { name, year: '2025' } };
    const page = await run(submitPage.loader, await ask('beleid', { document }));
    expect(page.gaps.filter((one: { blocker: boolean }) => one.blocker)).toEqual([]);
    const href = `/schemes/${scheme}/indicators/fill/voorbeeld/2025`;
    expect(page.observed).toMatchObject([{ ...gap, href }]);
    const submit = { document, form: { minutes: '' } };
    const refused = await run(submitPage.action, await ask('beleid', submit));
    expect(refused.problem).toMatchObject({ code: 'plan.incomplete', blockers: [gap] });
    const reflections = [{ indicator: 'zelftest', text: 'Een op de vijf doet mee.', seen: 0 }];
    await as((tx, actor) => recordFigures(tx, actor, set, { figures: [], reflections, reason: '' }));
    expect((await run(submitPage.loader, await ask('beleid', { document }))).observed).toEqual([]);
    const sent = await run(submitPage.action, await ask('beleid', submit));
    expect(sent.headers.get('location')).toBe(`/schemes/${scheme}/plans/${document}`);
    expect((await run(reportPage.loader, await ask('lezer', { document }))).standing).toBe('frozen');
  });
});

test('[001-24] the burden meter tells per template what is asked, reused and computed, and the time it took', async () => {
  const page = await run(burdenPage.loader, await ask('lezer'));
  const { templates } = page;
  expect(watched.queries).toBe(2);
  const of = (code: string) => templates.find((one: { kind: { code: string } }) => one.kind.code === code);
  expect(page.mayEdit).toBe(false);
  // what the faculty is asked draws on what its programmes answered
  const reused = page.reuse.find(
    (one: { textNl: string }) => one.textNl === 'Wat leverden de maatregelen op?',
  );
  expect(reused.sources.map((one: { kind: string }) => one.kind)).toEqual([
    'opleidingsverslag',
    'opleidingsverslag',
  ]);
  expect(of('onderwijsverslag')).toMatchObject({ asked: 3, required: 2, reused: 2 });
  expect(
    of('onderwijsverslag').reports.find(
      (one: { document: string }) => one.document === 'onderwijsverslag-recht-2024',
    ),
  ).toMatchObject({ minutes: 540, quotes: 3, draft: false });
  expect(of('jaaroverzicht').reports).toMatchObject([{ unit: { code: 'dienst-onderwijs' }, minutes: 95 }]);
});
