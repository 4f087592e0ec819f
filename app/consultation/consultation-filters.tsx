import { codeOptions, yearOptions } from '#app/identity/choice.ts';
import { ChoiceControl } from '#app/ui/choice-control.tsx';
import { Controls } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';

type Named = { code: string; nameNl: string; nameEn: string };
type FilterName = 'year' | 'unit' | 'method';

/** The choices above a list of consultations, for what it has more than nothing of. */
export function ConsultationFilters(props: {
  chosen: Partial<Record<FilterName, string>>;
  years: readonly number[];
  units?: readonly Named[];
  methods: readonly Named[];
}) {
  const text = useText();
  const locale = useLocale();
  const lists: [FilterName, { value: string; label: string }[]][] = [
    ['year', yearOptions(props.years)],
    ...(props.units ? [['unit', codeOptions(locale, props.units)] satisfies [FilterName, unknown]] : []),
    ['method', codeOptions(locale, props.methods)],
  ];
  return (
    <Controls show={text('consultation.show')}>
      {lists.map(([name, options]) => (
        <ChoiceControl
          key={name}
          label={text(`consultation.filter.${name}`)}
          name={name}
          value={props.chosen[name] ?? null}
          all={text(`consultation.filter.${name}.all`)}
          options={options}
        />
      ))}
    </Controls>
  );
}
