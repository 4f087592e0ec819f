import type { z } from 'zod';
import { readForm } from '#app/identity/form.server.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { rightInput } from './scheme.input.ts';

/**
 * A line of the rights matrix as people type it: the quorum as a number of members (12) or a share of them (50%),
 * the sections that vote apart by commas.
 * @throws InvalidInput with every field that does not fit; `right.quorum`
 */
export function readRight(form: FormData): z.output<typeof rightInput> {
  const typed = (name: string) => String(form.get(name) ?? '').trim();
  const sections = typed('sections')
    .split(/[,;]+/)
    .map((one) => one.trim())
    .filter(Boolean);
  const conditionsAllowed = form.get('conditionsAllowed') !== null;
  const quorum = readQuorum(typed('quorum'));
  const rest = rightInput.omit({
    sections: true,
    conditionsAllowed: true,
    quorumBasis: true,
    quorumMembers: true,
  });
  try {
    const read = readForm(rest, form);
    if (!quorum) throw new InvalidInput([]);
    return { ...read, ...quorum, sections, conditionsAllowed };
  } catch (error) {
    if (!(error instanceof InvalidInput) || quorum) throw error;
    const params = { raw: typed('quorum') };
    throw new InvalidInput([...error.errors, { path: 'quorum', code: 'right.quorum', params }]);
  }
}

type Quorum = { quorumBasis: number | null; quorumMembers: number | null };

/** Basis points of a share with a percent sign, a number of members without; null when it is neither. */
function readQuorum(raw: string): Quorum | null {
  if (raw === '') return { quorumBasis: null, quorumMembers: null };
  const share = raw.endsWith('%');
  // two decimals of a percentage are basis points
  const read = readAmount(share ? raw.slice(0, -1).trim() : raw, share ? 2 : 0);
  if (read.kind !== 'value' || read.value < 1 || read.value > (share ? 10_000 : 1000)) return null;
  return share
    ? { quorumBasis: read.value, quorumMembers: null }
    : { quorumBasis: null, quorumMembers: read.value };
}
