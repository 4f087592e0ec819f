import { beforeAll, expect, test } from 'vitest';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader as adopt } from './adopt-page.tsx';
import { action as ask, loader as askForm } from './ask-page.tsx';
import { loader as decisions } from './plan-decisions.tsx';

/** One council with the same right on two matters of one kind of document. */
const watched = watchedDatabase();
let place: LoadedInstitution;
beforeAll(async () => {
  const file = smallInstitution();
  const [scheme] = file.schemes!;
  const plan = scheme!.documentKinds!.find((one) => one.code === 'plan')!;
  const [right] = plan.rights!;
  plan.rights = [
    { ...right!, matterNl: 'Inhoud', matterEn: 'Contents' },
    { ...right!, matterNl: 'Hoofdlijnen van de begroting', matterEn: 'Main lines of the budget' },
  ];
  const [version] = scheme!.documents![0]!.versions;
  Object.assign(version!, { status: 'submitted', submittedAt: '2021-11-10T09:00:00Z' });
  place = await loadInstitution(watched.db, file);
});

async function at(login: string, form?: Record<string, string>) {
  const actor = await place.actor(login);
  const params = { scheme: 'ka', document: 'plan-recht' };
  return pageArgs({ db: watched.db, actor, path: '/x', params, ...(form && { form }) }) as never;
}

test('each is asked for itself, and what stands in the way says which it is about', async () => {
  const first = await askForm(await at('beleid'));
  expect(first.open.map((one) => one.matterEn)).toEqual(['Contents', 'Main lines of the budget']);
  const form = { rule: first.open[0]!.ruleId, version: '1', question: 'Do you agree?' };
  await ask(await at('beleid', form));
  const page = await decisions(await at('beleid'));
  expect(page.decisions.map((one) => one.matterEn)).toEqual(['Contents']);
  expect(page).toMatchObject({ mayAsk: true, open: [{ matterEn: 'Main lines of the budget' }] });
  const { blockers } = await adopt(await at('cvb'));
  expect(blockers.map((one) => `${one.code} ${one.params.body}`)).toEqual([
    'adopt.waiting Faculteitsraad Recht (Inhoud)',
    'adopt.not-asked Faculteitsraad Recht (Hoofdlijnen van de begroting)',
  ]);
});
