import { data } from 'react-router';
import { edgeContext } from '#app/identity/page.server.ts';
import { reportFile } from '#app/identity/report-file.server.ts';
import type { Actor, Locale } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { type AskedMoment, readMoment } from '#app/kernel/moment.ts';
import { type Words, wordsOf } from '#app/messages/words.server.ts';
import { FORMATS } from '#app/render/render-report.ts';
import type { Table } from '#app/render/report.ts';
import { reportHead } from './report-head.ts';

export type Language = { words: Words; locale: Locale };

/** What the address of a page asks for, and in which language its file is read. */
export type PageAsked = { query: URLSearchParams; asked: AskedMoment; now: Date; language: Language };

/** The tables of a page; `filters` names what the reader chose, such as a unit and a fund. */
export type PageTables = {
  frame: Parameters<typeof reportHead>[0];
  title: string;
  filters?: readonly (string | null | undefined)[];
  tables: readonly Table[];
};

/**
 * The tables of a page as a file, of the moment and with the filters that the address of the page names. It carries
 * its scheme, those filters and both days, in the language of the reader.
 * @throws the 404 page for a page without tables, and what `make` throws for who may not see the page
 */
export function pageFile(
  args: Parameters<typeof reportFile>[0],
  make: (tx: Tx, actor: Actor, page: PageAsked) => Promise<PageTables>,
): Promise<Response> {
  const now = args.context.get(edgeContext).clock();
  const query = new URL(args.request.url).searchParams;
  const asked = readMoment(query, isoDate(now));
  return reportFile(args, FORMATS, async (tx, actor) => {
    const { locale } = actor;
    const language = { words: wordsOf(locale), locale };
    const { frame, title, filters = [], tables } = await make(tx, actor, { query, asked, now, language });
    if (tables.length === 0) throw data(null, { status: 404 });
    const chosen = filters.filter(Boolean).join(' · ');
    return {
      title,
      ...reportHead(frame, { locale, asOf: asked.asOf ?? asked.today }),
      ...(asked.knownOn && { knownOn: asked.knownOn }),
      subtitle: [frame.name, chosen].filter(Boolean).join(' · '),
      blocks: tables.map((table) => ({
        kind: 'table' as const,
        // a spreadsheet has no title page: each of its sheets says what was chosen
        table: { ...table, unitNote: [table.unitNote, frame.name, chosen].filter(Boolean).join(' · ') },
      })),
    };
  });
}
