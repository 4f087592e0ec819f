import { nameOf } from '#app/kernel/name.ts';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Discussion } from './consultation.server.ts';

/** Who discussed the outcome, when that is known, and what was said of it. */
export function DiscussionWords({ discussion }: { discussion: Discussion }) {
  const text = useText();
  const locale = useLocale();
  const { bodyNl, bodyEn, withWhom, on, note } = discussion;
  const who = [bodyNl && bodyEn ? nameOf({ nameNl: bodyNl, nameEn: bodyEn }, locale) : '', withWhom];
  return text('discussion.words', {
    who: who.filter(Boolean).join(', '),
    on: on === '' ? 'none' : /^\d{4}-\d{2}-\d{2}$/.test(on) ? formatDate(on, locale) : on,
    note: note === '' ? 'none' : note,
  });
}
