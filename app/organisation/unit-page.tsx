import { formAction } from '#app/identity/action.server.ts';
import type { ActionResult } from '#app/identity/action.ts';
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
import { DateField, Select, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { DateText, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/unit-page';
import { changeUnitInput, closeUnitInput, moveUnitInput } from './organisation.input.ts';
import { changeUnit, closeUnit, moveUnit } from './organisation.server.ts';
import { getUnit, listUnits } from './unit.server.ts';
import { Period } from './units-page.tsx';

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    if (!may(actor, 'admin.organisation')) throw forbidden('admin.organisation');
    const unit = await getUnit(tx, actor.institutionId, args.params.unit);
    return { unit, units: await listUnits(tx, actor.institutionId, today) };
  });
}

export async function action(args: Route.ActionArgs) {
  const code = args.params.unit;
  return formAction(args, {
    change: (tx, actor, form) => changeUnit(tx, actor, code, readForm(changeUnitInput, form)),
    move: (tx, actor, form) => moveUnit(tx, actor, code, readForm(moveUnitInput, form)),
    close: (tx, actor, form) => closeUnit(tx, actor, code, readForm(closeUnitInput, form)),
  });
}

export default function UnitPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { unit } = loaderData;
  const name = nameOf(unit, locale);
  return (
    <>
      <PageTitle page={name} />
      <AdminHead
        title={name}
        lead={
          <>
            {unit.code} · {text('units.kind.name', { kind: unit.kind })} ·{' '}
            <Period from={unit.from} through={unit.through} />
          </>
        }
        above={{ href: '/admin/units', label: text('admin.units') }}
      />
      <PageBody>
        <h2>{text('units.placements')}</h2>
        {unit.placements.length === 0 ? <p>{text('units.placements.none')}</p> : null}
        <ul className="ruled">
          {unit.placements.map((one) => (
            <li key={`${one.parent.code} ${one.from}`}>
              <Link href={`/admin/units/${one.parent.code}`}>{nameOf(one.parent, locale)}</Link>
              <small>
                <Period from={one.from} through={one.through} />
              </small>
            </li>
          ))}
        </ul>
        <Successions unit={unit} />
        <Bodies unit={unit} />
        <UnitForms unit={unit} units={loaderData.units} result={actionData} />
      </PageBody>
    </>
  );
}

type Unit = Route.ComponentProps['loaderData']['unit'];

function Successions({ unit }: { unit: Unit }) {
  const text = useText();
  const locale = useLocale();
  if (unit.successions.length === 0) return null;
  return (
    <>
      <h2>{text('units.successions')}</h2>
      <ul className="ruled">
        {unit.successions.map((one) => {
          const came = one.successor.code === unit.code;
          const other = came ? one.predecessor : one.successor;
          return (
            <li key={`${one.predecessor.code} ${one.successor.code}`}>
              {text(came ? 'units.came-from' : 'units.became')}{' '}
              <Link href={`/admin/units/${other.code}`}>{nameOf(other, locale)}</Link>
              <small>
                {text(`succession.kind.${one.kind}`)}, <DateText iso={one.on} />
              </small>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Bodies({ unit }: { unit: Unit }) {
  const text = useText();
  const locale = useLocale();
  if (unit.bodies.length === 0) return null;
  return (
    <>
      <h2>{text('admin.bodies')}</h2>
      <ul className="ruled">
        {unit.bodies.map((one) => (
          <li key={one.code}>
            <Link href={`/admin/bodies/${one.code}`}>{nameOf(one, locale)}</Link>
            <small>{locale === 'en' ? one.kindEn : one.kindNl}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

function UnitForms(props: {
  unit: Unit;
  units: Route.ComponentProps['loaderData']['units'];
  result: ActionResult | undefined;
}) {
  const text = useText();
  const locale = useLocale();
  const { unit, result } = props;
  const hidden = { revision: String(unit.revision) };
  const parents = props.units.filter((one) => one.code !== unit.code);
  return (
    <>
      <h2>{text('admin.change')}</h2>
      <Disclosure summary={text('units.rename')} open={justSent(result, 'change')}>
        <ActionForm intent="change" result={result} hidden={hidden} submit={text('admin.save')}>
          {(wire) => (
            <div className="pair">
              <TextField {...wire('nameNl', unit.nameNl)} />
              <TextField {...wire('nameEn', unit.nameEn)} />
              <TextField {...wire('kind', unit.kind)} width="short" />
              <TextField {...wire('sort', unit.sort)} width="short" />
            </div>
          )}
        </ActionForm>
      </Disclosure>
      <Disclosure summary={text('units.move')} open={justSent(result, 'move')}>
        <ActionForm intent="move" result={result} hidden={hidden} submit={text('units.move.submit')}>
          {(wire) => (
            <>
              <p>{text('units.move.explanation')}</p>
              <Select {...wire('parent')} options={codeOptions(locale, parents)} />
              <DateField {...wire('from')} />
            </>
          )}
        </ActionForm>
      </Disclosure>
      <Disclosure summary={text('units.close')} open={justSent(result, 'close')}>
        <ActionForm
          intent="close"
          result={result}
          hidden={hidden}
          submit={text('units.close.submit')}
          kind="danger"
        >
          {(wire) => (
            <>
              <p>{text('units.close.explanation')}</p>
              <DateField {...wire('through')} />
            </>
          )}
        </ActionForm>
      </Disclosure>
    </>
  );
}
