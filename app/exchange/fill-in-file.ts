import { type FillIn, fillInXlsx } from '#app/render/fill-in.ts';
import { fillInOds } from '#app/render/fill-in-ods.ts';
import { type fillInFormats, fillInMediaTypes } from './fill-in-format.ts';

/** A table to fill in as a file of the format asked for. */
export async function fillInFile(
  table: FillIn,
  { format, name }: { format: (typeof fillInFormats)[number]; name: string },
): Promise<{ bytes: Uint8Array; mediaType: string; fileName: string }> {
  const bytes =
    format === 'xlsx' ? await fillInXlsx(table) : await fillInOds(table, { institution: table.title });
  return { bytes, mediaType: fillInMediaTypes[format], fileName: `${name}.${format}` };
}
