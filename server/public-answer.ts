import { RouterContextProvider } from 'react-router';
import { actorContext } from '#app/identity/page.server.ts';
import { asPublic, type Db } from '#app/kernel/db.server.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { localeOf } from '#app/messages/locale.server.ts';
import { type PublicPlace, publicState } from '#app/portal/public-state.server.ts';
import { type Kept, keepAnswers } from './public-cache.ts';

/**
 * What the public pages send, around what React Router renders: no script, nothing of a session, named by content.
 * Browsers may keep an answer but ask each time whether it still stands, so that what is withdrawn is gone at once;
 * asking costs one statement, for what was made is kept here too.
 */

/** In bytes, for all answers together: some hundreds of pages. */
const most = 16 * 1024 * 1024;

const nobody = new RouterContextProvider();
nobody.set(actorContext, null);

type Around = { db: Db; render: (request: Request) => Promise<Response>; development: boolean };

/** Answers requests for public pages and files. */
export function publicAnswers({ db, render, development }: Around): (request: Request) => Promise<Response> {
  const answers = keepAnswers(most);
  return async (request) => {
    const asked = asNobody(request);
    const { key, place } = addressOf(asked);
    // read before the page is made: what changes meanwhile has another state, and is made anew
    const state = place && (await asPublic(db, (tx) => publicState(tx, place)));
    const kept = state ? answers.find(key, state) : null;
    if (kept) return answer(request, kept);
    const response = await render(asked);
    const headers = new Headers(response.headers);
    headers.delete('set-cookie');
    headers.set('content-security-policy', policy(development));
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
    if (response.status !== 200) return new Response(response.body, { status: response.status, headers });
    const bytes = new Uint8Array(await response.arrayBuffer());
    headers.set('etag', `"${sha256(bytes).slice(0, 32)}"`);
    const made = { state: state ?? '', headers: [...headers], bytes };
    if (state) answers.put(key, made);
    return answer(request, made);
  };
}

/** The same question without anything that says who asks; what a HEAD leaves out is left out at the end. */
function asNobody(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete('cookie');
  headers.delete('authorization');
  return new Request(request.url, { headers });
}

/** What an answer depends on beside its state; `place` is null where nothing is kept. */
function addressOf(request: Request): { key: string; place: PublicPlace | null } {
  const { origin, pathname, search, searchParams } = new URL(request.url);
  const key = [origin, pathname, search, localeOf(request, nobody)].join(' ');
  const plain = [...searchParams.keys()].every((name) => name === 'lang');
  const codes = decoded(pathname);
  if (!plain || codes === null) return { key, place: null };
  const [, institution, scheme, document] = codes;
  return { key, place: { institution, scheme, document } };
}

function decoded(pathname: string): string[] | null {
  try {
    return pathname.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return null;
  }
}

/** 304 to who has exactly this. */
function answer(request: Request, { headers, bytes }: Pick<Kept, 'headers' | 'bytes'>): Response {
  const etag = headers.find(([name]) => name === 'etag')?.[1];
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  if (known.some((one) => one.trim().replace(/^W\//, '') === etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(request.method === 'HEAD' ? null : bytes, { status: 200, headers });
}

function policy(development: boolean): string {
  return [
    "default-src 'none'",
    `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Search engines read the public pages and nothing else. */
export function robots(): Response {
  const lines = ['User-agent: *', 'Allow: /public', 'Allow: /assets/', 'Disallow: /'];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
