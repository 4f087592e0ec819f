import { z } from 'zod';
import { act } from '#app/identity/page.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { type Problem, problemOf } from '#app/kernel/problem.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { readLimits } from '#app/ledger/table-read.ts';
import type { CellChange, FillInDifference } from './fill-in-difference.ts';
import type { Filled } from './fill-in-read.ts';
import type { ShownDifference } from './fill-in-view.tsx';

/** What a page of a round trip shows after a post that did not save everything. */
export type FillInOutcome = { shown: ShownDifference | null; moved: boolean; problem: Problem | null };

type Args = Parameters<typeof act>[0];
type Sent = { file: string; bytes: Uint8Array };
type Compared = { difference: FillInDifference; filled: Filled };

/** Refuses a body that no table can have, told from the header before it is read into memory. */
export function oversize({ request }: Args): FillInOutcome | null {
  const bytes = Number(request.headers.get('content-length') ?? 0);
  if (bytes <= readLimits.fileBytes + 1024 ** 2) return null;
  const params = { file: '', megabytes: readLimits.fileBytes / 1024 ** 2 };
  return refused(new InvalidInput([{ path: 'file', code: 'table.too-large', params }]));
}

function refused(error: InvalidInput): FillInOutcome {
  return { shown: null, moved: false, problem: problemOf(error) };
}

/** Reads the file that was handed in and shows what it would change. */
export async function readHandedIn(
  args: Args,
  form: FormData,
  compare: (tx: Tx, actor: Actor, sent: Sent) => Promise<Compared>,
): Promise<FillInOutcome> {
  const sent = form.get('file');
  if (!(sent instanceof File) || sent.name === '') {
    return refused(new InvalidInput([{ path: 'file', code: 'fill-in.no-file', params: {} }]));
  }
  const bytes = new Uint8Array(await sent.arrayBuffer());
  const outcome = await act(args, (tx, actor) => compare(tx, actor, { file: sent.name, bytes }));
  if ('problem' in outcome) {
    // whatever is wrong with the file is said at the field that it came in by
    const errors = outcome.problem.errors.map((error) => ({ ...error, path: 'file' }));
    return { shown: null, moved: false, problem: { ...outcome.problem, errors } };
  }
  const { difference, filled } = outcome.done;
  const { ignored, kept } = filled;
  return {
    shown: { ...difference, file: sent.name, ignored, blind: kept === null },
    moved: false,
    problem: null,
  };
}

const value = z.union([z.int(), z.string().max(4000), z.null()]);
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
export function chosenChanges(form: FormData): CellChange[] {
  const read = (name: string): CellChange[] =>
    changesInput
      .parse(JSON.parse(String(form.get(name) ?? '[]')))
      .map(({ was, ...change }) => (was === undefined ? change : { ...change, was }));
  return [...read('changes'), ...read('conflicts').filter((_, i) => form.get(`choice.${i}`) === 'mine')];
}

/** Cells that changed while their preview was read: a difference of conflicts alone. */
export function onlyConflicts(conflicts: CellChange[]): ShownDifference {
  return {
    ...{ changes: [], refused: [], same: 0, kept: 0, absent: 0, ignored: [], blind: false, file: '' },
    conflicts,
  };
}
