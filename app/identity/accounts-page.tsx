import { permissions } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Field, Options, Select, TextField } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/accounts-page';
import { createAccount, listAccounts, resetPassword, setDisabled } from './account.server.ts';
import { AccountItem } from './account-item.tsx';
import { formAction } from './action.server.ts';
import { ActionForm, justSent } from './action-form.tsx';
import { AdminHead } from './admin-layout.tsx';
import { readForm, rowId } from './form.server.ts';
import { addMandateInput, createAccountInput, endMandateInput, roleInput } from './identity.input.ts';
import { addMandate, endMandate, listRoles, putRole } from './mandate.server.ts';
import { edgeContext, load } from './page.server.ts';
import { listPlaces } from './place.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => ({
    today,
    accounts: await listAccounts(tx, actor),
    roles: await listRoles(tx, actor.institutionId),
    places: await listPlaces(tx, actor.institutionId),
  }));
}

export async function action(args: Route.ActionArgs) {
  const login = (form: FormData) => String(form.get('key'));
  return formAction(args, {
    create: (tx, actor, form) => createAccount(tx, actor, readForm(createAccountInput, form)),
    reset: (tx, actor, form) => resetPassword(tx, actor, login(form)),
    disable: (tx, actor, form) => setDisabled(tx, actor, login(form), true),
    enable: (tx, actor, form) => setDisabled(tx, actor, login(form), false),
    mandate: (tx, actor, form) => addMandate(tx, actor, login(form), readForm(addMandateInput, form)),
    end: (tx, actor, form) => endMandate(tx, actor, rowId(form), readForm(endMandateInput, form)),
    role: (tx, actor, form) =>
      putRole(tx, actor, login(form) || String(form.get('code')), readForm(roleInput, form)),
  });
}

/** A password or token that was just made, in what an action did. */
function secretOf(result: Route.ComponentProps['actionData']): { login: string; password: string } | null {
  const done = result && 'done' in result ? result.done : null;
  return done && typeof done === 'object' && 'password' in done
    ? (done as { login: string; password: string })
    : null;
}

export default function AccountsPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const secret = secretOf(actionData);
  return (
    <>
      <PageTitle page={text('admin.accounts')} />
      <AdminHead title={text('admin.accounts')} lead={text('accounts.lead')} />
      <PageBody>
        {secret ? (
          <Notice tone="accent" live title={text('accounts.password', { login: secret.login })}>
            <code className="secret">{secret.password}</code>
          </Notice>
        ) : null}
        <ul className="rows">
          {loaderData.accounts.map((account) => (
            <AccountItem key={account.login} account={account} {...loaderData} result={actionData} />
          ))}
        </ul>
        <Disclosure summary={text('accounts.create')} open={justSent(actionData, 'create')}>
          <ActionForm intent="create" result={actionData} submit={text('accounts.create.submit')}>
            {(wire) => (
              <div className="pair">
                <TextField {...wire('login')} hint={text('accounts.login.hint')} />
                <TextField {...wire('name')} hint={text('accounts.name.hint')} />
                <Select
                  {...wire('locale', 'nl')}
                  options={[
                    { value: 'nl', label: 'Nederlands' },
                    { value: 'en', label: 'English' },
                  ]}
                />
              </div>
            )}
          </ActionForm>
        </Disclosure>
        <h2>{text('roles.title')}</h2>
        <ul className="rows">
          {loaderData.roles.map((role) => (
            <RoleItem key={role.code} role={role} result={actionData} />
          ))}
        </ul>
        <Disclosure summary={text('roles.create')} open={justSent(actionData, 'role')}>
          <RoleForm result={actionData} />
        </Disclosure>
      </PageBody>
    </>
  );
}

type Role = Route.ComponentProps['loaderData']['roles'][number];
type Result = Route.ComponentProps['actionData'];

function RoleItem({ role, result }: { role: Role; result: Result }) {
  const text = useText();
  const locale = useLocale();
  return (
    <li>
      <div className="row">
        <b>{nameOf(role, locale)}</b>
        <span className="code">{role.code}</span>
      </div>
      <div className="acts">
        {role.permissions.map((one) => (
          <Badge key={one}>{text(`permission.${one}`)}</Badge>
        ))}
      </div>
      <Disclosure summary={text('admin.change')} open={justSent(result, 'role', role.code)}>
        <RoleForm role={role} result={result} />
      </Disclosure>
    </li>
  );
}

function RoleForm({ role, result }: { role?: Role; result: Result }) {
  const text = useText();
  const options = permissions.map((one) => ({ value: one, label: text(`permission.${one}`) }));
  return (
    <ActionForm intent="role" id={role?.code} result={result} submit={text('admin.save')}>
      {(wire) => (
        <>
          <div className="pair">
            <TextField {...wire('nameNl', role?.nameNl)} />
            <TextField {...wire('nameEn', role?.nameEn)} />
            {role ? null : <TextField {...wire('code')} width="short" hint={text('field.code.hint')} />}
          </div>
          <Field label={text('roles.permissions')} hint={text('units.multiple.hint')}>
            {(wired) => (
              <select
                {...wired}
                name="permissions[]"
                multiple
                size={8}
                className="input"
                defaultValue={role?.permissions ?? []}
              >
                <Options options={options} />
              </select>
            )}
          </Field>
        </>
      )}
    </ActionForm>
  );
}
