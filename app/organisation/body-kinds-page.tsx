import { formAction } from '#app/identity/action.server.ts';
import { AdminHead } from '#app/identity/admin-layout.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { load } from '#app/identity/page.server.ts';
import { PartList } from '#app/identity/part-list.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { Empty } from '#app/ui/empty.tsx';
import { TextField } from '#app/ui/form.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/body-kinds-page';
import {
  addBodyKind,
  canEditBodyKinds,
  changeBodyKind,
  listBodyKinds,
  removeBodyKind,
} from './body-kind.server.ts';
import { addBodyKindInput, changeBodyKindInput } from './organisation.input.ts';

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    if (!canEditBodyKinds(actor)) throw forbidden('admin.organisation');
    return { kinds: await listBodyKinds(tx, actor.institutionId) };
  });
}

export async function action(args: Route.ActionArgs) {
  const part = (form: FormData) => String(form.get('part') ?? '');
  return formAction(args, {
    kind: async (tx, actor, form) =>
      part(form) === ''
        ? addBodyKind(tx, actor, readForm(addBodyKindInput, form))
        : changeBodyKind(tx, actor, part(form), readForm(changeBodyKindInput, form)),
    'kind.remove': (tx, actor, form) => removeBodyKind(tx, actor, part(form)),
  });
}

/** What kinds of bodies there are and what they are called, everywhere that one is named. */
export default function BodyKindsPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { kinds } = loaderData;
  const revisions = Object.fromEntries(kinds.map((one) => [one.code, String(one.revision)]));
  return (
    <>
      <PageTitle page={text('admin.body-kinds')} />
      <AdminHead title={text('admin.body-kinds')} lead={text('body-kinds.lead')} />
      <PageBody>
        {kinds.length === 0 ? (
          <Empty title={text('body-kinds.none')}>{text('body-kinds.none.next')}</Empty>
        ) : null}
        <PartList
          intent="kind"
          parts={kinds}
          partOf={(one) => one.code}
          result={actionData}
          hidden={{}}
          add={text('body-kinds.add')}
          openAdd={kinds.length === 0}
          fields={(wire, one) => (
            <>
              {one ? <input type="hidden" name="revision" value={revisions[one.code]} /> : null}
              <div className="pair">
                <TextField {...wire('nameNl', one?.nameNl)} />
                <TextField {...wire('nameEn', one?.nameEn)} />
                {one ? (
                  <TextField {...wire('sort', one.sort)} width="short" inputMode="numeric" />
                ) : (
                  <TextField {...wire('code')} width="short" hint={text('body-kinds.code.hint')} />
                )}
              </div>
            </>
          )}
        >
          {(one) => (
            <div className="row">
              <b>{nameOf(one, locale)}</b>
              <span>{nameOf(one, locale === 'en' ? 'nl' : 'en')}</span>
              <span className="code">{one.code}</span>
            </div>
          )}
        </PartList>
      </PageBody>
    </>
  );
}
