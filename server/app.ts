import { randomBytes } from 'node:crypto';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import type { Logger } from 'pino';
import {
  createRequestHandler,
  type RequestHandler,
  RouterContextProvider,
  type ServerBuild,
} from 'react-router';
import { actorContext, actorOfRequest, type Edge, edgeContext } from '#app/identity/page.server.ts';
import { begin } from '#app/kernel/afterwards.ts';
import type { Clock } from '#app/kernel/clock.ts';
import type { Db } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { localeOf } from '#app/messages/locale.server.ts';
import { api } from './api.ts';
import { publicAnswers, robots } from './public-answer.ts';

export type AppOptions = {
  db: Db;
  clock: Clock;
  log: Logger;
  /** demo mode: the sign-in page offers the demo institutions' accounts as buttons */
  demo: boolean;
  production: boolean;
  /** the built pages, asked for once */
  pages: () => Promise<ServerBuild>;
  /** the folder with the built client files; null in development, where vite serves them */
  clientFolder: string | null;
};

type Env = { Bindings: { incoming: { socket: { remoteAddress?: string } } } };

/**
 * The whole web application as one Hono app: security headers, the API, built files and pages.
 * A request for a page: this file, then the page's loader or action, then a use case with its SQL.
 */
export function createApp(options: AppOptions): Hono<Env> {
  const { db, clock, log, demo, production } = options;
  const app = new Hono<Env>();

  app.onError((error, c) => {
    const requestId = newId();
    log.error({ requestId, err: error, method: c.req.method, path: c.req.path });
    return c.text(`500 · request ${requestId}`, 500);
  });

  app.use(async (c, next) => {
    await next();
    const headers = c.res.headers;
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'same-origin');
    headers.set('x-frame-options', 'DENY');
    if (production) headers.set('strict-transport-security', 'max-age=31536000');
  });

  app.get('/healthz', (c) => c.text('ok'));
  app.route('/api/v1', api({ db, clock, log, afterwards: begin }));
  if (options.clientFolder) {
    const year = 60 * 60 * 24 * 365;
    app.use(
      '/assets/*',
      serveStatic({
        root: options.clientFolder,
        precompressed: true,
        onFound: (_, c) => c.header('cache-control', `public, max-age=${year}, immutable`),
      }),
    );
    app.use('/favicon.svg', serveStatic({ root: options.clientFolder }));
  }

  // from the pages themselves: from a function React Router would rank all routes anew for each request
  let handler: Promise<RequestHandler> | undefined;
  const handling = async () =>
    createRequestHandler(await options.pages(), production ? 'production' : 'development');

  // pages for everybody: whoever asks is nobody, whatever cookies come along
  app.get('/robots.txt', () => robots());
  const outside = publicAnswers({
    db,
    development: options.clientFolder === null,
    async render(request) {
      const context = new RouterContextProvider();
      context.set(edgeContext, { db, clock, nonce: '', demo, address: '', afterwards: begin });
      context.set(actorContext, null);
      handler ??= handling();
      return (await handler)(request, context);
    },
  });
  app.on(['GET', 'HEAD'], ['/public', '/public/*'], (c) => outside(c.req.raw));
  app.all('/public/*', (c) => c.text('405 · these pages are only read', 405));

  app.all('*', async (c) => {
    const request = c.req.raw;
    if (!sameOrigin(request)) return c.text('403 · cross-origin request refused', 403);
    const nonce = randomBytes(16).toString('base64url');
    const context = new RouterContextProvider();
    const address = c.env.incoming?.socket.remoteAddress ?? '';
    const edge: Edge = { db, clock, nonce, demo, address, afterwards: begin };
    context.set(edgeContext, edge);
    const actor = await actorOfRequest(db, request);
    context.set(actorContext, actor);
    // What the reader chose wins from what the account says, for data as for words.
    if (actor) context.set(actorContext, { ...actor, locale: localeOf(request, context) });
    handler ??= handling();
    const response = await (await handler)(request, context);
    setContentPolicy(c, response, nonce, options.clientFolder === null);
    return response;
  });
  return app;
}

/** A write must come from our own pages: the browser says where it comes from (OWASP CSRF, Fetch Metadata). */
function sameOrigin(request: Request): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  return origin !== null && new URL(origin).host === request.headers.get('host');
}

function setContentPolicy(_: Context<Env>, response: Response, nonce: string, development: boolean): void {
  const script = development ? "'self' 'unsafe-inline' 'unsafe-eval'" : `'self' 'nonce-${nonce}'`;
  const style = development ? "'self' 'unsafe-inline'" : "'self'";
  response.headers.set(
    'content-security-policy',
    [
      "default-src 'none'",
      `script-src ${script}`,
      `style-src ${style}`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  );
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
}

/** The built pages; vite resolves this to the server build of the routes. */
export const pages = () => import('virtual:react-router/server-build') as Promise<ServerBuild>;
