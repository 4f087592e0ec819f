import { useText } from '#app/ui/text.tsx';
import { canRefuse, isAsked, type SectionRule } from './right.ts';

/** What words are made of: how a right is exercised. */
type Rules = {
  kind: string;
  quorumBasis: number | null;
  quorumMembers: number | null;
  majority: string;
  sections: readonly string[];
  sectionRules?: readonly SectionRule[];
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
  const quorumOf = ({ quorumMembers, quorumBasis }: Pick<Rules, 'quorumBasis' | 'quorumMembers'>) => {
    if (quorumMembers !== null) return text('right.quorum.members', { count: quorumMembers });
    if (quorumBasis === null) return '';
    // the least share in basis points that is more than half
    if (quorumBasis === 5_001) return text('right.quorum.half');
    return text('right.quorum.share', { share: quorumBasis / 10_000 });
  };
  const sectionOf = (right: Rules, name: string) => {
    const own = right.sectionRules?.find((one) => one.name === name);
    const majority = own?.majority ? text(`majority.${own.majority}`) : '';
    const rules = own ? [quorumOf(own), majority].filter(Boolean).join(', ') : '';
    return rules ? text('right.section.own', { name, rules }) : name;
  };
  return (right) => {
    if (!isAsked(right.kind)) return [];
    const votes = right.kind !== 'discussion' && right.kind !== 'information';
    return [
      quorumOf(right),
      votes && (right.majority !== 'simple' || right.sections.length > 0)
        ? text('right.majority', { majority: text(`majority.${right.majority}`) })
        : '',
      right.sections.length > 0
        ? text('right.sections', {
            sections: right.sections.map((name) => sectionOf(right, name)).join(', '),
          })
        : '',
      text(`right.silence.${right.silence}`),
      canRefuse(right.kind) && !right.conditionsAllowed ? text('right.no-conditions') : '',
    ].filter(Boolean);
  };
}
