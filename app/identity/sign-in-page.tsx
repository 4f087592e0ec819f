import { data, Form, redirect } from 'react-router';
import { inInstitution } from '#app/kernel/db.server.ts';
import { problemOf } from '#app/kernel/problem.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/sign-in-page';
import { listDemoAccounts, listSignInInstitutions, signIn } from './identity.server.ts';
import { actorContext, edgeContext, sessionCookie } from './page.server.ts';
import { backPath } from './preferences.ts';

/** The password of every demo account; known only where demo mode is on and the institution is a demo. */
const demoPassword = 'akkoord-demo';

export async function loader({ context, request }: Route.LoaderArgs) {
  const back = backPath(new URL(request.url).searchParams.get('back'));
  if (context.get(actorContext)) throw redirect(back);
  const { db, demo } = context.get(edgeContext);
  const institutions = await listSignInInstitutions(db);
  const demos = await Promise.all(
    institutions
      .filter((one) => demo && one.demo)
      .map(async (one) => ({
        ...one,
        accounts: await inInstitution(db, one.institutionId, (tx) => listDemoAccounts(tx)),
      })),
  );
  return { back, institutions, demos };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { db, address, demo } = context.get(edgeContext);
  const form = await request.formData();
  const field = (name: string) => String(form.get(name) ?? '');
  const asDemo = demo && form.has('demo');
  const given = asDemo ? field('demo').split('/') : [field('institution'), field('login')];
  const [institution = '', login = ''] = given;
  try {
    const password = asDemo ? demoPassword : field('password');
    const token = await signIn(db, { institution, login, password, address });
    const cookie = `${sessionCookie}=${token}; Path=/; Secure; HttpOnly; SameSite=Lax`;
    return redirect(backPath(form.get('back')), { headers: { 'set-cookie': cookie } });
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    return data({ problem, institution, login }, { status: problem.status });
  }
}

export default function SignInPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const name = (one: { nameNl: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameNl);
  return (
    <main className="sign-in" id="main">
      <PageTitle page={text('sign-in.title')} />
      <p className="sign-in-brand">{text('app.name')}</p>
      <h1>{text('sign-in.title')}</h1>
      <p className="lead">{text('sign-in.lead')}</p>
      {actionData ? (
        <Notice
          tone="error"
          live
          title={text(`rejection.${actionData.problem.code}`, actionData.problem.params)}
        />
      ) : null}
      <Form method="post" className="sign-in-form">
        <input type="hidden" name="back" value={loaderData.back} />
        <Select
          label={text('sign-in.institution')}
          name="institution"
          defaultValue={actionData?.institution}
          options={loaderData.institutions.map((one) => ({ value: one.code, label: name(one) }))}
        />
        <TextField
          label={text('sign-in.login')}
          name="login"
          autoComplete="username"
          defaultValue={actionData?.login}
        />
        <TextField
          label={text('sign-in.password')}
          name="password"
          type="password"
          autoComplete="current-password"
        />
        <Button kind="primary">{text('sign-in.submit')}</Button>
      </Form>
      {loaderData.demos.length > 0 ? (
        <section className="sign-in-demo">
          <h2>{text('sign-in.demo.title')}</h2>
          <p>{text('sign-in.demo.explanation')}</p>
          <div className="sign-in-demos">
            {loaderData.demos.map((one) => (
              <Form method="post" key={one.code}>
                <input type="hidden" name="back" value={loaderData.back} />
                <h3>{name(one)}</h3>
                <ul>
                  {one.accounts.map((account) => (
                    <li key={account.login}>
                      <Button kind="secondary" small name="demo" value={`${one.code}/${account.login}`}>
                        {account.name}
                      </Button>
                    </li>
                  ))}
                </ul>
              </Form>
            ))}
          </div>
        </section>
      ) : null}
    </main>
  );
}
