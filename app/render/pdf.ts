import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { flow } from './flow.ts';
import { pdfView } from './pdf-view.ts';
import type { Report } from './report.ts';
import type { RenderTexts } from './texts.ts';

/** A report that takes longer than this is a defect; the child is ended so that it cannot linger. */
const LIMIT_MS = 60_000;
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
    return await typeset(view, standard);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function typeset(view: string, standard: PdfStandard): Promise<Uint8Array> {
  // Resolved through the package's imports, so that it is found from the bundled server as well.
  const script = createRequire(import.meta.url).resolve('#app/render/pdf-child.ts');
  // No environment: the child needs no address of the database and no secret.
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, standard], {
    env: {},
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  return new Promise((resolve, reject) => {
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(new Uint8Array(Buffer.concat(out)));
      else reject(new Error(`typesetting failed (${signal ?? code}): ${Buffer.concat(errors).toString()}`));
    });
    // A child that ends early closes its input; its exit status tells why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(view);
  });
}
