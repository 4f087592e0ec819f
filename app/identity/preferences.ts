import { redirect } from 'react-router';
import type { Route } from './+types/preferences';

const year = 60 * 60 * 24 * 365;
const choices: Record<string, RegExp> = { locale: /^(nl|en)$/, theme: /^(light|dark|system)$/ };

/** Keeps the reader's language and colour scheme in a cookie, and returns to the page they were on. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const headers = new Headers();
  for (const [name, allowed] of Object.entries(choices)) {
    const value = form.get(name);
    if (typeof value !== 'string' || !allowed.test(value)) continue;
    // `system` is the absence of a choice
    const age = value === 'system' ? 0 : year;
    headers.append('set-cookie', `akkoord-${name}=${value}; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly`);
  }
  return redirect(backPath(form.get('back')), { headers });
}

/** A path of this site and nothing else: an address elsewhere goes home. */
export function backPath(value: FormDataEntryValue | string | null): string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : '/';
}
