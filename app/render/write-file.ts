import { runChild } from './child.ts';
import type { FileFormat } from './file-format.ts';
import { mediaTypeOf, type Rendered, reportFileName } from './render-report.ts';
import type { Report } from './report.ts';
import type { RenderTexts } from './texts.ts';

/** The name and media type of a report's file. */
export function fileOf(report: Report, format: FileFormat): Omit<Rendered, 'bytes'> {
  const ending = format === 'pdfa' ? 'pdf' : format;
  const name = reportFileName(report);
  return {
    mediaType: mediaTypeOf(ending),
    fileName: `${name}${format === 'pdfa' ? '-pdfa' : ''}.${ending}`,
  };
}

/**
 * Writes a report as a file in a child process: neither the request nor its neighbours wait for it.
 * @throws Error with what went wrong
 */
export function writeFile(report: Report, format: FileFormat, texts: RenderTexts): Promise<Uint8Array> {
  return runChild('#app/render/write-child.ts', [], JSON.stringify({ report, texts, format }));
}
