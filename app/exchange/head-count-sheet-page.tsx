import { redirect } from 'react-router';
import { AdminHead } from '#app/identity/admin-layout.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { edgeContext, load, requireActor } from '#app/identity/page.server.ts';
import { may } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { listDefinitions } from '#app/organisation/head-count.server.ts';
import { useFieldError } from '#app/plan/reason.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { DateField, Select, TextField } from '#app/ui/form.tsx';
import { Controls, PageBody, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/head-count-sheet-page';
import { FillInPage } from './fill-in-page.tsx';
import { postSheet } from './fill-in-post.server.ts';
import {
  getHeadCounts,
  headCountAddress,
  headCountRound,
  saveHeadCountSheet,
} from './head-count-sheet.server.ts';

function addressOf(request: Request) {
  const query = new URL(request.url).searchParams;
  const read = headCountAddress.safeParse({ definition: query.get('definition'), date: query.get('date') });
  return read.success ? read.data : null;
}

export async function loader(args: Route.LoaderArgs) {
  const address = addressOf(args.request);
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    if (!may(actor, 'admin.organisation')) throw forbidden('admin.organisation');
    if (!address) return { today, definitions: await listDefinitions(tx, actor.institutionId), asked: null };
    const { defined, date, units } = await getHeadCounts(tx, actor, address);
    const names = Object.fromEntries(units.map((unit) => [unit.code, unit]));
    return { today, definitions: [defined], asked: { ...address, defined, date, names } };
  });
}

export async function action(args: Route.ActionArgs) {
  requireActor(args.context, args.request);
  const address = addressOf(args.request);
  // the steps post to the address of their count; without one it is chosen first
  if (!address) throw redirect('/admin/head-counts/sheet');
  const today = isoDate(args.context.get(edgeContext).clock());
  return postSheet(args, {
    sheet: async (tx, actor) => headCountRound(await getHeadCounts(tx, actor, address)),
    save: (tx, actor, changes, { source = '' }) =>
      saveHeadCountSheet(tx, actor, { ...address, changes, source: source.trim(), today }),
  });
}

export default function HeadCountSheetPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { asked } = loaderData;
  const error = useFieldError(actionData?.problem);
  const here = '/admin/head-counts/sheet';
  const query = asked ? `?${new URLSearchParams({ definition: asked.definition, date: asked.date })}` : '';
  const title = text('fill-in.title');
  return (
    <>
      <PageTitle page={title} />
      <AdminHead title={title} lead={text('fill-in.page.lead')} />
      <PageBody>
        <BackLink href="/admin/head-counts">{text('admin.head-counts')}</BackLink>
        {asked ? (
          <h2>
            {nameOf(asked.defined, locale)}, {formatDate(asked.date, locale)}
          </h2>
        ) : (
          <Choose {...loaderData} />
        )}
        {asked ? (
          <FillInPage
            outcome={actionData}
            done={(count) => text('fill-in.counts.saved', { count })}
            here={here}
            query={query}
            rowName={([unit = '']) => unitName(asked.names[unit], unit, locale)}
            fieldName={() => text('fill-in.counts.heads')}
            decimalsOf={() => 0}
            also={
              <TextField
                id="source"
                name="source"
                label={text('field.source')}
                hint={text('counts.source.hint')}
                defaultValue={actionData?.typed.source ?? ''}
                error={error('source')}
              />
            }
          />
        ) : null}
      </PageBody>
    </>
  );
}

function unitName(unit: { nameNl: string; nameEn: string } | undefined, code: string, locale: 'nl' | 'en') {
  return unit ? nameOf(unit, locale) : code;
}

/** What was counted and when: the table goes out for one count. */
function Choose({ definitions, today }: Pick<Route.ComponentProps['loaderData'], 'definitions' | 'today'>) {
  const text = useText();
  const locale = useLocale();
  return (
    <section className="fill-in-step">
      <h2>{text('fill-in.counts.choose')}</h2>
      <Controls
        end={
          <button type="submit" className="button button-primary">
            {text('fill-in.counts.choose.submit')}
          </button>
        }
      >
        <Select
          label={text('field.definition')}
          name="definition"
          options={codeOptions(locale, definitions)}
        />
        <DateField label={text('field.referenceDate')} name="date" max={today} required />
      </Controls>
    </section>
  );
}
