import { redirect } from 'react-router';
import type { Route } from './+types/sign-out';
import { signOut } from './identity.server.ts';
import { edgeContext, sessionCookie, sessionToken } from './page.server.ts';

export async function action({ request, context }: Route.ActionArgs) {
  const token = sessionToken(request);
  if (token) await signOut(context.get(edgeContext).db, token);
  return redirect('/sign-in', {
    headers: { 'set-cookie': `${sessionCookie}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax` },
  });
}

export function loader() {
  return redirect('/');
}
