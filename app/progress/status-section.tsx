import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent, type Wire } from '#app/identity/action-form.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { Checkbox } from '#app/ui/choice.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { ProgressFrame } from './progress-read.server.ts';

type Props = { statuses: ProgressFrame['statuses']; result: ActionResult | undefined };

/** The words of the scheme for how a measure stands, for whoever lays them down. */
export function StatusSection({ statuses, result }: Props) {
  const text = useText();
  const locale = useLocale();
  return (
    <Disclosure
      summary={text('progress.statuses')}
      open={result?.intent.startsWith('status') || statuses.length === 0}
    >
      <p className="sub">{text('progress.statuses.lead')}</p>
      {statuses.map((one) => {
        const hidden = { revision: String(one.revision) };
        return (
          <Disclosure
            key={one.code}
            summary={nameOf(one, locale)}
            open={justSent(result, 'status', one.code) || justSent(result, 'status.remove', one.code)}
          >
            <ActionForm
              intent="status"
              id={one.code}
              result={result}
              hidden={{ ...hidden, code: one.code }}
              submit={text('admin.save')}
            >
              {(wire) => <Fields wire={wire} status={one} />}
            </ActionForm>
            {one.used ? null : (
              <ActionForm
                intent="status.remove"
                id={one.code}
                result={result}
                hidden={hidden}
                submit={text('admin.remove')}
                kind="danger"
                inline
              />
            )}
          </Disclosure>
        );
      })}
      <Disclosure summary={text('progress.status.add')} open={justSent(result, 'status')}>
        <ActionForm intent="status" result={result} hidden={{ revision: '0' }} submit={text('admin.add')}>
          {(wire) => <Fields wire={wire} />}
        </ActionForm>
      </Disclosure>
    </Disclosure>
  );
}

function Fields({ wire, status }: { wire: Wire; status?: ProgressFrame['statuses'][number] }) {
  const text = useText();
  const { defaultValue: deviates, ...tick } = wire('deviates', status?.deviates ? 'on' : '');
  return (
    <>
      <div className="pair">
        {status ? null : <TextField {...wire('code')} width="short" hint={text('field.code.hint')} />}
        <TextField {...wire('nameNl', status?.nameNl)} />
        <TextField {...wire('nameEn', status?.nameEn)} />
        <TextField {...wire('meaningNl', status?.meaningNl)} optional />
        <TextField {...wire('meaningEn', status?.meaningEn)} optional />
      </div>
      <Checkbox {...tick} defaultChecked={deviates === 'on'} hint={text('field.deviates.hint')} />
    </>
  );
}
