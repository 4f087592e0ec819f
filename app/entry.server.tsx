import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream } from 'react-dom/server';
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router';
import { edgeContext } from './identity/page.server.ts';
import { loadCatalogue } from './messages/catalogue.ts';
import { CatalogueContext } from './messages/context.ts';
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
  const catalogue = await loadCatalogue(localeOf(request, context));
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      <CatalogueContext value={catalogue}>
        <ServerRouter context={entry} url={request.url} nonce={nonce} />
      </CatalogueContext>,
      {
        nonce,
        onAllReady() {
          const body = new PassThrough();
          pipe(body);
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
        },
        onError: reject,
      },
    );
  });
}
