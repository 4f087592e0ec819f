import type { Route } from './+types/period-sheet-file';
import { listFile } from './list-edge.server.ts';
import { periodPlace } from './list-place.server.ts';

export async function loader(args: Route.LoaderArgs) {
  return listFile(args, periodPlace());
}
