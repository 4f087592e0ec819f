import { parseArgs } from 'node:util';
import type { Actor } from '#app/kernel/actor.ts';
import type { Clock } from '#app/kernel/clock.ts';
import { type Db, inInstitution } from '#app/kernel/db.server.ts';
import { problemOf } from '#app/kernel/problem.ts';
import { en } from '#app/messages/en.ts';
import { formatMessage } from '#app/messages/format.ts';
import { parseInput } from './form.server.ts';
import { createTokenInput } from './identity.input.ts';
import { listSignInInstitutions } from './identity.server.ts';
import { listRoles } from './mandate.server.ts';
import { createToken } from './token.server.ts';

type Output = { stdout: { write(text: string): unknown }; stderr: { write(text: string): unknown } };

const usage =
  'akkoord token create --institution CODE --role ROLE [--unit CODE] [--scope PERMISSION ...] [--days N] [--name TEXT]';

const options = {
  institution: { type: 'string' },
  role: { type: 'string' },
  unit: { type: 'string' },
  scope: { type: 'string', multiple: true },
  days: { type: 'string', default: '90' },
  name: { type: 'string', default: 'akkoord token create' },
} as const;

/** The command line acts as the system: whoever may run it on this machine can reach the database anyway. */
function system(institutionId: string): Actor {
  const mandate = { role: 'system', permissions: ['admin.token' as const], unitIds: null, bodyId: null };
  return {
    institutionId,
    accountId: null,
    kind: 'system',
    name: 'akkoord token create',
    locale: 'en',
    mandates: [mandate],
  };
}

/** The arguments, or null when they are not what the usage says. */
export function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const whole = positionals.join(' ') === 'create' && values.institution && values.role;
    return whole ? values : null;
  } catch {
    return null;
  }
}

/**
 * `akkoord token create`: makes a bearer token and prints it, and nothing else, on stdout.
 * @param open opens the database; called only when the arguments are right
 * @returns 0 when made, 1 when refused (stderr says why), 2 for wrong arguments
 */
export async function tokenCommand(
  args: string[],
  out: Output,
  { open, clock }: { open: () => Promise<Db>; clock: Clock },
): Promise<number> {
  const values = readArguments(args);
  if (!values) {
    out.stderr.write(`${usage}\n`);
    return 2;
  }
  const db = await open();
  const institutions = await listSignInInstitutions(db);
  const institution = institutions.find((one) => one.code === values.institution);
  if (!institution) {
    const known = institutions.map((one) => one.code).join(', ');
    out.stderr.write(`No institution ${values.institution}; there is: ${known || 'none'}\n`);
    return 1;
  }
  try {
    const actor = system(institution.institutionId);
    const roles = await inInstitution(db, actor.institutionId, (tx) => listRoles(tx, actor.institutionId));
    const asked = values.role?.toLowerCase();
    const role = roles.find((one) =>
      [one.code, one.nameNl, one.nameEn].some((n) => n.toLowerCase() === asked),
    );
    if (!role) {
      out.stderr.write(`No role ${values.role}; there is: ${roles.map((one) => one.code).join(', ')}\n`);
      return 1;
    }
    const input = parseInput(createTokenInput, { ...values, role: role.code, scopes: values.scope });
    const made = await inInstitution(db, actor.institutionId, (tx) => createToken(tx, actor, input, clock()));
    out.stdout.write(`${made.token}\n`);
    return 0;
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    const say = (code: string, params = {}) => formatMessage(en, 'en', `rejection.${code}`, params);
    const lines = problem.errors.map((one) => `${one.path}: ${say(one.code, one.params)}`);
    out.stderr.write(`${[say(problem.code, problem.params), ...lines].join('\n')}\n`);
    return 1;
  }
}
