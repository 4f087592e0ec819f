import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { migrate } from './migrate.ts';

/** Migration 0043 on a database in use: the audit trail tells since when settings are known, and what they were. */
const migrations = fileURLToPath(new URL('../db/migrations', import.meta.url));
let database: FreshDatabase;
let directory: string;
let client: Client;

const [institution, scheme, framework] = [1, 2, 3].map((n) => `00000000-0000-7000-8000-00000000000${n}`);
const [kwaliteit, npo, tie, node] = [4, 5, 6, 7].map((n) => `00000000-0000-7000-8000-00000000000${n}`);
const kept = '00000000-0000-7000-8000-000000000008';

let seq = 0;
const told = (
  at: string,
  action: string,
  subject: string | undefined,
  change: { before?: object; after?: object },
) =>
  client.query('insert into audit_entry values ($1, $2, $3, $4, null, $5, $6, $7, $8, $9, $10, $11, $12)', [
    ...[institution, ++seq, at, 'account', 'beheer', action, action.split('.')[0], subject],
    ...[JSON.stringify(change.before ?? null), JSON.stringify(change.after ?? null), '', ''],
  ]);

beforeAll(async () => {
  database = await freshDatabase({ from: 'template0' });
  directory = mkdtempSync(join(tmpdir(), 'akkoord-settings-'));
  const files = readdirSync(migrations).filter((name) => name.endsWith('.sql'));
  const copy = (wanted: (name: string) => boolean) => {
    for (const name of files.filter(wanted)) cpSync(join(migrations, name), join(directory, name));
  };
  copy((name) => name < '0043');
  await migrate(database.owner, directory);
  client = new Client(database.owner);
  await client.connect();
  await client.query(`
    insert into institution (institution_id, code, name_nl, name_en) values ('${institution}', 'oud', 'Oud', 'Old');
    insert into framework (institution_id, framework_id, code, name_nl, name_en)
      values ('${institution}', '${framework}', 'themas', 'x', 'x');
    insert into node (institution_id, node_id, framework_id, code, name_nl, name_en, sort)
      values ('${institution}', '${node}', '${framework}', 'T1', 'x', 'x', 1);
    insert into scheme (institution_id, scheme_id, code, name_nl, name_en, legal_source, first_year, last_year, theme_framework_id)
      values ('${institution}', '${scheme}', 'ka', 'x', 'x', 'x', 2022, 2024, '${framework}');
    insert into fund (institution_id, fund_id, scheme_id, code, name_nl, name_en, own)
      values ('${institution}', '${kwaliteit}', '${scheme}', 'kwaliteit', 'x', 'x', true),
             ('${institution}', '${npo}', '${scheme}', 'npo', 'N', 'N', false);
    insert into scheme_rate (institution_id, scheme_id, from_year, fte_cents)
      values ('${institution}', '${scheme}', 2022, 300), ('${institution}', '${scheme}', 2024, 900);
    insert into tie (institution_id, tie_id, scheme_id, code, name_nl, name_en, left_side, right_side)
      values ('${institution}', '${tie}', '${scheme}', 'zelfde', 'x', 'x', '{}', '{}');
    insert into fund_term (institution_id, term_id, fund_id, from_year, source)
      values ('${institution}', '${kept}', '${kwaliteit}', 2022, 'Brief')`);
  const rate = (fromYear: number, fteCents: number) => ({ fromYear, fteCents, source: 'b' });
  // a rate that came with a file, changed twice
  await told('2026-01-10T10:00:00Z', 'rate.put', scheme, {
    before: { fteCents: 100, source: 'a' },
    after: rate(2022, 200),
  });
  await told('2026-02-10T10:00:00Z', 'rate.put', scheme, {
    before: { fteCents: 200, source: 'b' },
    after: rate(2022, 300),
  });
  // one that was made, and one that was made and taken away
  await told('2026-03-10T10:00:00Z', 'rate.put', scheme, { after: rate(2023, 400) });
  await told('2026-03-11T10:00:00Z', 'rate.remove', scheme, { before: { fromYear: 2023, fteCents: 400 } });
  const fund = { code: 'npo', nameNl: 'N', nameEn: 'N', sort: 0 };
  const { code: _, ...was } = { ...fund, own: true };
  await told('2026-04-01T10:00:00Z', 'fund.put', scheme, { before: was, after: { ...fund, own: false } });
  await told('2026-04-02T10:00:00Z', 'exclusion.put', scheme, {
    after: { theme: 'T1', reason: 'Elders', coveredBy: '' },
  });
  await told('2026-04-03T10:00:00Z', 'exclusion.remove', scheme, {
    before: { theme: 'T1', reason: 'Elders', coveredBy: '' },
  });
  const side = { stage: 'budgeted' };
  await told('2026-05-01T10:00:00Z', 'tie.put', scheme, {
    after: { code: 'weg', nameNl: 'x', nameEn: 'x', note: '', left: side, right: side },
  });
  await told('2026-05-02T10:00:00Z', 'tie.remove', scheme, {
    before: { code: 'weg', nameNl: 'x', nameEn: 'x' },
  });
  const term = {
    fund: 'kwaliteit',
    fromYear: 2022,
    toYear: null,
    nationalCents: null,
    shareBasis: null,
    basis: '',
  };
  await told('2026-06-01T10:00:00Z', 'fund-term.add', kwaliteit, {
    after: { scheme: 'ka', ...term, source: 'Brief' },
  });
  await told('2026-06-01T11:00:00Z', 'fund-term.add', kwaliteit, {
    after: { scheme: 'ka', ...term, source: 'Fout' },
  });
  await told('2026-06-02T10:00:00Z', 'fund-term.remove', kwaliteit, {
    before: { ...term, termId: npo, source: 'Fout' },
  });
  copy(() => true);
  await migrate(database.owner, directory);
});
afterAll(async () => {
  await client?.end();
  await database?.close();
  if (directory) rmSync(directory, { recursive: true });
});

const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null;

test('what settings were is told with the days on which that was known', async () => {
  const { rows } = await client.query<{
    setting: string;
    content: Record<string, unknown>;
    since: Date | null;
    until: Date;
  }>(
    'select setting, content, lower(known) as since, upper(known) as until from setting_past order by upper(known), setting',
  );
  expect(rows.map(({ setting, since, until }) => [setting, day(since), day(until)])).toEqual([
    ['scheme_rate', null, '2026-01-10'],
    ['scheme_rate', '2026-01-10', '2026-02-10'],
    ['scheme_rate', '2026-03-10', '2026-03-11'],
    ['fund', null, '2026-04-01'],
    ['scheme_exclusion', '2026-04-02', '2026-04-03'],
    ['tie', '2026-05-01', '2026-05-02'],
    ['fund_term', '2026-06-01', '2026-06-02'],
  ]);
  expect(rows.map(({ content }) => content.fte_cents).slice(0, 3)).toEqual([100, 200, 400]);
  expect(rows[3]!.content).toMatchObject({ fund_id: npo, code: 'npo', own: true });
  expect(rows[5]!.content).toMatchObject({ code: 'weg', left_side: { stage: 'budgeted' } });
});

test('what stands there is known since its last change, or always', async () => {
  const since = async (table: string, order: string) =>
    (
      await client.query<{ at: Date | null }>(`select known_from as at from ${table} order by ${order}`)
    ).rows.map((row) => day(row.at));
  expect(await since('scheme_rate', 'from_year')).toEqual(['2026-02-10', null]);
  expect(await since('fund', 'code')).toEqual([null, '2026-04-01']);
  expect(await since('tie', 'code')).toEqual([null]);
  expect(await since('fund_term', 'source')).toEqual(['2026-06-01']);
});
