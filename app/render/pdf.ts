import { runChild } from './child.ts';
import { flow } from './flow.ts';
import { pdfView } from './pdf-view.ts';
import type { Report } from './report.ts';
import type { RenderTexts } from './texts.ts';

/** Settings at once: each may take hundreds of megabytes and a whole core. */
const AT_ONCE = 2;

/** For readers with software that reads aloud, or for the archive: a file follows one of the two. */
export type PdfStandard = 'ua-1' | 'a-2a';

let running = 0;
const waiting: (() => void)[] = [];

/**
 * The report as PDF/UA-1 or PDF/A-2a (both tagged, with title and language), set by Typst in a child process. The same
 * report gives the same bytes.
 * @throws Error with Typst's diagnostics, for instance when a figure lacks its alternative text.
 */
export async function toPdf(
  report: Report,
  texts: RenderTexts,
  standard: PdfStandard = 'ua-1',
): Promise<Uint8Array> {
  const view = JSON.stringify(pdfView(flow(report, texts), texts));
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await runChild('#app/render/pdf-child.ts', [standard], view);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
