import type { z } from 'zod';
import { readForm } from '#app/identity/form.server.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { rightInput, sectionRuleInput } from './scheme.input.ts';

/**
 * A line of the rights matrix as people type it: the quorum as a number of members (12) or a share of them (50%),
 * the sections that vote apart in rows, each with a quorum and a majority of its own where it has them.
 * @throws InvalidInput with every field that does not fit; `right.quorum`, `right.section-quorum`
 */
export function readRight(form: FormData): z.output<typeof rightInput> {
  const typed = (name: string) => String(form.get(name) ?? '').trim();
  const rows = Array.from({ length: 6 }, (_, index) => ({
    name: typed(`section${index}.name`),
    quorum: typed(`section${index}.quorum`),
    majority: typed(`section${index}.majority`),
  })).filter((row) => row.name !== '');
  const sections = rows.map((row) => row.name);
  const wrong = rows.find((row) => !readQuorum(row.quorum));
  const conditionsAllowed = form.get('conditionsAllowed') !== null;
  const quorum = readQuorum(typed('quorum'));
  const rest = rightInput.omit({
    sections: true,
    sectionRules: true,
    conditionsAllowed: true,
    quorumBasis: true,
    quorumMembers: true,
  });
  try {
    const read = readForm(rest, form);
    if (!quorum || wrong) throw new InvalidInput([]);
    const sectionRules = rows.flatMap(({ name, quorum: own, majority }) =>
      own || majority
        ? [{ name, ...readQuorum(own)!, majority: sectionRuleInput.shape.majority.parse(majority || null) }]
        : [],
    );
    return { ...read, ...quorum, sections, sectionRules, conditionsAllowed };
  } catch (error) {
    if (!(error instanceof InvalidInput) || (quorum && !wrong)) throw error;
    throw new InvalidInput([
      ...error.errors,
      ...(quorum ? [] : [{ path: 'quorum', code: 'right.quorum', params: { raw: typed('quorum') } }]),
      ...(wrong ? [{ path: 'sections', code: 'right.section-quorum', params: { raw: wrong.quorum } }] : []),
    ]);
  }
}

type Quorum = { quorumBasis: number | null; quorumMembers: number | null };

/** Basis points of a share with a percent sign, a number of members without; null when it is neither. */
export function readQuorum(raw: string): Quorum | null {
  if (raw === '') return { quorumBasis: null, quorumMembers: null };
  const share = raw.endsWith('%');
  // two decimals of a percentage are basis points
  const read = readAmount(share ? raw.slice(0, -1).trim() : raw, share ? 2 : 0);
  if (read.kind !== 'value' || read.value < 1 || read.value > (share ? 10_000 : 1000)) return null;
  return share
    ? { quorumBasis: read.value, quorumMembers: null }
    : { quorumBasis: null, quorumMembers: read.value };
}
