import type { Wire } from '#app/identity/action-form.tsx';
import { PartList } from '#app/identity/part-list.tsx';
import { Checkbox } from '#app/ui/choice.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Kind } from './kind-section.tsx';
import { norms } from './requirement.ts';
import { Tick } from './scheme-part-section.tsx';
import type { SectionProps } from './scheme-setting-section.tsx';

type Requirement = Kind['requirements'][number];

/** What a kind of document must satisfy, and how one sees that it does. */
export function Requirements({ scheme, result, kind }: SectionProps & { kind: Kind }) {
  const text = useText();
  const locale = useLocale();
  return (
    <>
      <h4>{text('requirements.title')}</h4>
      {kind.requirements.length === 0 ? <p className="sub">{text('requirements.none')}</p> : null}
      <PartList
        intent="requirement"
        labels={{ textNl: text('field.requirementNl'), textEn: text('field.requirementEn') }}
        parts={kind.requirements}
        partOf={(one) => one.code}
        id={(code) => `${kind.code}/${code}`}
        result={result}
        hidden={{ revision: String(scheme.revision), 'kind.code': kind.code }}
        add={text('requirement.add')}
        fields={(wire, one) => <Fields wire={wire} kind={kind} requirement={one} />}
      >
        {(one) => (
          <>
            <p className="said">{locale === 'en' ? one.textEn : one.textNl}</p>
            <p className="sub">
              {[
                one.code,
                one.questions.length > 0
                  ? text('requirement.by-questions', { questions: one.questions.join(', ') })
                  : null,
                one.norm ? text(`requirement.norm.${one.norm}`) : null,
                one.judged ? text('requirement.by-judgement') : null,
                text(one.blocks ? 'requirement.blocks' : 'requirement.warns'),
                one.source,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </>
        )}
      </PartList>
    </>
  );
}

function Fields(props: { wire: Wire; kind: Kind; requirement?: Requirement }) {
  const text = useText();
  const locale = useLocale();
  const { wire, kind, requirement } = props;
  const questions = wire('questions');
  return (
    <>
      {requirement ? null : <TextField {...wire('code')} width="short" hint={text('field.code.hint')} />}
      <TextArea {...wire('textNl', requirement?.textNl)} label={text('field.requirementNl')} rows={2} />
      <TextArea {...wire('textEn', requirement?.textEn)} label={text('field.requirementEn')} rows={2} />
      <TextField {...wire('source', requirement?.source)} optional />
      <fieldset id={questions.id} className={questions.error ? 'field field-wrong' : 'field'}>
        <legend className="field-label">{text('field.questions')}</legend>
        <p className="field-hint">{text('requirement.questions.hint')}</p>
        {questions.error ? <p className="field-error">{questions.error}</p> : null}
        {kind.questions.map((question) => (
          <Checkbox
            key={question.code}
            name="questions[]"
            value={question.code}
            label={locale === 'en' ? question.textEn : question.textNl}
            defaultChecked={requirement?.questions.includes(question.code) ?? false}
          />
        ))}
      </fieldset>
      <Select
        {...wire('norm', requirement?.norm)}
        options={norms.map((norm) => ({ value: norm, label: text(`requirement.norm.${norm}`) }))}
        none={text('requirement.norm.none')}
        optional
      />
      <Tick wire={wire} name="judged" stands={requirement?.judged ?? false} />
      <Tick wire={wire} name="blocks" stands={requirement?.blocks ?? false} />
      <TextField {...wire('sort', requirement?.sort ?? 0)} width="short" inputMode="numeric" />
    </>
  );
}
