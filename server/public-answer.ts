import { sha256 } from '#app/kernel/hash.ts';

/** What the public pages send, around what React Router renders: no script, nothing of a session, named by content. */

/** The same question without anything that says who asks; what a HEAD leaves out is left out at the end. */
export function asNobody(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete('cookie');
  headers.delete('authorization');
  return new Request(request.url, { headers });
}

/**
 * Names an answer by its content and answers 304 to who has it. Pages are a few hundred kB and the same for all: the
 * hash costs less than a millisecond.
 */
export async function publicAnswer(
  request: Request,
  response: Response,
  { development }: { development: boolean },
): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.delete('set-cookie');
  headers.set('content-security-policy', policy(development));
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  if (response.status !== 200) return new Response(response.body, { status: response.status, headers });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const etag = `"${sha256(bytes).slice(0, 32)}"`;
  headers.set('etag', etag);
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
