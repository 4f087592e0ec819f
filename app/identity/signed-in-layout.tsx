import { Outlet } from 'react-router';
import type { Route } from './+types/signed-in-layout';
import { requireActor } from './page.server.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  return { name: actor.name };
}

export default function SignedInLayout() {
  return <Outlet />;
}
