import { edgeContext } from '#app/identity/page.server.ts';
import { reportFile } from '#app/identity/report-file.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Route } from './+types/pack-file';
import { packFormats } from './pack.ts';
import { makePackReport } from './pack-make.server.ts';

/** The reading pack as a file. */
export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  const base = new URL(args.request.url).origin;
  return reportFile(args, packFormats, (tx, actor) =>
    makePackReport(tx, actor, { ...args.params, today, base }),
  );
}
