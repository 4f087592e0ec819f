import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { smallInstitution } from './institution.ts';

type Document = NonNullable<NonNullable<InstitutionInput['schemes']>[number]['documents']>[number];

/**
 * The small institution with the plan of Law in force: measure `werkgroepen` (theme T1, 100,000 euro a year),
 * `adviseurs` (T2, 40,000 euro and 0.5 FTE a year, ended from 2024) and `gasten` (T1, 2022 only, paid from
 * `npo`, in two parts). A third theme, T3, is excluded from the scheme.
 */
export function spendingInstitution(code = 'klein'): InstitutionInput {
  const file = smallInstitution(code);
  const [scheme] = file.schemes!;
  const [plan] = scheme!.documents!;
  file.frameworks![0]!.nodes!.push({ code: 'T3', nameNl: 'Gebouwen', nameEn: 'Buildings' });
  scheme!.exclusions = [{ node: 'T3', reason: 'Betaald uit huisvesting.', coveredBy: 'Huisvestingsplan' }];
  adopt(plan!);
  return file;
}

function adopt(plan: Document): void {
  const [version] = plan.versions;
  Object.assign(version!, {
    status: 'adopted',
    submittedAt: '2021-11-10T09:00:00Z',
    adoptedAt: '2021-12-14T09:00:00Z',
    inForce: { from: '2021-12-31T23:00:00Z', recordedAt: '2021-12-14T09:00:00Z' },
  });
  version!.measures!.push({
    ...version!.measures![0]!,
    code: 'gasten',
    name: 'Gastdocenten',
    firstYear: 2022,
    lastYear: 2022,
  });
  for (const component of ['colleges', 'reizen']) {
    version!.lines!.push({
      ...{ fund: 'npo', unit: 'recht', node: 'T1', measure: 'gasten', component, costKind: 'docenten' },
      ...{ year: 2022, cents: 1_000_000 },
    });
  }
  plan.endedMeasures = [{ measure: 'adviseurs', from: 2024 }];
}
