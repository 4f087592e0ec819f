import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Step = NonNullable<Scheme['cycleSteps']>[number];

/** From the academic year in which the board and the council laid these down together. */
const firstYear = 2027;

function duty(
  code: string,
  [nameNl, nameEn]: [string, string],
  { month, day, source, ...rest }: { month: number; day: number; source: string } & Partial<Step>,
): Step {
  return {
    ...{ code, nameNl, nameEn, source, firstYear, lastYear: firstYear },
    unitKinds: ['institution'],
    body: { kind: 'university-council', at: 'institution' },
    role: 'beleidsmedewerker',
    rule: { kind: 'day', year: 'academic', month, day },
    ...rest,
  };
}

/** What the law owes a council every year, as dated steps: who forgets one sees it late. */
export const dutySteps: Step[] = [
  duty('informatie-begin', ['Basisinformatie voor de raad', 'Basic information for the council'], {
    ...{ month: 9, day: 1, source: 'WHW 9.32 lid 5' },
    noteNl: 'Hoe de instelling is ingericht en bestuurd, aan het begin van het studiejaar.',
    noteEn: 'How the institution is organised and governed, at the start of the academic year.',
  }),
  duty(
    'overleg-najaar',
    ['Overleg over de algemene gang van zaken', 'Talk on the general state of affairs'],
    {
      ...{ month: 10, day: 20, source: 'WHW 9.32 lid 1' },
      noteNl: 'Ten minste twee keer per jaar; de raad kan zelf agendapunten voordragen.',
      noteEn: 'At least twice a year; the council can put items on the agenda itself.',
    },
  ),
  duty('informatie-beleid', ['Terugblik en plannen voor de raad', 'Past policy and plans for the council'], {
    ...{ month: 2, day: 1, source: 'WHW 9.32 lid 5' },
    noteNl: 'Financieel, organisatorisch en onderwijskundig: wat is gedaan en wat komt.',
    noteEn: 'Financial, organisational and educational: what was done and what comes.',
  }),
  duty('overleg-voorjaar', ['Tweede overleg over de gang van zaken', 'Second talk on the state of affairs'], {
    ...{ month: 4, day: 15, source: 'WHW 9.32 lid 1' },
  }),
  duty(
    'positie-leden',
    ['Tijd, scholing en positie van de leden', 'Time, training and position of members'],
    {
      ...{ month: 5, day: 15, source: 'WHW 9.32 lid 9 en 9.48' },
      noteNl:
        'De raad zegt zelf of leden tijd en scholing hadden en geen nadeel ondervonden. Over personen wordt hier niets vastgelegd.',
      noteEn:
        'The council itself says whether members had time and training and were not put at a disadvantage. Nothing about persons is recorded here.',
    },
  ),
  duty('raadsverslag', ['Jaarverslag van de raad openbaar', 'The council’s yearly report made public'], {
    ...{ month: 7, day: 1, source: 'WHW 9.32 lid 8', role: null },
    noteNl: 'Van de raad zelf; met agenda’s en verslagen die voor iedereen te lezen zijn.',
    noteEn: 'By the council itself; with agendas and minutes that everybody can read.',
  }),
];
