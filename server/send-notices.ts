import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from '#app/kernel/clock.ts';
import type { Config } from '#app/kernel/config.ts';
import type { Db } from '#app/kernel/db.server.ts';
import { openPost } from '#app/notice/post.server.ts';
import { sendNotices } from '#app/notice/send.server.ts';
import { type Running, regularly } from './regularly.ts';

/** In milliseconds: how often it is looked at who is to be told something. */
const interval = 10 * 60 * 1000;

type Around = { db: Db; log: Pick<Logger, 'error' | 'warn'>; clock: Clock; config: Config };

/**
 * Sends what is to be sent now and every ten minutes, for all institutions in one run. A failure is said in the log
 * without names and tried again in the next run.
 */
export function sendNoticesRegularly({ db, log, clock, config }: Around): Running {
  const { smtpUrl, mailFrom: from, publicUrl: base, dataDir } = config;
  const post = openPost({ smtpUrl, from, folder: join(dataDir, 'mail') });
  const once = async () => {
    const { failed, codes } = await sendNotices({ db, post, now: clock(), base });
    if (failed > 0) {
      log.warn({ failed, codes: [...new Set(codes)] }, 'notices were not sent; they are tried again');
    }
  };
  const running = regularly(interval, once, (error) => {
    const { name, code } = error as { name?: string; code?: string };
    log.error({ name, code }, 'the run of notices failed; it is tried again');
  });
  return {
    stop: async () => {
      await running.stop();
      post.close();
    },
  };
}
