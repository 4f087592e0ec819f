import type { Route } from './+types/step-sheet-page';
import { listAction, listLoader } from './list-edge.server.ts';
import { stepPlace } from './list-place.server.ts';
import { ListSheetPage } from './list-view.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return listLoader(args, stepPlace(args));
}

export async function action(args: Route.ActionArgs) {
  return listAction(args, stepPlace(args));
}

export default function StepSheetPage(props: Route.ComponentProps) {
  return <ListSheetPage {...props} />;
}
