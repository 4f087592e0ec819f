import type { Route } from './+types/withdraw-page';
import { loadRetraction, postRetraction } from './retraction.server.ts';
import { RetractionForm } from './retraction-form.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return loadRetraction(args, 'withdraw');
}

export async function action(args: Route.ActionArgs) {
  return postRetraction(args, 'withdraw');
}

export default function WithdrawPage({ loaderData, actionData }: Route.ComponentProps) {
  return <RetractionForm {...loaderData} action="withdraw" result={actionData} />;
}
