import { type Actor, type Permission, permissions } from '#app/kernel/actor.ts';
import { type Db, inInstitution } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';

export type BareInstitution = {
  institutionId: string;
  /** the unit that is the institution itself, code `root` */
  rootId: string;
  /** may do everything, everywhere in this institution */
  admin: Actor;
};

/** An institution with nothing but its root unit: for tests of what is left of the institution file. */
export async function bareInstitution(db: Db, code: string): Promise<BareInstitution> {
  const institutionId = newId();
  const rootId = newId();
  await inInstitution(db, institutionId, async (tx) => {
    await tx
      .insertInto('institution')
      .values({ institutionId, code, nameNl: `Instelling ${code}`, nameEn: `Institution ${code}` })
      .execute();
    await tx.insertInto('auditHead').values({ institutionId, seq: 0, hash: '' }).execute();
    await tx
      .insertInto('unit')
      .values({
        institutionId,
        unitId: rootId,
        code: 'root',
        kind: 'institution',
        nameNl: code,
        nameEn: code,
      })
      .execute();
  });
  return { institutionId, rootId, admin: testActor(institutionId, permissions) };
}

/** An actor with the given permissions; for the whole institution unless units or a body are named. */
export function testActor(
  institutionId: string,
  granted: readonly Permission[],
  on: { unitIds?: string[]; bodyId?: string } = {},
): Actor {
  return {
    institutionId,
    accountId: newId(),
    kind: 'account',
    name: 'test account',
    locale: 'nl',
    mandates: [
      {
        role: 'test',
        permissions: [...granted],
        unitIds: on.unitIds ?? (on.bodyId ? [] : null),
        bodyId: on.bodyId ?? null,
      },
    ],
  };
}
