import { beforeAll, describe, expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { consultationInput } from './consultation.input.ts';
import { getConsultation, getWrittenConsultation, listConsultations } from './consultation.server.ts';
import { saveConsultation } from './consultation-write.server.ts';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
const scheme = 'ka-2022-2027';
const panel = {
  ...{ date: '2026-03-03', title: 'Panel over toetsing', method: 'panel', unit: 'recht' },
  ...{ document: 'plan-recht', invited: 14, present: 12, answered: 12 },
  parts: [
    { name: 'jaar 1', heads: 9 },
    { name: 'jaar 3', heads: 3 },
  ],
  topics: [
    {
      text: 'Te veel toetsen in één week',
      nodes: [{ framework: 'themas', node: 'T5' }],
      measures: [{ document: 'plan-recht', measure: 'mentoraat' }],
    },
  ],
};

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
});

async function save(login: string, input: object, id: string | null = null, revision: number | null = null) {
  const actor = await place.actor(login);
  return inInstitution(watched.db, place.institutionId, (tx) =>
    saveConsultation(tx, actor, { scheme, id, revision }, consultationInput.parse(input)),
  );
}

describe('writing up a consultation', () => {
  test('keeps its topics with their themes and measures; readers see no small numbers', async () => {
    const { consultationId: id } = await save('schrijver-recht', panel);
    const reader = await place.actor('lezer');
    const at = { scheme, id };
    const [read, written] = await inInstitution(watched.db, place.institutionId, async (tx) => [
      await getConsultation(tx, reader, at),
      await getWrittenConsultation(tx, reader, at),
    ]);
    expect(read.parts.map((part) => part.heads)).toEqual(['hidden', 'masked']);
    expect(written.parts.map((part) => part.heads)).toEqual([9, 3]);
    expect(read.topics).toMatchObject([
      { nodes: [{ code: 'T5' }], measures: [{ measure: 'mentoraat', document: 'plan-recht' }] },
    ]);
    const changed = await save('schrijver-recht', { ...panel, topics: [], parts: [] }, id, 1);
    expect(changed).toEqual({ consultationId: id, revision: 2 });
    await expect(save('schrijver-recht', panel, id, 1)).rejects.toMatchObject({ code: 'conflict' });
    await expect(save('schrijver-beta', panel, id, 2)).rejects.toMatchObject({ status: 403 });
  });

  test('of another faculty or body it is refused, and nothing of it is kept', async () => {
    await expect(save('schrijver-recht', { ...panel, unit: 'beta' })).rejects.toMatchObject({ status: 403 });
    await expect(save('griffier-recht', { ...panel, body: 'fr-beta' })).rejects.toMatchObject({
      status: 403,
    });
    await expect(save('lezer', panel)).rejects.toMatchObject({ status: 403 });
    expect(await save('griffier-recht', { ...panel, title: 'Raad', body: 'fr-recht' })).toMatchObject({
      revision: 1,
    });
    const actor = await place.actor('lezer');
    const titles = await inInstitution(watched.db, place.institutionId, (tx) =>
      listConsultations(tx, actor, { scheme, unit: 'beta', year: 2026 }),
    );
    expect(titles).toEqual([]);
  });

  test('every unknown code and impossible count comes back at once', async () => {
    const wrong = { ...panel, method: 'x', body: 'y', present: 20, answered: 8 };
    const error = await save('beleid', wrong).catch((thrown: unknown) => thrown);
    expect((error as { errors: { path: string }[] }).errors.map((one) => one.path)).toEqual([
      ...['present', 'parts', 'method', 'body'],
    ]);
  });
});
