import { load } from '#app/identity/page.server.ts';
import { downloadOf } from '#app/kernel/download.ts';
import type { Route } from './+types/evidence-file';
import { getEvidenceFile } from './evidence.server.ts';

/** The file of a piece of evidence, to keep: never shown within our own origin. Its hash goes with it. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme, evidence } = args.params;
  const file = await load(args, (tx, actor) => getEvidenceFile(tx, actor, { scheme, evidence }));
  return downloadOf(
    { ...file, fileName: file.name },
    {
      'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
      'cache-control': 'private, no-store',
    },
  );
}
