import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { EarlierVersion } from './decision-detail.server.ts';
import { outcomeWord } from './decision-line.tsx';

/** What the version is called that a dossier compares with, and why it is that one. */
export function useEarlierWords(document: string) {
  const text = useText();
  const locale = useLocale();
  const called = ({ document: of, title, number }: EarlierVersion) =>
    of === document
      ? text('plan.version', { number: String(number) })
      : text('dossier.earlier', { title, number: String(number) });
  const against = (earlier: EarlierVersion) => {
    const { outcome, decidedOn } = earlier;
    const version = called(earlier);
    if (outcome === null || decidedOn === null) return text('dossier.against', { version });
    const word = outcomeWord(text, { kind: 'consent', outcome });
    return text('dossier.against-own', { version, date: formatDate(decidedOn, locale), outcome: word });
  };
  return { called, against };
}
