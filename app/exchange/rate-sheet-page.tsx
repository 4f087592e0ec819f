import type { Route } from './+types/rate-sheet-page';
import { listAction, listLoader } from './list-edge.server.ts';
import { ratePlace } from './list-place.server.ts';
import { ListSheetPage } from './list-view.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return listLoader(args, ratePlace(args));
}

export async function action(args: Route.ActionArgs) {
  return listAction(args, ratePlace(args));
}

export default function RateSheetPage(props: Route.ComponentProps) {
  return <ListSheetPage {...props} />;
}
