import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { plan } from '#app/plan/plan-endpoint.api.ts';
import { yearAddress, yearPath } from '#app/realisation/intake-address.ts';
import { cycleList } from './cycle-list.server.ts';
import { intakeRuleList } from './intake-rule-list.server.ts';
import { listOperations } from './list.api.ts';
import { momentList } from './moment-list.server.ts';
import { periodList } from './period-list.server.ts';
import { rateList } from './rate-list.server.ts';
import { rightList } from './right-list.server.ts';
import { stepList } from './step-list.server.ts';
import { termList } from './term-list.server.ts';

const code = z.object({ code: z.string() });
const year = z.coerce.number().int().min(1900).max(2200);

/** Every list that goes round, row by row: fetching, comparing and saving each. */
export function listSheetApi(api: Api): void {
  schemeLists(api);
  listOperations(api, {
    ...{
      path: '/schemes/{code}/plans/{document}/steps/sheet',
      params: plan,
      noun: 'StepSheet',
      tag: 'plans',
    },
    what: 'the steps of the measures of a draft',
    list: ({ code: scheme, document }) => stepList({ scheme, document }),
    name: ({ document }) => `${document}-steps`,
  });
  listOperations(api, {
    ...{ path: `${yearPath}/intake/rules/sheet`, params: yearAddress, noun: 'IntakeRuleSheet' },
    ...{ tag: 'finance intake', what: 'the rules that map finance rows' },
    list: ({ code: scheme, unit, year: of, now }) => intakeRuleList({ scheme, unit, year: of, now }),
    name: ({ unit }) => `intake-rules-${unit}`,
  });
  listOperations(api, {
    ...{ path: '/free-periods/sheet', params: z.object({}), noun: 'FreePeriodSheet', tag: 'organisation' },
    what: 'the recess periods and free days',
    list: () => periodList,
    name: () => 'free-periods',
  });
}

function schemeLists(api: Api): void {
  const of = (name: string) => ({ path: `/schemes/{code}/${name}/sheet`, params: code });
  listOperations(api, {
    ...{ ...of('fund-terms'), noun: 'FundTermSheet', tag: 'funding' },
    what: 'the periods and national amounts of the funds',
    list: ({ code: scheme }) => termList({ scheme }),
    name: ({ code: scheme }) => `fund-terms-${scheme}`,
  });
  listOperations(api, {
    ...{ ...of('rates'), noun: 'RateSheet', tag: 'schemes', what: 'the cost of an FTE by year' },
    list: ({ code: scheme }) => rateList({ scheme }),
    name: ({ code: scheme }) => `fte-rates-${scheme}`,
  });
  listOperations(api, {
    ...{ ...of('rights'), noun: 'RightSheet', tag: 'schemes', what: 'the rights matrix' },
    list: ({ code: scheme }) => rightList({ scheme }),
    name: ({ code: scheme }) => `rights-${scheme}`,
  });
  listOperations(api, {
    ...{ ...of('cycle-steps'), noun: 'CycleStepSheet', tag: 'cycle', what: 'the steps of the cycle' },
    list: ({ code: scheme }) => cycleList({ scheme }),
    name: ({ code: scheme }) => `cycle-steps-${scheme}`,
  });
  listOperations(api, {
    ...{ path: '/schemes/{code}/moments/sheet/{year}', params: code.extend({ year }), noun: 'MomentSheet' },
    ...{ tag: 'cycle', what: 'the dated moments of a year' },
    list: ({ code: scheme, year: of, now }) => momentList({ scheme, year: of, now }),
    name: ({ code: scheme, year: of }) => `moments-${scheme}-${of}`,
  });
}
