import { Disclosure } from '#app/ui/disclosure.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { HeadCount } from './head-count.ts';
import type { Names, Vocabulary } from './names.tsx';

type Props = { counts: readonly HeadCount[]; names: Names; vocabulary: Vocabulary };

/** The head counts that a scenario ran on, by definition and reference date. */
export function ScenarioHeads({ counts, names, vocabulary }: Props) {
  const text = useText();
  const locale = useLocale();
  if (counts.length === 0) return null;
  const definitions = [...new Set(counts.map((one) => one.definition))];
  return (
    <Disclosure summary={text('allocation.scenario.heads')}>
      {definitions.map((definition) => {
        const own = counts.filter((one) => one.definition === definition);
        const dates = [...new Set(own.map((one) => one.date))].toSorted();
        const units = vocabulary.units.filter(({ code }) => own.some((one) => one.unit === code));
        const print = (unit: string, date: string) => {
          const found = own.find((one) => one.unit === unit && one.date === date);
          if (!found) return '–';
          return found.heads === null
            ? text('allocation.bench.heads-unknown')
            : found.heads.toLocaleString(locale);
        };
        return (
          <DataTable
            key={definition}
            caption={names.definition(definition)}
            note={text('allocation.scenario.heads.note')}
            columns={dates.map((date) => ({ key: date, head: formatDate(date, locale) }))}
            rows={units.map(({ code }) => ({
              key: code,
              head: names.unit(code),
              cells: Object.fromEntries(dates.map((date) => [date, print(code, date)])),
            }))}
          />
        );
      })}
    </Disclosure>
  );
}
