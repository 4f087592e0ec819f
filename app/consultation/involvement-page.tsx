import { formAction } from '#app/identity/action.server.ts';
import { load } from '#app/identity/page.server.ts';
import { PartList } from '#app/identity/part-list.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/involvement-page';
import { canManageMethods, canWriteConsultation, canWriteSomeConsultation } from './consultation.ts';
import { ConsultationNav } from './consultation-nav.tsx';
import {
  type Involvement,
  listInvolvements,
  putInvolvement,
  removeInvolvement,
} from './involvement.server.ts';
import { InvolvementFields } from './involvement-fields.tsx';
import { readInvolvement } from './involvement-form.server.ts';
import { listInvolvementPlaces } from './involvement-place.server.ts';
import { InvolvementView } from './involvement-view.tsx';
import './consultation.css';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  return load(args, async (tx, actor) => {
    const involvements = await listInvolvements(tx, actor, scheme);
    const mayAdd = canWriteSomeConsultation(actor);
    return {
      scheme,
      involvements: involvements.map((one) => ({ ...one, mayChange: canWriteConsultation(actor, one) })),
      places: mayAdd ? await listInvolvementPlaces(tx, actor) : { units: [], bodies: [] },
      ...{ mayAdd, mayManage: canManageMethods(actor) },
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme } = args.params;
  const partOf = (form: FormData) => String(form.get('part') || form.get('code') || '').trim();
  return formAction(args, {
    involvement: (tx, actor, form) => {
      const revision = Number(form.get('revision')) || 0;
      return putInvolvement(
        tx,
        actor,
        { scheme, involvement: partOf(form), revision },
        readInvolvement(form),
      );
    },
    'involvement.remove': (tx, actor, form) =>
      removeInvolvement(tx, actor, { scheme, involvement: partOf(form) }),
  });
}

/** In what standing forms students and others take part: who, how many, for what pay, how often they were heard. */
export default function InvolvementPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, involvements, places, mayAdd, mayManage } = loaderData;
  const read = involvements.filter((one) => !one.mayChange);
  const own = involvements.filter((one) => one.mayChange);
  return (
    <PageBody>
      <PageTitle page={text('consultation.nav.involvement')} />
      <ConsultationNav scheme={scheme} current="involvement" mayManage={mayManage} />
      <p className="said">{text('involvement.lead')}</p>
      {involvements.length === 0 ? (
        <Empty title={text('involvement.none')}>{mayAdd ? text('involvement.none.next') : null}</Empty>
      ) : null}
      {read.length > 0 ? (
        <ul className="rows">
          {read.map((one) => (
            <li key={one.code}>
              <InvolvementView involvement={one} />
            </li>
          ))}
        </ul>
      ) : null}
      {mayAdd ? (
        <PartList
          intent="involvement"
          parts={own}
          partOf={(one) => one.code}
          result={actionData}
          hidden={{}}
          add={text('involvement.add')}
          fields={(wire, one?: Involvement) => (
            <InvolvementFields wire={wire} involvement={one} places={places} />
          )}
        >
          {(one) => <InvolvementView involvement={one} />}
        </PartList>
      ) : null}
    </PageBody>
  );
}
