import { parseArgs } from 'node:util';
import { listSignInInstitutions } from '#app/identity/identity.server.ts';
import { readConfig } from '#app/kernel/config.ts';
import { inInstitution, openDb } from '#app/kernel/db.server.ts';
import { verifyInstitution } from '#app/ledger/verify.server.ts';
import { openDatabaseBeside } from '#server/database.ts';
import type { Command } from './akkoord.ts';

/**
 * `akkoord verify [--institution CODE] [--json]`: recomputes the audit chain and every invariant.
 * Exit 0 when all is well, 1 with findings, 2 when there is no such institution.
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
    for (const { institutionId, code } of chosen) {
      const findings = await inInstitution(db, institutionId, (tx) => verifyInstitution(tx, institutionId));
      results.push(...findings.map((finding) => ({ institution: code, ...finding })));
      if (!values.json)
        out.stdout.write(
          `${code}: ${findings.length === 0 ? 'everything adds up' : `${findings.length} findings`}\n`,
        );
    }
    if (values.json) out.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
    else
      for (const one of results)
        out.stdout.write(`${one.institution}  ${one.code}  ${one.subject}  ${one.detail}\n`);
    return results.length === 0 ? 0 : 1;
  } finally {
    await db.destroy();
    await database.stop();
  }
};
