import { getFunding } from '#app/funding/funding.server.ts';
import type { Route } from './+types/funding-unit-export';
import { fundingUnitTables } from './funding-unit-table.ts';
import { getSchemeFrame } from './money.server.ts';
import { pageFile } from './page-file.ts';

/** What each unit may expect or was granted, as a file. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  return pageFile(args, async (tx, actor, { asked, now, language }) => {
    const { asOf, knownOn, today } = asked;
    const frame = await getSchemeFrame(tx, actor, scheme, asOf ?? today);
    const { funds, documents } = await getFunding(tx, actor, { scheme, asOf, knownOn, now });
    return {
      frame,
      title: language.words('funding.units.title'),
      tables: fundingUnitTables(documents, { ...language, funds }),
    };
  });
}
