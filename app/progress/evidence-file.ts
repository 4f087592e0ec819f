import { load } from '#app/identity/page.server.ts';
import type { Route } from './+types/evidence-file';
import { getEvidenceFile } from './evidence.server.ts';

/** The file of a piece of evidence, to keep: never shown within our own origin. Its hash goes with it. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme, evidence } = args.params;
  const file = await load(args, (tx, actor) => getEvidenceFile(tx, actor, { scheme, evidence }));
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
      'cache-control': 'private, no-store',
    },
  });
}
