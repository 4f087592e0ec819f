import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createServer as createVite } from 'vite';
import { systemClock } from '#app/kernel/clock.ts';
import type * as Source from './app.ts';
import { announceWhenListening, endWith, prepare, say } from './prepare.ts';
import { shutDownOnSignal } from './shutdown.ts';

/** `npm run dev`: the same application from its sources; pages reload as they are edited. */
async function start(): Promise<void> {
  const prepared = await prepare();
  const { config, database, db, log } = prepared;
  const server = createServer();
  const vite = await createVite({ server: { middlewareMode: true, hmr: { server } }, appType: 'custom' });
  process.removeAllListeners('SIGTERM'); // vite's own would end us before the database is stopped
  server.on('request', (request, response) => {
    vite.middlewares(request, response, async () => {
      // Anew for each request; vite keeps what did not change.
      const source = (await vite.ssrLoadModule('./server/app.ts')) as typeof Source;
      const app = source.createApp({
        db,
        clock: systemClock,
        log,
        demo: config.demo,
        production: false,
        pages: source.pages,
        clientFolder: null,
      });
      await getRequestListener(app.fetch)(request, response);
    });
  });
  server.listen(config.port, config.host);
  announceWhenListening(server, prepared);
  shutDownOnSignal({
    server,
    closeDb: async () => {
      await vite.close();
      await db.destroy();
    },
    database,
    say,
    patience: 500, // the browser keeps the reload socket open
  });
}

start().catch(endWith);
