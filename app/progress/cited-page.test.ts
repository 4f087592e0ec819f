import { beforeAll, expect, test } from 'vitest';
import { loader as consultationsLoader } from '#app/consultation/consultation-list-page.tsx';
import { loader as bodyLoader } from '#app/council/body-page.tsx';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader as historyLoader } from './history-page.tsx';

/** What Leiden's supplement prints of its joint initiatives, and on what it rests. */
const watched = watchedDatabase('voorbeeld', 'leiden');
let leiden: LoadedInstitution;
let voorbeeld: LoadedInstitution;

beforeAll(async () => {
  leiden = await loadInstitution(watched.db, 'leiden');
  voorbeeld = await loadInstitution(watched.db, 'voorbeeld');
});

const now = new Date('2026-11-22T12:00:00Z');
const ask = async (place: LoadedInstitution, params: Record<string, string>) => ({
  ...{ db: watched.db, actor: await place.actor('lezer'), path: '/', params, now },
});
const initiative = async (measure: string) =>
  historyLoader(pageArgs(await ask(leiden, { scheme: 'ka-2019-2024', document: 'bestedingsplan', measure })));

test('[000-42] an activity has its parts, the posts to be filled among them, its money by year, and a network', async () => {
  const { versions, years } = await initiative('studentenwelzijn');
  const texts = versions.at(-1)!.steps.map((one) => one.text);
  expect(texts).toHaveLength(5);
  expect(texts[0]).toContain('Wellbeing officers');
  expect(texts[1]).toContain('coördinator mentoraat en tutoraat, aan te stellen');
  expect(texts[2]).toContain('Netwerk');
  expect(years.find((one) => one.year === 2023)?.budget?.cents).toBe(42_200_000);
  const { charter } = await bodyLoader(pageArgs(await ask(leiden, { body: 'netwerk-officers' })));
  expect(charter.madeOfNl).toContain('well-being officers van de faculteiten');
});

test('[000-43] a choice cites its sources, each with its day and who said it; what was said is read in the log', async () => {
  const { evidence } = await initiative('studentenwelzijn');
  const cited = evidence.filter((one) => one.kind === 'consultation');
  expect(cited.map((one) => [one.title, one.effectiveOn])).toEqual(
    expect.arrayContaining([
      ['Student Wellbeing advies van het LUS', '2021-05-31'],
      ['Tussentijdse gebruikersevaluatie van het mentor- en tutorsysteem', '2021-01-31'],
    ]),
  );
  const log = await consultationsLoader(pageArgs(await ask(leiden, { scheme: 'ka-2019-2024' })));
  const advice = log.consultations.find((one) => one.title.startsWith('Student Wellbeing'))!;
  expect(advice.on).toBe('2021-05');
  expect(JSON.stringify(advice)).toContain('LUS');
});

test('[000-44] the staffing of a team stands as a fact of a day, with its source and what is not known of it', async () => {
  const { evidence } = await initiative('studentenwelzijn');
  expect(evidence.find((one) => one.kind === 'fact')).toMatchObject({
    ...{ code: 'noot-13', effectiveOn: '2021-06-23', figureMilli: 1000 },
    description: expect.stringContaining('één LDE-trainee'),
    source: expect.stringContaining('noot 13'),
  });
  const { evidence: own } = await historyLoader(
    pageArgs(await ask(voorbeeld, { scheme: 'ka-2022-2027', document: 'plan-recht', measure: 'mentoraat' })),
  );
  expect(own.find((one) => one.code === 'E7')).toMatchObject({
    figureMilli: 4200,
    figureUnit: 'fte studieadvies',
  });
});

test('[000-45] one counter in each faculty, staffed together: exactly one to be counted, and who puts people in it', async () => {
  const { versions, units } = await initiative('teacher-support-desk');
  const { steps } = versions.at(-1)!;
  expect(steps[0]).toMatchObject({
    ...{ unit: 'faculteiten', comparator: 'exactly', targetMilli: 1000, targetUnit: 'loket per faculteit' },
  });
  expect(steps.slice(1, 4).map((one) => one.unit)).toEqual(['cfi', 'iclon', 'faculteiten']);
  // the page calls these by their names
  expect(units.map((one) => one.code).toSorted()).toEqual(['cfi', 'faculteiten', 'iclon']);
  for (const one of units) expect(one.nameNl).not.toBe(one.code);
  expect(steps.at(-1)!.text).toContain('netwerk');
});
