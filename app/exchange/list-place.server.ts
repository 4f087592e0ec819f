import { edgeContext } from '#app/identity/page.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { planHref } from '#app/plan/plan-words.ts';
import { intakeAddress } from '#app/realisation/intake-edge.ts';
import { cycleList } from './cycle-list.server.ts';
import { intakeRuleList } from './intake-rule-list.server.ts';
import type { ListPlace } from './list-edge.server.ts';
import { momentList } from './moment-list.server.ts';
import { periodList } from './period-list.server.ts';
import { rateList } from './rate-list.server.ts';
import { rightList } from './right-list.server.ts';
import { stepList } from './step-list.server.ts';
import { termList } from './term-list.server.ts';

/** Each list that goes round: what it is, and where it and its sheet are. */

type Context = Parameters<typeof edgeContextOf>[0];
type At<P> = { params: P; context: Context };
type Scheme = { scheme: string };

function edgeContextOf(context: { get: (key: typeof edgeContext) => { clock: () => Date } }) {
  return context.get(edgeContext);
}

export function termPlace({ params: { scheme } }: { params: Scheme }): ListPlace {
  const home = `/schemes/${scheme}/funding`;
  return { ...termList({ scheme }), home: `${home}#fund-terms`, here: `${home}/terms/sheet` };
}

export function ratePlace({ params: { scheme } }: { params: Scheme }): ListPlace {
  const home = `/admin/schemes/${scheme}`;
  return { ...rateList({ scheme }), home: `${home}#rates`, here: `${home}/rates/sheet` };
}

export function rightPlace({ params: { scheme } }: { params: Scheme }): ListPlace {
  const home = `/schemes/${scheme}/rights`;
  return { ...rightList({ scheme }), home, here: `${home}/sheet` };
}

export function cyclePlace({ params: { scheme } }: { params: Scheme }): ListPlace {
  const home = `/schemes/${scheme}/cycle/steps`;
  return { ...cycleList({ scheme }), home, here: `${home}/sheet` };
}

export function momentPlace({ params, context }: At<Scheme & { year: string }>): ListPlace {
  const { scheme, year } = params;
  if (!/^\d{4}$/.test(year)) throw new Missing('year');
  const home = `/schemes/${scheme}/cycle`;
  return {
    ...momentList({ scheme, year: Number(year), now: edgeContextOf(context).clock() }),
    ...{ home: `${home}?year=${year}`, here: `${home}/moments/${year}/sheet` },
  };
}

export function stepPlace({ params }: { params: Scheme & { document: string } }): ListPlace {
  const { scheme, document } = params;
  const home = planHref({ scheme, document });
  return { ...stepList({ scheme, document }), home: `${home}#roadmap`, here: `${home}/steps-sheet` };
}

export function intakeRulePlace({ params, context }: At<Scheme & { unit: string; year: string }>): ListPlace {
  const { scheme, unit, year } = params;
  const home = `/schemes/${scheme}/realisation/${unit}/${year}/intake/rules`;
  const at = intakeAddress(params, edgeContextOf(context).clock());
  return { ...intakeRuleList(at), home, here: `${home}/sheet` };
}

export function periodPlace(): ListPlace {
  return { ...periodList, home: '/admin/calendar', here: '/admin/calendar/sheet' };
}
