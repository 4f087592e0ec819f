import type { Route } from './+types/moment-sheet-page';
import { listAction, listLoader } from './list-edge.server.ts';
import { momentPlace } from './list-place.server.ts';
import { ListSheetPage } from './list-view.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return listLoader(args, momentPlace(args));
}

export async function action(args: Route.ActionArgs) {
  return listAction(args, momentPlace(args));
}

export default function MomentSheetPage(props: Route.ComponentProps) {
  return <ListSheetPage {...props} />;
}
