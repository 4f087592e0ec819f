import { readPlaceMarks } from '#app/ledger/place-total.server.ts';
import type { Words } from '#app/messages/words.server.ts';
import type { Route } from './+types/trace-export';
import type { SchemeFrame } from './money.server.ts';
import { pageFile } from './page-file.ts';
import { linesOfFlow } from './sankey.ts';
import { readTraceAddress } from './trace-address.ts';
import { namedLines } from './trace-line.ts';
import { lineTable, totalTable } from './trace-table.ts';
import { getTraceView } from './trace-view.server.ts';

/**
 * The trace page as a file: all lines behind the ribbon that its address chooses; without one, the lines whose way
 * back is broken, and how much is traceable per stage and year.
 */
export async function loader(args: Route.LoaderArgs) {
  return pageFile(args, async (tx, actor, { query, asked, now, language }) => {
    const { words } = language;
    const address = readTraceAddress(query, asked.today);
    const view = await getTraceView(tx, actor, { ...address, scheme: args.params.scheme }, now);
    const { frame, shown, names, totals } = view;
    const broken = view.lines.filter((line) => line.class === 'untraceable' && line.cents !== 0);
    const lines = address.flow ? linesOfFlow(shown, names, address.flow) : broken;
    const marks = await readPlaceMarks(
      tx,
      actor,
      lines.map((line) => line.lineId),
    );
    const caption = words(address.flow ? 'trace.chosen' : 'trace.broken', { count: lines.length });
    const table = lineTable(namedLines(lines, view, marks), caption, language);
    return {
      frame,
      title: `${frame.name}: ${words('trace.title')}`,
      // broken lines and totals are of the whole scheme, as on the page
      filters: address.flow
        ? [
            ...address.flow.split('~').map((node) => flowName(node, view.frame, words)),
            address.year?.toString(),
            named([...frame.units, ...frame.others], address.unit),
            address.fund === 'all' ? words('money.fund.all') : named(frame.funds, address.fund),
            address.tree === 'year' ? words('money.tree.by-year') : null,
          ]
        : [],
      tables: address.flow ? [table] : [...(lines.length > 0 ? [table] : []), totalTable(totals, language)],
    };
  });
}

const named = (list: readonly { code: string; name: string }[], code: string | null) =>
  list.find((one) => one.code === code)?.name ?? code;

const ends = ['carried', 'undivided', 'unbudgeted', 'realised', 'left', 'theme', 'fund', 'unit'];

/** What a block of the picture (`unit:beta`, `left:`) is called. */
function flowName(node: string, { funds, units, others, themes }: SchemeFrame, words: Words): string | null {
  const [kind = '', code = ''] = node.split(':');
  if (code === '') return ends.includes(kind) ? words(`trace.node.${kind}`) : null;
  return named({ fund: funds, unit: [...units, ...others], theme: themes }[kind] ?? [], code);
}
