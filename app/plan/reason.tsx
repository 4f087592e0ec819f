import { type FieldErrors, fieldErrors, useErrorWords } from '#app/funding/error-words.tsx';
import type { Problem } from '#app/kernel/problem.ts';
import type { Reason } from '#app/kernel/rejection.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { readable, type Text, useLocale, useText } from '#app/ui/text.tsx';

type Locale = 'nl' | 'en';

/** A reason in words; ISO dates among its parameters are printed as the reader writes them. */
export function reasonText(text: Text, locale: Locale, { code, params }: Reason): string {
  return text(`rejection.${code}`, readable(params, locale));
}

/**
 * Why a form came back: each wrong field linking to it, or the refusal with everything that stands in the way.
 * @param field the id of the control for the path of an error
 */
export function ProblemSummary(props: { problem: Problem | null; field?: (path: string) => string }) {
  const text = useText();
  const locale = useLocale();
  const { problem, field = (path: string) => path } = props;
  if (!problem) return null;
  if (problem.errors.length > 0) {
    return (
      <ErrorSummary
        errors={problem.errors.map((error) => ({
          id: field(error.path),
          text: reasonText(text, locale, error),
        }))}
      />
    );
  }
  return (
    <Notice tone="error" live title={reasonText(text, locale, problem)}>
      {problem.blockers.length > 0 ? <Reasons reasons={problem.blockers} /> : null}
    </Notice>
  );
}

/** Reasons as a list of sentences. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const text = useText();
  const locale = useLocale();
  return (
    <ul className="reasons">
      {reasons.map((reason) => {
        const words = reasonText(text, locale, reason);
        return <li key={words}>{words}</li>;
      })}
    </ul>
  );
}

/** The words for one field of a form that came back, if it is wrong. */
export function useFieldError(problem: Problem | null | undefined): FieldErrors {
  return fieldErrors(problem, useErrorWords());
}
