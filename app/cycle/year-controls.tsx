import { ChoiceControl } from '#app/ui/choice-control.tsx';
import { Controls } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import { yearName } from './cycle-words.ts';

type Props = {
  years: readonly number[];
  /** the year that is shown */
  year: number | null;
  /** a year begins in September and is named by two */
  academic: boolean;
};

/** The choice of the year of a cycle. */
export function YearControls({ years, year, academic }: Props) {
  const text = useText();
  return (
    <Controls show={text('cycle.show')}>
      <ChoiceControl
        label={text('cycle.year')}
        name="year"
        value={String(year)}
        options={years.map((one) => ({ value: String(one), label: yearName(one, academic) }))}
      />
    </Controls>
  );
}
