/** The formats that a table is offered in, most used first. */
export const tableFormats = ['pdf', 'xlsx', 'docx', 'odt', 'ods', 'csv', 'json', 'html'] as const;

export type Download = { bytes: Uint8Array; mediaType: string; fileName: string };

/** Letters that need no encoding in a quoted file name (RFC 6266, RFC 8187). */
const plain = /^[\w .()-]+$/;

/** The answer with which a browser keeps a file under its name, and never shows it within our own origin. */
export function downloadOf({ bytes, mediaType, fileName }: Download, headers: HeadersInit = {}): Response {
  const name = plain.test(fileName)
    ? `filename="${fileName}"`
    : `filename*=UTF-8''${encodeURIComponent(fileName)}`;
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { ...headers, 'content-type': mediaType, 'content-disposition': `attachment; ${name}` },
  });
}
