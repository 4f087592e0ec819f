import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { addMoment } from '#app/cycle/add-moment.server.ts';
import { putItem } from '#app/cycle/agenda-item.server.ts';
import { itemInput } from '#app/cycle/meeting.input.ts';
import { actOnMoment, lockMoment } from '#app/cycle/moment.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Db, Tx } from '#app/kernel/db.server.ts';
import { getAdoption } from '#app/participation/adoption.server.ts';
import { askDecision } from '#app/participation/decision.server.ts';
import { recordOutcome } from '#app/participation/outcome.server.ts';
import { outcomeInput } from '#app/participation/participation.input.ts';
import { demoAccounts } from './demo-account.server.ts';
import { code } from './file-value.ts';

const text = z.string().min(1);
const asked = z.strictObject({
  ...{ scheme: code, document: code, kind: z.string(), login: z.string(), question: text },
  outcome: outcomeInput.omit({ decidedOn: true }).extend({ login: z.string() }).optional(),
  /** the meeting with the document on its agenda: held when there is an outcome, else on the last day of the term */
  meeting: z
    .strictObject({ title: text, year: z.int(), item: text, said: z.string().default('') })
    .optional(),
});
type Asked = z.output<typeof asked>;

/**
 * Puts reports that were submitted beside a demo institution before their councils, as people do on the screen:
 * the request, what the council said of it, and the meeting that it is on the agenda of. Nothing where there are none.
 * @param folder of the institution, with `reports/decisions.json`
 */
export async function askDemoCouncils(
  db: Db,
  { institutionId, folder, now }: { institutionId: string; folder: URL; now: Date },
): Promise<void> {
  const file = await readFile(new URL('reports/decisions.json', folder), 'utf8').catch(() => null);
  if (file === null) return;
  const as = demoAccounts(db, institutionId);
  for (const one of z.array(asked).parse(JSON.parse(file))) {
    const decision = (await as(one.login, (tx, actor) => ask(tx, actor, { ...one, now }))) as string;
    if (!one.outcome) continue;
    const { login, ...said } = one.outcome;
    await as(login, (tx, actor) =>
      recordOutcome(tx, actor, { ...said, decidedOn: isoDate(now), decision, now }),
    );
  }
}

async function ask(
  tx: Tx,
  actor: Actor,
  { scheme, document, kind, question, meeting, outcome, now }: Asked & { now: Date },
): Promise<string> {
  const { rights, version } = await getAdoption(tx, actor, { scheme, document, now });
  const rule = rights.find((one) => one.kind === kind)!;
  const papersSentOn = isoDate(now);
  const input = { scheme, document, rule: rule.ruleId, question, papersSentOn, now };
  const { decisionId, dueOn } = await askDecision(tx, actor, input);
  if (!meeting) return decisionId;
  const { title, year, item, said } = meeting;
  const held = {
    title,
    year,
    dueOn: outcome ? papersSentOn : dueOn,
    body: rule.bodyCode,
    unit: null,
    step: null,
  };
  const { momentId } = await addMoment(tx, actor, scheme, held);
  const about = `document:${document}@${version.number}`;
  const at = { scheme, moment: momentId, now };
  await putItem(tx, actor, at, itemInput.parse({ title: item, about, outcome: said }));
  if (outcome) {
    const { revision } = await lockMoment(tx, actor, { ...at, revision: null });
    await actOnMoment(tx, actor, at, { act: 'finish', doneOn: papersSentOn, reason: '', revision });
  }
  return decisionId;
}
