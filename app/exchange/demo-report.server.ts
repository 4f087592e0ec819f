import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fromPlainText } from '#app/document/rich-text.ts';
import { recordFigures } from '#app/indicator/record.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Db, Tx } from '#app/kernel/db.server.ts';
import { startVersion } from '#app/plan/draft.server.ts';
import { answerIn } from '#app/plan/place.ts';
import { getPlan } from '#app/plan/plan.server.ts';
import { readQuotes, takeOverQuote } from '#app/plan/quote.server.ts';
import { saveSection } from '#app/plan/section.server.ts';
import { submitReport } from '#app/report/chain.server.ts';
import { demoAccounts } from './demo-account.server.ts';
import { code } from './file-value.ts';

const text = z.string().min(1);
const demoReport = z.strictObject({
  ...{ scheme: code, document: code, login: z.string(), note: text, minutes: z.int() },
  answers: z.array(z.strictObject({ question: code, node: code.optional(), unit: code.optional(), text })),
});
const demoReports = z.strictObject({
  reflections: z.array(
    z.strictObject({ scheme: code, unit: code, year: z.int(), login: z.string(), indicator: code, text }),
  ),
  reports: z.array(demoReport),
});

type Loaded = { institutionId: string; folder: URL; now: Date };

/**
 * Writes and submits new versions of the reports that lie beside a demo institution, as their writers do on the
 * screen and in this order, so that they hold their figures frozen: an institution file holds texts, not what was
 * printed. They are submitted at the moment of loading. Nothing where there are none.
 * @param folder of the institution, with `reports/submitted.json`
 */
export async function submitDemoReports(db: Db, { institutionId, folder, now }: Loaded): Promise<void> {
  const file = await readFile(new URL('reports/submitted.json', folder), 'utf8').catch(() => null);
  if (file === null) return;
  const { reflections, reports } = demoReports.parse(JSON.parse(file));
  const as = demoAccounts(db, institutionId);
  for (const { login, indicator, text: said, ...set } of reflections) {
    const input = { figures: [], reflections: [{ indicator, text: said, seen: 0 }], reason: '' };
    await as(login, (tx, actor) => recordFigures(tx, actor, set, input));
  }
  for (const report of reports) {
    await as(report.login, (tx, actor) => writeReport(tx, actor, report));
    const { scheme, document, minutes } = report;
    await as(report.login, (tx, actor) => submitReport(tx, actor, { scheme, document, minutes, now }));
  }
}

/** A new version with its answers, which quotes what the reports below say by now. */
async function writeReport(tx: Tx, actor: Actor, report: z.output<typeof demoReport>): Promise<void> {
  const { scheme, document, note, answers } = report;
  const { versionId } = await startVersion(tx, actor, { scheme, document, note });
  const { questions } = await getPlan(tx, actor, { scheme, document });
  for (const { question, node = null, unit = null, text: said } of answers) {
    const asked = questions.find((one) => one.code === question);
    const revision = answerIn(asked?.answers ?? [], { node, unit })?.revision ?? 0;
    const answer = { question, node, unit, revision, body: fromPlainText(said), empty: false };
    await saveSection(tx, actor, { scheme, document, ...answer });
  }
  for (const { quoteId, newer } of await readQuotes(tx, actor, versionId)) {
    if (newer?.body) await takeOverQuote(tx, actor, { scheme, document, quote: quoteId });
  }
}
