import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { FileField, Select } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { SectionProps } from './scheme-setting-section.tsx';

/** Loads kinds of document with their rights at once: a set that comes with the software, or a file. */
export function RightsSetSection(
  props: SectionProps & { sets: readonly { code: string; nameNl: string; nameEn: string }[] },
) {
  const text = useText();
  const locale = useLocale();
  const { scheme, result, sets } = props;
  return (
    <section>
      <h2>{text('rights-set.title')}</h2>
      <p className="sub">
        {text('rights-set.lead')}{' '}
        <Link href={`/schemes/${scheme.code}/rights`}>{text('rights-set.read')}</Link>
      </p>
      <Disclosure summary={text('rights-set.load')} open={justSent(result, 'rights-set')}>
        <ActionForm
          intent="rights-set"
          result={result}
          hidden={{ revision: String(scheme.revision) }}
          submit={text('rights-set.submit')}
          upload
        >
          {(wire) => {
            const { defaultValue: _, ...file } = wire('file');
            return (
              <>
                <Select
                  {...wire('set')}
                  label={text('rights-set.set')}
                  none={text('rights-set.own')}
                  optional
                  options={sets.map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
                />
                <FileField
                  {...file}
                  label={text('rights-set.file')}
                  hint={text('rights-set.file.hint')}
                  accept="application/json,.json"
                  optional
                />
              </>
            );
          }}
        </ActionForm>
      </Disclosure>
    </section>
  );
}
