import { describe, expect, test } from 'vitest';
import { address } from './file-server.ts';

/** What a browser relies on, asked of the running server over HTTP. */
const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${address()}${path}`, { redirect: 'manual', ...init });

async function signInCookie(): Promise<string> {
  const response = await ask('/sign-in', {
    method: 'POST',
    headers: { origin: address() },
    body: new URLSearchParams({ demo: 'voorbeeld/lezer', back: '/' }),
  });
  return response.headers.get('set-cookie') ?? '';
}

describe('a page', () => {
  test('runs no script but its own: a nonce of its own each time, no inline style, no frame around it', async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => {
        const response = await ask('/sign-in');
        return { policy: response.headers.get('content-security-policy') ?? '', html: await response.text() };
      }),
    );
    const [one, two] = policies;
    const nonce = one!.policy.match(/'nonce-([\w-]+)'/)?.[1];
    expect(nonce).toBeTruthy();
    expect(two!.policy).not.toContain(nonce);
    expect(one!.policy).toContain("frame-ancestors 'none'");
    expect(one!.policy).not.toContain('unsafe');
    const scripts = one!.html.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect(one!.html).not.toMatch(/ style="/);
  });

  test('is not kept by caches, not sniffed, and tells no other site where one came from', async () => {
    const { headers } = await ask('/sign-in');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('leads nobody to another site after sign-in', async () => {
    for (const back of ['https://example.org', '//example.org', '/\\example.org']) {
      const response = await ask('/sign-in', {
        method: 'POST',
        headers: { origin: address() },
        body: new URLSearchParams({ demo: 'voorbeeld/lezer', back }),
      });
      expect(response.headers.get('location')).toBe('/');
    }
  });
});

describe('a session cookie', () => {
  test('is bound to this host, out of reach of scripts, and not sent along from elsewhere', async () => {
    const cookie = await signInCookie();
    expect(cookie).toMatch(
      /^__Host-akkoord=[0-9a-f-]{36}\.[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
    );
  });
});

describe('a write', () => {
  test('from another site is refused, whoever is signed in', async () => {
    const cookie = (await signInCookie()).split(';')[0]!;
    const forged: Record<string, string>[] = [
      { cookie, origin: 'https://example.org' },
      { cookie, 'sec-fetch-site': 'cross-site', origin: address() },
      { cookie },
    ];
    for (const headers of forged) {
      const response = await ask('/sign-out', { method: 'POST', headers, body: new URLSearchParams() });
      expect(response.status).toBe(403);
    }
    const own = await ask('/', { headers: { cookie } });
    expect(own.status).toBe(200);
  });
});

describe('the API', () => {
  test('describes itself to everybody, and answers nobody else', async () => {
    const open = await ask('/api/v1/openapi.json');
    expect(open.status).toBe(200);
    expect(open.headers.get('access-control-allow-origin')).toBe('*');
    expect(((await open.json()) as { openapi: string }).openapi).toBe('3.1.0');
    const closed = await ask('/api/v1/schemes');
    expect(closed.status).toBe(401);
    expect(closed.headers.get('content-type')).toBe('application/problem+json');
    expect(closed.headers.get('api-version')).toBe('1.0.0');
  });

  test('a session is no token', async () => {
    const cookie = (await signInCookie()).split(';')[0]!;
    expect((await ask('/api/v1/schemes', { headers: { cookie } })).status).toBe(401);
  });
});
