import type { Logger } from 'pino';
import { allocationApi } from '#app/allocation/allocation.api.ts';
import { carryOverApi } from '#app/allocation/carry-over.api.ts';
import { scenarioApi } from '#app/allocation/scenario.api.ts';
import { consultationApi } from '#app/consultation/consultation.api.ts';
import { commentApi } from '#app/council/comment.api.ts';
import { councilApi } from '#app/council/council.api.ts';
import { packApi } from '#app/council/pack.api.ts';
import { trailApi } from '#app/council/trail.api.ts';
import { voiceApi } from '#app/council/voice.api.ts';
import { cycleApi } from '#app/cycle/cycle.api.ts';
import { budgetSheetApi } from '#app/exchange/budget-sheet.api.ts';
import { indicatorSheetApi } from '#app/exchange/indicator-sheet.api.ts';
import { listSheetApi } from '#app/exchange/list-sheet.api.ts';
import { sheetApi } from '#app/exchange/sheet.api.ts';
import { frameworkApi } from '#app/framework/framework.api.ts';
import { fundingApi } from '#app/funding/funding.api.ts';
import { termApi } from '#app/funding/term.api.ts';
import { type Api, actorOfBearer, apiVersion, newApi, problemResponse } from '#app/identity/api.server.ts';
import { identityApi } from '#app/identity/identity.api.ts';
import { indicatorApi } from '#app/indicator/indicator.api.ts';
import type { Afterwards } from '#app/kernel/afterwards.ts';
import type { Clock } from '#app/kernel/clock.ts';
import type { Db } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { ledgerApi } from '#app/ledger/ledger.api.ts';
import { noticeApi } from '#app/notice/notice.api.ts';
import { bodyApi } from '#app/organisation/body.api.ts';
import { bodyKindApi } from '#app/organisation/body-kind.api.ts';
import { calendarApi } from '#app/organisation/free-period.api.ts';
import { organisationApi } from '#app/organisation/organisation.api.ts';
import { participationApi } from '#app/participation/participation.api.ts';
import { coherenceApi } from '#app/plan/coherence.api.ts';
import { payerApi } from '#app/plan/payer.api.ts';
import { planApi } from '#app/plan/plan.api.ts';
import { provisionalApi } from '#app/plan/provisional.api.ts';
import { portalApi } from '#app/portal/portal.api.ts';
import { evidenceApi } from '#app/progress/evidence.api.ts';
import { progressApi } from '#app/progress/progress.api.ts';
import { intakeApi } from '#app/realisation/intake.api.ts';
import { realisationApi } from '#app/realisation/realisation.api.ts';
import { chainApi } from '#app/report/chain.api.ts';
import { checkApi } from '#app/report/check.api.ts';
import { overviewApi } from '#app/report/overview.api.ts';
import { processApi } from '#app/report/process.api.ts';
import { reportApi } from '#app/report/report.api.ts';
import { traceApi } from '#app/report/trace.api.ts';
import { sanctionApi } from '#app/scheme/sanction.api.ts';
import { schemeApi } from '#app/scheme/scheme.api.ts';

/** The modules' parts of /api/v1, in the order of the house. */
const parts: ((api: Api) => void)[] = [
  identityApi,
  organisationApi,
  bodyApi,
  bodyKindApi,
  calendarApi,
  frameworkApi,
  schemeApi,
  sanctionApi,
  ledgerApi,
  fundingApi,
  termApi,
  allocationApi,
  carryOverApi,
  scenarioApi,
  planApi,
  coherenceApi,
  provisionalApi,
  payerApi,
  participationApi,
  realisationApi,
  intakeApi,
  indicatorApi,
  consultationApi,
  progressApi,
  evidenceApi,
  cycleApi,
  councilApi,
  commentApi,
  packApi,
  voiceApi,
  trailApi,
  noticeApi,
  reportApi,
  chainApi,
  overviewApi,
  processApi,
  traceApi,
  checkApi,
  portalApi,
  budgetSheetApi,
  sheetApi,
  listSheetApi,
  indicatorSheetApi,
];

type ApiOptions = {
  db: Db;
  clock: Clock;
  log: Logger;
  /** without it, what an answer does not wait for is left to the server's regular run */
  afterwards?: Afterwards;
};

export function api({ db, clock, log, afterwards = () => undefined }: ApiOptions): Api {
  const router = newApi();
  router.use(async (c, next) => {
    await next();
    c.res.headers.set('API-Version', apiVersion);
    c.res.headers.set('cache-control', 'no-store');
    c.res.headers.set('content-security-policy', "frame-ancestors 'none'");
  });
  router.get('/openapi.json', (c) => {
    c.header('access-control-allow-origin', '*');
    return c.json(document(router, new URL(c.req.url).origin));
  });
  router.use(async (c, next) => {
    const actor = await actorOfBearer(db, c.req.header('authorization'));
    if (!actor) {
      return problemResponse({ status: 401, code: 'token.invalid', params: {}, blockers: [], errors: [] });
    }
    c.set('actor', actor);
    c.set('db', db);
    c.set('clock', clock);
    c.set('afterwards', afterwards);
    return next();
  });
  for (const part of parts) part(router);
  router.onError((error, c) => {
    const requestId = newId();
    log.error({ requestId, err: error, method: c.req.method, path: c.req.path });
    return problemResponse({ status: 500, code: 'defect', params: { requestId }, blockers: [], errors: [] });
  });
  router.notFound(() =>
    problemResponse({ status: 404, code: 'missing', params: { what: 'path' }, blockers: [], errors: [] }),
  );
  return router;
}

/** The OpenAPI 3.1 description of everything above. */
export function document(router: Api, origin: string) {
  router.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  return router.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Akkoord API',
      version: apiVersion,
      description:
        'Everything that a screen of Akkoord can do: quality agreements, their money, plans and decisions.',
      contact: { name: 'Akkoord', email: 'akkoord@example.org', url: 'https://example.org/akkoord' },
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/nl/' },
    },
    servers: [{ url: `${origin}/api/v1` }],
  });
}
