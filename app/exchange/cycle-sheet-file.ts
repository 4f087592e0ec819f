import type { Route } from './+types/cycle-sheet-file';
import { listFile } from './list-edge.server.ts';
import { cyclePlace } from './list-place.server.ts';

export async function loader(args: Route.LoaderArgs) {
  return listFile(args, cyclePlace(args));
}
