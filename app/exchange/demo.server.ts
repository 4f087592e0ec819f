import { readdir, readFile } from 'node:fs/promises';
import { listSignInInstitutions } from '#app/identity/identity.server.ts';
import type { Db } from '#app/kernel/db.server.ts';
import { askDemoCouncils } from './demo-council.server.ts';
import { bookDemoFinance } from './demo-finance.server.ts';
import { publishDemoReports } from './demo-publication.server.ts';
import { submitDemoReports } from './demo-report.server.ts';
import { importInstitution } from './institution-import.server.ts';

const folder = new URL('../../demo/', import.meta.url);

/** The files of the demo institutions, by code (the name of their folder). */
export async function demoFiles(): Promise<Map<string, URL>> {
  const found = await readdir(folder, { withFileTypes: true });
  const codes = found.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return new Map(codes.toSorted().map((code) => [code, new URL(`${code}/institution.json`, folder)]));
}

/**
 * Loads the demo institutions that are not there yet.
 * @param say told once per institution that is loaded
 */
export async function loadDemo(db: Db, say: (line: string) => void): Promise<void> {
  const present = new Set((await listSignInInstitutions(db)).map((one) => one.code));
  for (const [code, url] of await demoFiles()) {
    if (present.has(code)) continue;
    const file: unknown = JSON.parse(await readFile(url, 'utf8'));
    const { institutionId } = await importInstitution(db, file, { allowDemo: true });
    const loaded = { institutionId, folder: new URL('./', url), now: new Date() };
    await bookDemoFinance(db, loaded);
    await submitDemoReports(db, loaded);
    await askDemoCouncils(db, loaded);
    await publishDemoReports(db, loaded);
    say(`Demo institution loaded: ${code}`);
  }
}
