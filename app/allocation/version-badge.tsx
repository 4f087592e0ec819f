import { statusTone } from '#app/document/version.ts';
import { Badge } from '#app/ui/badge.tsx';
import { useText } from '#app/ui/text.tsx';
import type { AllocationVersion } from './version.ts';

/** Where a version stands: in force, or else its status. */
export function VersionBadge({
  version: { inForce, status },
}: {
  version: Pick<AllocationVersion, 'inForce' | 'status'>;
}) {
  const text = useText();
  return (
    <Badge tone={inForce ? 'ok' : status === 'adopted' ? 'neutral' : statusTone[status]}>
      {text(`allocation.status.${inForce ? 'in-force' : status}`)}
    </Badge>
  );
}
