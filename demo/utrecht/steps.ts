import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Measure = NonNullable<NonNullable<Scheme['documents']>[number]['versions'][number]['measures']>[number];
type Step = NonNullable<Measure['steps']>[number];

const span = (firstYear: number, lastYear = firstYear) => ({ firstYear, lastYear });

/** What the plan's time paths, results and lists per programme say, in our own words. */
const steps: Record<string, Omit<Step, 'code'>[]> = {
  kleinschalig: [
    {
      kind: 'milestone',
      ...span(2019),
      text: 'Cursussen doorgelicht, met een plan voor vernieuwing waar dat nodig is',
      comparator: 'at-least',
      targetMilli: 2000,
      targetUnit: 'cursussen per opleiding',
    },
    { kind: 'milestone', ...span(2019), due: 'eind', text: 'Eerste evaluatie; daarna plannen per twee jaar' },
    {
      kind: 'phase',
      ...span(2020, 2024),
      text: 'Activerende en interprofessionele werkvormen en thematische blokken verder ontwikkelen',
    },
    {
      kind: 'choice',
      unit: 'gnk-summa',
      text: 'Interprofessionele communicatie en vernieuwde blokken',
    },
    { kind: 'choice', unit: 'bmw', text: 'Uitdagende werkvormen, zoals leren door te onderzoeken' },
    { kind: 'choice', unit: 'bms', text: 'Niet-cognitieve vaardigheden; keuzevakken opnieuw ontworpen' },
    {
      kind: 'choice',
      unit: 'kgw',
      text: 'Interprofessioneel onderwijs, maatschappelijke ontwikkelingen en toepassing van onderzoek',
    },
  ],
  tijd: [
    { kind: 'deliverable', ...span(2019), text: 'Trajecten voor BKO en SKO uitgewerkt' },
    {
      kind: 'milestone',
      ...span(2019),
      text: 'Afspraken met de divisies over de inzet van tijd van docenten',
    },
    { kind: 'milestone', ...span(2019), due: 'najaar', text: 'Eerste trajecten begonnen' },
    { kind: 'phase', ...span(2021, 2024), text: 'Voortzetten en waar mogelijk uitbreiden' },
  ],
  leergangen: [
    { kind: 'deliverable', ...span(2019), text: 'Beschrijvingen van EPA’s en bekwaamheidsverklaringen af' },
    { kind: 'deliverable', ...span(2020), text: 'Modules en toetsing voor deelkwalificaties' },
  ],
  uitwisseling: [
    { kind: 'deliverable', ...span(2020), text: 'Voorzieningen voor uitwisseling tussen docenten' },
    { kind: 'milestone', ...span(2020), due: 'najaar', text: 'Uitwisseling begonnen' },
  ],
  introductie: [{ kind: 'phase', ...span(2019, 2020), text: 'Introductie verder ontwikkelen' }],
  leiderschap: [
    { kind: 'phase', ...span(2019), text: 'Inventarisatie en ontwerp' },
    { kind: 'phase', ...span(2020, 2021), text: 'Eerste proeven' },
    { kind: 'phase', ...span(2022, 2024), text: 'Vast aanbod voor een bredere groep' },
  ],
  begeleiding: [
    { kind: 'phase', ...span(2019, 2021), text: 'Tutoraat uitbreiden; proeven met feedbackinstrumenten' },
    { kind: 'phase', ...span(2022, 2024), text: 'Op grote schaal invoeren' },
  ],
  veerkracht: [
    { kind: 'phase', ...span(2019, 2021), text: 'Ontwikkeling en proeven' },
    { kind: 'phase', ...span(2022, 2024), text: 'Breed aanbieden en evalueren' },
  ],
  coaches: [
    {
      kind: 'phase',
      ...span(2019, 2024),
      text: 'Beschikbaar voor alle opleidingen',
      comparator: 'exactly',
      targetMilli: 500,
      targetUnit: 'fte per jaar',
    },
  ],
};

export function stepsOf(measure: string): Step[] {
  return (steps[measure] ?? []).map((step, index) => ({ code: `S${index + 1}`, ...step }));
}
