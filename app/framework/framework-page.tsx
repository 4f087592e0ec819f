import { formAction } from '#app/identity/action.server.ts';
import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { AdminHead } from '#app/identity/admin-layout.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { readForm } from '#app/identity/form.server.ts';
import { load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/framework-page';
import {
  addNodeInput,
  aliasInput,
  changeFrameworkInput,
  changeNodeInput,
  moveNodeInput,
  revisionInput,
} from './framework.input.ts';
import { canEditFrameworks, changeFramework, getFramework } from './framework.server.ts';
import { readAliasId, readLink } from './framework-form.server.ts';
import { addNode, changeNode, moveNode, removeNode } from './node.server.ts';
import { NodeItem } from './node-item.tsx';
import { addAlias, addLink, removeAlias, removeLink } from './node-link.server.ts';
import { listOtherNodes } from './other-node.server.ts';

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    if (!canEditFrameworks(actor)) throw forbidden('admin.framework');
    const framework = await getFramework(tx, actor.institutionId, args.params.framework);
    return { framework, others: await listOtherNodes(tx, actor.institutionId, framework.frameworkId) };
  });
}

export async function action(args: Route.ActionArgs) {
  const code = args.params.framework;
  const at = (form: FormData) => ({ framework: code, node: String(form.get('node')) });
  return formAction(args, {
    change: (tx, actor, form) => changeFramework(tx, actor, code, readForm(changeFrameworkInput, form)),
    add: (tx, actor, form) => addNode(tx, actor, code, readForm(addNodeInput, form)),
    node: (tx, actor, form) => changeNode(tx, actor, at(form), readForm(changeNodeInput, form)),
    move: (tx, actor, form) => moveNode(tx, actor, at(form), readForm(moveNodeInput, form)),
    remove: (tx, actor, form) => removeNode(tx, actor, at(form), readForm(revisionInput, form)),
    alias: (tx, actor, form) => addAlias(tx, actor, at(form), readForm(aliasInput, form)),
    unalias: (tx, actor, form) => removeAlias(tx, actor, at(form), readAliasId(form)),
    link: (tx, actor, form) => addLink(tx, actor, at(form), readLink(form)),
    unlink: (tx, actor, form) => removeLink(tx, actor, at(form), readLink(form)),
  });
}

export default function FrameworkPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { framework, others } = loaderData;
  const name = nameOf(framework, locale);
  return (
    <>
      <PageTitle page={name} />
      <AdminHead
        title={name}
        lead={[framework.code, framework.source].filter(Boolean).join(' · ')}
        above={{ href: '/admin/frameworks', label: text('admin.frameworks') }}
      />
      <PageBody>
        <h2>{text('frameworks.nodes.title')}</h2>
        {framework.nodes.length === 0 ? (
          <Empty title={text('frameworks.nodes.none')}>{text('frameworks.nodes.none.next')}</Empty>
        ) : null}
        <ul className="rows">
          {framework.nodes.map((node) => (
            <NodeItem
              key={node.nodeId}
              node={node}
              revision={framework.revision}
              others={others}
              result={actionData}
            />
          ))}
        </ul>
        <FrameworkForms framework={framework} result={actionData} />
      </PageBody>
    </>
  );
}

function FrameworkForms(props: {
  framework: Route.ComponentProps['loaderData']['framework'];
  result: ActionResult | undefined;
}) {
  const text = useText();
  const locale = useLocale();
  const { framework, result } = props;
  const hidden = { revision: String(framework.revision) };
  return (
    <>
      <Disclosure summary={text('frameworks.add-node')} open={justSent(result, 'add')}>
        <ActionForm intent="add" result={result} hidden={hidden} submit={text('frameworks.add-node.submit')}>
          {(wire) => (
            <>
              <div className="pair">
                <TextField {...wire('nameNl')} />
                <TextField {...wire('nameEn')} />
                <TextField {...wire('code')} width="short" hint={text('field.code.hint')} />
                <Select
                  {...wire('parent')}
                  options={codeOptions(locale, framework.nodes)}
                  none={text('frameworks.top')}
                  optional
                />
              </div>
              <TextArea {...wire('textNl')} rows={3} optional />
              <TextArea {...wire('textEn')} rows={3} optional />
            </>
          )}
        </ActionForm>
      </Disclosure>
      <Disclosure summary={text('frameworks.change')} open={justSent(result, 'change')}>
        <ActionForm intent="change" result={result} hidden={hidden} submit={text('admin.save')}>
          {(wire) => (
            <div className="pair">
              <TextField {...wire('nameNl', framework.nameNl)} />
              <TextField {...wire('nameEn', framework.nameEn)} />
              <TextField {...wire('source', framework.source)} optional />
            </div>
          )}
        </ActionForm>
      </Disclosure>
    </>
  );
}
