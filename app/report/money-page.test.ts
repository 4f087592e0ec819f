import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { record } from '#app/audit/audit.server.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader as exportLoader } from './money-export.ts';
import { loader as linesLoader } from './money-lines-page.tsx';
import { loader } from './money-page.tsx';
import { loader as overviewLoader } from './overview-page.tsx';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
let other: LoadedInstitution;
const now = new Date('2023-06-01T10:00:00Z');
const scheme = 'ka-2022-2027';

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
  other = await loadInstitution(watched.db, smallInstitution());
});

async function ask(login: string, path: string, params: Record<string, string> = { scheme }) {
  return { db: watched.db, actor: await place.actor(login), path, params, now };
}

/** Statements between the transaction's begin, its institution and its commit. */

describe('the money page', () => {
  test('asks a fixed number of statements, whatever the figures', async () => {
    const args = await ask('lezer', `/schemes/${scheme}/money`);
    watched.forget();
    await loader(pageArgs(args));
    expect(watched.queries).toBe(4);
    watched.forget();
    await loader(pageArgs({ ...args, path: `/schemes/${scheme}/money?cell=B2023:T1&slice=node` }));
    expect(watched.queries).toBe(8);
  });

  test('in FTE it says per year what one costs: the dated rate, and what amounts on both sides imply', async () => {
    const args = await ask('lezer', `/schemes/${scheme}/money?print=fte`);
    watched.forget();
    const { prices } = await loader(pageArgs<Parameters<typeof loader>[0]>(args));
    expect(watched.queries).toBe(6);
    expect(prices.map((one) => one.year)).toEqual([2022, 2023, 2024, 2025, 2026, 2027]);
    expect(prices[0]!.stated).toBeGreaterThan(0);
    expect(prices.at(-1)!.stated).toBeGreaterThan(prices[0]!.stated!);
    const { window, of, within, stated } = prices.find((one) => one.implied.budgeted)!.implied.budgeted!;
    expect(of).toBeGreaterThan(0);
    expect(within).toBe(window !== null && window.least <= stated! && stated! <= window.most);
    const plain = await loader(
      pageArgs<Parameters<typeof loader>[0]>(await ask('lezer', `/schemes/${scheme}/money`)),
    );
    expect(plain.prices).toEqual([]);
  });

  test('each figure equals the sum of the lines that it opens to', async () => {
    const args = await ask('lezer', `/schemes/${scheme}/money?print=eur`);
    const { table } = await loader(pageArgs<Parameters<typeof loader>[0]>(args));
    const cells = table.rows.flatMap((row) => row.cells).filter((cell) => cell.href);
    expect(cells.length).toBeGreaterThan(5);
    for (const cell of cells.slice(0, 12)) {
      const path = cell.href!.replace('/money?', '/money/lines?');
      const { lines } = await linesLoader(pageArgs<Parameters<typeof linesLoader>[0]>({ ...args, path }));
      const cents = lines.reduce((total, line) => total + (line.cents ?? 0), 0);
      expect(cents / 100).toBeCloseTo(cell.value!, 6);
    }
  });

  test('what is left and the result, being differences, open to the flow of their year', async () => {
    const args = await ask('lezer', `/schemes/${scheme}/money?print=eur`);
    const { table } = await loader(pageArgs<Parameters<typeof loader>[0]>(args));
    const result = table.rows.find((row) => row.kind === 'result')!.cells;
    expect(result.at(-1)!.href).toBe(`/schemes/${scheme}/trace?year=2027`);
    // a budget is set against what its year began with
    expect(result[0]!.href).toBe(`/schemes/${scheme}/trace?asOf=2022-01-01&year=2022`);
  });

  test('without a session it leads to sign-in and back', async () => {
    const path = `/schemes/${scheme}/money?print=eur`;
    const thrown = await loader(pageArgs({ db: watched.db, actor: null, path, params: { scheme } })).catch(
      (e: unknown) => e,
    );
    expect((thrown as Response).headers.get('location')).toBe(`/sign-in?back=${encodeURIComponent(path)}`);
  });

  test('of another institution it does not exist', async () => {
    const actor = await other.actor('beleid');
    const thrown = await loader(
      pageArgs({ db: watched.db, actor, path: `/schemes/${scheme}/money`, params: { scheme } }),
    ).catch((e: unknown) => e);
    expect(thrown).toMatchObject({ init: { status: 404 } });
  });

  test('an unknown unit in the address is the 404 page, not an empty table', async () => {
    const args = await ask('lezer', `/schemes/${scheme}/money?unit=nergens`);
    await expect(loader(pageArgs(args))).rejects.toMatchObject({ init: { status: 404 } });
  });

  test('exports the same table as a spreadsheet', async () => {
    const args = await ask('lezer', `/schemes/${scheme}/money`, { scheme, format: 'xlsx' });
    const response = await exportLoader(pageArgs<Parameters<typeof exportLoader>[0]>(args));
    expect(response.headers.get('content-disposition')).toMatch(/attachment; filename=".*\.xlsx"/);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
  });
});

test('the overview asks a fixed number of statements, and reads lines only after something was written', async () => {
  const args = await ask('lezer', `/schemes/${scheme}`);
  const load = async () => {
    watched.forget();
    return overviewLoader(pageArgs<Parameters<typeof overviewLoader>[0]>(args));
  };
  const { standings, untraceable } = await load();
  expect(standings.length).toBeGreaterThan(3);
  expect(watched.queries).toBe(11);
  expect((await load()).untraceable).toEqual(untraceable);
  expect(watched.queries).toBe(8);
  expect(watched.asked.filter((sql) => /ledger_line/.test(sql))).toEqual([]);
  const { institutionId } = args.actor;
  await inInstitution(watched.db, institutionId, (tx) =>
    record(tx, args.actor, 'bench.write', { kind: 'institution', id: institutionId }, {}),
  );
  await load();
  expect(watched.queries).toBe(11);
});

test('the figures of the money page come from frozen totals, by an index', async () => {
  const args = await ask('lezer', `/schemes/${scheme}/money`);
  watched.forget();
  await loader(pageArgs<Parameters<typeof loader>[0]>(args));
  // memo lines alone are read as lines, by the index that holds no others
  expect(watched.asked.filter((sql) => /ledger_line/.test(sql) && !/and x\.memo /.test(sql))).toEqual([]);
  const [figures] = watched.asked.filter((sql) => /from version_total x/.test(sql));
  const plan = await inInstitution(watched.db, args.actor.institutionId, async (tx) => {
    // a table of a few rows is read whole, whatever its indexes: without that choice the planner shows the rest
    await sql`set local enable_seqscan = off`.execute(tx);
    await sql`set local plan_cache_mode = force_generic_plan`.execute(tx);
    await sql.raw(`prepare figures as ${figures}`).execute(tx);
    const count = Math.max(...[...figures!.matchAll(/\$(\d+)/g)].map((match) => Number(match[1])));
    const nulls = Array.from({ length: count }, () => 'null').join(', ');
    const { rows } = await sql.raw<{ queryPlan: string }>(`explain execute figures(${nulls})`).execute(tx);
    return rows.map((row) => Object.values(row)[0]).join('\n');
  });
  expect(plan).toMatch(/Index.*version_total_/);
  expect(plan).not.toMatch(/Seq Scan|ledger_line/);
});
