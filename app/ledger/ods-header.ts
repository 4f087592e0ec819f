import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile as ReadZip } from 'yauzl';
import { ZipFile } from 'yazl';

const open = promisify((bytes: Buffer, done: (error: Error | null, zip: ReadZip) => void): void =>
  yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => done(error, zip as ReadZip)),
);

// ODF 1.3 part 3, 9.1.6 and 9.1.11: elements that only group rows. The reader of the package passes over the
// rows within them, so that a heading that repeats on every page would be missing.
const groups = /<\/?table:table-(?:header-rows|rows|row-group)(?:\s[^>]*)?>/g;

/**
 * An ODS file whose heading rows that repeat on every page are rows like any other. Other files come back as
 * they are.
 * @param bytes of a ZIP that was found harmless
 */
export async function withPlainRows(bytes: Uint8Array): Promise<Uint8Array> {
  const parts = await unpack(bytes);
  const content = parts.get('content.xml')?.toString('utf8') ?? '';
  const plain = content.replace(groups, '');
  if (plain === content) return bytes;
  const zip = new ZipFile();
  for (const [name, part] of parts) {
    zip.addBuffer(name === 'content.xml' ? Buffer.from(plain) : part, name, {
      compress: name !== 'mimetype',
    });
  }
  zip.end();
  return buffer(zip.outputStream);
}

async function unpack(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await open(Buffer.from(bytes));
  const parts = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    const read = promisify(
      zip.openReadStream.bind(zip) as (
        entry: Entry,
        done: (e: Error | null, s: NodeJS.ReadableStream) => void,
      ) => void,
    );
    zip.on('error', reject);
    zip.on('end', () => resolve(parts));
    zip.on('entry', (entry: Entry) => {
      if (entry.fileName.endsWith('/')) {
        zip.readEntry();
        return;
      }
      read(entry)
        .then((stream) => buffer(stream))
        .then((part) => {
          parts.set(entry.fileName, part);
          zip.readEntry();
        })
        .catch(reject);
    });
    zip.readEntry();
  });
}
