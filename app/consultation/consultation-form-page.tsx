import { redirect } from 'react-router';
import { parseInput } from '#app/identity/form.server.ts';
import { act, load } from '#app/identity/page.server.ts';
import { may } from '#app/kernel/actor.ts';
import { forbidden, InvalidInput } from '#app/kernel/rejection.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/consultation-form-page';
import { consultationInput } from './consultation.input.ts';
import { getWrittenConsultation } from './consultation.server.ts';
import { canWriteConsultation, canWriteSomeConsultation } from './consultation.ts';
import { ConsultationFields } from './consultation-fields.tsx';
import { readConsultationForm } from './consultation-form.ts';
import { getConsultationFrame } from './consultation-frame.server.ts';
import { saveConsultation } from './consultation-write.server.ts';
import './consultation.css';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const { scheme, consultation: id } = args.params as { scheme: string; consultation?: string };
  return load(args, async (tx, actor) => {
    if (!canWriteSomeConsultation(actor)) throw forbidden('consultation.write');
    const head = await getSchemeHead(tx, actor.institutionId, scheme);
    const one = id ? await getWrittenConsultation(tx, actor, { scheme, id }) : null;
    if (one && !canWriteConsultation(actor, one)) throw forbidden('consultation.write');
    const { units, bodies, ...frame } = await getConsultationFrame(tx, actor, scheme);
    // A council's secretary writes for the council, at the unit where it stands.
    const own = bodies.filter(
      (body) =>
        canWriteConsultation(actor, { unitId: null, bodyId: body.bodyId }) ||
        may(actor, 'consultation.write', body.unitId),
    );
    const at = new Set(own.map((body) => body.unitId));
    return {
      head,
      one,
      frame: {
        ...frame,
        // anybody's outcome may be discussed by any body
        everyBody: bodies.map(({ code, nameNl, nameEn }) => ({ code, nameNl, nameEn })),
        bodies: own,
        units: units.filter((unit) => may(actor, 'consultation.write', unit.unitId) || at.has(unit.unitId)),
      },
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme, consultation: id } = args.params as { scheme: string; consultation?: string };
  const form = await args.request.formData();
  const result = await act(args, (tx, actor) => {
    const { input, errors } = readConsultationForm(form);
    if (errors.length > 0) throw new InvalidInput(errors);
    const revision = Number(form.get('revision')) || null;
    return saveConsultation(
      tx,
      actor,
      { scheme, id: id ?? null, revision },
      parseInput(consultationInput, input),
    );
  });
  if ('done' in result) return redirect(`/schemes/${scheme}/consultations/${result.done.consultationId}`);
  const typed = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return { problem: result.problem, typed: typed as [string, string][] };
}

export default function ConsultationFormPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { head, one, frame } = loaderData;
  const base = `/schemes/${head.code}/consultations`;
  const title = one ? text('consultation.change', { title: one.title }) : text('consultation.add');
  return (
    <>
      <PageTitle page={title} />
      <PageHead
        breadcrumb={[{ href: base, label: text('consultation.title') }]}
        title={title}
        lead={text('consultation.form.lead')}
      />
      <PageBody narrow>
        <ConsultationFields
          frame={frame}
          one={one}
          problem={actionData?.problem ?? null}
          typed={actionData?.typed ?? null}
          cancelHref={one ? `${base}/${one.consultationId}` : base}
        />
      </PageBody>
    </>
  );
}
