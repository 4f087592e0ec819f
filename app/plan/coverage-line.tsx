import { nameOf } from '#app/kernel/name.ts';
import { Link } from '#app/ui/link.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Plan } from './plan.server.ts';

/** Who a plan is for, at its head. `edit` is the plan's address in a draft. */
export function CoverageLine({ plan, edit }: { plan: Plan; edit: string | null }) {
  const text = useText();
  const locale = useLocale();
  const { covers } = plan.version;
  if (covers.length === 0 && edit === null) return null;
  return (
    <p className="covers">
      {covers.length > 0 ? (
        <b>{text('coverage.line', { units: covers.map((unit) => nameOf(unit, locale)).join(', ') })}</b>
      ) : null}{' '}
      {edit === null ? null : (
        <Link href={`${edit}/coverage`}>{text(covers.length > 0 ? 'coverage.edit' : 'coverage.title')}</Link>
      )}
    </p>
  );
}
