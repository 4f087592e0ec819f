import type { Route } from './+types/right-sheet-file';
import { listFile } from './list-edge.server.ts';
import { rightPlace } from './list-place.server.ts';

export async function loader(args: Route.LoaderArgs) {
  return listFile(args, rightPlace(args));
}
