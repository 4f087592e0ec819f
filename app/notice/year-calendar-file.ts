import { edgeContext, load } from '#app/identity/page.server.ts';
import { yearOf } from '#app/kernel/period.ts';
import type { Route } from './+types/year-calendar-file';
import { calendarText } from './calendar.ts';
import { entryUnits, getYearCalendar } from './year-calendar.server.ts';

/** The year calendar of a scheme as an iCalendar file, to be put beside one's own. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const url = new URL(args.request.url);
  const asked = url.searchParams;
  const year = yearOf(asked);
  const now = args.context.get(edgeContext).clock();
  const text = await load(args, async (tx, actor) => {
    const found = { scheme, year, level: asked.get('level') || null, now };
    const { months } = await getYearCalendar(tx, actor, found);
    const en = actor.locale === 'en';
    const days = months.flatMap(({ entries }) =>
      entries.map(({ dueOn, moments }) => ({
        uid: `calendar-${moments[0]!.momentId}`,
        on: dueOn,
        summary: en ? moments[0]!.stepEn : moments[0]!.stepNl,
        description: entryUnits(moments, en),
        url: `${url.origin}/schemes/${scheme}/cycle/${moments[0]!.momentId}`,
        sequence: moments[0]!.revision - 1,
        cancelled: false,
      })),
    );
    return calendarText(days, { name: scheme, stamp: now });
  });
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${scheme}.ics"`,
    },
  });
}
