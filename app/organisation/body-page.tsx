import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { AdminHead } from '#app/identity/admin-layout.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { readForm, rowId } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { may } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { DateField, Select, TextArea, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/body-page';
import { addMember, changeBody, endTerm, getBody } from './body.server.ts';
import { listBodyKinds } from './body-kind.server.ts';
import { putBodyParts } from './body-part.server.ts';
import { getCharter, putCharter } from './charter.server.ts';
import { charterFields } from './charter.ts';
import {
  addMemberInput,
  changeBodyInput,
  charterInput,
  endTermInput,
  putPartsInput,
} from './organisation.input.ts';
import { holdsOn } from './organisation.ts';
import { Period } from './units-page.tsx';

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    if (!may(actor, 'admin.organisation')) throw forbidden('admin.organisation');
    const kinds = await listBodyKinds(tx, actor.institutionId);
    const body = await getBody(tx, actor.institutionId, args.params.body);
    return { today, kinds, body, charter: await getCharter(tx, actor.institutionId, body.bodyId) };
  });
}

export async function action(args: Route.ActionArgs) {
  const code = args.params.body;
  return formAction(args, {
    change: (tx, actor, form) => changeBody(tx, actor, code, readForm(changeBodyInput, form)),
    add: (tx, actor, form) => addMember(tx, actor, code, readForm(addMemberInput, form)),
    charter: (tx, actor, form) => putCharter(tx, actor, code, readForm(charterInput, form)),
    parts: (tx, actor, form) => putBodyParts(tx, actor, code, readParts(form)),
    end: (tx, actor, form) => endTerm(tx, actor, rowId(form), readForm(endTermInput, form)),
  });
}

/** The parts as people type them: codes, by commas. */
function readParts(form: FormData) {
  const parts = String(form.get('parts') ?? '')
    .split(/[\s,;]+/)
    .filter(Boolean);
  form.delete('parts');
  for (const part of parts) form.append('parts[]', part);
  return readForm(putPartsInput, form);
}

export default function BodyPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { body, kinds, today, charter } = loaderData;
  const name = nameOf(body, locale);
  return (
    <>
      <PageTitle page={name} />
      <AdminHead
        title={name}
        lead={`${locale === 'en' ? body.unitEn : body.unitNl} · ${locale === 'en' ? body.kindEn : body.kindNl} · ${body.code}`}
        above={{ href: '/admin/bodies', label: text('admin.bodies') }}
      />
      <PageBody>
        <h2>{text('bodies.members')}</h2>
        {body.members.length === 0 ? (
          <Empty title={text('bodies.members.none')}>{text('bodies.members.none.next')}</Empty>
        ) : null}
        <ul className="rows">
          {body.members.map((member) => (
            <li key={member.memberId}>
              <div className="row">
                <b>{member.name}</b>
                {member.capacity ? <span>{member.capacity}</span> : null}
                <Period from={member.from} through={member.through} />
                {holdsOn(member, today) ? <Badge tone="ok">{text('bodies.member.now')}</Badge> : null}
              </div>
              {member.through === null || member.through >= today ? (
                <Disclosure
                  summary={text('bodies.end-term')}
                  open={justSent(actionData, 'end', member.memberId)}
                >
                  <ActionForm
                    intent="end"
                    id={member.memberId}
                    result={actionData}
                    hidden={{ revision: String(member.revision) }}
                    submit={text('bodies.end-term.submit')}
                  >
                    {(wire) => <DateField {...wire('through', today)} />}
                  </ActionForm>
                </Disclosure>
              ) : null}
            </li>
          ))}
        </ul>
        <Disclosure summary={text('bodies.add-member')} open={justSent(actionData, 'add')}>
          <ActionForm intent="add" result={actionData} submit={text('bodies.add-member.submit')}>
            {(wire) => (
              <div className="pair">
                <TextField {...wire('name')} />
                <TextField {...wire('capacity')} hint={text('bodies.capacity.hint')} optional />
                <DateField {...wire('from', today)} />
                <DateField {...wire('through')} optional />
                <TextField {...wire('login')} hint={text('bodies.login.hint')} optional />
              </div>
            )}
          </ActionForm>
        </Disclosure>
        <h2>{text('bodies.parts')}</h2>
        {body.parts.length === 0 ? <p className="sub">{text('bodies.parts.none')}</p> : null}
        <ul className="ruled">
          {body.parts.map((part) => (
            <li key={part.code}>
              <Link href={`/admin/bodies/${part.code}`}>{nameOf(part, locale)}</Link>
            </li>
          ))}
        </ul>
        <Disclosure summary={text('bodies.parts.change')} open={justSent(actionData, 'parts')}>
          <ActionForm
            intent="parts"
            result={actionData}
            hidden={{ revision: String(body.revision) }}
            submit={text('admin.save')}
          >
            {(wire) => (
              <TextField
                {...wire('parts', body.parts.map((one) => one.code).join(', '))}
                hint={text('bodies.parts.hint')}
                optional
              />
            )}
          </ActionForm>
        </Disclosure>
        <h2>{text('charter.title')}</h2>
        <Disclosure summary={text('charter.change')} open={justSent(actionData, 'charter')}>
          <p className="sub">{text('charter.hint')}</p>
          <ActionForm
            intent="charter"
            result={actionData}
            hidden={{ revision: String(body.revision) }}
            submit={text('admin.save')}
          >
            {(wire) => (
              <div className="pair">
                {charterFields.map((field) => (
                  <TextArea
                    key={field}
                    {...wire(field, charter[field])}
                    label={text(`charter.${field}`)}
                    rows={3}
                    optional
                  />
                ))}
              </div>
            )}
          </ActionForm>
        </Disclosure>
        <Disclosure summary={text('admin.change')} open={justSent(actionData, 'change')}>
          <ActionForm
            intent="change"
            result={actionData}
            hidden={{ revision: String(body.revision) }}
            submit={text('admin.save')}
          >
            {(wire) => (
              <div className="pair">
                <TextField {...wire('nameNl', body.nameNl)} />
                <TextField {...wire('nameEn', body.nameEn)} />
                <Select
                  {...wire('kind', body.kind)}
                  label={text('field.bodyKind')}
                  options={codeOptions(locale, kinds)}
                />
                <DateField {...wire('through', body.through)} optional />
              </div>
            )}
          </ActionForm>
        </Disclosure>
      </PageBody>
    </>
  );
}
