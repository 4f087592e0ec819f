import { parseArgs } from 'node:util';
import { listSignInInstitutions } from '#app/identity/identity.server.ts';
import { verifyIndicators } from '#app/indicator/verify.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { systemClock } from '#app/kernel/clock.ts';
import { readConfig } from '#app/kernel/config.ts';
import { inInstitution, openDb } from '#app/kernel/db.server.ts';
import { verifyInstitution } from '#app/ledger/verify.server.ts';
import { listTraceNotes, type TraceNote } from '#app/participation/trace-note.server.ts';
import { verifyProgress } from '#app/progress/verify.server.ts';
import { openDatabaseBeside } from '#server/database.ts';
import type { Command } from './akkoord.ts';

/**
 * `akkoord verify [--institution CODE] [--json]`: recomputes the audit chain and every invariant, and notes
 * per scheme how much money has no chain from grant to spending. A note is no finding: such a booking was made
 * with a reason. Exit 0 when all is well, 1 with findings, 2 when there is no such institution.
 */
export const verify: Command = async (args, out) => {
  const { values } = parseArgs({
    args,
    options: { institution: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const database = await openDatabaseBeside(readConfig(process.env), (line) => out.stderr.write(`${line}\n`));
  const db = openDb(database.app);
  try {
    const all = await listSignInInstitutions(db);
    const chosen = all.filter((one) => !values.institution || one.code === values.institution);
    if (chosen.length === 0) {
      out.stderr.write(`akkoord verify: no institution ${values.institution ?? 'in this database'}\n`);
      return 2;
    }
    const results = [];
    const notes = [];
    for (const { institutionId, code } of chosen) {
      const actor: Actor = {
        ...{
          institutionId,
          accountId: null,
          kind: 'system',
          name: 'akkoord verify',
          locale: 'en',
          mandates: [],
        },
      };
      const [findings, traced] = await inInstitution(db, institutionId, async (tx) => [
        [
          ...(await verifyInstitution(tx, institutionId)),
          ...(await verifyIndicators(tx, actor)),
          ...(await verifyProgress(tx, actor)),
        ],
        await listTraceNotes(tx, actor, systemClock()),
      ]);
      notes.push(...traced.map((note) => ({ institution: code, ...note })));
      results.push(...findings.map((finding) => ({ institution: code, ...finding })));
      if (!values.json)
        out.stdout.write(
          `${code}: ${findings.length === 0 ? 'everything adds up' : `${findings.length} findings`}\n${traced.map(sentence).join('')}`,
        );
    }
    if (values.json) out.stdout.write(`${JSON.stringify({ findings: results, notes }, null, 2)}\n`);
    else
      for (const one of results)
        out.stdout.write(`${one.institution}  ${one.code}  ${one.subject}  ${one.detail}\n`);
    return results.length === 0 ? 0 : 1;
  } finally {
    await db.destroy();
    await database.stop();
  }
};

function sentence({ scheme, untraceable, unknown }: TraceNote): string {
  const amount = (cents: number) => `EUR ${formatAmount(cents, 'eur2', 'en')}`;
  const why = untraceable.cents === 0 ? '' : ` (${untraceable.reasons.join(', ')})`;
  const rest = unknown.cents === 0 ? '' : `; chain not recorded: ${amount(unknown.cents)}`;
  return `  ${scheme}: untraceable ${amount(untraceable.cents)}${why}${rest}\n`;
}
