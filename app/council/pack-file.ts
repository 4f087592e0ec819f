import { data } from 'react-router';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { renderTextsOf } from '#app/messages/words.server.ts';
import { renderReport } from '#app/render/render-report.ts';
import type { Route } from './+types/pack-file';
import { packFormats } from './pack.ts';
import { makePackReport } from './pack-make.server.ts';

/** The reading pack as a file. */
export async function loader(args: Route.LoaderArgs) {
  const format = packFormats.find((one) => one === args.params.format);
  if (!format) throw data(null, { status: 404 });
  const today = isoDate(args.context.get(edgeContext).clock());
  const base = new URL(args.request.url).origin;
  const report = await load(args, (tx, actor) => makePackReport(tx, actor, { ...args.params, today, base }));
  const file = await renderReport(report, format, renderTextsOf(report.language));
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.fileName}"`,
    },
  });
}
