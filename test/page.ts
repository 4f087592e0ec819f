import { RouterContextProvider } from 'react-router';
import { actorContext, edgeContext } from '#app/identity/page.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Afterwards } from '#app/kernel/afterwards.ts';
import type { Db } from '#app/kernel/db.server.ts';

type Ask = {
  db: Db;
  actor: Actor | null;
  path: string;
  params?: Record<string, string>;
  /** posted as a form; without it the request is a GET */
  form?: Record<string, string> | FormData;
  now?: Date;
  /** takes what the page does not wait for; without it that is not done */
  afterwards?: Afterwards;
};

/** The arguments of a page's loader or action, as the server gives them for this request. */
export function pageArgs<Args>({ db, actor, path, params = {}, form, now = new Date(), ...ask }: Ask): Args {
  const { afterwards = () => undefined } = ask;
  const context = new RouterContextProvider();
  context.set(edgeContext, {
    db,
    clock: () => now,
    address: '127.0.0.1',
    nonce: 'test',
    demo: true,
    afterwards,
  });
  context.set(actorContext, actor);
  const body = form instanceof FormData ? form : form && new URLSearchParams(form);
  const request = new Request(`http://test.local${path}`, body ? { method: 'POST', body } : {});
  return { request, context, params, unstable_pattern: path } as Args;
}
