import type { Problem } from '#app/kernel/problem.ts';
import type { FileInput } from './attachment.server.ts';
import { totalFileBytes } from './attachment.ts';

/** Room for the other fields of the form and the bounds between its parts. */
const slack = 500_000;

export type LetterPost = { typed: Record<string, string>; files: FileInput[] };

/**
 * Reads the form of a letter; of one that is larger than a letter may be nothing is kept in memory.
 * @returns what was typed by field, and the files; or the problem when it is too large
 */
export async function readLetterPost(request: Request): Promise<LetterPost | { problem: Problem }> {
  const most = totalFileBytes + slack;
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > most) return { problem: tooLarge(announced) };
  // Read to the end even when it is too large, keeping nothing: a sender cut off would see no answer.
  let seen = 0;
  const kept: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of request.body ?? []) {
    seen += chunk.length;
    if (seen <= most) kept.push(chunk);
    else kept.length = 0;
  }
  if (seen > most) return { problem: tooLarge(seen) };
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  const form = await new Response(new Blob(kept), { headers }).formData();
  const typed: Record<string, string> = {};
  const files: FileInput[] = [];
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') typed[name] = value;
    else if (value.size > 0) files.push(await fileOf(value));
  }
  return { typed, files };
}

async function fileOf(file: File): Promise<FileInput> {
  const bytes = Buffer.from(await file.arrayBuffer());
  const mediaType = /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : 'application/octet-stream';
  return { name: file.name.slice(0, 200), mediaType, base64: bytes.toString('base64') };
}

function tooLarge(bytes: number): Problem {
  const params = { megabytes: Math.ceil(bytes / 100_000) / 10, most: totalFileBytes / 1_000_000 };
  const errors = [{ path: 'files', code: 'funding.files-too-large', params }];
  return { status: 400, code: 'invalid', params: { count: 1 }, blockers: [], errors };
}
