import type { Route } from './+types/cycle-sheet-page';
import { listAction, listLoader } from './list-edge.server.ts';
import { cyclePlace } from './list-place.server.ts';
import { ListSheetPage } from './list-view.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return listLoader(args, cyclePlace(args));
}

export async function action(args: Route.ActionArgs) {
  return listAction(args, cyclePlace(args));
}

export default function CycleSheetPage(props: Route.ComponentProps) {
  return <ListSheetPage {...props} />;
}
