import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Kind = NonNullable<Scheme['documentKinds']>[number];
type Right = NonNullable<Kind['rights']>[number];

export const localBasis =
  'Afspraak tussen College van Bestuur en universiteitsraad van 12 juni 2021 (fictief)';

const holders: Record<string, [nl: string, en: string]> = {
  'university-council': ['Universiteitsraad', 'University Council'],
  'faculty-council': ['Faculteitsraad', 'Faculty Council'],
  'programme-committee': ['Opleidingscommissie', 'Programme Committee'],
  'executive-board': ['College van Bestuur', 'Executive Board'],
  'faculty-board': ['Faculteitsbestuur', 'Faculty Board'],
};

/** A right that is asked before adoption. */
export function right(
  bodyKind: string,
  bodyAt: 'unit' | 'institution',
  kindOfRight: 'consent' | 'advice',
  { termDays, ...rest }: { termDays: number } & Partial<Right>,
): Right {
  const [holderNl, holderEn] = holders[bodyKind]!;
  return {
    bodyKind,
    bodyAt,
    kind: kindOfRight,
    ...{ holderNl, holderEn },
    prior: true,
    termDays,
    basis: localBasis,
    certainty: 'text',
    // WHW 9.40: on a decision below, the board of the university mediates; on its own, the supervisory board
    mediatorKind: bodyAt === 'unit' ? 'executive-board' : 'supervisory-board',
    mediationDays: 20,
    committeeKind: 'disputes-committee',
    rulingDays: 60,
    ...rest,
  };
}

/** Who decides, proposes or carries out: nothing is asked of them. */
export function part(kindOfPart: 'decides' | 'proposes' | 'carries-out', bodyKind: string): Right {
  const [holderNl, holderEn] = holders[bodyKind]!;
  return {
    bodyKind,
    bodyAt: bodyKind === 'executive-board' ? 'institution' : 'unit',
    kind: kindOfPart,
    ...{ holderNl, holderEn },
    prior: false,
    basis: 'Bestuursreglement, artikel 4 (fictief)',
    certainty: 'known',
  };
}
