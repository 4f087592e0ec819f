import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Db } from '#app/kernel/db.server.ts';
import { closePeriod } from '#app/realisation/closed-period.server.ts';
import { bookIntake } from '#app/realisation/intake-booking.server.ts';
import { readIntakeFile, uploadIntake } from '#app/realisation/intake-file.server.ts';
import { demoAccounts } from './demo-account.server.ts';
import { code, day } from './file-value.ts';

const demoFinance = z.strictObject({
  books: z.array(
    z.strictObject({
      ...{ scheme: code, unit: code, year: z.int(), login: z.string(), asOf: day, note: z.string() },
      file: z.string().regex(/^[\w.-]+$/),
    }),
  ),
  closes: z.array(z.strictObject({ scheme: code, login: z.string(), period: z.string(), note: z.string() })),
});

/**
 * Books the period files that lie beside a demo institution and closes periods, as its controllers do on the
 * screen: rows of the books are no part of the institution file. Nothing where there are none.
 * @param folder of the institution, with `finance/bookings.json` and the files it names
 */
export async function bookDemoFinance(
  db: Db,
  { institutionId, folder, now }: { institutionId: string; folder: URL; now: Date },
): Promise<void> {
  const text = await readFile(new URL('finance/bookings.json', folder), 'utf8').catch(() => null);
  if (text === null) return;
  const { books, closes } = demoFinance.parse(JSON.parse(text));
  const as = demoAccounts(db, institutionId);
  for (const { login, file, asOf, note, ...address } of books) {
    const bytes = await readFile(new URL(`finance/${file}`, folder));
    const at = { ...address, now };
    await as(login, async (tx, actor) => {
      const { number } = await uploadIntake(tx, actor, { ...at, bytes, name: file });
      await readIntakeFile(tx, actor, { ...at, number, mapping: null, asOf, complete: true });
      await bookIntake(tx, actor, { ...at, provisional: true, note, reason: '' });
    });
  }
  for (const { login, ...period } of closes) {
    await as(login, (tx, actor) => closePeriod(tx, actor, { ...period, now }));
  }
}
