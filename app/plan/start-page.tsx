import { Form, redirect } from 'react-router';
import { fieldWire } from '#app/funding/error-words.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { textsOf } from '#app/kernel/form-text.ts';
import { nameOf } from '#app/kernel/name.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { FormActions, Select, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import './document.css';
import type { Route } from './+types/start-page';
import { startPlan } from './draft.server.ts';
import { startPlanInput } from './plan.input.ts';
import { planHref } from './plan-words.ts';
import { ProblemSummary, useFieldError } from './reason.tsx';
import { freeCode, getStartable } from './start.server.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const year = Number(isoDate(args.context.get(edgeContext).clock()).slice(0, 4));
  return load(args, async (tx, actor) => {
    const scheme = await getSchemeHead(tx, actor.institutionId, args.params.scheme);
    const { kinds, documents } = await getStartable(tx, actor, args.params);
    const kind =
      kinds.find((one) => one.code === query.get('kind')) ?? (kinds.length === 1 ? kinds[0]! : null);
    const firstYear = Math.min(Math.max(year, scheme.firstYear), scheme.lastYear);
    const code = kind ? freeCode(`${kind.code}-${firstYear}`, documents) : '';
    return { scheme, kinds, documents, kind, firstYear, code, unit: query.get('unit') };
  });
}

/** Starts a document of a kind with an empty draft, and opens it. */
export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const typed = textsOf(form);
  const outcome = await act(args, (tx, actor) =>
    startPlan(tx, actor, { ...readForm(startPlanInput, form), scheme: args.params.scheme }),
  );
  if ('problem' in outcome) return { ...outcome, typed };
  return redirect(planHref({ scheme: args.params.scheme, document: outcome.done.document }));
}

/** A new document: first its kind, then for whom, over which years and under which title. */
export default function StartPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { scheme, kinds, kind } = loaderData;
  const home = `/schemes/${scheme.code}/plans`;
  const title = kind
    ? text('document.start.kind', { kind: nameOf(kind, locale).toLowerCase() })
    : text('document.start');
  return (
    <>
      <PageTitle page={title} />
      <PageHead
        breadcrumb={[{ href: home, label: text('scheme.tab.plans') }]}
        title={title}
        lead={text(kind ? 'document.start.lead' : 'document.start.choose')}
      />
      <PageBody narrow>
        <ProblemSummary problem={actionData?.problem ?? null} />
        {kind ? (
          <StartForm data={loaderData} kind={kind} answer={actionData} home={home} />
        ) : (
          <ul className="ruled">
            {kinds.map((one) => (
              <li key={one.code}>
                <Link href={`${home}/new?kind=${one.code}`}>{nameOf(one, locale)}</Link>
                <small>
                  {text('document.start.asks', {
                    questions: one.questions,
                    measures: String(one.hasMeasures),
                    units: one.units.length,
                  })}
                </small>
              </li>
            ))}
          </ul>
        )}
      </PageBody>
    </>
  );
}

type Loaded = Route.ComponentProps['loaderData'];
type FormProps = {
  data: Loaded;
  kind: NonNullable<Loaded['kind']>;
  answer: Route.ComponentProps['actionData'];
  home: string;
};

function StartForm({ data, kind, answer, home }: FormProps) {
  const text = useText();
  const locale = useLocale();
  const { scheme, documents, code, unit, firstYear } = data;
  const wire = fieldWire(answer?.typed ?? {}, useFieldError(answer?.problem));
  const [only] = kind.units;
  const years = `${firstYear}–${scheme.lastYear}`;
  const title = kind.units.length === 1 ? nameOf(kind, locale) : `${nameOf(kind, locale)} ${years}`;
  return (
    <Form method="post">
      <input type="hidden" name="kind" value={kind.code} />
      <Select
        {...wire('unit', unit ?? only?.code)}
        label={text('plans.unit')}
        options={kind.units.map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
      />
      <TextField {...wire('title', title)} label={text('document.title')} />
      <div className="pair">
        {(['firstYear', 'lastYear'] as const).map((name) => (
          <TextField
            key={name}
            {...wire(name, String(name === 'firstYear' ? firstYear : scheme.lastYear))}
            width="short"
            inputMode="numeric"
            label={text(`measure.${name}`)}
          />
        ))}
      </div>
      <Select
        {...wire('amends', '')}
        optional
        label={text('plan.amends')}
        hint={text('document.amends.hint')}
        none={text('document.amends.none')}
        options={documents.map((one) => ({ value: one.code, label: one.title }))}
      />
      <TextField
        {...wire('code', code)}
        width="short"
        label={text('measure.code')}
        hint={text('document.code.hint')}
      />
      <FormActions>
        <Button kind="primary">{text('document.start.act')}</Button>
        <ButtonLink href={home}>{text('document.start.back')}</ButtonLink>
      </FormActions>
    </Form>
  );
}
