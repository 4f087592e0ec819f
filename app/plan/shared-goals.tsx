import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { TextArea, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Goal } from './coherence.server.ts';
import { budgetOf, type CoherentMeasure, type SharedGoal } from './coherence.ts';
import { planHref } from './plan-words.ts';

type Props = {
  scheme: string;
  shared: readonly SharedGoal<Goal>[];
  /** goals of which a proposal is open */
  open: readonly string[];
  mayBundle: boolean;
  result: ActionResult | undefined;
};

/** Per shared goal: who does what for it, for how much, and the offer to do it together. */
export function SharedGoals({ scheme, shared, open, mayBundle, result }: Props) {
  const text = useText();
  const locale = useLocale();
  return (
    <>
      {shared.map(({ goal, units, joint }) => {
        const all = [...units.flatMap(({ measures }) => measures), ...joint];
        const rows = units.map(({ unit, measures }) => ({
          key: unit.code,
          head: nameOf(unit, locale),
          cells: cellsOf(scheme, measures),
        }));
        return (
          <section key={goal.key} className="shared-goal">
            <DataTable
              caption={`${goal.code} ${nameOf(goal, locale)}`}
              note={text('coherence.units', { count: units.length, of: nameOfFramework(goal, locale) })}
              rowHead={text('cycle.unit')}
              columns={[
                { key: 'measures', head: text('coherence.measures'), kind: 'text' },
                { key: 'budget', head: text('coherence.budget') },
              ]}
              rows={[
                ...rows,
                ...(joint.length > 0
                  ? [{ key: '', head: text('coherence.joint'), cells: cellsOf(scheme, joint) }]
                  : []),
                {
                  key: 'total',
                  kind: 'total' as const,
                  head: text('coherence.together'),
                  cells: { budget: <Amount measures={all} /> },
                },
              ]}
            />
            {open.includes(goal.key) ? (
              <p className="sub">{text('coherence.proposed')}</p>
            ) : mayBundle ? (
              <Disclosure summary={text('coherence.propose')} open={justSent(result, 'propose', goal.key)}>
                <p className="sub">{text('coherence.propose.hint')}</p>
                <ActionForm
                  intent="propose"
                  id={goal.key}
                  hidden={{ goal: goal.key }}
                  result={result}
                  submit={text('coherence.propose.act')}
                >
                  {(wire) => (
                    <>
                      <TextField {...wire('name')} label={text('coherence.name')} />
                      <TextArea {...wire('reason')} label={text('coherence.reason')} rows={2} />
                    </>
                  )}
                </ActionForm>
              </Disclosure>
            ) : null}
          </section>
        );
      })}
    </>
  );
}

const nameOfFramework = (goal: Goal, locale: 'nl' | 'en') =>
  nameOf({ nameNl: goal.frameworkNl, nameEn: goal.frameworkEn }, locale);

function cellsOf(scheme: string, measures: readonly CoherentMeasure[]) {
  return {
    measures: <Measures scheme={scheme} measures={measures} />,
    budget: <Amount measures={measures} />,
  };
}

function Amount({ measures }: { measures: readonly CoherentMeasure[] }) {
  const cents = budgetOf(measures);
  return <Money value={cents} unit="eur" mark={cents === null ? 'unknown' : null} />;
}

/** Measures with their plans, one under the other. */
export function Measures(props: {
  scheme: string;
  measures: readonly { document: string; code: string; name: string }[];
}) {
  return (
    <ul className="goal-measures">
      {props.measures.map(({ document, code, name }) => (
        <li key={`${document}/${code}`}>
          <Link href={`${planHref({ scheme: props.scheme, document })}#measure-${code}`}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}
