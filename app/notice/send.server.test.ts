import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeCommitment } from '#app/council/commitment.server.ts';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { openPost, type Post } from './post.server.ts';
import { sendNotices } from './send.server.ts';
import { saveSetting } from './setting.server.ts';

let database: FreshDatabase;
let db: Db;
let place: LoadedInstitution;
let server: SMTPServer;
let post: Post;
let folder: string;
const base = 'https://akkoord.example';
/** what arrived: to whom, and the whole letter */
const arrived: { to: string[]; mail: string }[] = [];
let refuse: ((to: string) => Error | null) | null = null;

// a Monday: what is only late is told too
const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => done(refuse?.(address) ?? null),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((one) => one.address);
        arrived.push({ to, mail: Buffer.concat(parts).toString('utf8') });
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  folder = await mkdtemp(join(tmpdir(), 'akkoord-mail-'));
  post = openPost({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'akkoord@example.org', folder });
});
let count = 0;
beforeEach(async () => {
  arrived.length = 0;
  refuse = null;
  if (place) await without(place);
  count += 1;
  place = await loadInstitution(db, smallInstitution(`klein${count}`));
  await address('schrijver-recht', 'schrijver@example.org');
});
afterAll(async () => {
  post.close();
  await new Promise<void>((closed) => server.close(closed));
  await rm(folder, { recursive: true });
  await db.destroy();
  await database.close();
});

/** Nobody of an earlier test gets mail any more. */
async function without({ institutionId }: LoadedInstitution) {
  await inInstitution(db, institutionId, (tx) => tx.deleteFrom('noticeSetting').execute());
}

async function address(login: string, email: string, more = {}) {
  const actor = await place.actor(login);
  const input = { email, digest: true, dueToday: true, ...more };
  await inInstitution(db, place.institutionId, (tx) => saveSetting(tx, actor, input));
}

async function commitment(dueOn: string, text: string) {
  const actor = await place.actor('griffier-recht');
  const input = {
    kind: 'commitment',
    body: 'fr-recht',
    unit: 'recht',
    role: 'planschrijver',
    source: '',
  } as const;
  await inInstitution(db, place.institutionId, (tx) =>
    makeCommitment(tx, actor, 'ka', { ...input, text, dueOn, madeOn: '2026-09-01' }),
  );
}

const run = (time: string, by = post) => sendNotices({ db, post: by, now: at(time), base });
/** The text of a letter: quoted-printable undone. */
const words = (mail: string) =>
  Buffer.from(
    mail
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

describe('notices by a real mail server', () => {
  test('one letter a day from seven o’clock, in reading order, and then at once only what is due today', async () => {
    await commitment('2026-11-23', 'Vandaag sturen wij de begroting.');
    await commitment('2026-11-20', 'Vorige week beloofd.');
    await commitment('2026-11-27', 'Deze week nog.');
    expect(await run('05:00')).toEqual({ sent: 0, failed: 0, codes: [] });
    expect(await run('06:05')).toEqual({ sent: 1, failed: 0, codes: [] });
    const [first] = arrived;
    expect(first!.to).toEqual(['schrijver@example.org']);
    const text = words(first!.mail);
    expect(text).toMatch(/^Subject: Akkoord .* Vandaag: 1 ding|Subject: =\?UTF-8/m);
    const places = ['VANDAAG', 'Vandaag sturen wij', 'TE LAAT', 'Vorige week', 'DEZE WEEK', 'Deze week nog'];
    const found = places.map((part) => text.indexOf(part));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found[0]).toBeGreaterThan(0);
    expect(text).toContain(`${base}/account/notices`);
    expect(text).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(await run('06:10')).toMatchObject({ sent: 0 });
    await commitment('2026-11-23', 'Toch ook vandaag.');
    expect(await run('09:00')).toMatchObject({ sent: 1 });
    expect(words(arrived[1]!.mail)).toContain('Toch ook vandaag.');
    expect(words(arrived[1]!.mail)).not.toContain('begroting');
    expect(await run('09:10')).toMatchObject({ sent: 0 });
  });

  test('two processes at once send one letter', async () => {
    await commitment('2026-11-23', 'Vandaag.');
    const runs = await Promise.all([run('07:00'), run('07:00'), run('07:00')]);
    expect(runs.reduce((sum, one) => sum + one.sent, 0)).toBe(1);
    expect(arrived.length).toBe(1);
  });

  test('a process that died between sending and marking makes one copy more at most, with the same id', async () => {
    await commitment('2026-11-23', 'Vandaag.');
    await run('07:00');
    const died = (minutes: number) =>
      inInstitution(db, place.institutionId, (tx) =>
        tx
          .updateTable('noticeMail')
          .set({ status: 'sending', claimedAt: new Date(at('07:00').getTime() + minutes * 60_000) })
          .execute(),
      );
    await died(0);
    expect(await run('07:10')).toMatchObject({ sent: 0 });
    expect(await run('07:20')).toMatchObject({ sent: 1 });
    await died(30);
    expect(await run('08:30')).toMatchObject({ sent: 0 });
    const ids = arrived.map(({ mail }) => mail.match(/^Message-ID: (.*)$/m)![1]);
    expect(ids.length).toBe(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('a server that fails is tried again, and no name or address is in what is said of it', async () => {
    await address('lid-fr-recht', 'lid@example.org');
    await commitment('2026-11-23', 'Vandaag.');
    const closed = openPost({ smtpUrl: 'smtp://127.0.0.1:1', from: 'a@b.nl', folder });
    const failed = await run('07:00', closed);
    expect(failed).toMatchObject({ sent: 0, failed: 1 });
    expect(JSON.stringify(failed)).not.toMatch(/@|recht|127/);
    expect(await run('07:10')).toMatchObject({ sent: 2, failed: 0 });
    expect(await run('07:20')).toMatchObject({ sent: 0, failed: 0 });
  });

  test('an address that is refused keeps nobody else’s letter', async () => {
    await address('griffier-recht', 'griffier@example.org');
    await commitment('2026-11-23', 'Vandaag.');
    refuse = (to) =>
      to.startsWith('schrijver') ? Object.assign(new Error('no'), { responseCode: 550 }) : null;
    expect(await run('07:00')).toMatchObject({ sent: 1, failed: 1 });
    expect(arrived.map(({ to }) => to[0])).toEqual(['griffier@example.org']);
  });

  test('who switched it off gets nothing; the language is one’s own choice', async () => {
    await address('schrijver-recht', 'schrijver@example.org', { digest: false, dueToday: false });
    await address('lid-fr-recht', 'lid@example.org', { locale: 'en' });
    await commitment('2026-11-23', 'Vandaag.');
    expect(await run('07:00')).toMatchObject({ sent: 1 });
    expect(words(arrived[0]!.mail)).toContain('TODAY');
    await address('lezer', 'lezer@example.org');
    expect(await run('07:10')).toMatchObject({ sent: 0 });
  });

  test('without a server a letter is a file, the same letter the same file', async () => {
    await commitment('2026-11-23', 'Vandaag.');
    const files = openPost({ smtpUrl: null, from: 'akkoord@localhost', folder });
    expect(await run('07:00', files)).toMatchObject({ sent: 1 });
    const names = await readdir(folder);
    expect(names.length).toBe(1);
    expect(names[0]).toMatch(/^2026-11-23\.0\.[0-9a-f-]{36}@akkoord\.eml$/);
    expect(words(await readFile(join(folder, names[0]!), 'utf8'))).toContain('VANDAAG');
  });
});
