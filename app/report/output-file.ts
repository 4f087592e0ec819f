import { load } from '#app/identity/page.server.ts';
import { downloadOf } from '#app/kernel/download.ts';
import type { Route } from './+types/output-file';
import { getOutputFile } from './output.server.ts';

/** A file of a report that has been made. */
export async function loader(args: Route.LoaderArgs) {
  return downloadOf(await load(args, (tx, actor) => getOutputFile(tx, actor, args.params)));
}
