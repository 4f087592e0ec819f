import { formAction } from '#app/identity/action.server.ts';
import { readForm } from '#app/identity/form.server.ts';
import { load } from '#app/identity/page.server.ts';
import { PartList } from '#app/identity/part-list.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Checkbox } from '#app/ui/choice.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Select, TextField } from '#app/ui/form.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/method-page';
import { methodForm } from './consultation.input.ts';
import { canManageMethods, methodKinds } from './consultation.ts';
import { ConsultationNav } from './consultation-nav.tsx';
import { listMethods, putMethod, removeMethod } from './method.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  return load(args, async (tx, actor) => {
    const schemeId = await schemeIdOf(tx, actor.institutionId, scheme);
    if (!canManageMethods(actor)) throw forbidden('admin.scheme');
    return { scheme, methods: await listMethods(tx, actor, schemeId) };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme } = args.params;
  return formAction(args, {
    method: (tx, actor, form) => {
      const { code, revision, individuals, ...input } = readForm(methodForm, form);
      const method = String(form.get('part') || code || '');
      return putMethod(tx, actor, { scheme, method, revision }, { ...input, individuals });
    },
    'method.remove': (tx, actor, form) =>
      removeMethod(tx, actor, { scheme, method: String(form.get('part')) }),
  });
}

/** In what ways a scheme consults: the list that the form of a consultation offers. */
export default function MethodPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { scheme, methods } = loaderData;
  return (
    <PageBody>
      <PageTitle page={text('consultation.nav.methods')} />
      <ConsultationNav scheme={scheme} current="methods" mayManage />
      <p className="said">{text('method.lead')}</p>
      {methods.length === 0 ? <Empty title={text('method.none')}>{text('method.none.next')}</Empty> : null}
      <PartList
        intent="method"
        parts={methods}
        partOf={(one) => one.code}
        result={actionData}
        hidden={{}}
        add={text('method.add')}
        openAdd={methods.length === 0}
        fields={(wire, one) => (
          <>
            <input type="hidden" name="revision" value={one?.revision ?? 0} />
            <div className="pair">
              <TextField {...wire('nameNl', one?.nameNl)} />
              <TextField {...wire('nameEn', one?.nameEn)} />
            </div>
            <div className="pair">
              <Select
                {...wire('kind', one?.kind ?? 'talk')}
                label={text('method.kind')}
                hint={text('method.kind.hint')}
                options={methodKinds.map((kind) => ({ value: kind, label: text(`method.kind.${kind}`) }))}
              />
              {one ? null : <TextField {...wire('code')} width="short" hint={text('method.code.hint')} />}
              <TextField {...wire('sort', one?.sort ?? methods.length)} width="short" inputMode="numeric" />
            </div>
            <Ticked {...wire('individuals', one?.individuals ? 'on' : '')} />
          </>
        )}
      >
        {(one) => (
          <div className="row">
            <b>{nameOf(one, locale)}</b>
            <span>{text(`method.kind.${one.kind}`)}</span>
            {one.individuals ? <Badge>{text('method.individuals.short')}</Badge> : null}
            <span className="code">{one.code}</span>
            <span>{text('method.used', { count: one.used })}</span>
          </div>
        )}
      </PartList>
    </PageBody>
  );
}

function Ticked({ defaultValue, ...rest }: Parameters<typeof Checkbox>[0]) {
  const text = useText();
  return (
    <Checkbox {...rest} label={text('method.individuals')} value="on" defaultChecked={defaultValue !== ''} />
  );
}
