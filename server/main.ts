import { serve } from '@hono/node-server';
import { systemClock } from '#app/kernel/clock.ts';
import type * as Built from './app.ts';
import { forgetUploadsDaily } from './forget-uploads.ts';
import { makeOutputsRegularly } from './make-outputs.ts';
import { announceWhenListening, endWith, prepare, say } from './prepare.ts';
import { sendNoticesRegularly } from './send-notices.ts';
import { shutDownOnSignal } from './shutdown.ts';

/** `npm start`, after the build: the whole of Akkoord in one process. */
async function start(): Promise<void> {
  const prepared = await prepare();
  const { config, database, db, log } = prepared;
  const folder = new URL('../build/', import.meta.url);
  const built: typeof Built = await import(new URL('server/index.js', folder).href);
  const app = built.createApp({
    db,
    clock: systemClock,
    log,
    demo: config.demo,
    production: true,
    pages: built.pages,
    clientFolder: new URL('client', folder).pathname,
  });
  const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host });
  announceWhenListening(server, prepared);
  const forgetting = forgetUploadsDaily({ db, log, clock: systemClock });
  const sending = sendNoticesRegularly({ db, log, clock: systemClock, config });
  const making = makeOutputsRegularly({ db, log });
  shutDownOnSignal({
    server,
    closeDb: async () => {
      await forgetting.stop();
      await sending.stop();
      await making.stop();
      await db.destroy();
    },
    database,
    say,
  });
}

start().catch(endWith);
