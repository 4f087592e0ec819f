import { type ErrorWords, useErrorWords } from '#app/funding/error-words.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Receiver } from './receiver.ts';

export type Named = { code: string; nameNl: string; nameEn: string };
export type UnitOption = Named & { kind: string; depth: number };

/** What a screen names: everything by code. */
export type Vocabulary = {
  units: readonly UnitOption[];
  themes: readonly Named[];
  funds: readonly Named[];
  definitions: readonly Named[];
};

export type Names = {
  unit: (code: string) => string;
  node: (code: string) => string;
  fund: (code: string) => string;
  definition: (code: string) => string;
  /** a unit, a theme, or a theme within a unit; neither: what is not allocated */
  receiver: (receiver: Receiver) => string;
  receivers: (list: readonly Receiver[]) => string;
};

/** The names behind codes in the reader's language; a code without a name stays itself. */
export function useNames({ units, themes, funds, definitions }: Vocabulary): Names {
  const text = useText();
  const locale = useLocale();
  const of = (list: readonly Named[]) => (code: string) => {
    const found = list.find((one) => one.code === code);
    return found ? (locale === 'en' ? found.nameEn : found.nameNl) : code;
  };
  const [unit, node] = [of(units), of(themes)];
  const receiver = (one: Receiver) =>
    [one.unit === null ? '' : unit(one.unit), one.node === null ? '' : node(one.node)]
      .filter(Boolean)
      .join(' · ') || text('allocation.unallocated');
  const listed = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    unit,
    node,
    fund: of(funds),
    definition: of(definitions),
    receiver,
    receivers: (list) => listed.format(list.map(receiver)),
  };
}

/** Refusals with the names of units, themes and counts in place of their codes. */
export function useAllocationWords(names: Names): ErrorWords {
  return useErrorWords((param, code) =>
    param === 'unit'
      ? names.unit(code)
      : param === 'node'
        ? names.node(code)
        : param === 'definition'
          ? names.definition(code)
          : code,
  );
}
