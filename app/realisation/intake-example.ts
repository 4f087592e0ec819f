import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre/xlsx';
import { data } from 'react-router';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { downloadOf } from '#app/kernel/download.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import type { Route } from './+types/intake-example';
import { intakeAddress } from './intake-edge.ts';
import { exampleRows } from './intake-example-rows.ts';
import { openIntake } from './intake-file.server.ts';

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** An example of a finance file for this unit and year, to try the intake with: invented rows, one unmapped. */
export async function loader(args: Route.LoaderArgs) {
  const format = args.params.format === 'xlsx' ? 'xlsx' : args.params.format === 'csv' ? 'csv' : null;
  if (!format) throw data(null, { status: 404 });
  const address = intakeAddress(args.params, args.context.get(edgeContext).clock());
  const rows = await load(args, async (tx, actor) => {
    const { report } = await openIntake(tx, actor, address);
    return exampleRows(report, wordsOf(actor.locale));
  });
  const bytes =
    format === 'xlsx'
      ? await writeXlsx({ sheets: [{ name: String(address.year), rows, freezePane: { rows: 1 } }] })
      : new TextEncoder().encode(
          `\ufeff${stringify(
            rows.map((cells) =>
              cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(2).replace('.', ',') : cell)),
            ),
            { delimiter: ';', record_delimiter: 'windows' },
          )}`,
        );
  const fileName = `${address.scheme}-${address.unit}-${address.year}-voorbeeld.${format}`;
  return downloadOf({ bytes, mediaType: mediaTypes[format], fileName });
}
