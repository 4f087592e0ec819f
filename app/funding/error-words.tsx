import type { Problem } from '#app/kernel/problem.ts';
import type { FieldError } from '#app/kernel/rejection.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { type NameOf, readable, useLocale, useText } from '#app/ui/text.tsx';

export type ErrorWords = (error: Pick<FieldError, 'code' | 'params'>) => string;

/** The words for one field of a form that came back, if it is wrong. */
export type FieldErrors = (path: string) => string | undefined;

type Typed = Readonly<Record<string, string | undefined>>;
/**
 * Refusals in the reader's words.
 * @param name gives the name of a code that stands under a parameter (`unit`, `node`, `fund` …)
 */
export function useErrorWords(name?: NameOf): ErrorWords {
  const text = useText();
  const locale = useLocale();
  return ({ code, params }) => text(`rejection.${code}`, readable(params, locale, name));
}

/** What is wrong at each field of a form that came back. */
export function fieldErrors(
  problem: Pick<Problem, 'errors'> | null | undefined,
  words: ErrorWords,
): FieldErrors {
  return (path) => {
    const found = problem?.errors.find((one) => one.path === path);
    return found && words(found);
  };
}

/** What wires a control to its field: what was typed, or else stands, and what is wrong with it. */
export function fieldWire(typed: Typed, errorAt: FieldErrors) {
  return (name: string, stands?: string) => ({
    id: name,
    name,
    defaultValue: typed[name] ?? stands,
    error: errorAt(name),
  });
}

export type FieldWire = ReturnType<typeof fieldWire>;

type SummaryProps = { problem: Problem | null | undefined; words: ErrorWords };

/** Why a form came back: each wrong field linking to it, or the refusal and everything that stands in the way. */
export function RefusalSummary({ problem, words }: SummaryProps) {
  if (!problem) return null;
  const { errors, blockers } = problem;
  return (
    <ErrorSummary
      errors={[
        ...(errors.length === 0 ? [{ text: words(problem) }] : []),
        ...blockers.map((one) => ({ text: words(one) })),
        ...errors.map((one) => ({ id: one.path, text: words(one) })),
      ]}
    />
  );
}
