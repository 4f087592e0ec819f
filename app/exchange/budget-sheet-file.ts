import { data } from 'react-router';
import { load } from '#app/identity/page.server.ts';
import type { Route } from './+types/budget-sheet-file';
import { getBudgetSheet } from './budget-sheet.server.ts';
import { fillInFile } from './fill-in-file.ts';
import { fillInFormats } from './fill-in-format.ts';

/** The budget of a draft as a spreadsheet to fill in. */
export async function loader(args: Route.LoaderArgs) {
  const format = fillInFormats.find((one) => one === args.params.format);
  if (!format) throw data(null, { status: 404 });
  const table = await load(args, (tx, actor) => getBudgetSheet(tx, actor, args.params));
  const { bytes, mediaType, fileName } = await fillInFile(table, {
    format,
    name: args.params.document,
  });
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName}"`,
    },
  });
}
