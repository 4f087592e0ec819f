import { useText } from '#app/ui/text.tsx';
import { canRefuse, isAsked } from './right.ts';

/** What words are made of: how a right is exercised. */
type Rules = {
  kind: string;
  quorumBasis: number | null;
  quorumMembers: number | null;
  majority: string;
  sections: readonly string[];
  silence: string;
  conditionsAllowed: boolean;
};

const tones: Record<string, 'ok' | 'neutral' | 'warn'> = { text: 'ok', known: 'neutral', uncertain: 'warn' };

/** How sure a basis is, as the colour of its badge. */
export function certaintyTone(certainty: string): 'ok' | 'neutral' | 'warn' {
  return tones[certainty] ?? 'neutral';
}

/** A quorum as people type it: a share with a percent sign, or a number of members. */
export function quorumText({
  quorumBasis,
  quorumMembers,
}: Pick<Rules, 'quorumBasis' | 'quorumMembers'>): string {
  if (quorumMembers !== null) return String(quorumMembers);
  return quorumBasis === null ? '' : `${String(quorumBasis / 100).replace('.', ',')}%`;
}

/** How a right is exercised, in words: quorum, majority, sections, silence, conditions. */
export function useRightRules(): (right: Rules) => string[] {
  const text = useText();
  return (right) => {
    if (!isAsked(right.kind)) return [];
    const votes = right.kind !== 'discussion' && right.kind !== 'information';
    return [
      right.quorumMembers === null ? '' : text('right.quorum.members', { count: right.quorumMembers }),
      // the least share in basis points that is more than half
      right.quorumBasis === 5_001 ? text('right.quorum.half') : '',
      right.quorumBasis === null || right.quorumBasis === 5_001
        ? ''
        : text('right.quorum.share', { share: right.quorumBasis / 10_000 }),
      votes && (right.majority !== 'simple' || right.sections.length > 0)
        ? text('right.majority', { majority: text(`majority.${right.majority}`) })
        : '',
      right.sections.length > 0 ? text('right.sections', { sections: right.sections.join(', ') }) : '',
      text(`right.silence.${right.silence}`),
      canRefuse(right.kind) && !right.conditionsAllowed ? text('right.no-conditions') : '',
    ].filter(Boolean);
  };
}
