import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { useText } from '#app/ui/text.tsx';
import './change.css';
import { ChangeItem } from './change-item.tsx';
import type { Statement } from './change-read.server.ts';
import { useBaseName } from './change-words.tsx';
import { Remarks } from './place-remarks.tsx';
import type { Plan } from './plan.server.ts';
import { planHref, remarkQuery } from './plan-words.ts';

type Props = { plan: Plan; statement: Statement | null; edit: boolean };

/** On the page of a plan: what it changes from the plan before it, in its own words. */
export function ChangeSection({ plan, statement, edit }: Props) {
  const text = useText();
  const { head, version } = plan;
  const root = (code: string) => plan.nodes.find((node) => node.theme && node.code === code)?.root ?? code;
  const rooted = <M extends { node: string }>(measures: readonly M[]) =>
    measures.map((one) => ({ ...one, node: root(one.node) }));
  const base = statement?.base ?? null;
  const called = useBaseName({ head, base });
  const changes = statement?.changes ?? [];
  if (changes.length === 0 && !edit) return null;
  const href = `${planHref({ scheme: head.scheme.code, document: head.code })}/changes`;
  return (
    <section id="changes">
      <div className="row">
        <h2>{base ? text('plan-change.from', { base: called }) : text('plan-change.title')}</h2>
        {edit ? (
          <span className="end">
            <ButtonLink href={href} small>
              {text('plan-change.edit')}
            </ButtonLink>
          </span>
        ) : null}
      </div>
      {changes.length === 0 ? (
        <Empty title={text('plan-change.none')}>{text('plan-change.none.next')}</Empty>
      ) : (
        <>
          {changes.map((change) => (
            <ChangeItem
              key={change.code}
              change={change}
              names={{
                themes: plan.themes,
                before: rooted(change.names.before),
                after: rooted(plan.measures),
              }}
            >
              <Remarks
                place={`change-${change.code}`}
                about={remarkQuery({ kind: 'change', change: change.code })}
                title={change.subject || change.code}
              />
            </ChangeItem>
          ))}
          <p>
            <Link href={`${href}?version=${version.number}`}>{text('plan-change.all')}</Link>
          </p>
        </>
      )}
    </section>
  );
}
