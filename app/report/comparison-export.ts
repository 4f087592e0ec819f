import { yearOf } from '#app/kernel/period.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { comparisonTables } from '#app/plan/comparison-table.ts';
import { compareVersions } from '#app/plan/version-comparison.server.ts';
import { sideName } from '#app/plan/version-family.ts';
import type { Route } from './+types/comparison-export';
import { getSchemeFrame } from './money.server.ts';
import { pageFile } from './page-file.ts';

/** Two versions side by side in money, as a file: the same sides, year and moment as its page. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme, document } = args.params;
  return pageFile(args, async (tx, actor, { query, asked, language }) => {
    const { words } = language;
    const moment = versionMoment(asked);
    const [from, to] = [query.get('from'), query.get('to')];
    const year = yearOf(query);
    const day = asked.asOf ?? asked.today;
    const frame = await getSchemeFrame(tx, actor, scheme, { day, knownOn: moment.knownOn });
    const comparison = await compareVersions(tx, actor, { scheme, document, from, to, year, moment });
    if (!comparison) return { frame, title: frame.name, tables: [] };
    const { head } = comparison;
    const called = (side: 'before' | 'after') => sideName(comparison[side], head.code, words);
    const names = { before: called('before'), after: called('after') };
    return {
      frame,
      title: `${head.title}: ${words('compare.lead', names)}`,
      filters: [head.title],
      tables: comparisonTables(comparison, { ...language, names }),
    };
  });
}
