import type { Route } from './+types/term-sheet-page';
import { listAction, listLoader } from './list-edge.server.ts';
import { termPlace } from './list-place.server.ts';
import { ListSheetPage } from './list-view.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return listLoader(args, termPlace(args));
}

export async function action(args: Route.ActionArgs) {
  return listAction(args, termPlace(args));
}

export default function TermSheetPage(props: Route.ComponentProps) {
  return <ListSheetPage {...props} />;
}
