import { nameOf } from '#app/plan/plan-words.ts';
import { Control, Controls } from '#app/ui/page.tsx';
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
  const named = (list: readonly Named[]) =>
    list.map((one) => ({ value: one.code, label: nameOf(one, locale) }));
  const lists: [FilterName, { value: string; label: string }[]][] = [
    ['year', props.years.map((year) => ({ value: String(year), label: String(year) }))],
    ...(props.units ? [['unit', named(props.units)] satisfies [FilterName, unknown]] : []),
    ['method', named(props.methods)],
  ];
  return (
    <Controls show={text('consultation.show')}>
      {lists.map(([name, options]) => (
        <Control key={name} label={text(`consultation.filter.${name}`)}>
          <select name={name} defaultValue={props.chosen[name] ?? ''} key={props.chosen[name] ?? ''}>
            <option value="">{text(`consultation.filter.${name}.all`)}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </Control>
      ))}
    </Controls>
  );
}
