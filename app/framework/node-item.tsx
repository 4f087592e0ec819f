import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { getFramework } from './framework.server.ts';
import type { listOtherNodes } from './other-node.server.ts';

type Node = Awaited<ReturnType<typeof getFramework>>['nodes'][number];
type Other = Awaited<ReturnType<typeof listOtherNodes>>[number];
type Props = { node: Node; revision: number; others: readonly Other[]; result: ActionResult | undefined };

/** One node of a framework: what it is called where, what it is linked to, and the forms to change that. */
export function NodeItem(props: Props) {
  const text = useText();
  const locale = useLocale();
  const { node, result } = props;
  const said = locale === 'en' ? node.textEn : node.textNl;
  const hidden = { revision: String(props.revision), node: node.code };
  const row = { id: node.code, result, hidden };
  return (
    <li className={node.depth > 0 ? `indent-${Math.min(node.depth, 2)}` : undefined}>
      <div className="row">
        <span className="code">{node.code}</span>
        <b>{nameOf(node, locale)}</b>
        <div className="acts end">
          <ActionForm
            {...row}
            intent="move"
            hidden={{ ...hidden, direction: 'up' }}
            submit={text('frameworks.up')}
            inline
          />
          <ActionForm
            {...row}
            intent="move"
            hidden={{ ...hidden, direction: 'down' }}
            submit={text('frameworks.down')}
            inline
          />
        </div>
      </div>
      {said ? <p className="said">{said}</p> : null}
      <Names {...props} />
      <Links {...props} />
      <Disclosure summary={text('frameworks.node.change')} open={justSent(result, 'node', node.code)}>
        <ActionForm {...row} intent="node" submit={text('admin.save')}>
          {(wire) => (
            <>
              <div className="pair">
                <TextField {...wire('nameNl', node.nameNl)} />
                <TextField {...wire('nameEn', node.nameEn)} />
              </div>
              <TextArea {...wire('textNl', node.textNl)} rows={3} optional />
              <TextArea {...wire('textEn', node.textEn)} rows={3} optional />
            </>
          )}
        </ActionForm>
        <ActionForm {...row} intent="remove" submit={text('frameworks.node.remove')} kind="danger" inline />
      </Disclosure>
    </li>
  );
}

function Names({ node, revision, result }: Props) {
  const text = useText();
  const hidden = { revision: String(revision), node: node.code };
  return (
    <>
      {node.aliases.map((alias) => (
        <div key={alias.aliasId} className="row">
          <p>{text('frameworks.alias.of', { name: alias.name, context: alias.context || 'none' })}</p>
          <ActionForm
            intent="unalias"
            id={alias.aliasId}
            result={result}
            hidden={{ ...hidden, aliasId: alias.aliasId }}
            submit={text('admin.remove')}
            inline
          />
        </div>
      ))}
      <Disclosure summary={text('frameworks.alias.add')} open={justSent(result, 'alias', node.code)}>
        <ActionForm intent="alias" id={node.code} result={result} hidden={hidden} submit={text('admin.add')}>
          {(wire) => (
            <div className="pair">
              <TextField {...wire('name')} />
              <TextField {...wire('context')} hint={text('frameworks.context.hint')} optional />
            </div>
          )}
        </ActionForm>
      </Disclosure>
    </>
  );
}

function Links({ node, revision, others, result }: Props) {
  const text = useText();
  const locale = useLocale();
  const hidden = { revision: String(revision), node: node.code };
  const options = others.map((one) => ({
    value: `${one.framework}/${one.code}`,
    label: `${one.code} ${nameOf(one, locale)}`,
    group: locale === 'en' ? one.frameworkEn : one.frameworkNl,
  }));
  return (
    <>
      {node.links.map((link) => (
        <div key={`${link.framework}/${link.node}`} className="row">
          <p>
            {text('frameworks.link.to', {
              node: link.node,
              name: nameOf(link, locale),
              framework: link.framework,
            })}
          </p>
          <ActionForm
            intent="unlink"
            id={`${node.code} ${link.framework}/${link.node}`}
            result={result}
            hidden={{ ...hidden, other: `${link.framework}/${link.node}` }}
            submit={text('admin.remove')}
            inline
          />
        </div>
      ))}
      {options.length > 0 ? (
        <Disclosure summary={text('frameworks.link.add')} open={justSent(result, 'link', node.code)}>
          <ActionForm intent="link" id={node.code} result={result} hidden={hidden} submit={text('admin.add')}>
            {(wire) => <Select {...wire('other')} label={text('frameworks.link.other')} options={options} />}
          </ActionForm>
        </Disclosure>
      ) : null}
    </>
  );
}
