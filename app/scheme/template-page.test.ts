import { beforeAll, expect, test } from 'vitest';
import { wordsOf } from '#app/messages/words.server.ts';
import { demoFile, type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as adminPage from './scheme-admin-page.tsx';

/** The template of a report made on a screen: what it draws on and prints, and a question that is asked twice. */

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
const scheme = 'ka-2022-2027';

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
});

async function args(form?: Record<string, string>, login = 'beleid') {
  const actor = await place.actor(login);
  const path = `/admin/schemes/${scheme}`;
  return pageArgs({ db: watched.db, actor, path, params: { scheme }, ...(form && { form }) }) as never;
}
const shown = async () => adminPage.loader(await args());
type Kind = Awaited<ReturnType<typeof shown>>['scheme']['kinds'][number];
const kindOf = async (code: string): Promise<Kind> =>
  (await shown()).scheme.kinds.find((one) => one.code === code)!;

async function put(kind: string, code: string, rest: Record<string, string>) {
  const { scheme: read } = await shown();
  const form = {
    ...{ intent: 'question', key: kind, revision: String(read.revision), 'kind.code': kind, code },
    ...{ textNl: 'Wat vinden de panels?', textEn: 'What do the panels say?', per: 'document', sort: '9' },
    ...{ hintNl: '', hintEn: '', unitKinds: '', theme: '', standsIn: 'annex', fixedNl: '', fixedEn: '' },
    ...rest,
  };
  // biome-ignore lint/suspicious/noExplicitAny: an outcome has a problem or it has not
  return (await adminPage.action(await args(form))) as any;
}

test('a question with what it draws on and prints is made on a screen, each on a line of its own', async () => {
  const { tables } = await shown();
  expect(tables.map((one) => one.code)).toContain('bestedingen-per-thema');
  const done = await put('onderwijsverslag', 'panels', {
    drawsOn: 'opleidingsverslag/ervaring',
    'drawsOn.1': 'opleidingsverslag/knelpunten 1',
    'drawsOn.2': '',
    blocks: 'table bestedingen-per-thema',
    'blocks.1': 'chart theme budgeted,realised all',
  });
  expect(done.problem).toBeUndefined();
  const made = (await kindOf('onderwijsverslag')).questions.find((one) => one.code === 'panels')!;
  expect(made.part).toBe('annex');
  expect(made.drawsOn).toEqual([
    { kind: 'opleidingsverslag', question: 'ervaring', yearsBefore: 0 },
    { kind: 'opleidingsverslag', question: 'knelpunten', yearsBefore: 1 },
  ]);
  expect(made.blocks.map((one) => one.kind)).toEqual(['table', 'chart']);
  const wrong = await put('onderwijsverslag', 'panels', { blocks: 'taart', drawsOn: 'nergens' });
  expect(wrong.problem.errors).toMatchObject([
    { path: 'blocks', code: 'question.blocks-unread', params: { line: 'taart' } },
    { path: 'drawsOn', code: 'question.drawsOn-unread', params: { line: 'nergens' } },
  ]);
});

test('what the chain asks already is refused when the template is made, with where it is asked', async () => {
  const twice = { textNl: 'Wat verandert er komend jaar', textEn: 'And then?' };
  // of the same words at the university, which draws on the faculties
  const higher = await put('voortgangsverslag', 'dubbel', twice);
  expect(higher.problem.errors).toMatchObject([
    {
      path: 'textNl',
      code: 'question.asked-before',
      params: { otherKind: 'onderwijsverslag', other: 'vooruitblik' },
    },
  ]);
  // the kind of the other report by its name; its code only where it is typed
  const { nameNl, nameEn } = await kindOf('onderwijsverslag');
  const [said] = higher.problem.errors;
  expect(wordsOf('nl')(`rejection.${said.code}`, said.params)).toContain(`” (${nameNl}). `);
  expect(wordsOf('en')(`rejection.${said.code}`, said.params)).toContain(`” (${nameEn}). `);
  const lower = await put('opleidingsverslag', 'dubbel', twice);
  expect(lower.problem.errors).toMatchObject([{ path: 'textNl', code: 'question.asked-above' }]);
  const round = await put('opleidingsverslag', 'rond', {
    ...{ textNl: 'Iets anders?', textEn: 'Anything else?' },
    drawsOn: 'voortgangsverslag/voortgang',
  });
  expect(round.problem.errors).toMatchObject([{ path: 'drawsOn', code: 'question.chain-loop' }]);
  expect((await kindOf('opleidingsverslag')).questions).toHaveLength(3);
  // drawing on it makes it right
  const drawn = await put('voortgangsverslag', 'dubbel', {
    ...twice,
    drawsOn: 'onderwijsverslag/vooruitblik 1',
  });
  expect(drawn.problem).toBeUndefined();
});

test('a file of an institution whose chain asks twice is refused, with the place', async () => {
  const data = await demoFile('voorbeeld');
  const kinds = data.schemes!.find((one) => one.code === scheme)!.documentKinds!;
  const university = kinds.find((one) => one.code === 'voortgangsverslag')!;
  university.questions!.push({
    code: 'dubbel',
    textNl: 'Wat verandert er komend jaar?',
    textEn: 'What changes next year?',
    per: 'document',
  });
  data.institution.code = 'elders';
  await expect(loadInstitution(watched.db, data)).rejects.toThrow(/asked-(before|above)|al gevraagd|problem/);
});
