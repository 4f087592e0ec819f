import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { permissions } from '#app/kernel/actor.ts';

/** Who the benchmark signs in as: a bearer token and a session cookie of an account that may do everything. */
export type Credentials = { token: string; cookie: string };

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * Gives one institution of the country what the benchmark works on: the draft `grid` of faculty 1 with 1,500
 * cells (50 measures, 5 components, 6 years) and the draft `large` of faculty 2 with 12,000 (400 measures), and
 * an account, a session and a token. Needs the session that beginFilling prepared.
 */
export async function makeWorkbench(client: Client, n: number): Promise<Credentials> {
  for (const [code, faculty, measures] of [
    ['grid', 1, 50],
    ['large', 2, 400],
  ] as const) {
    await client.query(draft(n, code, faculty, measures));
  }
  const { rows } = await client.query<{ id: string }>(`select pg_temp.id('i', '${n}') as id`);
  const institution = rows[0]!.id;
  const secret = () => randomBytes(32).toString('base64url');
  const session = `${institution}.${secret()}`;
  const token = `akk.${institution}.${secret()}`;
  await client.query(`
    insert into role (institution_id, role_id, code, name_nl, name_en, permissions)
      values ('${institution}', pg_temp.id('role', '${n}'), 'all', 'Alles', 'All', '{${permissions.join()}}');
    insert into account (institution_id, account_id, login, name) values ('${institution}', pg_temp.id('account', '${n}'), 'bench', 'Bench');
    insert into mandate (institution_id, mandate_id, account_id, role_id)
      values ('${institution}', pg_temp.id('mandate', '${n}'), pg_temp.id('account', '${n}'), pg_temp.id('role', '${n}'));
    insert into session (institution_id, token_hash, account_id, created_at, seen_at, expires_at)
      values ('${institution}', '${hash(session)}', pg_temp.id('account', '${n}'), now(), now(), now() + interval '12 hours');
    insert into api_token (institution_id, token_id, token_hash, name, role_id, created_at, expires_at)
      values ('${institution}', pg_temp.id('token', '${n}'), '${hash(token)}', 'bench', pg_temp.id('role', '${n}'), now(), now() + interval '1 day')`);
  return { token, cookie: `__Host-akkoord=${session}` };
}

function draft(n: number, code: string, faculty: number, measures: number): string {
  const document = `pg_temp.id('bench', '${n}', '${code}')`;
  const version = `pg_temp.id('bench', '${n}', '${code}', 'v')`;
  const measure = `pg_temp.id('bench', '${n}', '${code}', m::text)`;
  const node = `pg_temp.id('node', '${n}', (1 + m % 6)::text)`;
  const institution = `pg_temp.id('i', '${n}')`;
  const scheme = `pg_temp.id('s', '${n}')`;
  const unit = `pg_temp.id('f', '${n}', '${faculty}')`;
  return `
    insert into document (institution_id, document_id, scheme_id, kind_id, unit_id, code, title, first_year, last_year, created_at)
      values (${institution}, ${document}, ${scheme}, pg_temp.id('budgeted', '${n}'), ${unit}, '${code}', '${code}', 2022, 2027, now());
    insert into version (institution_id, version_id, document_id, number, status, created_at)
      values (${institution}, ${version}, ${document}, 1, 'draft', now());
    insert into measure (institution_id, measure_id, document_id, code)
      select ${institution}, ${measure}, ${document}, 'm' || m from generate_series(1, ${measures}) m;
    insert into measure_text (institution_id, version_id, measure_id, node_id, name, first_year, last_year, additionality, sort)
      select ${institution}, ${version}, ${measure}, ${node}, 'Maatregel ' || m, 2022, 2027, 'new', m from generate_series(1, ${measures}) m;
    insert into ledger_line (institution_id, line_id, version_id, stage, scheme_id, fund_id, unit_id, node_id, measure_id, component, year, cents, sort)
      select ${institution}, pg_temp.line_id(), ${version}, 'budgeted', ${scheme}, pg_temp.id('fund', '${n}'), ${unit}, ${node}, ${measure},
             'component ' || c, y, 100 * (1000 + (m * 7919 + c * 104729 + y * 31) % 9000), c
        from generate_series(1, ${measures}) m, generate_series(1, 5) c, generate_series(2022, 2027) y`;
}
