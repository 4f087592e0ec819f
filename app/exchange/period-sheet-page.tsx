import type { Route } from './+types/period-sheet-page';
import { listAction, listLoader } from './list-edge.server.ts';
import { periodPlace } from './list-place.server.ts';
import { ListSheetPage } from './list-view.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return listLoader(args, periodPlace());
}

export async function action(args: Route.ActionArgs) {
  return listAction(args, periodPlace());
}

export default function PeriodSheetPage(props: Route.ComponentProps) {
  return <ListSheetPage {...props} />;
}
