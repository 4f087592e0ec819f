import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type BodyKind = NonNullable<InstitutionInput['bodyKinds']>[number];

/** What universities mostly call the kinds of their bodies. */
const names: Record<string, [nl: string, en: string]> = {
  'supervisory-board': ['Raad van Toezicht', 'Supervisory Board'],
  'executive-board': ['College van Bestuur', 'Executive Board'],
  'university-council': ['Universiteitsraad', 'University Council'],
  'faculty-board': ['Faculteitsbestuur', 'Faculty Board'],
  'faculty-council': ['Faculteitsraad', 'Faculty Council'],
  'programme-committee': ['Opleidingscommissie', 'Programme Committee'],
};

/** The kinds of a demo institution in the order in which it lists them; a kind with names of its own gives them. */
export function bodyKinds(...kinds: (string | [code: string, nl: string, en: string])[]): BodyKind[] {
  return kinds.map((kind) => {
    const [code, nameNl, nameEn] = typeof kind === 'string' ? [kind, ...names[kind]!] : kind;
    return { code, nameNl, nameEn };
  });
}
