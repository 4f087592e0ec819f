import { Link } from '#app/ui/link.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Gap } from './completeness.ts';
import { gapHref } from './plan-words.ts';
import { reasonText } from './reason.tsx';

/** What is missing from a draft, each linking to where it is filled; what only is worth a look comes last. */
export function GapList({ gaps, base }: { gaps: readonly Gap[]; base: string }) {
  const text = useText();
  const locale = useLocale();
  const sorted = [...gaps.filter((gap) => gap.blocker), ...gaps.filter((gap) => !gap.blocker)];
  return (
    <ul className="gaps">
      {sorted.map((gap) => {
        const words = reasonText(text, locale, gap);
        return (
          <li key={words} className={gap.blocker ? 'gap' : 'gap gap-note'}>
            <Link href={gapHref(base, gap.where)}>{words}</Link>
            {gap.blocker ? null : <small>{text('plan.gap.note')}</small>}
          </li>
        );
      })}
    </ul>
  );
}
