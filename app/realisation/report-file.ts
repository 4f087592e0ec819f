import { load } from '#app/identity/page.server.ts';
import { downloadOf } from '#app/kernel/download.ts';
import type { Route } from './+types/report-file';
import { getReportFile } from './kept-file.server.ts';

/** The file that a booking was read from. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme, unit, file: attachmentId } = args.params;
  const file = await load(args, (tx, actor) => getReportFile(tx, actor, { scheme, unit, attachmentId }));
  return downloadOf({ ...file, fileName: file.name });
}
