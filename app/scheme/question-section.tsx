import type { Wire } from '#app/identity/action-form.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { PartList } from '#app/identity/part-list.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { parts } from './chain.ts';
import type { Kind } from './kind-section.tsx';
import type { Named } from './right-section.tsx';
import { Tick } from './scheme-part-section.tsx';
import type { Scheme } from './scheme-read.server.ts';
import type { SectionProps } from './scheme-setting-section.tsx';
import { blockWords, TemplateFields } from './template-fields.tsx';

/** The questions that a kind of document asks, once or for each theme. */
export function Questions({
  scheme,
  result,
  kind,
  tables,
}: SectionProps & { kind: Kind; tables: readonly Named[] }) {
  const text = useText();
  const locale = useLocale();
  const tableName = (code: string) => {
    const table = tables.find((one) => one.code === code);
    return table ? nameOf(table, locale) : code;
  };
  const sourceName = ({ kind: of, question, yearsBefore }: Kind['questions'][number]['drawsOn'][number]) => {
    const source = scheme.kinds.find((one) => one.code === of);
    const asked = source?.questions.find((one) => one.code === question);
    if (!source || !asked) return `${of}/${question}`;
    const words = locale === 'en' ? asked.textEn : asked.textNl;
    return text('question.source', { kind: nameOf(source, locale), question: words, yearsBefore });
  };
  return (
    <>
      <h4>{text('scheme-admin.questions')}</h4>
      {kind.questions.length === 0 ? <p className="sub">{text('scheme-admin.questions.none')}</p> : null}
      <PartList
        intent="question"
        labels={{ textNl: text('field.questionNl'), textEn: text('field.questionEn') }}
        parts={kind.questions}
        partOf={(one) => one.code}
        id={(code) => `${kind.code}/${code}`}
        result={result}
        hidden={{ revision: String(scheme.revision), 'kind.code': kind.code }}
        add={text('scheme-admin.question.add')}
        fields={(wire, one) => <QuestionFields wire={wire} scheme={scheme} question={one} />}
      >
        {(one) => (
          <>
            <p className="said">{locale === 'en' ? one.textEn : one.textNl}</p>
            <p className="sub">
              {[
                one.code,
                one.theme
                  ? text('question.one-theme', { theme: one.theme })
                  : text(`question.per.${one.per}`),
                ...(one.unitKinds.length > 0 ? [one.unitKinds.join(', ')] : []),
                text(
                  one.filled ? 'question.filled' : one.required ? 'question.required' : 'question.optional',
                ),
                ...(one.part === 'annex' ? [text('question.part.annex')] : []),
              ].join(' · ')}
            </p>
            {one.drawsOn.length > 0 || one.blocks.length > 0 ? (
              <p className="sub">
                {[
                  ...(one.drawsOn.length > 0
                    ? [text('question.draws-on', { list: one.drawsOn.map(sourceName).join('; ') })]
                    : []),
                  ...(one.blocks.length > 0
                    ? [
                        text('question.prints', {
                          list: one.blocks.map((spec) => blockWords(text, spec, tableName)).join('; '),
                        }),
                      ]
                    : []),
                ].join(' · ')}
              </p>
            ) : null}
          </>
        )}
      </PartList>
    </>
  );
}

const hasTemplate = (one: Kind['questions'][number] | undefined): boolean =>
  one !== undefined && (one.filled || one.drawsOn.length > 0 || one.blocks.length > 0 || one.fixedNl !== '');

function QuestionFields(props: { wire: Wire; scheme: Scheme; question?: Kind['questions'][number] }) {
  const text = useText();
  const locale = useLocale();
  const { wire, question } = props;
  return (
    <>
      {question ? null : <TextField {...wire('code')} width="short" hint={text('field.code.hint')} />}
      <TextArea {...wire('textNl', question?.textNl)} label={text('field.questionNl')} rows={2} />
      <TextArea {...wire('textEn', question?.textEn)} label={text('field.questionEn')} rows={2} />
      <TextArea {...wire('hintNl', question?.hintNl)} rows={2} optional />
      <TextArea {...wire('hintEn', question?.hintEn)} rows={2} optional />
      <div className="pair">
        <Select
          {...wire('per', question?.per ?? 'document')}
          options={(['document', 'theme', 'unit'] as const).map((per) => ({
            value: per,
            label: text(`question.per.${per}`),
          }))}
        />
        <Select
          {...wire('theme', question?.theme)}
          options={codeOptions(locale, props.scheme.nodes)}
          none={text('question.all-themes')}
          optional
        />
        <TextField
          {...wire('unitKinds', question?.unitKinds.join(', '))}
          label={text('question.unit-kinds')}
          hint={text('question.unit-kinds.hint')}
          optional
        />
        <TextField {...wire('sort', question?.sort ?? 0)} width="short" inputMode="numeric" />
      </div>
      <Tick wire={wire} name="required" stands={question?.required ?? true} />
      <Tick wire={wire} name="confidential" stands={question?.confidential ?? false} />
      <Disclosure summary={text('question.template')} open={hasTemplate(question)}>
        <TemplateFields wire={wire} question={question} />
        <TextArea {...wire('fixedNl', question?.fixedNl)} rows={3} optional />
        <TextArea {...wire('fixedEn', question?.fixedEn)} rows={3} optional />
        <Select
          {...wire('standsIn', question?.part ?? 'chapter')}
          label={text('field.part')}
          options={parts.map((part) => ({ value: part, label: text(`question.part.${part}`) }))}
        />
        <Tick wire={wire} name="filled" stands={question?.filled ?? false} />
      </Disclosure>
    </>
  );
}
