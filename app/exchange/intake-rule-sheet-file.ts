import type { Route } from './+types/intake-rule-sheet-file';
import { listFile } from './list-edge.server.ts';
import { intakeRulePlace } from './list-place.server.ts';

export async function loader(args: Route.LoaderArgs) {
  return listFile(args, intakeRulePlace(args));
}
