import { Form, useSearchParams } from 'react-router';
import { formAction } from '#app/identity/action.server.ts';
import { parseInput, rowId } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/intake-rules-page';
import { ruleInput } from './intake.input.ts';
import { getIntake } from './intake.server.ts';
import { intakeAddress } from './intake-edge.ts';
import { IntakeHead } from './intake-head.tsx';
import { frameOf } from './intake-hub.ts';
import { moveRule, removeRule, saveRule } from './intake-rule.server.ts';
import { blankRule, RuleForm, type RuleShown, useRuleTarget, useRuleWords } from './intake-rule-form.tsx';

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  return load(args, async (tx, actor) => {
    const intake = await getIntake(tx, actor, intakeAddress(args.params, now));
    const rules = intake.rules.map(
      (rule): RuleShown => ({
        ...rule,
        catches: intake.settled.perRule.get(rule.ruleId)!,
      }),
    );
    return { frame: frameOf(intake), rules };
  });
}

export async function action(args: Route.ActionArgs) {
  const address = intakeAddress(args.params, args.context.get(edgeContext).clock());
  return formAction(args, {
    save: (tx, actor, form) => {
      const field = (name: string) => String(form.get(name) ?? '').trim();
      const names = ['costCentre', 'account', 'contains', 'target', 'fund', 'unit', 'component', 'costKind'];
      const input = parseInput(ruleInput, {
        ...Object.fromEntries(names.map((name) => [name, field(name).slice(0, 200)])),
        reason: field('reason').slice(0, 1000),
        fromMonth: field('fromMonth') || null,
        throughMonth: field('throughMonth') || null,
        outcome: form.get('outcome') === 'exclude' ? 'exclude' : 'book',
        ...(field('revision') && { revision: Number(field('revision')) }),
      });
      const ruleId = field('key') === '' ? null : rowId(form);
      return saveRule(tx, actor, { ...address, input, ruleId });
    },
    remove: (tx, actor, form) => {
      const revision = Number(form.get('revision'));
      return removeRule(tx, actor, { ...address, ruleId: rowId(form), revision });
    },
    up: (tx, actor, form) => moveRule(tx, actor, { ...address, ruleId: rowId(form), by: -1 }),
    down: (tx, actor, form) => moveRule(tx, actor, { ...address, ruleId: rowId(form), by: 1 }),
  });
}

export default function IntakeRulesPage({ loaderData, actionData: result }: Route.ComponentProps) {
  const text = useText();
  const { frame, rules } = loaderData;
  const [search] = useSearchParams();
  const words = useRuleWords();
  const target = useRuleTarget(frame);
  const editing = rules.find((rule) => rule.ruleId === search.get('rule')) ?? null;
  const here = `/schemes/${frame.scheme.code}/realisation/${frame.unit.code}/${frame.year}/intake/rules`;
  const start = editing ?? blankRule(search);
  return (
    <IntakeHead frame={frame} step="rules">
      <p className="lead">{text('intake.rules.lead')}</p>
      <p>
        <Link href={`${here}/sheet`}>{text('fill-in.open')}</Link>
      </p>
      {rules.length === 0 ? (
        <Empty title={text('intake.rules.none')}>{text('intake.rules.none.next')}</Empty>
      ) : (
        <DataTable
          caption={text('intake.rules.caption')}
          note={text('intake.rules.note')}
          rowHead={text('intake.rule')}
          columns={[
            { key: 'target', head: text('intake.rules.target'), kind: 'text' },
            { key: 'rows', head: text('intake.rules.catches') },
            { key: 'cents', head: text('intake.file.amount') },
            {
              key: 'act',
              head: <span className="visually-hidden">{text('intake.file.act')}</span>,
              kind: 'text',
            },
          ]}
          rows={rules.map((rule, index) => ({
            key: rule.ruleId,
            head: (
              <>
                {rule.number}. {words(rule)}
              </>
            ),
            cells: {
              target: target(rule),
              rows: String(rule.catches.rows),
              cents: <Money value={rule.catches.cents} unit="eur2" />,
              act: (
                <Form method="post" preventScrollReset className="intake-line">
                  <input type="hidden" name="key" value={rule.ruleId} />
                  <input type="hidden" name="revision" value={rule.revision} />
                  <Link href={`${here}?rule=${rule.ruleId}#rule`}>
                    {text('intake.rules.change')}
                    <span className="visually-hidden"> {rule.number}</span>
                  </Link>
                  {index > 0 ? <Act intent="up" number={rule.number} /> : null}
                  {index < rules.length - 1 ? <Act intent="down" number={rule.number} /> : null}
                  <Act intent="remove" number={rule.number} />
                </Form>
              ),
            },
          }))}
        />
      )}
      <RuleForm
        key={`${editing?.ruleId ?? 'new'} ${editing?.revision ?? ''} ${result && 'done' in result ? result.stamp : ''}`}
        {...{ frame, start, editing, result }}
      />
    </IntakeHead>
  );
}

function Act({ intent, number }: { intent: 'up' | 'down' | 'remove'; number: number }) {
  const text = useText();
  return (
    <Button small kind="quiet" name="intent" value={intent}>
      {text(`intake.rules.${intent}`)}
      <span className="visually-hidden"> {text('intake.rule.number', { number })}</span>
    </Button>
  );
}
