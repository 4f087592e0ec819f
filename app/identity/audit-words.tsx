import { formatAmount } from '#app/kernel/amount-format.ts';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { AuditName } from './audit-name.server.ts';

type Names = Readonly<Record<string, AuditName>>;

/** The trail in the reader's words; what has no word of its own stays as it is written. */
export function useAuditWords(names: Names) {
  const text = useText();
  const locale = useLocale();
  const known = (key: string) => {
    const words = text(key);
    return words === key ? null : words;
  };
  const named = (key: string) => {
    const name = names[key];
    return name ? (locale === 'en' ? name.nameEn : name.nameNl) : null;
  };
  const subject = (kind: string) => known(`audit.noun.${kind}`) ?? kind;
  /** `counts.2.heads` as `Telling 3, Aantal`. */
  const field = (path: string) =>
    path
      .split('.')
      .reduce<string[]>((words, part) => {
        if (/^\d+$/.test(part) && words.length > 0) words.push(`${words.pop()} ${Number(part) + 1}`);
        else if (/^\d+$/.test(part)) words.push(String(Number(part) + 1));
        else words.push(known(`audit.field.${part}`) ?? known(`field.${part}`) ?? part);
        return words;
      }, [])
      .join(', ');
  return {
    named,
    subject,
    /** `account.create` as `Account: aangemaakt`. */
    action(action: string): string {
      const [noun = '', ...verb] = action.split('.');
      const done = known(`audit.verb.${verb.join('.')}`);
      return done ? `${subject(noun)}: ${done}` : action;
    },
    field,
    /** A list by its name in the plural where it has one: `lines` as `Regels`. */
    list: (path: string) => known(`audit.list.${path.split('.').at(-1)}`) ?? field(path),
    /** A value as pages print it: euros, FTE, dates, names. */
    value(path: string, value: string): string {
      const leaf = path.split('.').at(-1) ?? '';
      if (/cents/i.test(leaf) && /^-?\d+$/.test(value)) {
        return text('audit.euro', { amount: formatAmount(Number(value), 'eur2', locale) });
      }
      if (/fteMilli$/.test(leaf) && /^-?\d+$/.test(value)) {
        return text('audit.fte', { amount: formatAmount(Number(value), 'fte2', locale) });
      }
      if (/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(value)) {
        return formatDate(value, locale, value.length > 10 ? 'moment' : 'long');
      }
      if (/^[0-9a-f]{64}$/.test(value)) return `${value.slice(0, 4)} ${value.slice(4, 8)}`;
      const status = leaf === 'status' ? known(`plan.status.${value}`) : null;
      const word = status ?? known(`audit.value.${leaf}.${value}`);
      if (word) return word;
      // a column of a file: 0 is the first, A on the sheet
      if (path.includes('columns.') && /^\d{1,2}$/.test(value)) {
        return text('audit.column', { number: Number(value) + 1 });
      }
      if (value === 'true' || value === 'false') return text(`audit.${value}`);
      return named(value) ?? named(`${leaf}:${value}`) ?? value;
    },
  };
}
