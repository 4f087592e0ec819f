import type { Route } from './+types/right-sheet-page';
import { listAction, listLoader } from './list-edge.server.ts';
import { rightPlace } from './list-place.server.ts';
import { ListSheetPage } from './list-view.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return listLoader(args, rightPlace(args));
}

export async function action(args: Route.ActionArgs) {
  return listAction(args, rightPlace(args));
}

export default function RightSheetPage(props: Route.ComponentProps) {
  return <ListSheetPage {...props} />;
}
