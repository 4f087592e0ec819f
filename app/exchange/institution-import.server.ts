import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import { hashPassword, listSignInInstitutions } from '#app/identity/identity.server.ts';
import { type Actor, permissions } from '#app/kernel/actor.ts';
import { type Db, inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { Rejection } from '#app/kernel/rejection.ts';
import { importBundles } from './bundle-exchange.server.ts';
import { importChecks } from './check-exchange.server.ts';
import { CodeBook } from './code-book.ts';
import { importComments } from './comment-exchange.server.ts';
import { importCouncil, importReplyTerms } from './council-import.server.ts';
import { importCycle } from './cycle-import.server.ts';
import { importDocuments } from './document-import.server.ts';
import { importFinance } from './finance-exchange.server.ts';
import { importIndicators, importMaskedBelow } from './indicator-exchange.server.ts';
import { readInstitutionFile } from './institution-check.ts';
import type { InstitutionFile } from './institution-file.ts';
import { importIntake, importIntakeLayouts } from './intake-exchange.server.ts';
import { importPeople, importUnits } from './organisation-import.server.ts';
import { importProgress } from './progress-import.server.ts';
import { importPublications } from './publication-exchange.server.ts';
import { importScenarios } from './scenario-exchange.server.ts';
import { importFrameworks, importScheme } from './scheme-import.server.ts';
import { importSettingHistory } from './setting-history-exchange.server.ts';

/** Every account of a demo institution signs in with it; no other institution's account has a known password. */
export const demoPassword = 'akkoord-demo';

export type ImportedInstitution = { institutionId: string; code: string; accounts: string[] };

/**
 * Loads a whole institution from its file, in one transaction: all of it or nothing.
 * @param allowDemo whether an institution whose accounts have the demo password may be loaded here
 * @throws InvalidInput with every error of the file at once
 * @throws Rejection `file.institution-exists`, `file.demo-refused`
 */
export async function importInstitution(
  db: Db,
  data: unknown,
  { allowDemo }: { allowDemo: boolean },
): Promise<ImportedInstitution> {
  const file = readInstitutionFile(data);
  const { code, demo } = file.institution;
  if (demo && !allowDemo) throw new Rejection('file.demo-refused', { code });
  if ((await listSignInInstitutions(db)).some((one) => one.code === code)) {
    throw new Rejection('file.institution-exists', { code });
  }
  const passwordHash = demo ? await hashPassword(demoPassword) : null;
  const institutionId = newId();
  await inInstitution(db, institutionId, (tx) => load(tx, institutionId, file, passwordHash));
  await sql`select refresh_statistics()`.execute(db);
  return { institutionId, code, accounts: file.accounts.map((account) => account.login) };
}

/** The system as the one who acts: what an import does is nobody's personal deed. */
export function systemActor(institutionId: string): Actor {
  return {
    institutionId,
    accountId: null,
    kind: 'system',
    name: 'import',
    locale: 'nl',
    mandates: [{ role: 'system', permissions: [...permissions], unitIds: null, bodyId: null }],
  };
}

async function load(
  tx: Tx,
  institutionId: string,
  file: InstitutionFile,
  passwordHash: string | null,
): Promise<void> {
  const actor = systemActor(institutionId);
  const book = new CodeBook(institutionId);
  await tx
    .insertInto('institution')
    .values({ institutionId, ...file.institution, createdAt: sql`now()` })
    .execute();
  await tx.insertInto('auditHead').values({ institutionId, seq: 0, hash: '' }).execute();
  await importUnits(tx, book, file);
  await importPeople(tx, book, file, passwordHash);
  await importFrameworks(tx, book, file);
  await importIntakeLayouts(tx, book, file);
  await importReplyTerms(tx, book, file);
  await importMaskedBelow(tx, book, file);
  for (const scheme of file.schemes) {
    await importScheme(tx, book, scheme);
    await importDocuments({ tx, actor, book, file }, scheme);
    await importBundles(tx, book, scheme);
    await importScenarios(tx, book, scheme);
    await importChecks(tx, book, scheme);
    await importCycle(tx, book, scheme);
    await importProgress(tx, book, scheme);
    await importCouncil(tx, book, scheme);
    await importComments(tx, book, scheme);
    await importIndicators(tx, book, scheme);
    await importIntake(tx, book, scheme);
    await importFinance(tx, book, scheme);
  }
  await importSettingHistory(tx, book, file);
  for (const scheme of file.schemes) await importPublications(tx, actor, scheme);
  const { code, nameNl } = file.institution;
  await record(
    tx,
    actor,
    'institution.import',
    { kind: 'institution', id: institutionId },
    { after: { code, nameNl } },
  );
}
