import { data, type RouterContextProvider } from 'react-router';
import { edgeContext } from '#app/identity/page.server.ts';
import { asPublic, type Tx } from '#app/kernel/db.server.ts';
import { problemOf } from '#app/kernel/problem.ts';

type Args = { context: Readonly<RouterContextProvider> };

/** In every public answer: anyone may keep it, in the language that was asked, and asks each time whether it stands. */
export const publicHeaders = { 'cache-control': 'public, no-cache', vary: 'accept-language' };

/** Runs the reads of a public page as the public reader; what is not there, or not public, is the same 404. */
export async function loadPublic<T>({ context }: Args, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await asPublic(context.get(edgeContext).db, work);
  } catch (error) {
    const problem = problemOf(error);
    throw problem ? data(problem, { status: problem.status }) : error;
  }
}
