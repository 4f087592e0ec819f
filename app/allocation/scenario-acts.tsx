import { type ErrorWords, type FieldWire, fieldErrors, fieldWire } from '#app/funding/error-words.tsx';
import { NameFields } from '#app/funding/name-fields.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import type { Problem } from '#app/kernel/problem.ts';
import { Button } from '#app/ui/button.tsx';
import { Radios } from '#app/ui/choice.tsx';
import { ConfirmDialog } from '#app/ui/dialog.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Select, TextArea } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { loader } from './scenario-page.tsx';

type Props = {
  data: Awaited<ReturnType<typeof loader>>;
  typed: Readonly<Record<string, string>>;
  refused: Problem | null;
  words: ErrorWords;
};

/** What one does with a scenario: say what became of it, make it the allocation, or take it away. */
export function ScenarioActs({ data, typed, refused, words }: Props) {
  const text = useText();
  const { scenario, may } = data;
  const revision = String(scenario.revision);
  const wire = fieldWire(typed, fieldErrors(refused, words));
  return (
    <div className="scenario-acts">
      <Disclosure summary={text('allocation.scenario.settle')} open={typed.intent === 'settle'}>
        <form method="post" noValidate>
          <HiddenFields fields={{ intent: 'settle', revision }} />
          <Radios
            {...wire('outcome', scenario.outcome ?? '')}
            label={text('allocation.scenario.outcome')}
            options={(['', 'chosen', 'rejected'] as const).map((value) => ({
              value,
              label: text(`allocation.scenario.outcome.${value || 'open'}`),
            }))}
          />
          <TextArea
            {...wire('reason', scenario.reason)}
            rows={3}
            label={text('allocation.scenario.reason')}
            hint={text('allocation.scenario.reason.hint')}
          />
          <Button kind="primary">{text('allocation.scenario.settle.do')}</Button>
        </form>
      </Disclosure>
      {scenario.rules.length > 0 ? (
        <MakeDraft data={data} open={typed.intent === 'draft'} wire={wire} />
      ) : null}
      {may.remove ? (
        <ConfirmDialog
          open={text('allocation.scenario.remove')}
          title={text('allocation.scenario.remove.title')}
          effects={[text('allocation.scenario.remove.effect')]}
          act={text('allocation.scenario.remove')}
          kind="danger"
          fields={{ intent: 'remove', revision }}
        />
      ) : null}
    </div>
  );
}

type DraftProps = Pick<Props, 'data'> & { open: boolean; wire: FieldWire };

function MakeDraft({ data, open, wire }: DraftProps) {
  const text = useText();
  const locale = useLocale();
  const { scenario, documents, kinds } = data;
  return (
    <Disclosure summary={text('allocation.scenario.draft')} open={open}>
      <form method="post" noValidate>
        <HiddenFields fields={{ intent: 'draft' }} />
        <p className="sub">{text('allocation.scenario.draft.lead')}</p>
        <Select
          {...wire('document', documents[0]?.code ?? '')}
          label={text('allocation.scenario.draft.document')}
          none={text('allocation.scenario.draft.new')}
          optional
          options={documents.map((one) => ({ value: one.code, label: one.title }))}
        />
        <TextArea {...wire('note', scenario.name)} rows={2} optional label={text('allocation.next.why')} />
        <fieldset className="scenario-new">
          <legend>{text('allocation.scenario.draft.if-new')}</legend>
          <NameFields of="allocation" wire={wire} stands={{ title: scenario.name, code: scenario.code }} />
          <Select
            {...wire('kind')}
            label={text('allocation.new.kind')}
            options={codeOptions(locale, kinds)}
          />
        </fieldset>
        <Button kind="primary">{text('allocation.scenario.draft.do')}</Button>
      </form>
    </Disclosure>
  );
}
