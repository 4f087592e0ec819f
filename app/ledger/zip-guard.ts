import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { readLimits, refused } from './table-read.ts';

/**
 * Reads the central directory of a ZIP before anything is unpacked, refuses what would unpack to too
 * much, then unpacks once into nothing: a directory can lie about sizes, a stream cannot.
 * @returns the names of the entries
 * @throws InvalidInput `table.zip-bomb`, `table.encrypted`, `table.damaged`
 */
export async function inspectZip(bytes: Uint8Array, fileName: string): Promise<Set<string>> {
  let zip: ZipFile;
  try {
    zip = await open(bytes);
  } catch {
    throw refused(fileName, 'table.damaged');
  }
  const entries = await listEntries(zip).catch(() => {
    throw refused(fileName, 'table.damaged');
  });
  const bomb = refused(fileName, 'table.zip-bomb', {
    megabytes: Math.floor(readLimits.unpackedBytes / 1024 ** 2),
  });
  if (entries.length > readLimits.entries) throw bomb;
  if (entries.some((entry) => entry.generalPurposeBitFlag & 1)) throw refused(fileName, 'table.encrypted');
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const swollen = entries.some(
    (entry) =>
      entry.uncompressedSize > readLimits.ratioFromBytes &&
      entry.uncompressedSize > readLimits.ratio * Math.max(1, entry.compressedSize),
  );
  if (total > readLimits.unpackedBytes || swollen) throw bomb;
  for (const entry of entries) {
    try {
      await drain(zip, entry);
    } catch {
      // yauzl stops a stream that gives another number of bytes than its directory declared
      throw refused(fileName, 'table.damaged');
    }
  }
  return new Set(entries.map((entry) => entry.fileName));
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  return promisify<Buffer, object, ZipFile>(yauzl.fromBuffer)(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    { lazyEntries: true, autoClose: false, validateEntrySizes: true },
  );
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > readLimits.entries) resolve(entries);
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function drain(zip: ZipFile, entry: Entry): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      stream.on('error', reject);
      stream.on('end', () => resolve());
      stream.resume();
    });
  });
}
