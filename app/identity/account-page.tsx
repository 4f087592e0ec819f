import { redirect } from 'react-router';
import { ButtonLink } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/account-page';
import { changePassword } from './account.server.ts';
import { formAction } from './action.server.ts';
import { ActionForm } from './action-form.tsx';
import { readForm } from './form.server.ts';
import { changePasswordInput } from './identity.input.ts';
import { actorContext, load, sessionToken } from './page.server.ts';

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (_, actor) => ({ name: actor.name, first: actor.mustChangePassword === true }));
}

export async function action(args: Route.ActionArgs) {
  const session = sessionToken(args.request);
  const result = await formAction(args, {
    password: (tx, actor, form) =>
      changePassword(tx, actor, { ...readForm(changePasswordInput, form), session }),
  });
  // The first password was all that stood in the way: on to the work.
  if ('done' in result && args.context.get(actorContext)?.mustChangePassword) throw redirect('/');
  return result;
}

export default function AccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  return (
    <>
      <PageTitle page={text('account.title')} />
      <PageHead
        title={text('account.title')}
        lead={loaderData.name}
        actions={<ButtonLink href="/account/notices">{text('notices.title')}</ButtonLink>}
      />
      <PageBody narrow>
        <h2>{text('account.password')}</h2>
        <Notice
          tone={loaderData.first ? 'warn' : undefined}
          title={text(loaderData.first ? 'account.password.first' : 'account.password.explanation')}
        />
        <ActionForm intent="password" result={actionData} submit={text('account.password.submit')}>
          {(wire) => (
            <>
              <TextField
                {...wire('current')}
                type="password"
                autoComplete="current-password"
                defaultValue=""
              />
              <TextField
                {...wire('next')}
                type="password"
                autoComplete="new-password"
                hint={text('account.next.hint')}
                defaultValue=""
              />
            </>
          )}
        </ActionForm>
      </PageBody>
    </>
  );
}
