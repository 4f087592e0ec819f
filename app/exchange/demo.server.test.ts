import { describe, expect, test } from 'vitest';
import { listSignInInstitutions } from '#app/identity/identity.server.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { demoFiles, loadDemo } from './demo.server.ts';

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
});
