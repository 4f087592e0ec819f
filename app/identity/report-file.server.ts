import { data } from 'react-router';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { downloadOf } from '#app/kernel/download.ts';
import { renderTextsOf } from '#app/messages/words.server.ts';
import { type Format, renderReport } from '#app/render/render-report.ts';
import type { Report } from '#app/render/report.ts';
import { load } from './page.server.ts';

type Args = Parameters<typeof load>[0] & { params: { format: string } };

/**
 * Answers with a report as the file that the address names. Making the file happens after the transaction, so that
 * no connection waits for it.
 * @throws the 404 page for a format that is not offered, and what `load` throws
 */
export async function reportFile<F extends Format>(
  args: Args,
  formats: readonly F[],
  make: (tx: Tx, actor: Actor, format: F) => Promise<Report>,
): Promise<Response> {
  const format = formats.find((one) => one === args.params.format);
  if (!format) throw data(null, { status: 404 });
  const report = await load(args, (tx, actor) => make(tx, actor, format));
  return downloadOf(await renderReport(report, format, renderTextsOf(report.language)));
}
