import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { listEntries } from '#app/notice/agenda.server.ts';
import { listChanges } from '#app/notice/change.server.ts';
import { loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import type { CommentInput, CommentReplyInput } from './comment.input.ts';
import { listComments } from './comment.server.ts';
import * as formPage from './comment-form-page.tsx';
import * as commentPage from './comment-page.tsx';
import { editComment, putComment, replyToComment } from './comment-write.server.ts';
import * as boardPage from './comments-page.tsx';
import { getCouncilWork } from './council-work.server.ts';
import * as planPart from './plan-part.tsx';

const at = { scheme: 'ka-2022-2027', document: 'plan-recht' };
const now = new Date('2026-11-22T10:00:00Z');
const watched = watchedDatabase('voorbeeld');
const actors: Record<string, Actor> = {};

beforeAll(async () => {
  const { actor } = await loadInstitution(watched.db, 'voorbeeld');
  for (const login of [
    'lid-fr-recht',
    'griffier-recht',
    'schrijver-recht',
    'schrijver-beta',
    'lezer',
    'controller',
  ]) {
    actors[login] = await actor(login);
  }
});

const run = <T>(work: (tx: Tx) => Promise<T>) => inInstitution(watched.db, actors.lezer!.institutionId, work);
const put = (login: string, input: Partial<CommentInput> = {}, who = actors[login]!) =>
  run(async (tx) => {
    const given = {
      kind: 'measure' as const,
      measure: 'mentoraat',
      version: 2,
      text: 'Hoe zit dit?',
      mentions: [],
    };
    return (await putComment(tx, who, { ...at, now }, { ...given, ...input })).commentId;
  });
const reply = (login: string, comment: string, input: Partial<CommentReplyInput> = {}) =>
  run((tx) =>
    replyToComment(tx, actors[login]!, { ...at, comment, now }, { act: 'reply', text: 'Ja.', ...input }),
  );
const edit = (login: string, comment: string, revision = 1) =>
  run((tx) => editComment(tx, actors[login]!, { ...at, comment }, { text: 'Anders gezegd.', revision }));
const read = async (commentId: string) =>
  (await run((tx) => listComments(tx, actors.lezer!, { commentId })))[0]!;
const ask = <A>(login: string, over: object = {}) =>
  pageArgs<A>({ db: watched.db, actor: actors[login]!, path: '/', now, params: at, ...over });

describe('a comment', () => {
  test('on a paragraph quotes exactly that paragraph, whichever form named it', async () => {
    const path = '/?version=2&kind=paragraph&question=investering&node=T1';
    const form = await formPage.loader(ask('lid-fr-recht', { path }));
    expect(form.texts.length).toBeGreaterThan(0);
    expect(form.may).toBe(true);
    expect(form.audience.own.map((one) => one.code)).toContain('fr-recht');
    const { hash, text } = form.texts[0]!;
    // it begins on the paragraph that the address names
    const last = form.texts.at(-1)!.hash;
    const led = await formPage.loader(ask('lid-fr-recht', { path: `${path}&paragraph=${last}` }));
    expect([form.chosen, led.chosen]).toEqual([hash, last]);
    const comment = await put('lid-fr-recht', {
      ...{ kind: 'paragraph', question: 'investering', node: 'T1', paragraph: hash, measure: undefined },
      ...{ body: 'fr-recht', text: 'Klopt dit, @schrijver-recht?', mentions: ['body:ur', 'unit:recht'] },
    });
    const kept = await read(comment);
    expect(kept).toMatchObject({
      quote: text,
      status: 'open',
      bodyNl: 'Faculteitsraad Recht',
      versionNumber: 2,
    });
    expect(new Set(kept.mentions.map((one) => `${one.kind} ${one.code}`))).toEqual(
      new Set(['account schrijver-recht', 'unit recht', 'body ur']),
    );
    const board = await boardPage.loader(ask('lezer'));
    expect(board.comments.find((one) => one.commentId === comment)?.standing).toBe('same');
  });

  test('on a figure tells the amount; on a place that is not there it is refused', async () => {
    const comment = await put('lezer', { kind: 'figure', measure: 'mentoraat', year: 2025 });
    expect((await read(comment)).quote).toMatch(/^€ [\d.]+$/);
    for (const wrong of [
      { measure: 'bestaat-niet' },
      { kind: 'figure', year: 1999 },
      { kind: 'change', change: 'nee' },
    ] as const) {
      await expect(put('lezer', wrong)).rejects.toBeInstanceOf(InvalidInput);
    }
    const paragraph = { kind: 'paragraph', question: 'investering', node: 'T1' } as const;
    await expect(put('lezer', { ...paragraph, quote: 'staat er niet' })).rejects.toMatchObject({
      errors: [{ path: 'paragraph', code: 'comment.paragraph' }],
    });
    await expect(put('lezer', { mentions: ['account:niemand'] })).rejects.toMatchObject({
      errors: [{ path: 'mentions', code: 'comment.mention' }],
    });
    await expect(put('lezer', { version: 99 })).rejects.toBeInstanceOf(Missing);
  });

  test('in the name of a body is for those who speak for it; without any role there is none', async () => {
    await expect(put('lezer', { body: 'fr-recht' })).rejects.toMatchObject({ code: 'council.not-yours' });
    const nobody = { ...actors.lezer!, mandates: [] };
    await expect(put('lezer', {}, nobody)).rejects.toMatchObject({
      code: 'comment.not-allowed',
      status: 403,
    });
  });

  test('stands on the work of who is mentioned, and in what is new to them, until it is closed', async () => {
    const comment = await put('lid-fr-recht', { mentions: ['account:schrijver-recht'] });
    const mentions = async (login: string) =>
      (await run((tx) => getCouncilWork(tx, actors[login]!))).mentions.map((one) => one.commentId);
    expect(await mentions('schrijver-recht')).toContain(comment);
    expect(await mentions('schrijver-beta')).not.toContain(comment);
    const entries = await run((tx) => listEntries(tx, actors['schrijver-recht']!, now));
    expect(entries.map((one) => one.uid)).toContain(`comment-${comment}`);
    const news = async (login: string) =>
      (await run((tx) => listChanges(tx, actors[login]!, new Date(0)))).filter((one) =>
        one.href.endsWith(comment),
      );
    expect(await news('schrijver-recht')).toMatchObject([{ action: 'comment.put', fresh: true }]);
    expect(await news('schrijver-beta')).toEqual([]);
    await reply('schrijver-recht', comment, { act: 'answer', text: 'Dat staat in paragraaf 3.' });
    expect(await mentions('schrijver-recht')).not.toContain(comment);
  });

  test('is answered by those who hold the document, and then stands', async () => {
    const comment = await put('lid-fr-recht');
    await expect(reply('lezer', comment, { act: 'answer' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(reply('schrijver-beta', comment, { act: 'answer' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await reply('griffier-recht', comment, { body: 'fr-recht' });
    await reply('schrijver-recht', comment, { act: 'answer', text: 'In 2025 begint het.' });
    expect(await read(comment)).toMatchObject({
      status: 'closed',
      replies: [
        { act: 'reply', bodyNl: 'Faculteitsraad Recht' },
        { act: 'answer', text: 'In 2025 begint het.', bodyNl: null },
      ],
    });
    await expect(reply('lezer', comment)).rejects.toMatchObject({ code: 'comment.closed' });
    await expect(edit('lid-fr-recht', comment, 3)).rejects.toMatchObject({ code: 'comment.closed' });
    const change = run((tx) =>
      tx.updateTable('comment').set({ text: 'x' }).where('commentId', '=', comment).execute(),
    );
    await expect(change).rejects.toThrow(/is closed/);
    await expect(
      run((tx) => tx.deleteFrom('comment').where('commentId', '=', comment).execute()),
    ).rejects.toThrow(/permission denied/);
  });

  test('changes only by its author and until somebody replies; taken back it stays with the mark', async () => {
    const comment = await put('lid-fr-recht');
    await expect(edit('lezer', comment)).rejects.toMatchObject({ code: 'comment.not-yours' });
    expect(await edit('lid-fr-recht', comment)).toEqual({ revision: 2 });
    await expect(edit('lid-fr-recht', comment, 1)).rejects.toMatchObject({ code: 'conflict' });
    await reply('lezer', comment);
    await expect(edit('lid-fr-recht', comment, 3)).rejects.toMatchObject({ code: 'comment.replied' });
    await expect(reply('lezer', comment, { act: 'withdrawal', text: '' })).rejects.toMatchObject({
      code: 'comment.not-yours',
    });
    await reply('lid-fr-recht', comment, { act: 'withdrawal', text: '' });
    expect(await read(comment)).toMatchObject({ status: 'withdrawn', text: 'Anders gezegd.' });
    await expect(reply('lezer', comment, { text: 'Toch?' })).rejects.toMatchObject({
      code: 'comment.closed',
    });
    await expect(reply('lezer', comment, { text: '' })).rejects.toBeInstanceOf(Rejection);
  });

  test('is made, replied to and answered on its pages; what was typed comes back with a refusal', async () => {
    const made = formPage.action(
      ask('lid-fr-recht', {
        form: { intent: 'put', kind: 'measure', measure: 'honours', version: '2', text: 'Waarom?' },
      }),
    );
    const location = await made.then(
      () => null,
      (response: Response) => response.headers.get('location'),
    );
    const comment = location!.split('/').at(-1)!;
    const params = { ...at, comment };
    const shown = await commentPage.loader(ask('schrijver-recht', { params }));
    expect(shown.may).toEqual({ reply: true, answer: true, edit: false, withdraw: false });
    const refused = await commentPage.action(
      ask('lezer', { params, form: { intent: 'answer', act: 'answer', text: 'Zomaar.' } }),
    );
    expect(refused).toMatchObject({ problem: { code: 'forbidden' }, typed: { text: 'Zomaar.' } });
    await commentPage.action(
      ask('schrijver-recht', {
        params,
        form: { intent: 'answer', act: 'answer', text: 'Op advies van de raad.' },
      }),
    );
    const after = await commentPage.loader(ask('lid-fr-recht', { params }));
    expect(after.may).toEqual({ reply: false, answer: false, edit: false, withdraw: false });
    const before = watched.statements;
    const part = await planPart.loader(ask('lezer', { path: '/?version=2' }));
    expect(watched.statements - before).toBeLessThanOrEqual(8);
    expect(part.remarks.find((one) => one.href.endsWith(comment))).toMatchObject({
      ...{ place: 'measure-honours', status: 'closed', replies: 1 },
    });
    await expect(commentPage.loader(ask('lezer', { params: { ...at, comment: 'x' } }))).rejects.toMatchObject(
      {
        init: { status: 404 },
      },
    );
  });
});
