import type { Route } from './+types/rate-sheet-file';
import { listFile } from './list-edge.server.ts';
import { ratePlace } from './list-place.server.ts';

export async function loader(args: Route.LoaderArgs) {
  return listFile(args, ratePlace(args));
}
