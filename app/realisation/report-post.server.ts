import { z } from 'zod';
import { act, edgeContext } from '#app/identity/page.server.ts';
import type { Locale } from '#app/kernel/actor.ts';
import type { Problem } from '#app/kernel/problem.ts';
import { problemOf } from '#app/kernel/problem.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import type { Untraceable } from '#app/participation/trace-total.ts';
import { type Booked, bookReport, previewReport } from './booking.server.ts';
import type { Given, Preview } from './booking.ts';
import { untraceableOfBooking } from './booking-trace.server.ts';
import { closedYear } from './closed-period.server.ts';
import { oversize } from './intake-edge.ts';
import { type KeptFile, keepFile, keptFile } from './kept-file.server.ts';
import { type TypedRow, typedRow } from './realisation.input.ts';
import type { ReportAddress } from './report.server.ts';
import { rowsOfForm } from './typed-form.ts';
import { entriesOfRows } from './typed-row.ts';
import type { UploadNotes } from './upload.ts';
import { type Notation, notations } from './upload-cell.ts';
import { readUploadFile } from './upload-file.ts';

/** What is to be booked, so that the next step needs neither typing nor choosing a file again. */
export type Source =
  | { kind: 'form'; rows: TypedRow[] }
  | { kind: 'file'; file: KeptFile; notation: Notation | null };

export type Shown = Pick<Preview, 'changes' | 'checks' | 'hash' | 'seen' | 'different'> & {
  /** what booking would make untraceable */
  rise: Untraceable;
  /** who closed the books of the whole year and when, if they are closed */
  closed: { closedAt: string; closedBy: string } | null;
};

/** What the page shows after a post that did not book. */
export type Outcome =
  | { view: 'edit'; rows: TypedRow[]; problem: Problem | null }
  | { view: 'wrong-file'; file: string; problem: Problem }
  | { view: 'ask'; file: KeptFile; examples: string[]; problem: Problem }
  | {
      view: 'preview';
      source: Source;
      shown: Shown;
      notes: UploadNotes | null;
      problem: Problem | null;
      note: string;
      provisional: boolean;
    };

type Args = Parameters<typeof act>[0];

/** Answers a post of the report page: the outcome to show, or what was booked. */
export async function answerPost(
  args: Args,
  address: ReportAddress,
): Promise<Outcome | { view: 'booked'; booked: Booked }> {
  const tooLarge = oversize(args);
  if (tooLarge) return { view: 'wrong-file', file: '', problem: tooLarge };
  const form = await args.request.formData();
  const post = { args, address, form };
  switch (form.get('intent')) {
    case 'preview-rows':
      return previewSource(post, { kind: 'form', rows: rowsOfForm(form) });
    case 'edit':
      return { view: 'edit', rows: sourceRows(form), problem: null };
    case 'preview-file':
      return previewUpload(post);
    case 'preview-kept':
      return previewSource(post, keptSource(form));
    default:
      return book(post);
  }
}

type Post = { args: Args; address: ReportAddress; form: FormData };

const rowsSchema = z.array(typedRow).max(5000);

function sourceRows(form: FormData): TypedRow[] {
  return rowsSchema.parse(JSON.parse(String(form.get('source-rows') ?? '[]')));
}

function notationOf(form: FormData): Notation | null {
  return notations.find((one) => one === form.get('notation')) ?? null;
}

function keptSource(form: FormData): Source {
  const file = { sha256: String(form.get('file-hash') ?? ''), name: String(form.get('file-name') ?? '') };
  return { kind: 'file', file, notation: notationOf(form) };
}

async function previewUpload(post: Post): Promise<Outcome> {
  const upload = post.form.get('file');
  if (!(upload instanceof File) || upload.name === '') {
    const problem = problemOf(new InvalidInput([{ path: 'file', code: 'realisation.no-file', params: {} }]))!;
    return { view: 'wrong-file', file: '', problem };
  }
  const bytes = new Uint8Array(await upload.arrayBuffer());
  const outcome = await previewSource(
    post,
    { kind: 'file', file: { sha256: '', name: upload.name }, notation: notationOf(post.form) },
    bytes,
  );
  // kept only when there is a next step: a preview to confirm, or a question to answer
  if (outcome.view !== 'preview' && outcome.view !== 'ask') return outcome;
  const kept = await act(post.args, (tx, actor) => keepFile(tx, actor, bytes));
  if ('problem' in kept) return { view: 'wrong-file', file: upload.name, problem: kept.problem };
  const file = { sha256: kept.done, name: upload.name };
  if (outcome.view === 'ask') return { ...outcome, file };
  return { ...outcome, source: { kind: 'file', file, notation: notationOf(post.form) } };
}

/** Reads a source into what the use cases take. */
async function read(
  source: Source,
  locale: Locale,
  bytes: () => Promise<Uint8Array>,
): Promise<Omit<Given, 'provisional'> & { notes: UploadNotes | null }> {
  if (source.kind === 'form') return { ...entriesOfRows(source.rows, locale), notes: null };
  return readUploadFile(await bytes(), { file: source.file.name, notation: source.notation });
}

async function previewSource(post: Post, source: Source, bytes?: Uint8Array): Promise<Outcome> {
  const { args, address, form } = post;
  const result = await act(args, async (tx, actor) => {
    const given = await read(
      source,
      actor.locale,
      async () =>
        bytes ?? (source.kind === 'file' ? keptFile(tx, actor, source.file.sha256) : new Uint8Array()),
    );
    const now = args.context.get(edgeContext).clock();
    const { report, preview } = await previewReport(tx, actor, {
      ...address,
      ...given,
      provisional: false,
      now,
    });
    const { changes, checks, hash, seen, different, lines } = preview;
    const rise = await untraceableOfBooking(tx, actor, { report, lines, now });
    const closed = await closedYear(tx, actor, report);
    return { shown: { changes, checks, hash, seen, different, rise, closed }, notes: given.notes };
  });
  if ('done' in result) {
    const note = String(form.get('note') ?? '');
    const provisional = form.get('state') === 'provisional';
    return { view: 'preview', source, ...result.done, problem: null, note, provisional };
  }
  const { problem } = result;
  if (source.kind === 'form') return { view: 'edit', rows: source.rows, problem };
  const asked = problem.errors.filter((error) => error.code === 'realisation.ambiguous');
  if (asked.length === 0) return { view: 'wrong-file', file: source.file.name, problem };
  const examples = [...new Set(asked.map((error) => String(error.params.value)))].slice(0, 3);
  return { view: 'ask', file: source.file, examples, problem };
}

async function book(post: Post): Promise<Outcome | { view: 'booked'; booked: Booked }> {
  const { args, address, form } = post;
  const source: Source =
    form.get('source') === 'file' ? keptSource(form) : { kind: 'form', rows: sourceRows(form) };
  const result = await act(args, async (tx, actor) => {
    const file = source.kind === 'file' ? source.file : null;
    const given = await read(source, actor.locale, () => keptFile(tx, actor, file?.sha256 ?? ''));
    return bookReport(tx, actor, {
      ...address,
      ...given,
      file,
      hash: String(form.get('hash') ?? ''),
      note: String(form.get('note') ?? '')
        .trim()
        .slice(0, 2000),
      untraceable: String(form.get('untraceable') ?? '').slice(0, 2000),
      provisional: form.get('state') === 'provisional',
      now: args.context.get(edgeContext).clock(),
    });
  });
  if ('done' in result) return { view: 'booked', booked: result.done };
  const again = await previewSource(post, source);
  return again.view === 'preview' ? { ...again, problem: result.problem } : again;
}
