import { redirect } from 'react-router';
import { z } from 'zod';
import { act } from '#app/identity/page.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { textsOf } from '#app/kernel/form-text.ts';
import { type Problem, problemOf } from '#app/kernel/problem.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { readLimits, readSheets } from '#app/ledger/table-read.ts';
import { type CellChange, type CellRefusal, withoutRows } from './fill-in-difference.ts';
import { type Compared, compareSheet, type Sheet } from './fill-in-sheet.ts';
import type { ShownDifference } from './fill-in-view.tsx';

/** What a page of a round trip shows after a post. */
export type FillInOutcome = {
  shown: ShownDifference | null;
  /** cells were changed while their preview was read */
  moved: boolean;
  problem: Problem | null;
  /** how much was saved; null when nothing was */
  saved: number | null;
  /** what was typed beside the file */
  typed: Record<string, string>;
  /** what was refused in the file of which the rest was saved: it stays in sight */
  left: CellRefusal[];
};

type Args = Parameters<typeof act>[0];
type Sent = { file: string; bytes: Uint8Array };

/** What saving found: how much was saved, or the cells that somebody else was ahead of. */
export type Saved = { saved: number | null; moved?: CellChange[]; still?: CellChange[] };

export type RoundTrip = {
  sheet: (tx: Tx, actor: Actor) => Promise<Sheet>;
  save: (tx: Tx, actor: Actor, changes: CellChange[], typed: Record<string, string>) => Promise<Saved>;
};

/** What a file that was sent would change. @throws InvalidInput `table.…`, `fill-in.…` */
export async function compareSent(actor: Actor, sheet: Sheet, { file, bytes }: Sent): Promise<Compared> {
  const compared = compareSheet(sheet, { sheets: await readSheets(bytes, file), file, locale: actor.locale });
  const refused = await sheet.trial?.(compared.difference.changes);
  return refused ? { ...compared, difference: withoutRows(compared.difference, refused) } : compared;
}

/**
 * A post of a page of a round trip: a file is read and what it would change is shown; what was shown is saved. What
 * cannot be saved stays in sight with what is wrong.
 */
export async function postSheet(args: Args, { sheet, save }: RoundTrip): Promise<FillInOutcome> {
  if (oversize(args)) return tooLarge();
  const form = await args.request.formData();
  if (form.get('intent') !== 'save') return readHandedIn(args, form, sheet);
  const changes = chosenChanges(form);
  const left = refusedBefore(form);
  const { changes: _, conflicts: __, refused: ___, ...typed } = textsOf(form);
  const outcome = await act(args, (tx, actor) => save(tx, actor, changes, typed));
  const file = typed.name ?? '';
  if ('problem' in outcome) {
    const { problem } = outcome;
    return {
      shown: { ...nothing, changes, refused: left, file },
      moved: false,
      problem,
      saved: null,
      typed,
      left: [],
    };
  }
  const { saved, moved = [], still = [] } = outcome.done;
  if (moved.length === 0) return { shown: null, moved: false, problem: null, saved, typed, left };
  const shown = { ...nothing, changes: still, conflicts: moved, refused: left, file };
  return { shown, moved: true, problem: null, saved, typed, left: [] };
}

/** On to where what was saved stands. What is still to be decided or was refused is shown instead. */
export function onceSaved(outcome: FillInOutcome, to: string): FillInOutcome | Response {
  return outcome.saved !== null && !outcome.moved && outcome.left.length === 0 ? redirect(to) : outcome;
}

const nothing = {
  ...{ changes: [], conflicts: [], refused: [], same: 0, kept: 0, absent: 0, ignored: [], blind: false },
};

/** A body that no table can have, told from the header before it is read into memory. */
function oversize({ request }: Args): boolean {
  return Number(request.headers.get('content-length') ?? 0) > readLimits.fileBytes + 1024 ** 2;
}

function tooLarge(): FillInOutcome {
  const params = { file: '', megabytes: readLimits.fileBytes / 1024 ** 2 };
  return refused(new InvalidInput([{ path: 'file', code: 'table.too-large', params }]));
}

function refused(error: InvalidInput): FillInOutcome {
  return { shown: null, moved: false, problem: problemOf(error), saved: null, typed: {}, left: [] };
}

async function readHandedIn(args: Args, form: FormData, sheet: RoundTrip['sheet']): Promise<FillInOutcome> {
  const sent = form.get('file');
  if (!(sent instanceof File) || sent.name === '') {
    return refused(new InvalidInput([{ path: 'file', code: 'fill-in.no-file', params: {} }]));
  }
  const bytes = new Uint8Array(await sent.arrayBuffer());
  const outcome = await act(args, async (tx, actor) =>
    compareSent(actor, await sheet(tx, actor), { file: sent.name, bytes }),
  );
  const common = { moved: false, saved: null, typed: {}, left: [] };
  if ('problem' in outcome) {
    // whatever is wrong with the file is said at the field that it came in by
    const errors = outcome.problem.errors.map((error) => ({ ...error, path: 'file' }));
    return { ...common, shown: null, problem: { ...outcome.problem, errors } };
  }
  const { difference, filled } = outcome.done;
  const { ignored, kept } = filled;
  return {
    ...common,
    shown: { ...difference, file: sent.name, ignored, blind: kept === null },
    problem: null,
  };
}

const value = z.union([z.int(), z.string().max(20_000), z.null()]);
const changesInput = z
  .array(
    z.object({
      row: z.int(),
      key: z.array(z.string().max(400)).min(1).max(12),
      field: z.string().max(60),
      before: value,
      after: value,
      was: value.optional(),
    }),
  )
  .max(20_000);

/** The changes that were shown, with the conflicts in which the file was chosen. */
function chosenChanges(form: FormData): CellChange[] {
  const read = (name: string): CellChange[] =>
    changesInput
      .parse(JSON.parse(String(form.get(name) ?? '[]')))
      .map(({ was, ...change }) => (was === undefined ? change : { ...change, was }));
  return [...read('changes'), ...read('conflicts').filter((_, i) => form.get(`choice.${i}`) === 'mine')];
}

const refusedInput = z
  .array(
    z.object({
      row: z.int(),
      key: z.array(z.string().max(400)).max(12),
      field: z.string().max(60).nullable(),
      code: z.string().max(120),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  )
  .max(20_000);

/** What the preview that is now saved had refused. */
function refusedBefore(form: FormData): CellRefusal[] {
  return refusedInput.parse(JSON.parse(String(form.get('refused') ?? '[]')));
}
