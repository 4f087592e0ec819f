import { data } from 'react-router';
import { load } from '#app/identity/page.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { downloadOf } from '#app/kernel/download.ts';
import type { FillIn } from '#app/render/fill-in.ts';
import { fillInFile } from './fill-in-file.ts';
import { fillInFormats } from './fill-in-format.ts';

type Args = Parameters<typeof load>[0] & { params: { format: string } };

/**
 * Answers a page's address with its table to fill in, in the format that the address names. Whoever may not have
 * the table is told so before being told that there is no such format.
 */
export async function sheetFile(
  args: Args,
  work: (tx: Tx, actor: Actor) => Promise<{ table: FillIn; name: string }>,
): Promise<Response> {
  const format = fillInFormats.find((one) => one === args.params.format);
  const { table, name } = await load(args, async (tx, actor) => {
    const made = await work(tx, actor);
    if (!format) throw data(null, { status: 404 });
    return made;
  });
  return downloadOf(await fillInFile(table, { format: format!, name }));
}
