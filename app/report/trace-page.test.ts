import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader as lineLoader } from './trace-line-page.tsx';
import { loader } from './trace-page.tsx';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
const now = new Date('2026-11-01T10:00:00Z');
const scheme = 'ka-2022-2027';

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
});
beforeEach(watched.forget);

async function page(path: string) {
  const actor = await place.actor('beleid');
  watched.forget();
  return loader(pageArgs({ db: watched.db, actor, path, params: { scheme }, now }) as never);
}

async function linePage(line: string) {
  const actor = await place.actor('beleid');
  watched.forget();
  const path = `/schemes/${scheme}/trace/lines/${line}`;
  return lineLoader(pageArgs({ db: watched.db, actor, path, params: { scheme, line }, now }) as never);
}

describe('the trace page', () => {
  test('nothing is untraceable; each ribbon opens its lines, and they sum to it; six statements', async () => {
    const { picture, untraceable } = await page(`/schemes/${scheme}/trace?year=2024`);
    expect(watched.queries).toBe(6);
    expect(untraceable.cents).toBe(0);
    const ribbons = picture.links.filter((one) => !/(undivided|unbudgeted|left):$/.test(one.target));
    expect(ribbons.length).toBeGreaterThan(12);
    for (const { key, cents } of [ribbons[0]!, ribbons.at(-1)!]) {
      const { chosen } = await page(`/schemes/${scheme}/trace?year=2024&flow=${encodeURIComponent(key)}`);
      expect(chosen.reduce((sum, line) => sum + line.cents, 0)).toBe(cents);
    }
  });

  test('a realised euro leads to its measure, plan, allocation with its rules, and grant; and forward', async () => {
    const { chosen } = await page(`/schemes/${scheme}/trace?year=2024&flow=realised:&unit=recht`);
    const spent = chosen.find((line) => line.cents > 0)!;
    const { chain } = await linePage(spent.lineId);
    expect(watched.queries).toBe(8);
    expect(chain.line).toMatchObject({ stage: 'realised', class: 'traceable', reasons: [] });
    expect(chain.measure?.name).toBe(chain.line.what);
    expect(chain.plans.map((plan) => plan.document)).toContain('plan-recht');
    expect(chain.plans[0]!.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(chain.plans[0]!.decisions.map((one) => one.kind)).toContain('consent');
    expect(chain.allocations.map((one) => one.document)).toEqual(['allocatie']);
    expect(chain.rules?.steps.at(-1)?.after).toBe(chain.allocations[0]!.cents);
    expect(chain.grants.map((one) => one.document)).toEqual(['rijksbijdrage']);
    // and forward again: the grant's own page counts what came of it
    const grant = await linePage(chain.grants[0]!.lineId!);
    expect(grant.chain.line.stage).toBe('granted');
    expect(chain.forward.allocated).toBe(chain.allocations[0]!.cents);
    expect(grant.chain.forward.realised).toBeGreaterThan(spent.cents);
  });

  test('each line says what it is besides its number: pm, provisional; and so does every stop of its chain', async () => {
    const { frame } = await page(`/schemes/${scheme}/trace?year=2027`);
    const all = [];
    for (const theme of frame.themes) {
      const flow = encodeURIComponent(`theme:${theme.code}`);
      all.push(...(await page(`/schemes/${scheme}/trace?year=2027&unit=recht&flow=${flow}`)).chosen);
    }
    const open = all.find((line) => line.stage === 'budgeted' && line.signs.includes('pm'))!;
    // a place of which nothing is known yet is not nothing
    expect(open).toMatchObject({ cents: 0, signs: ['pm'] });
    const { chain } = await linePage(open.lineId);
    expect(chain.line.signs).toEqual(['pm']);
    expect(chain.carrier.signs).toEqual(['pm']);
    expect(chain.grants[0]!.signs).toEqual(['provisional']);
    expect(chain.forwardSigns).toMatchObject({ granted: ['provisional'] });
    expect(watched.queries).toBe(8);
  });

  test('a line that does not exist is missing', async () => {
    await expect(linePage('0195f000-0000-7000-8000-000000000000')).rejects.toMatchObject({
      init: { status: 404 },
    });
  });
});
