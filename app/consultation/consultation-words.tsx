import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Counts, ShownCount } from './consultation.ts';

type Dated = { on: string; date: string };

/** The date of a consultation as precise as its source gives it: a day, a month, or words. */
export function useConsultationDate(): (one: Dated) => string {
  const locale = useLocale();
  return ({ on, date }) => {
    if (on === date) return formatDate(date, locale);
    return /^\d{4}-\d{2}$/.test(on) ? formatDate(`${on}-01`, locale).replace(/^\d+ /, '') : on;
  };
}

/** The counts in words, each a phrase: "9 van de 16 aanwezig", "138 antwoorden, van wie ongeveer 80 docenten". */
export function useCountWords(): (
  counts: Counts<ShownCount, ShownCount> & { maskedBelow: number; sittings?: number },
) => string[] {
  const text = useText();
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'nl-NL');
  const shown = (heads: ShownCount, maskedBelow: number) => {
    if (heads === 'masked') return `<${maskedBelow}`;
    if (heads === 'hidden') return text('consultation.count.hidden');
    return heads === null ? '' : number.format(heads);
  };
  return ({ invited, present, answered, parts, maskedBelow: below, sittings = 1 }) => {
    const list = new Intl.ListFormat(locale, { type: 'conjunction' });
    const groups = parts.map(({ name, heads, about }) =>
      text('consultation.count.part', {
        heads: shown(heads, below),
        name,
        about: heads === 'hidden' ? 'hidden' : String(about),
      }),
    );
    const said: string[] = [];
    if (sittings > 1) said.push(text('consultation.count.sittings', { sittings }));
    if (present !== null) {
      said.push(
        text(invited === null ? 'consultation.count.present' : 'consultation.count.present-of', {
          present: shown(present, below),
          invited: shown(invited, below),
        }),
      );
    } else if (invited !== null)
      said.push(text('consultation.count.invited', { invited: shown(invited, below) }));
    if (answered !== null) {
      said.push(
        text('consultation.count.answered', {
          answered: shown(answered, below),
          parts: groups.length > 0 ? list.format(groups) : 'none',
        }),
      );
    } else if (groups.length > 0) said.push(list.format(groups));
    return said;
  };
}
