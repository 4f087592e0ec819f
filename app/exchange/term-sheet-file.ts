import type { Route } from './+types/term-sheet-file';
import { listFile } from './list-edge.server.ts';
import { termPlace } from './list-place.server.ts';

export async function loader(args: Route.LoaderArgs) {
  return listFile(args, termPlace(args));
}
