import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { formatExact } from '#app/kernel/amount-format.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { AmountField, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Kind } from './kind-section.tsx';
import { Tick } from './scheme-part-section.tsx';
import type { SectionProps } from './scheme-setting-section.tsx';

/** Of a kind that allocates: whether its documents carry over what a year leaves, and how far they may. */
export function CarryOver({ scheme, result, kind }: SectionProps & { kind: Kind }) {
  const text = useText();
  const locale = useLocale();
  const rule = kind.carryOver;
  const hidden = { revision: String(scheme.revision), part: kind.code };
  const row = { id: kind.code, result, hidden };
  return (
    <>
      <h4>{text('carry-over-rule.title')}</h4>
      <p className={rule ? 'said' : 'sub'}>
        {rule
          ? text('carry-over-rule.said', {
              share: rule.shareBasis === null ? 'all' : formatExact(rule.shareBasis, 2, locale),
              last: String(rule.lastYear ?? scheme.lastYear),
              advance: String(rule.advance),
              source: rule.source,
            })
          : text('carry-over-rule.none')}
      </p>
      <Disclosure
        summary={text(rule ? 'admin.change' : 'carry-over-rule.add')}
        open={justSent(result, 'carry-over', kind.code)}
      >
        <ActionForm {...row} intent="carry-over" submit={text('admin.save')}>
          {(wire) => (
            <>
              <div className="pair">
                <AmountField
                  {...wire('share', rule?.shareBasis == null ? '' : formatExact(rule.shareBasis, 2, locale))}
                  unit="percent"
                  hint={text('carry-over-rule.share.hint')}
                  optional
                />
                <TextField
                  {...wire('lastYear', rule?.lastYear ?? '')}
                  label={text('field.carryLastYear')}
                  width="short"
                  inputMode="numeric"
                  optional
                />
                <TextField {...wire('source', rule?.source)} hint={text('carry-over-rule.source.hint')} />
              </div>
              <Tick wire={wire} name="advance" stands={rule?.advance ?? false} />
            </>
          )}
        </ActionForm>
        {rule ? (
          <ActionForm
            {...row}
            intent="carry-over.remove"
            submit={text('admin.remove')}
            kind="danger"
            inline
          />
        ) : null}
      </Disclosure>
    </>
  );
}
