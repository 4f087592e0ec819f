import { load } from '#app/identity/page.server.ts';
import type { Route } from './+types/letter-file';
import { getLetterFile } from './attachment.server.ts';

/** A file of a letter, to keep: never shown within our own origin. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme, file: attachmentId } = args.params;
  const file = await load(args, (tx, actor) => getLetterFile(tx, actor, { scheme, attachmentId }));
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    },
  });
}
