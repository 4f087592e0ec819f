import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { AdminHead } from '#app/identity/admin-layout.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { may } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { DateField, Select, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { Control, Controls, PageBody, PageTitle } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { DateText, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/units-page';
import { createUnitInput, date } from './organisation.input.ts';
import { createUnit } from './organisation.server.ts';
import { succeedUnits } from './succession.server.ts';
import { readSuccession } from './succession-form.server.ts';
import { SuccessionForm } from './succession-form.tsx';
import { listUnits } from './unit.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  const asked = date.safeParse(new URL(args.request.url).searchParams.get('asOf'));
  const asOf = asked.success ? asked.data : today;
  return load(args, async (tx, actor) => {
    if (!may(actor, 'admin.organisation')) throw forbidden('admin.organisation');
    return { asOf, today, units: await listUnits(tx, actor.institutionId, asOf) };
  });
}

export async function action(args: Route.ActionArgs) {
  return formAction(args, {
    create: (tx, actor, form) => createUnit(tx, actor, readForm(createUnitInput, form)),
    succeed: (tx, actor, form) => succeedUnits(tx, actor, readSuccession(form)),
  });
}

export default function UnitsPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { units, asOf } = loaderData;
  const indented = units.map((unit) => ({
    value: unit.code,
    label: `${'\u2003'.repeat(unit.depth)}${nameOf(unit, locale)}`,
  }));
  return (
    <>
      <PageTitle page={text('admin.units')} />
      <AdminHead title={text('admin.units')} lead={text('units.lead')} />
      <PageBody>
        <Controls>
          <Control label={text('units.as-of')}>
            <input type="date" name="asOf" defaultValue={asOf} key={asOf} />
          </Control>
          <Button small>{text('admin.show')}</Button>
        </Controls>
        {units.length === 0 ? <Empty title={text('units.none')}>{text('units.none.next')}</Empty> : null}
        <DataTable
          caption={text('units.caption')}
          note={<DateText iso={asOf} />}
          rowHead={text('field.unit')}
          columns={[
            { key: 'code', head: text('field.code'), kind: 'text' },
            { key: 'kind', head: text('field.kind'), kind: 'text' },
            { key: 'valid', head: text('units.valid'), kind: 'text' },
          ]}
          rows={units.map((unit) => ({
            key: unit.unitId,
            indent: unit.depth,
            head: <Link href={`/admin/units/${unit.code}`}>{nameOf(unit, locale)}</Link>,
            cells: {
              code: unit.code,
              kind: text('units.kind.name', { kind: unit.kind }),
              valid: <Period from={unit.from} through={unit.through} />,
            },
          }))}
        />
        <Disclosure summary={text('units.create')} open={justSent(actionData, 'create')}>
          <ActionForm intent="create" result={actionData} submit={text('units.create.submit')}>
            {(wire) => (
              <>
                <div className="pair">
                  <TextField {...wire('nameNl')} />
                  <TextField {...wire('nameEn')} />
                  <TextField {...wire('code')} width="short" hint={text('field.code.hint')} />
                  <TextField {...wire('kind')} width="short" hint={text('units.kind.hint')} />
                </div>
                <Select {...wire('parent')} options={indented} />
                <DateField {...wire('from')} optional />
              </>
            )}
          </ActionForm>
        </Disclosure>
        <Disclosure summary={text('units.succeed')} open={justSent(actionData, 'succeed')}>
          <SuccessionForm result={actionData} options={indented} />
        </Disclosure>
      </PageBody>
    </>
  );
}

/** A period in words: open at either side says so. */
export function Period({ from, through }: { from: string | null; through: string | null }) {
  const text = useText();
  if (from === null && through === null) return text('period.always');
  return (
    <>
      {from ? <DateText iso={from} form="short" /> : text('period.open')}
      {' – '}
      {through ? <DateText iso={through} form="short" /> : text('period.now')}
    </>
  );
}
