import { data } from 'react-router';
import { localeOf } from '#app/messages/locale.server.ts';
import { renderTextsOf } from '#app/messages/words.server.ts';
import { toCsv } from '#app/render/csv.ts';
import { toJson } from '#app/render/json.ts';
import type { Route } from './+types/public-file';
import { getPublic, getPublicFile } from './public.server.ts';
import { publicFormats } from './public-format.ts';
import { loadPublic, publicHeaders } from './public-page.server.ts';

/** A published document as a file: what was made of it when it was published, or its figures for machines. */
export async function loader(args: Route.LoaderArgs) {
  const locale = localeOf(args.request, args.context);
  const { institution, scheme, document, version, file } = args.params;
  const asked = /^(report|table-([1-9]\d{0,3}))\.([a-z]{3,4})$/.exec(file);
  if (!asked || !/^[1-9]\d{0,5}$/.test(version)) throw data(null, { status: 404 });
  const [, name, table, format] = asked;
  const at = { institution, scheme, document, version: Number(version), locale };
  const made = publicFormats.find((one) => name === 'report' && one === format);
  const { found, bytes } = await loadPublic(args, async (tx) => {
    const found = await getPublic(tx, at);
    const bytes = made && found.page ? await getPublicFile(tx, found.shown, { locale, format: made }) : null;
    return { found, bytes };
  });
  if (!found.page) throw data(null, { status: 410 });
  const { report } = found.page;
  const stem = `${institution}-${document}-${version}`;
  if (bytes) return answer(bytes.bytes, bytes.mediaType, bytes.fileName);
  if (name === 'report' && format === 'json') {
    return answer(toJson(report), 'application/json; charset=utf-8', `${stem}.json`);
  }
  const tables = report.blocks.flatMap((one) => (one.kind === 'table' ? [one.table] : []));
  const wanted = table && format === 'csv' ? tables[Number(table) - 1] : undefined;
  if (!wanted) throw data(null, { status: 404 });
  const csv = toCsv(wanted, { texts: renderTextsOf(locale), language: locale });
  return answer(csv, 'text/csv; charset=utf-8', `${stem}-${table}.csv`);
}

function answer(body: string | Buffer, mediaType: string, fileName: string): Response {
  return new Response(body as Uint8Array<ArrayBuffer> | string, {
    headers: {
      ...publicHeaders,
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName}"`,
    },
  });
}
