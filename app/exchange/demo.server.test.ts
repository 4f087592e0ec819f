import { describe, expect, test } from 'vitest';
import { listSignInInstitutions } from '#app/identity/identity.server.ts';
import { verifyInstitution } from '#app/ledger/verify.server.ts';
import { type DecisionRow, listDecisions } from '#app/participation/decision.server.ts';
import { getReport, type ReportAnswer } from '#app/report/chain.server.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { demoFiles, loadDemo } from './demo.server.ts';
import { demoAccounts } from './demo-account.server.ts';

const watched = watchedDatabase();

describe('demo institutions', () => {
  test('all are loaded once, and skipped when they are there', async () => {
    const said: string[] = [];
    await loadDemo(watched.db, (line) => said.push(line));
    expect(said).toHaveLength((await demoFiles()).size);
    await loadDemo(watched.db, (line) => said.push(line));
    expect(said).toHaveLength((await demoFiles()).size);
    const codes = (await listSignInInstitutions(watched.db)).map((one) => one.code).toSorted();
    expect(codes).toEqual([...(await demoFiles()).keys()]);
  });

  test('a faculty report and the university report that quotes it hold their figures frozen', async () => {
    const { institutionId } = (await listSignInInstitutions(watched.db)).find(
      (one) => one.code === 'voorbeeld',
    )!;
    const read = (login: string, document: string, locale: 'nl' | 'en' = 'nl') =>
      demoAccounts(watched.db, institutionId)(login, (tx, actor) =>
        getReport(tx, actor, { scheme: 'ka-2022-2027', document, locale, now: new Date() }),
      ) as Promise<ReportAnswer>;
    const faculty = await read('lezer', 'onderwijsverslag-beta-2024');
    expect(faculty).toMatchObject({ standing: 'frozen', plan: { version: { number: 2 } } });
    const university = await read('lezer', 'voortgangsverslag-2025');
    expect(university).toMatchObject({ standing: 'frozen', plan: { version: { number: 2 } } });
    const { blocks } = university.report;
    const kinds = Map.groupBy(blocks, (block) => block.kind);
    expect(kinds.get('table')!.length).toBeGreaterThan(5);
    expect(kinds.get('figure')!.length).toBeGreaterThan(3);
    expect(kinds.get('quote')!.map((block) => JSON.stringify(block))).toEqual(
      expect.arrayContaining([expect.stringMatching(/Biologie is er in april 2026/)]),
    );
    expect(JSON.stringify(blocks)).not.toContain('[^');
    expect((await read('lezer', 'voortgangsverslag-2025', 'en')).report.blocks).not.toEqual(blocks);
    const decisions = (await demoAccounts(watched.db, institutionId)('lezer', (tx, actor) =>
      listDecisions(tx, actor, {}),
    )) as DecisionRow[];
    const asked = decisions.filter((one) => one.kind !== 'adoption' && one.versionNumber === 2);
    // its council approved the faculty's; the university council discussed the university's before it was adopted
    expect(asked).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          document: 'onderwijsverslag-beta-2024',
          kind: 'approval',
          outcome: 'given',
        }),
        expect.objectContaining({
          document: 'voortgangsverslag-2025',
          kind: 'discussion',
          outcome: 'discussed',
        }),
      ]),
    );
    // nothing was adopted or made public while somebody was still to speak on it
    expect(decisions.filter((one) => one.outcome === null && one.versionStatus === 'adopted')).toEqual([]);
    const findings = await demoAccounts(watched.db, institutionId)('lezer', (tx, actor) =>
      verifyInstitution(tx, actor.institutionId),
    );
    expect(findings).toEqual([]);
  });
});
