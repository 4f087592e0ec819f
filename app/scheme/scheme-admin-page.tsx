import { listFrameworks } from '#app/framework/framework.server.ts';
import { formAction } from '#app/identity/action.server.ts';
import { AdminHead } from '#app/identity/admin-layout.tsx';
import { readForm, rowId } from '#app/identity/form.server.ts';
import { load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { listBodyKinds } from '#app/organisation/body-kind.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/scheme-admin-page';
import { putCarryOverRule, removeCarryOverRule } from './carry-over-rule.server.ts';
import { putKind, putQuestion, removeKind, removeQuestion } from './document-kind.server.ts';
import { putExclusion, removeExclusion } from './exclusion.server.ts';
import { putFund, removeFund } from './fund.server.ts';
import { KindSection } from './kind-section.tsx';
import { listPrintable } from './question-template.server.ts';
import { putRate, removeRate } from './rate.server.ts';
import { requirementInput } from './requirement.input.ts';
import { putRequirement, removeRequirement } from './requirement.server.ts';
import { addRight, changeRight, removeRight } from './right.server.ts';
import { readRight } from './right-form.server.ts';
import { loadRightsSet, setOfForm, shippedSets } from './rights-set.server.ts';
import { RightsSetSection } from './rights-set-section.tsx';
import {
  addEventInput,
  changeSchemeInput,
  exclusionInput,
  fundInput,
  revisionInput,
  settleEventInput,
} from './scheme.input.ts';
import { addEvent, settleEvent } from './scheme-event.server.ts';
import { EventSection } from './scheme-event-section.tsx';
import { readCarryOverRule, readKind, readQuestion, readRate } from './scheme-form.server.ts';
import { MoneyPartSection } from './scheme-part-section.tsx';
import { getScheme } from './scheme-read.server.ts';
import { canEditSchemes, changeScheme } from './scheme-setting.server.ts';
import { SchemeSettings } from './scheme-setting-section.tsx';

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    if (!canEditSchemes(actor)) throw forbidden('admin.scheme');
    return {
      scheme: await getScheme(tx, actor.institutionId, args.params.scheme),
      bodyKinds: await listBodyKinds(tx, actor.institutionId),
      frameworks: await listFrameworks(tx, actor.institutionId),
      tables: await listPrintable(tx, actor, args.params.scheme),
      sets: shippedSets().map(({ code, nameNl, nameEn }) => ({ code, nameNl, nameEn })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const scheme = args.params.scheme;
  const field = (form: FormData, name: string) => String(form.get(name) ?? '');
  /** The part's own code: of the row, or typed in the form that makes a new one. */
  const at = (form: FormData) => ({ scheme, part: field(form, 'part') || field(form, 'code') });
  const inKind = (form: FormData) => ({ ...at(form), kind: field(form, 'kind.code') });
  const row = (form: FormData) => ({ ...inKind(form), part: rowId(form) });
  const seen = (form: FormData) => readForm(revisionInput, form);
  return formAction(args, {
    change: (tx, actor, form) => changeScheme(tx, actor, scheme, readForm(changeSchemeInput, form)),
    fund: (tx, actor, form) => putFund(tx, actor, at(form), readForm(fundInput, form)),
    'fund.remove': (tx, actor, form) => removeFund(tx, actor, at(form), seen(form)),
    exclusion: (tx, actor, form) => putExclusion(tx, actor, at(form), readForm(exclusionInput, form)),
    'exclusion.remove': (tx, actor, form) => removeExclusion(tx, actor, at(form), seen(form)),
    rate: (tx, actor, form) => {
      const { year, input } = readRate(form);
      return putRate(tx, actor, { scheme, part: year }, input);
    },
    'rate.remove': (tx, actor, form) =>
      removeRate(tx, actor, { scheme, part: Number(field(form, 'part')) || 0 }, seen(form)),
    event: (tx, actor, form) => addEvent(tx, actor, scheme, readForm(addEventInput, form)),
    settle: (tx, actor, form) =>
      settleEvent(tx, actor, { scheme, part: rowId(form) }, readForm(settleEventInput, form)),
    kind: (tx, actor, form) => putKind(tx, actor, at(form), readKind(form)),
    'kind.remove': (tx, actor, form) => removeKind(tx, actor, at(form), seen(form)),
    'carry-over': (tx, actor, form) => putCarryOverRule(tx, actor, at(form), readCarryOverRule(form)),
    'carry-over.remove': (tx, actor, form) => removeCarryOverRule(tx, actor, at(form), seen(form)),
    question: (tx, actor, form) => putQuestion(tx, actor, inKind(form), readQuestion(form)),
    'question.remove': (tx, actor, form) => removeQuestion(tx, actor, inKind(form), seen(form)),
    requirement: (tx, actor, form) =>
      putRequirement(tx, actor, inKind(form), readForm(requirementInput, form)),
    'requirement.remove': (tx, actor, form) => removeRequirement(tx, actor, inKind(form), seen(form)),
    right: (tx, actor, form) =>
      field(form, 'part')
        ? changeRight(tx, actor, row(form), readRight(form))
        : addRight(tx, actor, inKind(form), readRight(form)),
    'rights-set': async (tx, actor, form) =>
      loadRightsSet(tx, actor, scheme, { ...seen(form), set: await setOfForm(form) }),
    'right.remove': (tx, actor, form) => removeRight(tx, actor, row(form), seen(form)),
  });
}

export default function SchemeAdminPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { scheme } = loaderData;
  const name = nameOf(scheme, locale);
  const common = { scheme, result: actionData };
  return (
    <>
      <PageTitle page={name} />
      <AdminHead
        title={name}
        lead={text('scheme.head', {
          first: String(scheme.firstYear),
          last: String(scheme.lastYear),
          source: scheme.legalSource,
        })}
        above={{ href: '/admin/schemes', label: text('admin.schemes') }}
        actions={<ButtonLink href={`/schemes/${scheme.code}`}>{text('scheme-admin.open')}</ButtonLink>}
      />
      <PageBody>
        <SchemeSettings {...common} frameworks={loaderData.frameworks} />
        <MoneyPartSection {...common} />
        <EventSection {...common} />
        <RightsSetSection {...common} sets={loaderData.sets} />
        <KindSection {...common} bodyKinds={loaderData.bodyKinds} tables={loaderData.tables} />
      </PageBody>
    </>
  );
}
