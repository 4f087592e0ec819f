import { redirect } from 'react-router';
import { formAction } from '#app/identity/action.server.ts';
import { ActionForm } from '#app/identity/action-form.tsx';
import { parseInput } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden, InvalidInput } from '#app/kernel/rejection.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { PageBody } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/indicator-form-page';
import { getIndicator } from './definition.server.ts';
import { current } from './definition.ts';
import { DefinitionFields } from './definition-fields.tsx';
import { readDefinitionForm } from './definition-form.ts';
import { getDefinitionFrame } from './definition-frame.server.ts';
import { defineIndicator, redefineIndicator } from './definition-write.server.ts';
import { definitionInput, newIndicatorInput } from './indicator.input.ts';
import { canDefine } from './indicator.ts';
import { IndicatorHead } from './indicator-head.tsx';
import './indicator.css';

export const handle = { ownHead: true };

type Params = { scheme: string; indicator?: string };

export async function loader(args: Route.LoaderArgs) {
  const { scheme, indicator: code } = args.params as Params;
  const year = Number(isoDate(args.context.get(edgeContext).clock()).slice(0, 4));
  return load(args, async (tx, actor) => {
    if (!canDefine(actor)) throw forbidden('admin.scheme');
    const head = await getSchemeHead(tx, actor.institutionId, scheme);
    const found = code ? await getIndicator(tx, actor, { scheme, indicator: code }) : null;
    const { units, nodes, measures } = await getDefinitionFrame(tx, actor, scheme);
    const one = found ? { ...found.indicator, definition: current(found.indicator) } : null;
    return { head, year, one, frame: { units, nodes, measures } };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme, indicator } = args.params as Params;
  const read = (form: FormData) => {
    const { given, errors } = readDefinitionForm(form);
    if (errors.length > 0) throw new InvalidInput(errors);
    return given;
  };
  const result = await formAction(args, {
    define: (tx, actor, form) => {
      const { code, ...definition } = read(form);
      const input = parseInput(newIndicatorInput, {
        code,
        definition: parseInput(definitionInput, definition),
      });
      return defineIndicator(tx, actor, scheme, input);
    },
    redefine: (tx, actor, form) =>
      redefineIndicator(
        tx,
        actor,
        { scheme, indicator: indicator ?? '', revision: Number(form.get('revision')) },
        parseInput(definitionInput, read(form)),
      ),
  });
  if ('problem' in result) return result;
  const code = indicator ?? (result.done as { code: string }).code;
  throw redirect(`/schemes/${scheme}/indicators/${code}`);
}

/** Says what is measured and how; for one that there is already, as a new version of its definition. */
export default function IndicatorFormPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, one } = loaderData;
  const title = one
    ? text('indicator.redefine', { name: nameOf(one.definition, locale) })
    : text('indicator.add');
  return (
    <>
      <IndicatorHead
        scheme={head}
        title={title}
        lead={text(one ? 'indicator.redefine.lead' : 'indicator.add.lead')}
      />
      <PageBody narrow>
        <ActionForm
          intent={one ? 'redefine' : 'define'}
          result={actionData}
          submit={text(one ? 'indicator.redefine.save' : 'indicator.add.save')}
          hidden={one ? { revision: String(one.revision) } : {}}
        >
          {(wire) => (
            <DefinitionFields
              wire={wire}
              frame={loaderData.frame}
              definition={one?.definition ?? null}
              year={loaderData.year}
            />
          )}
        </ActionForm>
      </PageBody>
    </>
  );
}
