import { Form, redirect } from 'react-router';
import { act, load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden, Missing } from '#app/kernel/rejection.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choice.tsx';
import { FormActions } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/coverage-page';
import { type Coverable, readCoverable, saveCoverage } from './coverage.server.ts';
import { getPlanHead } from './plan.server.ts';
import { canWritePlan } from './plan.ts';
import { PlanFrame } from './plan-frame.tsx';
import { planHref } from './plan-words.ts';
import { ProblemSummary } from './reason.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    const head = await getPlanHead(tx, actor, args.params);
    if (!canWritePlan(actor, head)) throw forbidden('plan.write');
    const draft = head.versions.find((version) => version.status === 'draft');
    if (!draft) throw new Missing('version');
    return { head, covers: draft.covers, units: await readCoverable(tx, actor, head.unitId) };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const { scheme, document } = args.params;
  const units = form.getAll('units').map(String);
  const seen = String(form.get('seen') ?? '')
    .split(' ')
    .filter(Boolean);
  const outcome = await act(args, (tx, actor) => saveCoverage(tx, actor, { scheme, document, units, seen }));
  if ('done' in outcome) return redirect(planHref(args.params));
  const { problem } = outcome;
  const theirs = problem.code === 'conflict' ? (JSON.parse(String(problem.params.theirs)) as string[]) : null;
  return { problem, units, theirs };
}

export default function CoveragePage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, covers, units } = loaderData;
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  const chosen = actionData?.units ?? covers.map((unit) => unit.code);
  const seen = actionData?.theirs ?? covers.map((unit) => unit.code);
  const named = (codes: readonly string[]) =>
    units
      .filter((unit) => codes.includes(unit.code))
      .map((unit) => nameOf(unit, locale))
      .join(', ') || text('coverage.nobody');
  const unit = nameOf(head.unit, locale);
  return (
    <>
      <PlanFrame head={head} title={text('coverage.title')} lead={text('coverage.lead', { unit })} />
      <PageBody narrow>
        {actionData?.theirs ? (
          <Notice tone="warn" live title={text('coverage.theirs')}>
            <p>{text('coverage.theirs.now', { units: named(actionData.theirs) })}</p>
          </Notice>
        ) : (
          <ProblemSummary problem={actionData?.problem ?? null} />
        )}
        <Form method="post" key={seen.join(' ')}>
          <input type="hidden" name="seen" value={seen.join(' ')} />
          {units.length === 0 ? <p className="quiet">{text('coverage.none')}</p> : null}
          <Group
            legend={text('coverage.below', { unit })}
            units={units.filter((one) => one.below)}
            chosen={chosen}
          />
          <Group
            legend={text('coverage.beside', { unit })}
            units={units.filter((one) => !one.below)}
            chosen={chosen}
          />
          <FormActions>
            <Button kind="primary">{text('section.save')}</Button>
            <ButtonLink href={base}>{text('plan.back')}</ButtonLink>
          </FormActions>
        </Form>
      </PageBody>
    </>
  );
}

function Group(props: { legend: string; units: readonly Coverable[]; chosen: readonly string[] }) {
  const locale = useLocale();
  if (props.units.length === 0) return null;
  return (
    <fieldset className="field">
      <legend className="field-label">{props.legend}</legend>
      <div className="choices">
        {props.units.map((unit) => (
          <Checkbox
            key={unit.code}
            name="units"
            value={unit.code}
            label={nameOf(unit, locale)}
            defaultChecked={props.chosen.includes(unit.code)}
          />
        ))}
      </div>
    </fieldset>
  );
}
