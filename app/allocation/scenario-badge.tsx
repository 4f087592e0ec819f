import { Badge } from '#app/ui/badge.tsx';
import { useText } from '#app/ui/text.tsx';

/** What became of a scenario, in a word. */
export function OutcomeBadge({ outcome }: { outcome: 'chosen' | 'rejected' | null }) {
  const text = useText();
  const tone = outcome === 'chosen' ? 'ok' : outcome === 'rejected' ? 'neutral' : 'accent';
  return <Badge tone={tone}>{text(`allocation.scenario.badge.${outcome ?? 'open'}`)}</Badge>;
}
