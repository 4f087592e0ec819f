import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { DateField, Select, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Step } from './cycle.server.ts';

type Names = { code: string; nameNl: string; nameEn: string };
type Props = {
  steps: readonly Step[];
  year: number | null;
  bodies: readonly Names[];
  units: readonly (Names & { kind: string })[];
  result: ActionResult | undefined;
};

/** Adds a moment of a step without a day of its own, or a meeting that no step foresees. */
export function AddMoment({ steps, year, bodies, units, result }: Props) {
  const text = useText();
  const locale = useLocale();
  const loose = steps.filter((step) => step.rule.kind === 'agreed');
  const kinds = new Set(loose.flatMap((step) => step.unitKinds));
  return (
    <Disclosure summary={text('cycle.add')} open={justSent(result, 'add')}>
      <p className="sub">{text('cycle.add.hint')}</p>
      <ActionForm intent="add" result={result} submit={text('cycle.add')}>
        {(wire) => (
          <div className="pair">
            <Select
              {...wire('step')}
              label={text('cycle.add.step')}
              none={text('cycle.add.step.none')}
              options={codeOptions(locale, loose)}
              optional
            />
            <Select
              {...wire('unit')}
              label={text('cycle.unit')}
              none={text('cycle.add.unit.none')}
              options={codeOptions(
                locale,
                units.filter((one) => kinds.has(one.kind)),
              )}
              optional
            />
            <Select
              {...wire('body')}
              label={text('cycle.add.body')}
              none={text('steps.nobody')}
              options={codeOptions(locale, bodies)}
              optional
            />
            <TextField
              {...wire('title')}
              label={text('cycle.add.title')}
              hint={text('cycle.add.title.hint')}
              optional
            />
            <DateField {...wire('dueOn')} label={text('cycle.add.on')} />
            <TextField {...wire('year', year)} label={text('cycle.year')} width="short" inputMode="numeric" />
          </div>
        )}
      </ActionForm>
    </Disclosure>
  );
}
