import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { AdminHead } from '#app/identity/admin-layout.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/frameworks-page';
import { createFrameworkInput } from './framework.input.ts';
import { canEditFrameworks, createFramework, listFrameworks } from './framework.server.ts';

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    if (!canEditFrameworks(actor)) throw forbidden('admin.framework');
    return listFrameworks(tx, actor.institutionId);
  });
}

export async function action(args: Route.ActionArgs) {
  return formAction(args, {
    create: (tx, actor, form) => createFramework(tx, actor, readForm(createFrameworkInput, form)),
  });
}

export default function FrameworksPage({ loaderData: frameworks, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  return (
    <>
      <PageTitle page={text('admin.frameworks')} />
      <AdminHead title={text('admin.frameworks')} lead={text('frameworks.lead')} />
      <PageBody>
        {frameworks.length === 0 ? (
          <Empty title={text('frameworks.none')}>{text('frameworks.none.next')}</Empty>
        ) : null}
        <ul className="ruled">
          {frameworks.map((one) => (
            <li key={one.code}>
              <div className="row">
                <Link href={`/admin/frameworks/${one.code}`}>
                  <b>{nameOf(one, locale)}</b>
                </Link>
                <span className="end">{text('frameworks.nodes', { count: one.nodes })}</span>
              </div>
              <small>{[one.code, one.source].filter(Boolean).join(' · ')}</small>
            </li>
          ))}
        </ul>
        <Disclosure summary={text('frameworks.create')} open={justSent(actionData, 'create')}>
          <ActionForm intent="create" result={actionData} submit={text('frameworks.create.submit')}>
            {(wire) => (
              <div className="pair">
                <TextField {...wire('nameNl')} />
                <TextField {...wire('nameEn')} />
                <TextField {...wire('code')} width="short" hint={text('field.code.hint')} />
                <TextField {...wire('source')} hint={text('frameworks.source.hint')} optional />
              </div>
            )}
          </ActionForm>
        </Disclosure>
      </PageBody>
    </>
  );
}
