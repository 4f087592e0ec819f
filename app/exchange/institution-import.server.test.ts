import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { firstBrokenEntry } from '#app/audit/audit.server.ts';
import { listSignInInstitutions, signIn } from '#app/identity/identity.server.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { loadInstitution, smallInstitution } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { importInstitution } from './institution-import.server.ts';

const watched = watchedDatabase();

/** The small institution with other values at some places. */
function withMistakes(code: string, mistakes: [path: (string | number)[], value: unknown][]): unknown {
  const file: unknown = smallInstitution(code);
  for (const [path, value] of mistakes) {
    const owner = path
      .slice(0, -1)
      .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], file);
    (owner as Record<string, unknown>)[path.at(-1)!] = value;
  }
  return file;
}

describe('import of an institution', () => {
  test('a small institution is loaded, its accounts sign in, its audit chain is whole', async () => {
    const small = await loadInstitution(watched.db, smallInstitution());
    const address = 'test';
    const token = await signIn(watched.db, {
      institution: 'klein',
      login: 'beleid',
      password: 'akkoord-demo',
      address,
    });
    expect(token).toMatch(small.institutionId);
    const griffier = await small.actor('griffier-recht');
    expect(griffier.mandates).toHaveLength(1);
    expect(
      await inInstitution(watched.db, small.institutionId, (tx) => firstBrokenEntry(tx, small.institutionId)),
    ).toBe(null);
  });

  test('a new institution is known to the planner at once, whatever was known before', async () => {
    const owner = new Client(watched.owner);
    await owner.connect();
    try {
      // Autovacuum would hide it, a minute later.
      await owner.query('alter table ledger_line set (autovacuum_enabled = false)');
      await loadInstitution(watched.db, smallInstitution('vierde'));
      await owner.query('analyze');
      const { institutionId } = await loadInstitution(watched.db, smallInstitution('vijfde'));
      const where = `from ledger_line where institution_id = '${institutionId}'`;
      const { rows: counted } = await owner.query(`select count(*)::int as lines ${where}`);
      const { rows: planned } = await owner.query(`explain (format json) select ${where}`);
      expect(counted[0].lines).toBeGreaterThan(1);
      expect(planned[0]['QUERY PLAN'][0].Plan['Plan Rows']).toBe(counted[0].lines);
    } finally {
      await owner.end();
    }
  });

  test('an institution that exists is refused', async () => {
    await loadInstitution(watched.db, smallInstitution('tweede'));
    await expect(
      importInstitution(watched.db, smallInstitution('tweede'), { allowDemo: true }),
    ).rejects.toMatchObject({
      code: 'file.institution-exists',
    });
  });

  test('a demo institution is refused where no demo is allowed', async () => {
    await expect(
      importInstitution(watched.db, smallInstitution('derde'), { allowDemo: false }),
    ).rejects.toMatchObject({
      code: 'file.demo-refused',
    });
  });

  test('five different mistakes are told together, in place, and nothing is loaded', async () => {
    const lines = ['schemes', 0, 'documents', 0, 'versions', 0, 'lines'];
    const file = withMistakes('kapot', [
      [['units', 1, 'kind'], 3],
      [['bodies', 0, 'unit'], 'nergens'],
      [['bodies', 3, 'code'], 'ur'],
      [[...lines, 0, 'year'], 2031],
      [[...lines, 1, 'measure'], 'geheim'],
    ]);
    const failed = importInstitution(watched.db, file, { allowDemo: true });
    await expect(failed).rejects.toMatchObject({
      errors: [
        { path: 'units[recht].kind', code: 'file.wrong-type' },
        { path: 'bodies[ur].code', code: 'file.duplicate' },
        { path: 'bodies[cvb].unit', code: 'file.unknown-unit' },
        {
          path: 'schemes[ka].documents[plan-recht].versions[1].lines[0].year',
          code: 'file.year-outside-scheme',
        },
        {
          path: 'schemes[ka].documents[plan-recht].versions[1].lines[1].measure',
          code: 'file.unknown-measure',
        },
      ],
    });
    expect((await listSignInInstitutions(watched.db)).map((one) => one.code)).not.toContain('kapot');
  });

  test('what the database refuses leaves nothing behind', async () => {
    // right for the check of the file, but beyond a whole number of the database
    const file = withMistakes('half', [[['headCounts', 0, 'heads'], 3_000_000_000]]);
    await expect(importInstitution(watched.db, file, { allowDemo: true })).rejects.toThrow();
    expect((await listSignInInstitutions(watched.db)).map((one) => one.code)).not.toContain('half');
  });
});
