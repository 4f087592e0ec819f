import type { Actor } from '#app/kernel/actor.ts';
import { chosenTheirs } from '#app/kernel/conflict.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { textsOf } from '#app/kernel/form-text.ts';
import { newId } from '#app/kernel/id.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import type { ActionResult } from './action.ts';
import { act } from './page.server.ts';

type Handler = (tx: Tx, actor: Actor, form: FormData) => Promise<unknown>;

/**
 * The action of a page with several forms: `intent` says which handler runs, `key` which row it is about.
 * @returns what was done, or the problem with what was typed, so that nothing typed is lost
 */
export async function formAction(
  args: Parameters<typeof act>[0],
  handlers: Record<string, Handler>,
): Promise<ActionResult> {
  const form = await args.request.formData();
  for (const [name, value] of Object.entries(chosenTheirs(textsOf(form)))) {
    form.delete(name);
    for (const one of name.endsWith('[]') ? value.split(',') : [value]) form.append(name, one);
  }
  const field = (name: string) => String(form.get(name) ?? '');
  const intent = field('intent');
  const handler = Object.hasOwn(handlers, intent) ? handlers[intent] : undefined;
  const result = await act(args, async (tx, actor) => {
    if (!handler) throw new InvalidInput([{ path: 'intent', code: 'field.required', params: {} }]);
    return (await handler(tx, actor, form)) ?? null;
  });
  const which = { intent, key: field('key'), stamp: newId() };
  if ('done' in result) return { ...which, done: result.done };
  return { ...which, problem: result.problem, typed: textsOf(form) };
}
