import { beforeAll, expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import { startVersion } from '#app/plan/draft.server.ts';
import { demoFile, type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as reportPage from './report-page.tsx';
import * as submitPage from './submit-page.tsx';

const watched = watchedDatabase();
const scheme = 'ka-2022-2027';
const document = 'jaaroverzicht-dienst-onderwijs-2025';
let place: LoadedInstitution;

beforeAll(async () => {
  const file = await demoFile('voorbeeld');
  const all = file.schemes!.find((one) => one.code === scheme)!.documents!;
  const spent = all.find((one) => one.code === 'verslag-gezamenlijk-2025')!.versions.at(-1)!;
  // a service that books its spending under its own name
  const line = spent.lines!.find((one) => one.measure === 'docenthuis')!;
  Object.assign(line, { unit: 'dienst-onderwijs', cents: 12_345_600 });
  place = await loadInstitution(watched.db, file);
});

const ask = async (login: string, form?: Record<string, string>) => ({
  ...{ db: watched.db, actor: await place.actor(login), now: new Date('2026-11-22T12:00:00Z') },
  ...{ path: `/schemes/${scheme}/plans/${document}`, params: { scheme, document }, ...(form && { form }) },
});
const read = async (login: string) =>
  reportPage.loader(pageArgs<Parameters<typeof reportPage.loader>[0]>(await ask(login)));

test('[000-62] the service that carries out a joint initiative tells its year on one page: what was done, and what was spent', async () => {
  const actor = await place.actor('beleid');
  await inInstitution(watched.db, place.institutionId, (tx) =>
    startVersion(tx, actor, { scheme, document, note: '' }),
  );
  const live = await read('beleid');
  expect(live.standing).toBe('live');
  expect(JSON.stringify(live.blocks)).toContain('De leergang voor beginnende docenten is drie keer gegeven');
  const tables = JSON.stringify(live.blocks.filter((block) => block.kind === 'table'));
  // by measure, computed and never typed
  expect(tables).toContain('Docentenhuis');
  expect(tables).not.toContain('docenthuis');
  expect(tables).toContain('123.456');
  const submit = await ask('beleid', { minutes: '40' });
  await Promise.resolve(submitPage.action(pageArgs<Parameters<typeof submitPage.action>[0]>(submit))).catch(
    (answer: unknown) => answer,
  );
  const frozen = await read('lezer');
  expect(frozen.standing).toBe('frozen');
  expect(JSON.stringify(frozen.blocks)).toContain('123.456');
});
