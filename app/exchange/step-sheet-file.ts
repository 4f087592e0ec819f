import type { Route } from './+types/step-sheet-file';
import { listFile } from './list-edge.server.ts';
import { stepPlace } from './list-place.server.ts';

export async function loader(args: Route.LoaderArgs) {
  return listFile(args, stepPlace(args));
}
