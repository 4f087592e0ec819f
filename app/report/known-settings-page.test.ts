import { beforeAll, describe, expect, test } from 'vitest';
import * as carryPage from '#app/allocation/carry-over-page.tsx';
import * as fundingPage from '#app/funding/funding-page.tsx';
import { addTerm, removeTerm } from '#app/funding/term.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { getBudget, getBudgetText } from '#app/plan/budget-read.server.ts';
import * as changePage from '#app/plan/change-list-page.tsx';
import * as payerPage from '#app/plan/payer-page.tsx';
import * as planPage from '#app/plan/plan-page.tsx';
import * as forecastPage from '#app/realisation/forecast-page.tsx';
import * as realisationPage from '#app/realisation/realisation-page.tsx';
import * as reportPage from '#app/realisation/report-page.tsx';
import { removeExclusion } from '#app/scheme/exclusion.server.ts';
import { putFund } from '#app/scheme/fund.server.ts';
import { putRate } from '#app/scheme/rate.server.ts';
import { loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { spendingInstitution } from '#test/spending-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as checksPage from './checks-page.tsx';
import * as moneyLinesPage from './money-lines-page.tsx';
import * as moneyPage from './money-page.tsx';
import * as overviewPage from './overview-page.tsx';
import * as tablePage from './table-page.tsx';
import { putTie, removeTie } from './tie.server.ts';
import * as tracePage from './trace-page.tsx';

/**
 * Settings change today. As known yesterday every page shows them, and what follows from them, as they were; as known
 * tomorrow, and now, as they became.
 */
const watched = watchedDatabase();
const day = 86_400_000;
const start = Date.now();
const yesterday = isoDate(new Date(start - day));
const tomorrow = isoDate(new Date(start + day));
// a clock by which tomorrow is past, so that a page may be asked for it
const now = new Date(start + 4 * day);
const scheme = 'ka';

let actor: Actor;
const work = <T>(of: (tx: Tx) => Promise<T>) => inInstitution(watched.db, actor.institutionId, of);

type Page = { path: string; params: Record<string, string>; read(args: never): Promise<unknown> };
const page = <A, D>(
  path: string,
  loader: (args: A) => Promise<D>,
  pick: (data: D) => unknown,
  params: Record<string, string> = {},
): Page => ({ path, params, read: async (args) => pick(await loader(args)) });

const plan = { document: 'plan-recht' };
const year = { unit: 'recht', year: '2023' };
const pages: Record<string, Page> = {
  'the overview: its funds, and the themes left out': page('', overviewPage.loader, ({ frame }) => ({
    funds: frame.funds,
    themes: frame.themes,
  })),
  'money: the figures of the own funds': page('/money', moneyPage.loader, ({ table, bar }) => ({
    table,
    bar,
  })),
  'the lines behind a figure: the rate beside what they imply': page(
    '/money/lines',
    moneyLinesPage.loader,
    ({ rates }) => rates,
  ),
  'checks: rates, ties and terms': page('/checks', checksPage.loader, ({ open, ties, terms }) => ({
    open: open.map(({ code, whereKey, stated, computed }) => ({ code, whereKey, stated, computed })),
    ...{ ties, terms },
  })),
  'the trace: what FTE cost': page('/trace', tracePage.loader, ({ totals, unknown }) => ({
    totals,
    unknown,
  })),
  'funding: funds and terms': page('/funding', fundingPage.loader, ({ terms, funding }) => ({
    terms,
    funds: funding.funds,
  })),
  'carry-over: the rule and how years ended': page('/carry-over', carryPage.loader, ({ rule, left }) => ({
    rule,
    left,
  })),
  'a printed table: its layout': page('/tables/t', tablePage.loader, ({ tables }) => tables, { table: 't' }),
  'realisation: euros of FTE': page('/realisation', realisationPage.loader, ({ units }) =>
    units.map((one) => one.cells),
  ),
  'a report: its rates, and the themes left out': page(
    '/realisation/recht/2023',
    reportPage.loader,
    ({ rates, funds, themes }) => ({ rates, funds, themes }),
    year,
  ),
  'a forecast': page(
    '/realisation/recht/2023/forecast',
    forecastPage.loader,
    ({ rows, funds }) => ({ rows, funds }),
    year,
  ),
  'a plan: what is left, themes left out': page(
    '/plans/plan-recht',
    planPage.loader,
    ({ plan }) => plan.remainders,
    plan,
  ),
  'who pays': page('/plans/plan-recht/payers', payerPage.loader, ({ facts }) => facts.funds, plan),
  'changes of a plan': page('/plans/plan-recht/changes', changePage.loader, ({ list }) => list.themes, plan),
};

async function read({ path, params, read: load }: Page, knownOn: string | null) {
  watched.forget();
  const address = `/schemes/${scheme}${path}${knownOn ? `?knownOn=${knownOn}` : ''}`;
  const args = pageArgs({ db: watched.db, actor, path: address, params: { scheme, ...params }, now });
  const data = await load(args as never);
  // links keep the moment that was asked
  const text = JSON.stringify(data ?? null)
    .replaceAll(/knownOn=[0-9-]+&?/g, '')
    .replaceAll(/[?&](?=["#])/g, '');
  return { data: JSON.parse(text) as unknown, queries: watched.queries };
}

const before = new Map<string, Awaited<ReturnType<typeof read>>>();

const side = {
  scheme,
  stage: 'budgeted' as const,
  funds: [],
  unit: null,
  node: null,
  measure: null,
  components: [],
};
const left = { ...side, years: [2022], unitCents: 100 };
const right = { ...side, years: [2023], unitCents: 100 };

beforeAll(async () => {
  const file = spendingInstitution();
  const [own] = file.schemes!;
  const [document] = own!.documents!;
  // of 2023 only the FTE are stated
  for (const line of document!.versions![0]!.lines!)
    if (line.year === 2023 && line.fteMilli) line.cents = null;
  own!.documentKinds!.push({
    ...{
      code: 'overheveling',
      nameNl: 'Overheveling',
      nameEn: 'Carry-over',
      stage: 'allocated',
      unitKinds: ['institution'],
    },
    carryOver: { shareBasis: 1_000, source: 'Regeling' },
  });
  own!.fundTerms = [{ fund: 'kwaliteit', fromYear: 2022, toYear: 2024, source: 'Brief' }];
  own!.ties = [{ code: 'zelfde', nameNl: 'Zelfde geld', nameEn: 'Same money', left, right }];
  own!.tables = [
    {
      ...{ code: 't', titleNl: 'Tabel', titleEn: 'Table' },
      layout: {
        unit: 'keur',
        columns: [{ key: 'c', kind: 'figure', stage: 'budgeted', year: 2022, label: { nl: 'B', en: 'B' } }],
        rows: [
          {
            key: 'r',
            kind: 'plain',
            label: { nl: 'Eerst', en: 'First' },
            value: { figures: { node: 'T1' } },
          },
        ],
      },
    },
  ];
  const loaded = await loadInstitution(watched.db, file);
  actor = await loaded.actor('beleid');
  for (const [name, one] of Object.entries(pages)) before.set(name, await read(one, null));
  await work(change);
});

/** Every setting that changes a figure or a mark becomes another one today, by its own use case where it has one. */
async function change(tx: Tx): Promise<void> {
  let { revision } = await tx.selectFrom('scheme').select('revision').executeTakeFirstOrThrow();
  const at = (part: string) => ({ scheme, part });
  ({ revision } = await putRate(
    tx,
    actor,
    { scheme, part: 2022 },
    { revision, fteCents: 16_000_000, source: '' },
  ));
  ({ revision } = await removeExclusion(tx, actor, at('T3'), { revision }));
  const npo = { nameNl: 'NPO', nameEn: 'NPO', own: true, sort: 9 };
  ({ revision } = await putFund(tx, actor, at('npo'), { revision, ...npo }));
  ({ revision } = await removeTie(tx, actor, { scheme, tie: 'zelfde' }, { revision }));
  const other = { nameNl: 'Ander geld', nameEn: 'Other money', note: '', sort: 0, left, right };
  await putTie(tx, actor, { scheme, tie: 'ander' }, { revision, ...other });
  const term = await tx.selectFrom('fundTerm').select('termId').executeTakeFirstOrThrow();
  await removeTerm(tx, actor, { scheme, term: term.termId, revision: 1 });
  const unknown = { nationalCents: null, shareBasis: null, basis: '' };
  await addTerm(tx, actor, {
    scheme,
    fund: 'kwaliteit',
    fromYear: 2023,
    toYear: 2024,
    source: 'Nieuwe brief',
    ...unknown,
  });
  await tx.updateTable('carryOverRule').set({ shareBasis: 2_500 }).execute();
  await tx.updateTable('tableLayout').set({ titleNl: 'Andere tabel', titleEn: 'Other table' }).execute();
}

describe('settings behind figures, as they were known', () => {
  test.each(Object.keys(pages))('%s', async (name) => {
    const one = pages[name]!;
    const was = before.get(name)!;
    const is = await read(one, null);
    expect(is.data).not.toEqual(was.data);
    const then = await read(one, yesterday);
    expect(then.data).toEqual(was.data);
    expect((await read(one, tomorrow)).data).toEqual(is.data);
    expect(is.queries).toBe(was.queries);
  });

  test('the budget of a plan, as an object and as the text that the database writes', async () => {
    const rate = async (knownOn: string | null) => {
      const asked = { scheme, ...plan, moment: versionMoment({ asOf: null, knownOn }) };
      const [budget, text] = await work(
        async (tx) => [await getBudget(tx, actor, asked), await getBudgetText(tx, actor, asked)] as const,
      );
      expect(JSON.parse(JSON.stringify(budget))).toEqual(JSON.parse(text.bytes().toString()));
      const remainder = budget.remainders.find((one) => one.fund === 'kwaliteit' && one.year === 2023);
      return [budget.rates[0]?.fteCents, remainder];
    };
    const [fteCents, remainder] = await rate(yesterday);
    expect(fteCents).toBe(8_000_000);
    expect(await rate(null)).not.toEqual([fteCents, remainder]);
    expect((await rate(tomorrow))[0]).toBe(16_000_000);
  });
});
