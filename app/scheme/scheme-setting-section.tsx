import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent, type Wire } from '#app/identity/action-form.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Field, type Option, Options, Select, TextArea, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Scheme } from './scheme-read.server.ts';

export type SectionProps = { scheme: Scheme; result: ActionResult | undefined };
type Framework = { code: string; nameNl: string; nameEn: string };

/** Names, source, conditions, period and frameworks of a scheme. */
export function SchemeSettings({
  scheme,
  result,
  frameworks,
}: SectionProps & { frameworks: readonly Framework[] }) {
  const text = useText();
  const locale = useLocale();
  const themes = frameworks.find((one) => one.code === scheme.themes);
  const causes = frameworks.find((one) => one.code === scheme.causes);
  const criteria = frameworks.find((one) => one.code === scheme.criteria);
  const options = codeOptions(locale, frameworks);
  return (
    <>
      <h2>{text('scheme-admin.settings')}</h2>
      <dl className="facts">
        <dt>{text('field.code')}</dt>
        <dd>{scheme.code}</dd>
        <dt>{text('field.themes')}</dt>
        <dd>{themes ? nameOf(themes, locale) : scheme.themes}</dd>
        <dt>{text('field.frameworks')}</dt>
        <dd>{scheme.frameworks.map((one) => nameOf(one, locale)).join(', ') || '–'}</dd>
        <dt>{text('field.causes')}</dt>
        <dd>{causes ? nameOf(causes, locale) : '–'}</dd>
        <dt>{text('field.criteria')}</dt>
        <dd>{criteria ? nameOf(criteria, locale) : '–'}</dd>
        <dt>{text('field.conditions')}</dt>
        <dd>{scheme.conditions || '–'}</dd>
      </dl>
      <Disclosure summary={text('admin.change')} open={justSent(result, 'change')}>
        <ActionForm
          intent="change"
          result={result}
          hidden={{ revision: String(scheme.revision) }}
          submit={text('admin.save')}
        >
          {(wire) => (
            <>
              <div className="pair">
                <TextField {...wire('nameNl', scheme.nameNl)} />
                <TextField {...wire('nameEn', scheme.nameEn)} />
                <TextField {...wire('legalSource', scheme.legalSource)} />
                <Select {...wire('themes', scheme.themes)} options={options} />
                <Select
                  {...wire('causes', scheme.causes)}
                  hint={text('scheme-admin.causes.hint')}
                  options={options}
                  none={text('scheme-admin.causes.none')}
                  optional
                />
                <Select
                  {...wire('criteria', scheme.criteria)}
                  hint={text('scheme-admin.criteria.hint')}
                  options={options}
                  none={text('scheme-admin.causes.none')}
                  optional
                />
                <TextField {...wire('firstYear', scheme.firstYear)} width="short" inputMode="numeric" />
                <TextField {...wire('lastYear', scheme.lastYear)} width="short" inputMode="numeric" />
              </div>
              <TextArea {...wire('conditions', scheme.conditions)} rows={3} optional />
              <FrameworkChoice
                wire={wire('frameworks[]', scheme.frameworks.map((one) => one.code).join(','))}
                options={options}
              />
            </>
          )}
        </ActionForm>
      </Disclosure>
    </>
  );
}

function FrameworkChoice({ wire, options }: { wire: ReturnType<Wire>; options: readonly Option[] }) {
  const text = useText();
  const { name, defaultValue, label: _, conflict, ...field } = wire;
  const named = (codes: string) =>
    codes
      .split(',')
      .map((code) => options.find((option) => option.value === code)?.label ?? code)
      .join(', ');
  const words = conflict && { ...conflict, words: named };
  return (
    <Field
      {...field}
      conflict={words}
      label={text('field.frameworks')}
      hint={text('units.multiple.hint')}
      optional
    >
      {(wired) => (
        <select
          {...wired}
          name={name}
          multiple
          size={5}
          className="input"
          defaultValue={defaultValue.split(',').filter(Boolean)}
        >
          <Options options={options} />
        </select>
      )}
    </Field>
  );
}
