import type { Permission } from '#app/kernel/actor.ts';

/**
 * Who may: `public` without signing in, `everyone` who is signed in, or whoever holds a permission.
 * A new page or operation needs a line here, or the matrix test fails.
 */
export type Who = 'public' | 'everyone' | Permission;

/** Every page, resource route and layout by its file under app. */
export const pages: Record<string, Who> = {
  'identity/sign-in-page.tsx': 'public',
  'identity/sign-out.ts': 'public',
  'identity/preferences.ts': 'public',
  'ui/gallery-page.tsx': 'public',
  'signed-in-layout.tsx': 'everyone',
  'identity/refusal-layout.tsx': 'everyone',
  'home-page.tsx': 'everyone',
  'identity/account-page.tsx': 'everyone',
  'scheme/schemes-page.tsx': 'everyone',
  'scheme/scheme-layout.tsx': 'everyone',
  'report/overview-page.tsx': 'everyone',
  'report/money-page.tsx': 'everyone',
  'report/money-lines-page.tsx': 'everyone',
  'report/money-export.ts': 'everyone',
  'report/checks-page.tsx': 'everyone',
  'report/ties-page.tsx': 'admin.scheme',
  'report/trace-page.tsx': 'everyone',
  'report/trace-line-page.tsx': 'everyone',
  'realisation/realisation-page.tsx': 'everyone',
  'realisation/report-page.tsx': 'everyone',
  'realisation/template-file.ts': 'everyone',
  'realisation/report-file.ts': 'everyone',
  'realisation/intake-page.tsx': 'realisation.write',
  'realisation/intake-file-page.tsx': 'realisation.write',
  'realisation/intake-rules-page.tsx': 'realisation.write',
  'realisation/intake-preview-page.tsx': 'realisation.write',
  'realisation/intake-example.ts': 'realisation.write',
  'realisation/intake-rows-page.tsx': 'realisation.write',
  'realisation/forecast-page.tsx': 'everyone',
  'cycle/cycle-page.tsx': 'everyone',
  'cycle/steps-page.tsx': 'cycle.manage',
  'cycle/support-page.tsx': 'everyone',
  'cycle/moment-page.tsx': 'everyone',
  'cycle/plan-part.tsx': 'everyone',
  'council/bodies-page.tsx': 'everyone',
  'council/body-page.tsx': 'everyone',
  'council/commitments-page.tsx': 'everyone',
  'council/commitment-form-page.tsx': 'consent.ask',
  'council/commitment-page.tsx': 'everyone',
  'council/decision-part.tsx': 'everyone',
  'council/follow-up-page.tsx': 'everyone',
  'council/follow-up-form-page.tsx': 'consent.ask',
  'council/plan-part.tsx': 'everyone',
  'council/proposals-page.tsx': 'everyone',
  'council/proposal-page.tsx': 'everyone',
  'council/reflections-page.tsx': 'everyone',
  'council/words-page.tsx': 'everyone',
  'consultation/consultation-list-page.tsx': 'everyone',
  'consultation/consultation-form-page.tsx': 'consultation.write',
  'consultation/consultation-page.tsx': 'everyone',
  'report/sanction-page.tsx': 'everyone',
  'report/sanction-export.ts': 'everyone',
  'report/milestone-page.tsx': 'everyone',
  'report/milestone-export.ts': 'everyone',
  'report/tables-page.tsx': 'everyone',
  'report/table-page.tsx': 'everyone',
  'report/table-export.ts': 'everyone',
  'funding/funding-page.tsx': 'everyone',
  'funding/letter-page.tsx': 'funding.write',
  'funding/letter-file.ts': 'everyone',
  'allocation/allocation-page.tsx': 'everyone',
  'allocation/new-page.tsx': 'allocation.write',
  'allocation/bench-page.tsx': 'everyone',
  'allocation/scenario-page.tsx': 'everyone',
  'allocation/document-page.tsx': 'everyone',
  'allocation/carry-over-page.tsx': 'everyone',
  'allocation/carry-over-document-page.tsx': 'everyone',
  'allocation/rules-page.tsx': 'allocation.write',
  'participation/plan-list-page.tsx': 'everyone',
  'plan/plan-page.tsx': 'everyone',
  'participation/plan-decisions.tsx': 'everyone',
  'plan/compare-page.tsx': 'everyone',
  'plan/document-answers.tsx': 'everyone',
  'plan/start-page.tsx': 'plan.write',
  'plan/section-page.tsx': 'plan.write',
  'plan/measure-page.tsx': 'plan.write',
  'plan/budget-page.tsx': 'plan.write',
  'exchange/budget-sheet-page.tsx': 'plan.write',
  'exchange/budget-sheet-file.ts': 'plan.write',
  'plan/payer-page.tsx': 'everyone',
  'plan/change-list-page.tsx': 'everyone',
  'plan/change-page.tsx': 'plan.write',
  'plan/coverage-page.tsx': 'plan.write',
  'plan/requirement-page.tsx': 'plan.write',
  'plan/submit-page.tsx': 'plan.submit',
  'plan/return-page.tsx': 'plan.return',
  'plan/withdraw-page.tsx': 'plan.submit',
  'participation/ask-page.tsx': 'consent.ask',
  'participation/adopt-page.tsx': 'plan.adopt',
  'participation/decision-list-page.tsx': 'everyone',
  'participation/dossier-page.tsx': 'everyone',
  'participation/outcome-page.tsx': 'everyone',
  'participation/event-page.tsx': 'everyone',
  'scheme/rights-page.tsx': 'everyone',
  'organisation/calendar-page.tsx': 'admin.organisation',
  'identity/admin-layout.tsx': 'admin.organisation',
  'organisation/units-page.tsx': 'admin.organisation',
  'organisation/unit-page.tsx': 'admin.organisation',
  'organisation/bodies-page.tsx': 'admin.organisation',
  'organisation/body-page.tsx': 'admin.organisation',
  'organisation/head-counts-page.tsx': 'admin.organisation',
  'exchange/head-count-sheet-page.tsx': 'admin.organisation',
  'exchange/head-count-sheet-file.ts': 'admin.organisation',
  'framework/frameworks-page.tsx': 'admin.framework',
  'framework/framework-page.tsx': 'admin.framework',
  'scheme/scheme-list-page.tsx': 'admin.scheme',
  'scheme/scheme-admin-page.tsx': 'admin.scheme',
  'identity/accounts-page.tsx': 'admin.account',
  'identity/tokens-page.tsx': 'admin.token',
  'identity/audit-page.tsx': 'audit.read',
};

/**
 * Pages that find nothing of a stranger's where others answer 404: the layout around them, which names the
 * scheme, gives the 404.
 */
export const guardedByLayout = ['participation/decision-list-page.tsx', 'participation/plan-list-page.tsx'];

/** Forms whose action works something out for the page and stores nothing. */
export const workedOut = ['allocation/rules-page.tsx', 'allocation/bench-page.tsx'];

/** Operations that answer a stranger with an empty list where others answer 404. */
export const emptyForStrangers = ['listDecisions', 'putRole'];

/** What stands behind a parameter of an address in the test institution. */
export const places: Record<string, string> = {
  scheme: 'ka',
  unit: 'recht',
  body: 'fr-recht',
  framework: 'themas',
  document: 'plan-recht',
  scenario: 'gelijk',
  question: 'prioriteit',
  measure: 'werkgroepen',
  change: 'C1',
  node: 'T1',
  format: 'xlsx',
  fund: 'kwaliteit',
  theme: 'T1',
  kind: 'plan',
  year: '2022',
  login: 'lezer',
  otherFramework: 'ambities',
  otherNode: 'A1',
};

/** What `{code}` is, by the first word of an operation's path. */
export const codes: Record<string, string> = {
  schemes: 'ka',
  units: 'recht',
  bodies: 'fr-recht',
  frameworks: 'themas',
  roles: 'raadslid',
};

/** Every operation of the API by its operationId. */
export const operations: Record<string, Who> = {
  ...everyone('getCycle getMoment getSupport getMilestones getSanctions'),
  ...holding('cycle.manage', 'putCycleStep startYear actOnMoment saveMomentNotes setMomentMeeting addPaper'),
  ...everyone(
    'listCommitments getCommitment listFollowUp listProposals listReplyTerms listReflections listWords',
  ),
  ...everyone('getBodyView putProposal writeReflection giveReflection'),
  ...holding('consent.ask', 'makeCommitment giveAccount'),
  ...holding('consent.record', 'actOnCommitment replyToProposal'),
  ...holding('admin.organisation', 'putReplyTerm'),
  ...holding('admin.scheme', 'putWord removeWord'),
  ...everyone('listConsultations getConsultation'),
  ...holding('consultation.write', 'addConsultation changeConsultation'),
  ...everyone('listRealisation getRealisation getTable listTables getTrace getTraceLine'),
  ...holding('realisation.write', 'putRealisation uploadRealisation'),
  ...everyone('getForecast listClosedPeriods'),
  ...holding(
    'realisation.write',
    'getIntake uploadIntakeFile readIntakeFile withdrawIntakeFile addIntakeRule',
  ),
  ...holding('realisation.write', 'changeIntakeRule removeIntakeRule previewIntake bookIntake closePeriod'),
  ...holding('realisation.write', 'saveForecast'),
  ...everyone('listChecks'),
  ...everyone('listFundTerms'),
  ...holding('funding.write', 'addFundTerm removeFundTerm'),
  ...holding('check.accept', 'acceptCheck withdrawAcceptance'),
  ...holding('admin.scheme', 'putTie removeTie'),
  ...everyone('listScenarios getScenario'),
  ...holding('allocation.write', 'createScenario saveScenario removeScenario settleScenario draftOfScenario'),
  ...everyone('listAllocations getAllocation compareAllocations runAllocation getFunding getLetterFile'),
  ...everyone(
    'getPlanTotals listPlans getPlan comparePlan getSection getBudget listDecisions getDossier getAdoption',
  ),
  ...holding(
    'plan.write',
    'startPlan startPlanVersion saveSection saveMeasure removeMeasure saveBudget markProvisional markMemo',
  ),
  ...holding('plan.write', 'getBudgetSheet compareBudgetSheet'),
  ...holding('plan.write', 'changePayer'),
  ...everyone('getPayers'),
  ...holding('plan.write', 'saveStep removeStep moveStep saveCoverage judgeRequirement'),
  ...everyone('listChanges getShift'),
  ...holding('plan.write', 'saveChange removeChange setChangeBase acceptDifferences'),
  ...holding('plan.submit', 'submitPlan withdrawVersion'),
  ...holding('plan.return', 'returnPlan'),
  ...holding('plan.adopt', 'adoptVersion'),
  ...holding('consent.ask', 'askDecision'),
  ...holding('consent.record', 'recordOutcome'),
  ...holding('funding.write', 'recordLetter'),
  ...everyone('listCarryOvers getCarryOver'),
  ...holding('allocation.write', 'startCarryOver startCarryOverDraft saveCarryOver submitCarryOver'),
  ...holding('admin.scheme', 'putCarryOverRule removeCarryOverRule'),
  ...holding('allocation.write', 'startAllocation startAllocationDraft saveAllocationDraft submitAllocation'),
  ...everyone('listUnits getUnit listBodies getBody listHeadCountDefinitions listHeadCounts'),
  ...everyone('listFrameworks getFramework listSchemes getScheme listRoles getMoney'),
  ...holding(
    'admin.organisation',
    'createUnit changeUnit moveUnit closeUnit succeedUnits createBody changeBody',
  ),
  ...holding(
    'admin.organisation',
    'addMember endTerm createHeadCountDefinition recordHeadCounts correctHeadCount',
  ),
  ...holding('admin.framework', 'createFramework changeFramework addNode changeNode moveNode removeNode'),
  ...holding('admin.framework', 'addAlias removeAlias addLink removeLink'),
  ...holding('admin.scheme', 'createScheme changeScheme putFund removeFund putExclusion removeExclusion'),
  ...holding('admin.scheme', 'putRate removeRate addEvent settleEvent putDocumentKind removeDocumentKind'),
  ...holding('admin.scheme', 'putConsultationMethod'),
  ...holding('admin.scheme', 'putQuestion removeQuestion addRight changeRight removeRight'),
  ...holding('admin.scheme', 'putRequirement removeRequirement putSanction removeSanction'),
  ...holding(
    'admin.account',
    'listAccounts createAccount resetPassword disableAccount addMandate endMandate putRole',
  ),
  ...holding('admin.token', 'listTokens createToken revokeToken'),
  ...holding('audit.read', 'listAuditEntries checkAuditTrail'),
};

function everyone(ids: string): Record<string, Who> {
  return Object.fromEntries(ids.split(' ').map((id) => [id, 'everyone' as const]));
}

function holding(permission: Permission, ids: string): Record<string, Who> {
  return Object.fromEntries(ids.split(' ').map((id) => [id, permission]));
}
