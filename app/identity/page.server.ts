import { createContext, data, type RouterContextProvider, redirect } from 'react-router';
import type { Actor } from '#app/kernel/actor.ts';
import type { Afterwards } from '#app/kernel/afterwards.ts';
import type { Clock } from '#app/kernel/clock.ts';
import { type Db, inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { type Problem, problemOf } from '#app/kernel/problem.ts';
import { actorOfSession } from './identity.server.ts';

/** `__Host-`: only over a secure origin (loopback counts), never from another host or path. */
export const sessionCookie = '__Host-akkoord';

/** What the server gives every request: the database, the clock, the address asked from, the nonce. */
export type Edge = {
  db: Db;
  clock: Clock;
  address: string;
  nonce: string;
  demo: boolean;
  afterwards: Afterwards;
};

export const edgeContext = createContext<Edge>();
export const actorContext = createContext<Actor | null>(null);

type Context = Readonly<RouterContextProvider>;

/** The session token in a request's cookies, if it has one of the right shape. */
export function sessionToken(request: Request): string | null {
  const cookies = request.headers.get('cookie') ?? '';
  return (
    cookies.match(new RegExp(`(?:^|; )${sessionCookie}=([0-9a-f-]{36}\\.[\\w-]{43})(?:;|$)`))?.[1] ?? null
  );
}

/** The actor of a request's session, or null. */
export async function actorOfRequest(db: Db, request: Request): Promise<Actor | null> {
  const token = sessionToken(request);
  return token ? inInstitution(db, token.slice(0, 36), (tx) => actorOfSession(tx, token)) : null;
}

/** Where one's own password is changed. */
const accountPath = '/account';

/**
 * The signed-in actor of this request; otherwise on to the sign-in page, and back here after it. With a password
 * that somebody else handed over, every page but the one to change it leads there.
 */
export function requireActor(context: Context, request: Request): Actor {
  const actor = context.get(actorContext);
  const url = new URL(request.url);
  const path = url.pathname.replace(/\.data$/, '');
  if (actor?.mustChangePassword && path !== accountPath) throw redirect(accountPath);
  if (actor) return actor;
  const back = `${path}${url.search}`;
  throw redirect(`/sign-in?back=${encodeURIComponent(back)}`);
}

type Work<T> = (tx: Tx, actor: Actor) => Promise<T>;
type Args = { context: Context; request: Request };

/**
 * Runs a page's reads in one transaction of the actor's institution. Missing becomes the 404 page, a
 * lacking right the 403 page.
 */
export async function load<T>({ context, request }: Args, work: Work<T>): Promise<T> {
  const actor = requireActor(context, request);
  try {
    return await inInstitution(context.get(edgeContext).db, actor.institutionId, (tx) => work(tx, actor));
  } catch (error) {
    const problem = problemOf(error);
    throw problem ? data(problem, { status: problem.status }) : error;
  }
}

/**
 * Runs a page's write in one transaction. A refusal or invalid input comes back as a value, with nothing
 * stored, so that the page shows it beside what the person typed; Missing throws to the 404 page.
 */
export async function act<T>(
  { context, request }: Args,
  work: Work<T>,
): Promise<{ done: T } | { problem: Problem }> {
  const actor = requireActor(context, request);
  try {
    return {
      done: await inInstitution(context.get(edgeContext).db, actor.institutionId, (tx) => work(tx, actor)),
    };
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    if (problem.status === 404) throw data(problem, { status: 404 });
    return { problem };
  }
}
