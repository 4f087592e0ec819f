import { permissions } from '#app/kernel/actor.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Field, Options, Select, TextField } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { DateText, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/tokens-page';
import { formAction } from './action.server.ts';
import { ActionForm, justSent } from './action-form.tsx';
import { AdminHead } from './admin-layout.tsx';
import { codeOptions } from './choice.ts';
import { readForm, rowId } from './form.server.ts';
import { createTokenInput } from './identity.input.ts';
import { listRoles } from './mandate.server.ts';
import { edgeContext, load } from './page.server.ts';
import { listPlaces } from './place.server.ts';
import { createToken, listTokens, revokeToken } from './token.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  return load(args, async (tx, actor) => ({
    tokens: (await listTokens(tx, actor)).map((token) => ({
      ...token,
      createdAt: token.createdAt.toISOString(),
      expiresAt: token.expiresAt.toISOString(),
      state: token.revokedAt ? 'revoked' : token.expiresAt < now ? 'expired' : 'valid',
    })),
    roles: await listRoles(tx, actor.institutionId),
    units: (await listPlaces(tx, actor.institutionId)).units,
  }));
}

export async function action(args: Route.ActionArgs) {
  const now = args.context.get(edgeContext).clock();
  return formAction(args, {
    create: (tx, actor, form) => createToken(tx, actor, readForm(createTokenInput, form), now),
    revoke: (tx, actor, form) => revokeToken(tx, actor, rowId(form), now),
  });
}

const tones = { valid: 'ok', expired: 'neutral', revoked: 'warn' } as const;

export default function TokensPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { tokens, roles, units } = loaderData;
  const done = actionData && 'done' in actionData ? (actionData.done as unknown as { token?: string }) : null;
  return (
    <>
      <PageTitle page={text('admin.tokens')} />
      <AdminHead title={text('admin.tokens')} lead={text('tokens.lead')} />
      <PageBody>
        {done?.token ? (
          <Notice tone="accent" live title={text('tokens.made')}>
            <code className="secret">{done.token}</code>
          </Notice>
        ) : null}
        {tokens.length === 0 ? <Empty title={text('tokens.none')}>{text('tokens.none.next')}</Empty> : null}
        <ul className="rows">
          {tokens.map((token) => (
            <li key={token.tokenId}>
              <div className="row">
                <b>{token.name}</b>
                <Badge tone={tones[token.state as keyof typeof tones]}>
                  {text(`tokens.state.${token.state}`)}
                </Badge>
                {token.state === 'valid' ? (
                  <div className="acts end">
                    <ActionForm
                      intent="revoke"
                      id={token.tokenId}
                      result={actionData}
                      submit={text('tokens.revoke')}
                      kind="danger"
                      inline
                    />
                  </div>
                ) : null}
              </div>
              <p className="sub">
                {text('tokens.of', { role: token.role, unit: token.unit ?? 'none' })}
                {token.scopes ? ` · ${token.scopes.map((one) => text(`permission.${one}`)).join(', ')}` : ''}
                {' · '}
                {text('tokens.until')} <DateText iso={token.expiresAt} />
              </p>
            </li>
          ))}
        </ul>
        <Disclosure summary={text('tokens.create')} open={justSent(actionData, 'create')}>
          <ActionForm intent="create" result={actionData} submit={text('tokens.create.submit')}>
            {(wire) => (
              <>
                <div className="pair">
                  <TextField {...wire('name')} hint={text('tokens.name.hint')} />
                  <Select {...wire('role')} options={codeOptions(locale, roles)} />
                  <Select
                    {...wire('unit')}
                    options={codeOptions(locale, units)}
                    none={text('mandates.everywhere')}
                    optional
                  />
                  <TextField {...wire('days', 90)} width="short" inputMode="numeric" />
                </div>
                <Field label={text('tokens.scopes')} hint={text('tokens.scopes.hint')} optional>
                  {(wired) => (
                    <select {...wired} name="scopes[]" multiple size={6} className="input">
                      <Options
                        options={permissions.map((one) => ({ value: one, label: text(`permission.${one}`) }))}
                      />
                    </select>
                  )}
                </Field>
              </>
            )}
          </ActionForm>
        </Disclosure>
      </PageBody>
    </>
  );
}
