import { parseInput } from '#app/identity/form.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { listBodyKinds } from '#app/organisation/body-kind.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { type StepInput, stepInput } from './cycle.input.ts';
import { listSteps, type Step } from './cycle.server.ts';
import { readTopics } from './topic-text.ts';

export type StepChoices = {
  steps: Step[];
  kinds: { code: string; nameNl: string; nameEn: string }[];
  roles: { code: string; nameNl: string; nameEn: string }[];
  bodyKinds: { code: string; nameNl: string; nameEn: string }[];
};

/** The steps of a scheme with what a step can be about and from whom. Five statements. @throws Missing */
export async function stepChoices(tx: Tx, actor: Actor, scheme: string): Promise<StepChoices> {
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, scheme);
  return {
    steps: await listSteps(tx, actor, schemeId),
    kinds: await tx
      .selectFrom('documentKind')
      .select(['code', 'nameNl', 'nameEn'])
      .where('institutionId', '=', institutionId)
      .where('schemeId', '=', schemeId)
      .orderBy('sort')
      .orderBy('code')
      .execute(),
    roles: await tx
      .selectFrom('role')
      .select(['code', 'nameNl', 'nameEn'])
      .where('institutionId', '=', institutionId)
      .orderBy('sort')
      .orderBy('code')
      .execute(),
    bodyKinds: await listBodyKinds(tx, institutionId),
  };
}

/** A step as its form sends it: empty is left out, the rule by the fields of its kind. @throws InvalidInput */
export function readStep(form: FormData): StepInput {
  const said = (name: string) => String(form.get(name) ?? '').trim();
  const number = (name: string) => (said(name) === '' ? undefined : Number(said(name)));
  const text = (name: string) => said(name) || undefined;
  const ruleOf = (part: string) => {
    const kind = said(`${part}.kind`);
    const inYear = {
      kind,
      year: said(`${part}.year`),
      offset: number(`${part}.offset`),
      month: number(`${part}.month`),
    };
    const rules: Record<string, object> = {
      day: { ...inYear, day: number(`${part}.day`), before: said(`${part}.before`) !== '' },
      week: { ...inYear, nth: number(`${part}.nth`), weekday: number(`${part}.weekday`) },
      from: {
        kind,
        step: text(`${part}.step`),
        count: number(`${part}.count`),
        unit: said(`${part}.unit`),
      },
      months: {
        ...{ ...inYear, month: undefined, months: numbers(said(`${part}.months`)) },
        ...{
          day: number(`${part}.onDay`) ?? null,
          nth: number(`${part}.nth`),
          weekday: number(`${part}.weekday`),
        },
      },
      weekly: {
        ...{ ...inYear, through: number(`${part}.through`) },
        ...{ weekday: number(`${part}.weekday`), every: number(`${part}.every`) },
      },
      agreed: { kind },
    };
    const rule = rules[kind];
    if (!rule) return null;
    return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined));
  };
  return parseInput(stepInput, {
    nameNl: text('nameNl'),
    nameEn: text('nameEn'),
    unitKinds: words(said('unitKinds')),
    kind: text('kind') ?? null,
    product: text('product') ?? null,
    body: text('body.kind') ? { kind: said('body.kind'), at: said('body.at') } : null,
    right: text('right') ?? null,
    role: text('role') ?? null,
    covers: number('covers'),
    counts: text('counts'),
    rule: ruleOf('rule'),
    starts: ruleOf('starts'),
    meets: ruleOf('meets'),
    precision: said('precision') === 'month' ? 'month' : null,
    milestone: number('milestone') ?? null,
    partsNl: text('partsNl'),
    partsEn: text('partsEn'),
    alsoNl: text('alsoNl'),
    alsoEn: text('alsoEn'),
    firstYear: number('firstYear'),
    lastYear: number('lastYear'),
    everyYears: number('everyYears'),
    noteNl: text('noteNl'),
    noteEn: text('noteEn'),
    source: text('source'),
    nature: text('nature') ?? null,
    regular: said('regular') !== '',
    frequencyNl: text('frequencyNl'),
    frequencyEn: text('frequencyEn'),
    connects: words(said('connects')),
    feeds: form.getAll('feeds[]').map(String),
    topics: readTopics(said('topics')),
  });
}

const words = (line: string) => line.split(/[\s,]+/).filter(Boolean);
const numbers = (line: string) => words(line).map(Number);
