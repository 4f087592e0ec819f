import { actorOf } from '#app/identity/identity.server.ts';
import { edgeContext } from '#app/identity/page.server.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import type { Route } from './+types/calendar-file';
import { listCalendarDays } from './calendar.server.ts';
import { calendarText } from './calendar.ts';
import { accountOfFeed } from './feed.server.ts';
import { getSetting } from './setting.server.ts';

const address = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[\w-]{43})\.ics$/;

/** A calendar by its secret address: who has it needs no session, as calendar programs have none. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const token = params.file.match(address)?.[1];
  if (!token) return new Response(null, { status: 404 });
  const { db, clock } = context.get(edgeContext);
  const now = clock();
  const base = new URL(request.url).origin;
  const text = await inInstitution(db, token.slice(0, 36), async (tx) => {
    const accountId = await accountOfFeed(tx, token);
    const found = accountId ? await actorOf(tx, token.slice(0, 36), accountId) : null;
    if (!found) return null;
    const { locale } = await getSetting(tx, found);
    const actor = { ...found, locale: locale ?? found.locale };
    const days = await listCalendarDays(tx, actor, { now, base });
    const name = wordsOf(actor.locale)('feed.calendar', { name: actor.name });
    return calendarText(days, { name, stamp: now });
  });
  if (text === null) return new Response(null, { status: 404 });
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="akkoord.ics"',
      'cache-control': 'private, no-store',
    },
  });
}
