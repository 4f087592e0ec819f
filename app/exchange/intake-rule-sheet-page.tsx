import type { Route } from './+types/intake-rule-sheet-page';
import { listAction, listLoader } from './list-edge.server.ts';
import { intakeRulePlace } from './list-place.server.ts';
import { ListSheetPage } from './list-view.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return listLoader(args, intakeRulePlace(args));
}

export async function action(args: Route.ActionArgs) {
  return listAction(args, intakeRulePlace(args));
}

export default function IntakeRuleSheetPage(props: Route.ComponentProps) {
  return <ListSheetPage {...props} />;
}
