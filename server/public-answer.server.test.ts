import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import { loadInstitution, smallInstitution } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { publicAnswers } from './public-answer.ts';

const watched = watchedDatabase();

test('a public page is made once; what is withdrawn is gone with the next question, also for who has it', async () => {
  const file = smallInstitution();
  const [plan] = file.schemes![0]!.documents!;
  const day = (hour: string) => `2021-12-14T${hour}:00:00.000Z`;
  Object.assign(plan!.versions[0]!, {
    ...{ status: 'adopted', createdAt: day('08'), submittedAt: day('09'), adoptedAt: day('10') },
    inForce: { from: day('10'), recordedAt: day('10') },
  });
  file.schemes![0]!.publications = [
    { document: 'plan-recht', version: 1, from: '2021-12-15', publishedAt: day('11') },
  ];
  const { institutionId } = await loadInstitution(watched.db, file);

  let status = 200;
  const made: string[] = [];
  const ask = publicAnswers({
    db: watched.db,
    development: false,
    async render(request) {
      made.push(new URL(request.url).pathname);
      expect(request.headers.get('cookie')).toBeNull();
      const headers = { 'set-cookie': 'x=1', 'cache-control': 'public, no-cache' };
      return new Response(`page ${made.length}`, { status, headers });
    },
  });
  const at = 'http://test.local/public/klein/ka/plan-recht';
  const get = async (url: string, headers: Record<string, string> = {}) => {
    const response = await ask(new Request(url, { headers: { cookie: 'akkoord=1', ...headers } }));
    expect(response.headers.get('set-cookie')).toBeNull();
    const etag = response.headers.get('etag');
    return { status: response.status, body: await response.text(), etag };
  };
  const first = await get(at);
  expect(first).toMatchObject({ status: 200, body: 'page 1' });
  expect(await watched.count(() => get(at))).toBe(4); // begin, who reads, the state, commit
  expect(await get(at)).toEqual(first);
  expect(await get(at, { 'if-none-match': first.etag! })).toMatchObject({ status: 304, body: '' });
  expect(made.length).toBe(1);
  // its other language, another name of this server and a page above it are pages of their own
  for (const other of [`${at}?lang=en`, at.replace('test', 'other'), 'http://test.local/public/klein']) {
    await get(other);
    await get(other);
  }
  expect(made.length).toBe(4);
  // what does not say what it shows is made each time
  for (const free of [`${at}?q=1`, 'http://test.local/public/nobody', 'http://test.local/public/%E0%A4%A']) {
    await get(free);
    await get(free);
  }
  expect(made.length).toBe(10);

  await inInstitution(watched.db, institutionId, (tx) =>
    sql`update publication set withdrawn_at = now(), withdrawn_reason = 'x'`.execute(tx),
  );
  status = 410;
  expect(await get(at, { 'if-none-match': first.etag! })).toMatchObject({ status: 410, body: 'page 11' });
  expect((await get(at)).body).toBe('page 12');
});
