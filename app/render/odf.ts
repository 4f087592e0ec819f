import { ZipFile } from 'yazl';
import { escapeXml } from './clean.ts';

/** What the two OpenDocument writers share: the package (ODF 1.3 part 2) and its namespaces. */

/** Entries carry this moment, so that the same report gives the same bytes. ZIP begins at 1980. */
const MOMENT = new Date(1980, 0, 1);

const SPACES = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  draw: 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  number: 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0',
  config: 'urn:oasis:names:tc:opendocument:xmlns:config:1.0',
  meta: 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  dc: 'http://purl.org/dc/elements/1.1/',
  xlink: 'http://www.w3.org/1999/xlink',
  loext: 'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0',
} as const;

const NAMESPACES = Object.entries(SPACES)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** One part of the package: `office:document-content`, `-styles`, `-meta` or `-settings`. */
export function odfPart(name: 'content' | 'styles' | 'meta' | 'settings', body: string): string {
  const root = `office:document-${name}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${NAMESPACES} office:version="1.3">${body}</${root}>\n`;
}

/** meta.xml: title, author (the institution) and language; no moment, so that bytes stay the same. */
export function odfMeta(of: { title: string; institution: string; language: string }): string {
  const body =
    `<office:meta><meta:generator>Akkoord</meta:generator><dc:title>${escapeXml(of.title)}</dc:title>` +
    `<meta:initial-creator>${escapeXml(of.institution)}</meta:initial-creator>` +
    `<dc:creator>${escapeXml(of.institution)}</dc:creator><dc:language>${of.language}</dc:language></office:meta>`;
  return odfPart('meta', body);
}

export type OdfFile = { path: string; mediaType: string; content: string | Uint8Array };

/** The package: `mimetype` first and stored, then the parts, then the manifest that lists them. */
export async function odfPackage(mediaType: string, files: OdfFile[]): Promise<Uint8Array> {
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${escapeXml(path)}" manifest:media-type="${escapeXml(type)}"/>`;
  const manifest =
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">' +
    `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mediaType}"/>` +
    `${files.map((file) => entry(file.path, file.mediaType)).join('')}</manifest:manifest>\n`;
  return zip([
    { path: 'mimetype', content: mediaType, stored: true },
    ...files,
    { path: 'META-INF/manifest.xml', content: manifest },
  ]);
}

/** A ZIP whose bytes depend on its entries alone. */
export async function zip(
  entries: { path: string; content: string | Uint8Array; stored?: boolean }[],
): Promise<Uint8Array> {
  const file = new ZipFile();
  for (const { path, content, stored } of entries) {
    // DOS time alone: without the extra field, which ODF forbids on `mimetype`, and the same in every time zone.
    const options = { mtime: MOMENT, mode: 0o100644, compress: !stored, forceDosTimestamp: true };
    file.addBuffer(Buffer.from(content), path, options);
  }
  file.end();
  const chunks: Buffer[] = [];
  for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}
