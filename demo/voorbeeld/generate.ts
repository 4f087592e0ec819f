/** Writes institution.json: `node demo/voorbeeld/generate.ts`. The same input gives the same file. */
import { writeFileSync } from 'node:fs';
import { readInstitutionFile } from '#app/exchange/institution-check.ts';
import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { printFile } from '#app/exchange/print-file.ts';
import { bodyKinds } from '../body-kinds.ts';
import { roles } from '../roles.ts';
import { acceptancesOf } from './acceptances.ts';
import { bundles } from './bundles.ts';
import { freePeriods } from './calendar.ts';
import { carryOversOf } from './carry-over.ts';
import { comments } from './comments.ts';
import { consultationMethods, consultations, involvements } from './consultations.ts';
import { commitments, followUps, proposals, reflections, replyTerms, words } from './council.ts';
import { promiseJudgements } from './criteria.ts';
import { cycleSteps, moments } from './cycle.ts';
import { disputesCommittee } from './dispute.ts';
import { financeBookings, financeFiles, intakeLayouts, intakeRules } from './finance.ts';
import { financeOf, withMemos } from './finance-trace.ts';
import { forecastBasisOf, forecastsOf } from './forecasts.ts';
import { indicatorSubmissions, indicators } from './indicators.ts';
import { moneyDocuments } from './money.ts';
import { educationCouncil, network } from './network.ts';
import { accounts, bodies, headCounts, successions, units } from './organisation.ts';
import { planDocuments } from './plans.ts';
import { evidence, progress, progressStatuses } from './progress.ts';
import { publications } from './publications.ts';
import { reportKinds } from './report-kinds.ts';
import { scenarios } from './scenarios.ts';
import { frameworks, scheme } from './scheme.ts';
import { settingHistory } from './setting-history.ts';
import { tables } from './tables.ts';
import { yearReports } from './year-reports.ts';

const documents = withMemos([
  ...moneyDocuments,
  ...planDocuments,
  ...carryOversOf(planDocuments),
  ...forecastsOf(planDocuments),
  ...yearReports,
]);

const source = 'Telling per 1 oktober (fictief)';

export const voorbeeld: InstitutionInput = {
  format: 'akkoord-institution/1',
  institution: {
    code: 'voorbeeld',
    nameNl: 'Universiteit Voorbeeld',
    nameEn: 'Example University',
    noticeNl: 'Universiteit Voorbeeld bestaat niet: alle namen, teksten en cijfers zijn verzonnen.',
    noticeEn: 'Example University does not exist: all names, texts and figures are invented.',
    demo: true,
  },
  units,
  successions,
  headCountDefinitions: [
    {
      code: 'eer',
      nameNl: 'Ingeschreven EER-studenten op 1 oktober',
      nameEn: 'Enrolled EEA students on 1 October',
    },
  ],
  headCounts: headCounts.map((count) => ({ definition: 'eer', ...count, source })),
  roles,
  accounts,
  bodyKinds: bodyKinds(
    'supervisory-board',
    'executive-board',
    'university-council',
    'faculty-board',
    'faculty-council',
    'programme-committee',
    ['finance', 'Financieel overleg', 'Finance meeting'],
    ['quality-network', 'Netwerk kwaliteitszorg', 'Quality network'],
    ['education-council', 'Onderwijsberaad', 'Education council'],
    ['disputes-committee', 'Geschillencommissie', 'Disputes committee'],
  ),
  bodies: [...bodies, network, educationCouncil, disputesCommittee],
  freePeriods,
  frameworks,
  replyTerms,
  intakeLayouts,
  settingHistory,
  schemes: [
    {
      ...scheme,
      intakeRules,
      documentKinds: [...scheme.documentKinds!, ...reportKinds],
      tables: tables as typeof scheme.tables,
      documents,
      acceptedDifferences: acceptancesOf(documents),
      finance: { ...financeOf(documents), forecastBasis: forecastBasisOf(planDocuments) },
      scenarios,
      bundles,
      consultationMethods,
      ...{ involvements, consultations },
      cycleSteps,
      moments,
      indicators,
      indicatorSubmissions,
      ...{ progressStatuses, progress, evidence, promiseJudgements },
      commitments,
      followUps,
      proposals,
      reflections,
      words,
      comments,
      publications,
    },
  ],
};

for (const { name, text } of financeFiles) writeFileSync(new URL(`finance/${name}`, import.meta.url), text);
writeFileSync(
  new URL('finance/bookings.json', import.meta.url),
  `${JSON.stringify(financeBookings, null, 2)}\n`,
);
writeFileSync(new URL('institution.json', import.meta.url), printFile(readInstitutionFile(voorbeeld)));
