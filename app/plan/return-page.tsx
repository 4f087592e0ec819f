import type { Route } from './+types/return-page';
import { loadRetraction, postRetraction } from './retraction.server.ts';
import { RetractionForm } from './retraction-form.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return loadRetraction(args, 'return');
}

export async function action(args: Route.ActionArgs) {
  return postRetraction(args, 'return');
}

export default function ReturnPage({ loaderData, actionData }: Route.ComponentProps) {
  return <RetractionForm {...loaderData} action="return" result={actionData} />;
}
