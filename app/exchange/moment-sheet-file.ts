import type { Route } from './+types/moment-sheet-file';
import { listFile } from './list-edge.server.ts';
import { momentPlace } from './list-place.server.ts';

export async function loader(args: Route.LoaderArgs) {
  return listFile(args, momentPlace(args));
}
