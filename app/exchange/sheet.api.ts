import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { address, plan, tags } from '#app/plan/plan-endpoint.api.ts';
import { yearAddress, yearPath } from '#app/realisation/intake-address.ts';
import { readCarrySheet } from './carry-over-sheet.server.ts';
import { changedCarries } from './carry-over-sheet.ts';
import { sheetOperations } from './fill-in.api.ts';
import { readForecastSheet } from './forecast-sheet.server.ts';
import { forecastEntries } from './forecast-sheet.ts';
import { getHeadCounts, headCountAddress, headCountRound } from './head-count-sheet.server.ts';
import { getSheetRows } from './indicator-sheet.server.ts';
import { indicatorRound } from './indicator-sheet.ts';
import { readLetterSheet } from './letter-sheet.server.ts';
import { letterAmounts } from './letter-sheet.ts';
import { readMeasuresSheet } from './measures-sheet.server.ts';
import { changedMeasures } from './measures-sheet.ts';
import { changedRules } from './rules-change.ts';
import { readRulesSheet } from './rules-sheet.server.ts';

const code = z.object({ code: z.string() });

/** Every other table that goes round: letters, rules, measures, head counts and indicators. */
export function sheetApi(api: Api): void {
  letters(api);
  rules(api);
  forecasts(api);
  carryOvers(api);
  sheetOperations(api, {
    path: '/schemes/{code}/plans/{document}/measures/sheet',
    ...{ params: plan, noun: 'MeasuresSheet', tags, what: 'the measures of a draft' },
    saves: 'save each of `measures` with saveMeasure',
    sheet: async (tx, actor, at) => (await readMeasuresSheet(tx, actor, address(at))).sheet,
    name: ({ document }) => document,
    ready: async (tx, actor, at, changes) => ({
      measures: changedMeasures((await readMeasuresSheet(tx, actor, address(at))).plan, changes),
    }),
  });
  sheetOperations(api, {
    path: '/head-counts/{definition}/{date}/sheet',
    ...{ params: headCountAddress, noun: 'HeadCountSheet', tags: ['organisation'] },
    what: 'the head counts of one definition on one date',
    saves: 'save the changes with recordHeadCounts and correctHeadCount',
    sheet: async (tx, actor, at) => headCountRound(await getHeadCounts(tx, actor, at)),
    name: ({ definition, date }) => `${definition}-${date}`,
  });
  sheetOperations(api, {
    path: '/schemes/{code}/indicators/sheet/{year}',
    params: code.extend({ year: z.coerce.number().int().min(1900).max(2200) }),
    ...{ noun: 'IndicatorSheet', tags: ['indicators'], what: 'the indicators of a year' },
    saves: 'record the changes with saveIndicatorSheet',
    sheet: async (tx, actor, { code: scheme, year }) =>
      indicatorRound(await getSheetRows(tx, actor, { scheme, year }), year),
    name: ({ code: scheme, year }) => `${scheme}-${year}`,
  });
}

function letters(api: Api): void {
  const read = ({ code: scheme, document }: { code: string; document: string }) => ({ scheme, document });
  sheetOperations(api, {
    path: '/schemes/{code}/funding-documents/{document}/sheet',
    ...{ params: plan, noun: 'LetterSheet', tags: ['funding'], what: 'the amounts of a letter' },
    saves: 'save `amounts` with recordLetter',
    sheet: async (tx, actor, at) => (await readLetterSheet(tx, actor, read(at))).sheet,
    name: ({ document }) => document,
    ready: async (_tx, _actor, _at, changes) => ({ amounts: letterAmounts(changes) }),
  });
}

function rules(api: Api): void {
  sheetOperations(api, {
    path: '/schemes/{code}/allocations/{document}/sheet',
    ...{ params: plan, noun: 'AllocationSheet', tags: ['allocation'] },
    what: 'the numbers of the rules of a draft allocation',
    saves: 'save `rules` and `own` with saveAllocationDraft',
    sheet: async (tx, actor, { code: scheme, document }) =>
      (await readRulesSheet(tx, actor, { scheme, document })).sheet,
    name: ({ document }) => document,
    ready: async (tx, actor, { code: scheme, document }, changes) =>
      changedRules((await readRulesSheet(tx, actor, { scheme, document })).frame, changes),
  });
  sheetOperations(api, {
    path: '/schemes/{code}/scenarios/{scenario}/sheet',
    ...{ params: code.extend({ scenario: z.string() }), noun: 'ScenarioSheet', tags: ['allocation'] },
    what: 'the numbers of the rules of a scenario',
    saves: 'save `rules` and `own` with saveScenario',
    sheet: async (tx, actor, { code: scheme, scenario }) =>
      (await readRulesSheet(tx, actor, { scheme, scenario })).sheet,
    name: ({ scenario }) => scenario,
    ready: async (tx, actor, { code: scheme, scenario }, changes) =>
      changedRules((await readRulesSheet(tx, actor, { scheme, scenario })).frame, changes),
  });
}

function forecasts(api: Api): void {
  sheetOperations(api, {
    path: `${yearPath}/forecast/sheet`,
    ...{ params: yearAddress, noun: 'ForecastSheet', tags: ['finance intake'] },
    what: 'the forecast by hand',
    saves: 'save `months`, `seen` and `entries` with saveForecast',
    sheet: async (tx, actor, { code: scheme, ...at }) =>
      (await readForecastSheet(tx, actor, { scheme, ...at })).sheet,
    name: ({ unit, year }) => `forecast-${unit}-${year}`,
    ready: async (tx, actor, { code: scheme, ...at }, changes) => {
      const { forecast } = await readForecastSheet(tx, actor, { scheme, ...at });
      const { months, newest: seen } = forecast;
      return { months, seen, entries: forecastEntries(forecast, changes) };
    },
  });
}

function carryOvers(api: Api): void {
  const read = ({ code: scheme, document }: { code: string; document: string }) => ({ scheme, document });
  sheetOperations(api, {
    path: '/schemes/{code}/carry-overs/{document}/sheet',
    ...{ params: plan, noun: 'CarryOverSheet', tags: ['allocation'], what: 'a draft of carry-overs' },
    saves: 'save `carries`, `reason` and `revision` with saveCarryOver',
    sheet: async (tx, actor, at) => (await readCarrySheet(tx, actor, read(at))).sheet,
    name: ({ document }) => document,
    ready: async (tx, actor, at, changes) => {
      const { frame } = await readCarrySheet(tx, actor, read(at));
      const { revision, version } = frame;
      return { carries: changedCarries(frame, changes), reason: version.note, revision };
    },
  });
}
