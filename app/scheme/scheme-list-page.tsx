import { listFrameworks } from '#app/framework/framework.server.ts';
import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { AdminHead } from '#app/identity/admin-layout.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { readForm } from '#app/identity/form.server.ts';
import { load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/scheme-list-page';
import { createSchemeInput } from './scheme.input.ts';
import { listSchemes } from './scheme.server.ts';
import { canEditSchemes, createScheme } from './scheme-setting.server.ts';

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    if (!canEditSchemes(actor)) throw forbidden('admin.scheme');
    return {
      schemes: await listSchemes(tx, actor.institutionId),
      frameworks: await listFrameworks(tx, actor.institutionId),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  return formAction(args, {
    create: (tx, actor, form) => createScheme(tx, actor, readForm(createSchemeInput, form)),
  });
}

export default function SchemeListPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { schemes, frameworks } = loaderData;
  return (
    <>
      <PageTitle page={text('admin.schemes')} />
      <AdminHead title={text('admin.schemes')} lead={text('scheme-admin.lead')} />
      <PageBody>
        {schemes.length === 0 ? (
          <Empty title={text('schemes.none')}>{text('scheme-admin.none.next')}</Empty>
        ) : null}
        <ul className="ruled">
          {schemes.map((one) => (
            <li key={one.code}>
              <div className="row">
                <Link href={`/admin/schemes/${one.code}`}>
                  <b>{nameOf(one, locale)}</b>
                </Link>
                <span className="end">{`${one.firstYear}–${one.lastYear}`}</span>
              </div>
              <small>{`${one.code} · ${one.legalSource}`}</small>
            </li>
          ))}
        </ul>
        <Disclosure summary={text('scheme-admin.create')} open={justSent(actionData, 'create')}>
          <ActionForm intent="create" result={actionData} submit={text('scheme-admin.create.submit')}>
            {(wire) => (
              <>
                <div className="pair">
                  <TextField {...wire('nameNl')} />
                  <TextField {...wire('nameEn')} />
                  <TextField {...wire('code')} width="short" hint={text('field.code.hint')} />
                  <TextField {...wire('legalSource')} />
                  <TextField {...wire('firstYear')} width="short" inputMode="numeric" />
                  <TextField {...wire('lastYear')} width="short" inputMode="numeric" />
                  <Select {...wire('themes')} options={codeOptions(locale, frameworks)} />
                </div>
                <TextArea {...wire('conditions')} rows={3} optional />
              </>
            )}
          </ActionForm>
        </Disclosure>
      </PageBody>
    </>
  );
}
