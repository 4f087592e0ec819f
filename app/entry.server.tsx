import { Writable } from 'node:stream';
import { renderToPipeableStream } from 'react-dom/server';
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router';
import { edgeContext } from './identity/page.server.ts';
import { loadCatalogue } from './messages/catalogue.ts';
import { CatalogueContext, LocaleContext } from './messages/context.ts';
import { localeOf } from './messages/locale.server.ts';

/** Renders a whole page, once every part of it is ready: loaders have the data, so nothing streams in later. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: Readonly<RouterContextProvider>,
): Promise<Response> {
  const { nonce } = context.get(edgeContext);
  const locale = localeOf(request, context);
  const catalogue = await loadCatalogue(locale);
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      <CatalogueContext value={catalogue}>
        <LocaleContext value={locale}>
          <ServerRouter context={entry} url={request.url} nonce={nonce} />
        </LocaleContext>
      </CatalogueContext>,
      {
        nonce,
        onAllReady() {
          pipe(collect((page) => resolve(new Response(page, { headers, status }))));
        },
        onError: reject,
      },
    );
  });
}

/** Takes a page in one go: in pieces of 2 kB through two kinds of stream it costs more than rendering its table. */
function collect(done: (page: Uint8Array<ArrayBuffer>) => void): Writable {
  const parts: Buffer[] = [];
  return new Writable({
    highWaterMark: Number.MAX_SAFE_INTEGER,
    write(part: Buffer, _, next) {
      parts.push(part);
      next();
    },
    final(next) {
      done(Buffer.concat(parts));
      next();
    },
  });
}
