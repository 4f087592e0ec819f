import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { AdminHead } from '#app/identity/admin-layout.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { may } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { DateField, Select, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/bodies-page';
import { createBody, listBodies } from './body.server.ts';
import { listBodyKinds } from './body-kind.server.ts';
import { createBodyInput } from './organisation.input.ts';
import { listUnits } from './unit.server.ts';
import { Period } from './units-page.tsx';

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    if (!may(actor, 'admin.organisation')) throw forbidden('admin.organisation');
    const bodies = await listBodies(tx, actor.institutionId);
    const kinds = await listBodyKinds(tx, actor.institutionId);
    return { bodies, kinds, units: await listUnits(tx, actor.institutionId, today) };
  });
}

export async function action(args: Route.ActionArgs) {
  return formAction(args, {
    create: (tx, actor, form) => createBody(tx, actor, readForm(createBodyInput, form)),
  });
}

export default function BodiesPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { bodies, kinds, units } = loaderData;
  return (
    <>
      <PageTitle page={text('admin.bodies')} />
      <AdminHead title={text('admin.bodies')} lead={text('bodies.lead')} />
      <PageBody>
        {bodies.length === 0 ? <Empty title={text('bodies.none')}>{text('bodies.none.next')}</Empty> : null}
        {bodies.length > 0 ? (
          <DataTable
            caption={text('bodies.caption')}
            rowHead={text('bodies.body')}
            columns={[
              { key: 'unit', head: text('field.unit'), kind: 'text' },
              { key: 'kind', head: text('field.kind'), kind: 'text' },
              { key: 'valid', head: text('units.valid'), kind: 'text' },
            ]}
            rows={bodies.map((body) => ({
              key: body.bodyId,
              head: <Link href={`/admin/bodies/${body.code}`}>{nameOf(body, locale)}</Link>,
              cells: {
                unit: locale === 'en' ? body.unitEn : body.unitNl,
                kind: locale === 'en' ? body.kindEn : body.kindNl,
                valid: <Period from={body.from} through={body.through} />,
              },
            }))}
          />
        ) : null}
        <Disclosure summary={text('bodies.create')} open={justSent(actionData, 'create')}>
          <ActionForm intent="create" result={actionData} submit={text('bodies.create.submit')}>
            {(wire) => (
              <>
                <div className="pair">
                  <TextField {...wire('nameNl')} />
                  <TextField {...wire('nameEn')} />
                  <TextField {...wire('code')} width="short" hint={text('field.code.hint')} />
                  <Select
                    {...wire('kind')}
                    label={text('field.bodyKind')}
                    options={codeOptions(locale, kinds)}
                    none={text('bodies.kind.choose')}
                  />
                </div>
                <Select {...wire('unit')} options={codeOptions(locale, units)} />
                <DateField {...wire('from')} optional />
              </>
            )}
          </ActionForm>
        </Disclosure>
      </PageBody>
    </>
  );
}
