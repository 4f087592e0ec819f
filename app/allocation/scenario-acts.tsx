import type { ErrorWords } from '#app/funding/error-words.tsx';
import type { Problem } from '#app/kernel/problem.ts';
import { Button } from '#app/ui/button.tsx';
import { Radios } from '#app/ui/choice.tsx';
import { ConfirmDialog } from '#app/ui/dialog.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
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
  const errorAt = (path: string) => {
    const found = refused?.errors.find((one) => one.path === path);
    return found ? words(found) : null;
  };
  return (
    <div className="scenario-acts">
      <Disclosure summary={text('allocation.scenario.settle')} open={typed.intent === 'settle'}>
        <form method="post" noValidate>
          <HiddenFields fields={{ intent: 'settle', revision }} />
          <Radios
            id="outcome"
            name="outcome"
            label={text('allocation.scenario.outcome')}
            defaultValue={typed.outcome ?? scenario.outcome ?? ''}
            options={(['', 'chosen', 'rejected'] as const).map((value) => ({
              value,
              label: text(`allocation.scenario.outcome.${value || 'open'}`),
            }))}
          />
          <TextArea
            id="reason"
            name="reason"
            rows={3}
            label={text('allocation.scenario.reason')}
            hint={text('allocation.scenario.reason.hint')}
            defaultValue={typed.reason ?? scenario.reason}
            error={errorAt('reason')}
          />
          <Button kind="primary">{text('allocation.scenario.settle.do')}</Button>
        </form>
      </Disclosure>
      {scenario.rules.length > 0 ? <MakeDraft data={data} typed={typed} errorAt={errorAt} /> : null}
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

type DraftProps = Pick<Props, 'data' | 'typed'> & { errorAt: (path: string) => string | null };

function MakeDraft({ data, typed, errorAt }: DraftProps) {
  const text = useText();
  const locale = useLocale();
  const { scenario, documents, kinds } = data;
  return (
    <Disclosure summary={text('allocation.scenario.draft')} open={typed.intent === 'draft'}>
      <form method="post" noValidate>
        <HiddenFields fields={{ intent: 'draft' }} />
        <p className="sub">{text('allocation.scenario.draft.lead')}</p>
        <Select
          id="document"
          name="document"
          label={text('allocation.scenario.draft.document')}
          none={text('allocation.scenario.draft.new')}
          optional
          options={documents.map((one) => ({ value: one.code, label: one.title }))}
          defaultValue={typed.document ?? documents[0]?.code ?? ''}
        />
        <TextArea
          id="note"
          name="note"
          rows={2}
          optional
          label={text('allocation.next.why')}
          defaultValue={typed.note ?? scenario.name}
        />
        <fieldset className="scenario-new">
          <legend>{text('allocation.scenario.draft.if-new')}</legend>
          <TextField
            id="title"
            name="title"
            label={text('allocation.new.title')}
            defaultValue={typed.title ?? scenario.name}
            error={errorAt('title')}
          />
          <TextField
            id="code"
            name="code"
            width="short"
            label={text('allocation.new.code')}
            hint={text('allocation.new.code.hint')}
            defaultValue={typed.code ?? scenario.code}
            error={errorAt('code')}
          />
          <Select
            id="kind"
            name="kind"
            label={text('allocation.new.kind')}
            options={kinds.map((one) => ({
              value: one.code,
              label: locale === 'en' ? one.nameEn : one.nameNl,
            }))}
            defaultValue={typed.kind}
            error={errorAt('kind')}
          />
        </fieldset>
        <Button kind="primary">{text('allocation.scenario.draft.do')}</Button>
      </form>
    </Disclosure>
  );
}
