import { readSheets } from '#app/ledger/table-read.ts';
import { readUpload, type Upload } from './upload.ts';
import type { Notation } from './upload-cell.ts';

/**
 * Reads an uploaded CSV, XLSX or ODS file into rows of spending.
 * @throws InvalidInput `table.…` when it is no readable table, `realisation.no-header`, `realisation.no-rows`
 */
export async function readUploadFile(
  bytes: Uint8Array,
  { file, notation }: { file: string; notation?: Notation | null },
): Promise<Upload> {
  return readUpload(await readSheets(bytes, file), { file, notation });
}
