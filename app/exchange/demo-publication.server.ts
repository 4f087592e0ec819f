import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Db } from '#app/kernel/db.server.ts';
import { adoptVersion, getAdoption } from '#app/participation/adoption.server.ts';
import { publishInput } from '#app/portal/publication.input.ts';
import { publishVersion } from '#app/portal/publication.server.ts';
import { demoAccounts } from './demo-account.server.ts';
import { code } from './file-value.ts';

const published = z.strictObject({
  ...{ scheme: code, document: code, login: z.string() },
  adopted: z.strictObject({ login: z.string(), body: code, reasons: z.string() }),
});

/**
 * Adopts reports that were submitted beside a demo institution and makes them public, as the board and the policy
 * officer do on the screen. Nothing where there are none.
 * @param folder of the institution, with `reports/published.json`
 */
export async function publishDemoReports(
  db: Db,
  { institutionId, folder, now }: { institutionId: string; folder: URL; now: Date },
): Promise<void> {
  const file = await readFile(new URL('reports/published.json', folder), 'utf8').catch(() => null);
  if (file === null) return;
  const as = demoAccounts(db, institutionId);
  for (const { scheme, document, login, adopted } of z.array(published).parse(JSON.parse(file))) {
    const at = { scheme, document, now };
    await as(adopted.login, async (tx, actor) => {
      const { version } = await getAdoption(tx, actor, at);
      const { body, reasons } = adopted;
      await adoptVersion(tx, actor, {
        ...at,
        version: version.number,
        hash: version.contentHash!,
        body,
        reasons,
      });
    });
    await as(login, async (tx, actor) => {
      const { version } = await getAdoption(tx, actor, at);
      const input = publishInput.parse({ version: version.number, hash: version.contentHash });
      await publishVersion(tx, actor, { ...at, ...input, background: true });
    });
  }
}
