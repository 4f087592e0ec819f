import { Link } from '#app/ui/link.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Gap } from './completeness.ts';
import { gapHref } from './plan-words.ts';
import { reasonText } from './reason.tsx';

/** A fresh draft lacks nearly everything: of more than can be read at once, the first are shown. */
const readable = 12;
const shown = 8;

/** What is missing from a draft, each linking to where it is filled. What is only worth a look stands folded below. */
export function GapList({ gaps, base }: { gaps: readonly Gap[]; base: string }) {
  const text = useText();
  const blockers = gaps.filter((gap) => gap.blocker);
  const notes = gaps.filter((gap) => !gap.blocker);
  const first = blockers.length > readable ? blockers.slice(0, shown) : blockers;
  const rest = [...blockers.slice(first.length), ...notes];
  if (first.length + notes.length <= shown && first.length === blockers.length) {
    return <Gaps gaps={[...first, ...notes]} base={base} />;
  }
  const of = rest.length === notes.length ? 'notes' : notes.length > 0 ? 'both' : 'blockers';
  return (
    <>
      {first.length > 0 ? <Gaps gaps={first} base={base} /> : null}
      <details className="gaps-rest">
        <summary>{text('plan.gap.rest', { of, count: rest.length, notes: notes.length })}</summary>
        <Gaps gaps={rest} base={base} />
      </details>
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
