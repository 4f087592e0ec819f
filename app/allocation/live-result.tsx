import { Notice } from '#app/ui/notice.tsx';
import { useText } from '#app/ui/text.tsx';
import type { LiveRun } from './live-run.ts';
import type { Names, Vocabulary } from './names.tsx';
import { ResultTable } from './result-table.tsx';
import { usePlacedWords } from './rule-place.tsx';

type Props = { run: LiveRun; vocabulary: Vocabulary; names: Names };

/** What the rules give as they stand in the form, or why they cannot be carried out. */
export function LiveResult({ run, vocabulary, names }: Props) {
  const text = useText();
  const words = usePlacedWords(names)(run.rules);
  if (run.result) {
    return (
      <ResultTable
        caption={text('allocation.live')}
        result={{ totals: run.totals, provisional: run.provisional, ...run.result }}
        vocabulary={vocabulary}
        names={names}
      />
    );
  }
  return (
    <Notice tone="warn" live title={text('allocation.problems')}>
      <ul>
        {run.problems.map((one) => (
          <li key={`${one.path} ${one.code} ${one.params.year ?? ''}`}>{words(one)}</li>
        ))}
      </ul>
    </Notice>
  );
}
