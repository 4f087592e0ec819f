import { load } from '#app/identity/page.server.ts';
import type { Route } from './+types/output-file';
import { getOutputFile } from './output.server.ts';

/** A file of a report that has been made. */
export async function loader(args: Route.LoaderArgs) {
  const file = await load(args, (tx, actor) => getOutputFile(tx, actor, args.params));
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.fileName}"`,
    },
  });
}
