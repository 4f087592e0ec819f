import { findingClasses } from '#app/ledger/check.ts';
import type { Route } from './+types/check-export';
import { checkTable, tieTable } from './check-table.ts';
import { getChecks } from './open-check.server.ts';
import { pageFile } from './page-file.ts';

/** The checks of a scheme as a file: open differences of the class in its address, ties, and what was accepted. */
export async function loader(args: Route.LoaderArgs) {
  return pageFile(args, async (tx, actor, { query, asked: { asOf, knownOn }, now, language }) => {
    const { scheme } = args.params;
    const { words } = language;
    const { frame, open, accepted, ties } = await getChecks(tx, actor, { scheme, asOf, knownOn }, now);
    const kind = findingClasses.find((one) => one === query.get('class')) ?? null;
    const shown = kind ? open.filter((one) => one.class === kind) : open;
    return {
      frame,
      title: `${frame.name}: ${words('checks.title')}`,
      filters: [kind && words(`checks.class.${kind}`)],
      tables: [
        checkTable(shown, words('checks.open'), language),
        ...(ties.length > 0 ? [tieTable(ties, language)] : []),
        ...(accepted.length > 0 ? [checkTable(accepted, words('checks.accepted'), language)] : []),
      ],
    };
  });
}
