import { redirect } from 'react-router';
import { retractVersion } from '#app/document/retraction.server.ts';
import { canRetract, type Retraction, retractPermission } from '#app/document/version.ts';
import { readForm } from '#app/identity/form.server.ts';
import { act, load } from '#app/identity/page.server.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { returnInput } from './plan.input.ts';
import { getPlanHead } from './plan.server.ts';
import { chooseVersion } from './plan.ts';
import { documentHref } from './plan-words.ts';

type Args = Parameters<typeof load>[0] & { params: { scheme: string; document: string } };

/** What the page shows on which a version is returned or withdrawn. @throws 403 for who may not */
export function loadRetraction(args: Args, action: Retraction) {
  return load(args, async (tx, actor) => {
    const head = await getPlanHead(tx, actor, args.params);
    if (!canRetract(actor, action, head)) throw forbidden(retractPermission(action, head.stage));
    const version = chooseVersion(head.versions, { draft: false });
    return { head, version, home: documentHref(head) };
  });
}

/** Takes the version back and goes to its document; a refusal comes back with the reason as typed. */
export async function postRetraction(args: Args, action: Retraction) {
  const form = await args.request.formData();
  const outcome = await act(args, async (tx, actor) => {
    await retractVersion(tx, actor, { ...args.params, action, ...readForm(returnInput, form) });
    return documentHref(await getPlanHead(tx, actor, args.params));
  });
  if ('done' in outcome) return redirect(outcome.done);
  return { ...outcome, reason: String(form.get('reason') ?? '') };
}
