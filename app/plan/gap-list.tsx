import { Link } from '#app/ui/link.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Gap } from './completeness.ts';
import { gapHref } from './plan-words.ts';
import { reasonText } from './reason.tsx';

/** More than this is folded away: a fresh draft lacks nearly everything. */
const shown = 8;

/** What is missing from a draft, each linking to where it is filled; what only is worth a look comes last. */
export function GapList({ gaps, base }: { gaps: readonly Gap[]; base: string }) {
  const text = useText();
  const sorted = [...gaps.filter((gap) => gap.blocker), ...gaps.filter((gap) => !gap.blocker)];
  const rest = sorted.slice(shown);
  return (
    <>
      <Gaps gaps={rest.length > 1 ? sorted.slice(0, shown) : sorted} base={base} />
      {rest.length > 1 ? (
        <details className="gaps-rest">
          <summary>{text('plan.gap.rest', { count: rest.length })}</summary>
          <Gaps gaps={rest} base={base} />
        </details>
      ) : null}
    </>
  );
}

function Gaps({ gaps, base }: { gaps: readonly Gap[]; base: string }) {
  const text = useText();
  const locale = useLocale();
  return (
    <ul className="gaps">
      {gaps.map((gap) => {
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
