import type { Beginning } from './rule-form.ts';

type Setting = {
  units: readonly { code: string; depth: number }[];
  themes: readonly { code: string }[];
  definitions: readonly { code: string }[];
};

/** Units right below the institution, for which there are counts; the newest of these counts. */
export function beginningOf(
  setting: Setting,
  counts: { unit: string; definition: string; date: string }[],
): Beginning {
  const units = setting.units.filter((unit) => unit.depth === 1).map((unit) => unit.code);
  const newest = counts
    .filter((one) => units.includes(one.unit))
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
  const definition = newest?.definition ?? setting.definitions[0]?.code ?? '';
  const counted = units.filter((unit) =>
    counts.some((one) => one.unit === unit && one.definition === definition),
  );
  return {
    units: counted.length > 0 ? counted : units,
    themes: setting.themes.map((theme) => theme.code),
    definition,
    date: newest?.date ?? '',
  };
}
