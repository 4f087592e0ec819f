import { load } from '#app/identity/page.server.ts';
import { downloadOf } from '#app/kernel/download.ts';
import type { Route } from './+types/letter-file';
import { getLetterFile } from './attachment.server.ts';

/** A file of a letter, to keep: never shown within our own origin. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme, file: attachmentId } = args.params;
  const file = await load(args, (tx, actor) => getLetterFile(tx, actor, { scheme, attachmentId }));
  return downloadOf({ ...file, fileName: file.name });
}
