import { actorOf } from '#app/identity/identity.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { type Db, inInstitution, type Tx } from '#app/kernel/db.server.ts';

/** Does work as an account of a demo institution, named by its login, in a transaction of its own. */
export function demoAccounts(db: Db, institutionId: string) {
  return (login: string, work: (tx: Tx, actor: Actor) => Promise<unknown>): Promise<unknown> =>
    inInstitution(db, institutionId, async (tx) => work(tx, await actorNamed(tx, institutionId, login)));
}

async function actorNamed(tx: Tx, institutionId: string, login: string): Promise<Actor> {
  const { accountId } = await tx
    .selectFrom('account')
    .select('accountId')
    .where('institutionId', '=', institutionId)
    .where('login', '=', login)
    .executeTakeFirstOrThrow();
  return (await actorOf(tx, institutionId, accountId))!;
}
