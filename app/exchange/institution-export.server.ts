import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { canonicalFile } from './canonical-file.ts';
import { exportChecks } from './check-exchange.server.ts';
import { exportReplyTerms } from './council-export.server.ts';
import { exportDocuments } from './document-export.server.ts';
import { exportFinance } from './finance-exchange.server.ts';
import { exportMaskedBelow } from './indicator-export.server.ts';
import { type InstitutionFile, institutionSchema } from './institution-file.ts';
import { exportIntake, exportIntakeLayouts } from './intake-exchange.server.ts';
import { exportBodies, exportPeople, exportUnits } from './organisation-export.server.ts';
import { exportScenarios } from './scenario-exchange.server.ts';
import { exportFrameworks, exportSchemes } from './scheme-export.server.ts';
import { exportSettingHistory } from './setting-history-exchange.server.ts';

/**
 * The whole institution of the transaction as a file: what `importInstitution` took, in canonical form.
 * Sessions, tokens, passwords and the audit chain are not part of it.
 * @throws Missing
 */
export async function exportInstitution(tx: Tx, institutionId: string): Promise<InstitutionFile> {
  const institution = await tx
    .selectFrom('institution')
    .select(['code', 'nameNl', 'nameEn', 'noticeNl', 'noticeEn', 'demo'])
    .where('institutionId', '=', institutionId)
    .executeTakeFirst();
  if (!institution) throw new Missing('institution');
  const documents = await exportDocuments(tx, institutionId);
  const scenarios = await exportScenarios(tx, institutionId);
  const checks = await exportChecks(tx, institutionId);
  const intake = await exportIntake(tx, institutionId);
  const finance = await exportFinance(tx, institutionId);
  const file = {
    format: 'akkoord-institution/1',
    institution,
    ...(await exportUnits(tx, institutionId)),
    ...(await exportPeople(tx, institutionId)),
    ...(await exportBodies(tx, institutionId)),
    frameworks: await exportFrameworks(tx, institutionId),
    replyTerms: await exportReplyTerms(tx, institutionId),
    maskedBelow: await exportMaskedBelow(tx, institutionId),
    intakeLayouts: await exportIntakeLayouts(tx, institutionId),
    schemes: (await exportSchemes(tx, institutionId)).map((scheme) => ({
      ...scheme,
      documents: documents.get(scheme.code) ?? [],
      scenarios: scenarios.get(scheme.code) ?? [],
      ...checks.get(scheme.code),
      ...intake.get(scheme.code),
      finance: finance.get(scheme.code)!,
    })),
    settingHistory: await exportSettingHistory(tx, institutionId),
  };
  return canonicalFile(institutionSchema.parse(file));
}
