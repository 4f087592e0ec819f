import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { DateField, Select } from '#app/ui/form.tsx';
import { DateText, useLocale, useText } from '#app/ui/text.tsx';
import type { listAccounts } from './account.server.ts';
import type { ActionResult } from './action.ts';
import { ActionForm, justSent } from './action-form.tsx';
import { codeOptions } from './choice.ts';
import type { listRoles } from './mandate.server.ts';
import type { listPlaces } from './place.server.ts';

type Account = Awaited<ReturnType<typeof listAccounts>>[number];
type Props = {
  account: Account;
  roles: Awaited<ReturnType<typeof listRoles>>;
  places: Awaited<ReturnType<typeof listPlaces>>;
  today: string;
  result: ActionResult | undefined;
};

/** One account: who it is, what it may do where and until when, and the acts on it. */
export function AccountItem(props: Props) {
  const text = useText();
  const { account, result } = props;
  const row = { id: account.login, result };
  return (
    <li>
      <div className="row">
        <b>{account.name}</b>
        <span className="code">{account.login}</span>
        {account.disabled ? <Badge tone="warn">{text('accounts.disabled')}</Badge> : null}
        {account.mustChangePassword ? <Badge>{text('accounts.first-password')}</Badge> : null}
        <div className="acts end">
          <ActionForm {...row} intent="reset" submit={text('accounts.reset')} inline />
          {account.disabled ? (
            <ActionForm {...row} intent="enable" submit={text('accounts.enable')} inline />
          ) : (
            <ActionForm {...row} intent="disable" submit={text('accounts.disable')} kind="danger" inline />
          )}
        </div>
      </div>
      {account.mandates.length === 0 ? <p className="sub">{text('mandates.none')}</p> : null}
      {account.mandates.map((mandate) => (
        <MandateRow key={mandate.mandateId} mandate={mandate} {...props} />
      ))}
      <Disclosure summary={text('mandates.change')} open={touched(props)}>
        {account.mandates.map((mandate) => (
          <EndForm key={mandate.mandateId} mandate={mandate} {...props} />
        ))}
        <h2>{text('mandates.add')}</h2>
        <MandateForm {...props} />
      </Disclosure>
    </li>
  );
}

function MandateRow(props: Props & { mandate: Account['mandates'][number] }) {
  const text = useText();
  const locale = useLocale();
  const { mandate, today } = props;
  const ended = mandate.through !== null && mandate.through < today;
  return (
    <div>
      <p>
        {nameOf(mandate, locale)}, {mandate.unit ?? mandate.body ?? text('mandates.everywhere')}
        {mandate.from ? (
          <>
            {', '}
            {text('mandates.from')} <DateText iso={mandate.from} form="short" />
          </>
        ) : null}
        {mandate.through ? (
          <>
            {' '}
            {text('mandates.through')} <DateText iso={mandate.through} form="short" />
          </>
        ) : null}
        {ended ? <Badge>{text('mandates.ended')}</Badge> : null}
      </p>
    </div>
  );
}

/** Was a form about this account's mandates just refused? */
function touched({ account, result }: Props): boolean {
  return (
    justSent(result, 'mandate', account.login) ||
    account.mandates.some((one) => justSent(result, 'end', one.mandateId))
  );
}

function EndForm(props: Props & { mandate: Account['mandates'][number] }) {
  const text = useText();
  const locale = useLocale();
  const { mandate, today, result } = props;
  if (mandate.through !== null && mandate.through < today) return null;
  const place = mandate.unit ?? mandate.body ?? text('mandates.everywhere');
  return (
    <>
      <h2>{text('mandates.end', { role: nameOf(mandate, locale), place })}</h2>
      <ActionForm intent="end" id={mandate.mandateId} result={result} submit={text('mandates.end.submit')}>
        {(wire) => <DateField {...wire('through', today)} />}
      </ActionForm>
    </>
  );
}

function MandateForm({ account, roles, places, today, result }: Props) {
  const text = useText();
  const locale = useLocale();
  return (
    <ActionForm intent="mandate" id={account.login} result={result} submit={text('mandates.add.submit')}>
      {(wire) => (
        <div className="pair">
          <Select {...wire('role')} options={codeOptions(locale, roles)} />
          <Select
            {...wire('unit')}
            options={codeOptions(locale, places.units)}
            none={text('mandates.everywhere')}
            hint={text('mandates.unit.hint')}
            optional
          />
          <Select
            {...wire('body')}
            options={codeOptions(locale, places.bodies)}
            none={text('mandates.no-body')}
            optional
          />
          <DateField {...wire('from', today)} />
          <DateField {...wire('through')} optional />
        </div>
      )}
    </ActionForm>
  );
}
