import { readFileSync } from 'node:fs';
import { toDocx } from './docx.ts';
import { toOdt } from './odt.ts';
import { toPdf } from './pdf.ts';
import type { Report } from './report.ts';
import type { RenderTexts } from './texts.ts';

/**
 * Writes one report as a file in a process of its own, so that no request waits for it: `{ report, texts, format }`
 * as JSON on standard input, the file on standard output. What went wrong stands on standard error, exit status 1.
 */
type Task = { report: Report; texts: RenderTexts; format: 'pdf' | 'pdfa' | 'docx' | 'odt' };

async function write({ report, texts, format }: Task): Promise<Uint8Array> {
  if (format === 'docx') return toDocx(report, texts);
  if (format === 'odt') return toOdt(report, texts);
  return toPdf(report, texts, format === 'pdfa' ? 'a-2a' : 'ua-1');
}

write(JSON.parse(readFileSync(0, 'utf8')) as Task).then(
  (bytes) => process.stdout.write(bytes),
  (error: unknown) => {
    process.stderr.write(String(error));
    process.exitCode = 1;
  },
);
