import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { readFactor } from '#app/plan/factor.ts';
import type { Version } from './money.ts';

type Stated = NonNullable<NonNullable<Version['changes']>['stated']>[number];

/** Why plans change: an open list of the scheme. Fictional. */
export const causes: NonNullable<InstitutionInput['frameworks']>[number] = {
  code: 'oorzaken',
  nameNl: 'Oorzaken van wijzigingen',
  nameEn: 'Causes of changes',
  source: 'Regeling kwaliteitsafspraken, toelichting (fictief)',
  nodes: [
    cause('raad', 'Advies of wens van een raad', 'Advice or wish of a council'),
    cause('studenten', 'Wat studenten vroegen', 'What students asked for'),
    cause('evaluatie', 'Uitkomst van een evaluatie', 'Outcome of an evaluation'),
    cause('regulier', 'Reguliere middelen nemen het over', 'Regular money takes over'),
    cause('ander-fonds', 'Andere middelen lopen af', 'Other money ends'),
    cause('aantallen', 'Aantallen studenten', 'Numbers of students'),
    cause('ordening', 'Ordening van het plan', 'Order of the plan'),
    cause('bijstelling', 'Jaarlijkse bijstelling binnen een thema', 'Yearly adjustment within a theme'),
  ],
};

function cause(code: string, nameNl: string, nameEn: string) {
  return { code, nameNl, nameEn };
}

function change(kind: Stated['kind'], rest: Partial<Stated>): Omit<Stated, 'code'> {
  return { kind, ...rest, factor: readFactor(rest.size ?? '', kind === 'reduced') };
}

/** The same measure on both sides. */
const both = (...codes: string[]) => ({ before: codes, after: codes });

const stated: Record<string, Omit<Stated, 'code'>[]> = {
  recht: [
    change('stopped', {
      before: ['honours'],
      cause: 'raad',
      body: 'fr-recht',
      decidedOn: '2024-02-08',
      reason:
        'De raad adviseerde het traject niet langer uit deze middelen te betalen: er deden minder studenten aan mee dan gedacht. Wie begonnen is, maakt het in 2024 af.',
    }),
    change('extended', {
      ...both('mentoraat'),
      cause: 'studenten',
      size: '+40 %',
      fromYear: 2025,
      reason:
        'In de panelgesprekken vroegen tweedejaars om een mentor; wat bij de honours vrijkomt gaat hierheen.',
    }),
    change('extended', {
      ...both('docenttijd'),
      cause: 'evaluatie',
      reason: 'Vakken die met een onderwijskundige zijn herzien, krijgen duidelijk betere evaluaties.',
    }),
    change('reduced', {
      ...both('werkgroepen', 'oefenrechtbank', 'taalsteun'),
      cause: 'bijstelling',
      size: 'bescheiden',
      reason: 'Alleen in 2024 iets minder, omdat het mentoraat dan al in twee jaren loopt.',
    }),
  ],
  beta: [
    change('merged', {
      before: ['practica', 'programmeren'],
      after: ['practica'],
      cause: 'evaluatie',
      fromYear: 2027,
      reason:
        'Programmeren wordt in de practica zelf geleerd; de drie niveaus blijven. Wat tot en met 2026 is begroot, blijft bij de oude maatregel staan.',
    }),
    change('reclassified', {
      ...both('zomerschool'),
      cause: 'ordening',
      reason: 'De zomerschool verandert niet, maar hoort bij differentiatie: ook wie meer wil, komt er.',
    }),
    change('split', {
      before: ['didactiek'],
      after: ['didactiek', 'lesbezoek'],
      cause: 'evaluatie',
      reason:
        'Koppels van docenten en bezoek van een onderwijskundige bleken twee verschillende dingen te zijn.',
    }),
    change('moved', {
      before: ['studieadvies'],
      after: ['aansluiting'],
      cause: 'aantallen',
      fromYear: 2027,
      reason: 'Een deel van de gesprekken wordt vóór de studie gevoerd: dat voorkomt een verkeerde keuze.',
    }),
    change('new', {
      after: ['onderzoekstalent'],
      cause: 'ander-fonds',
      otherMoney: 'Talentfonds van de faculteit (fictief)',
      fromYear: 2027,
      reason: 'Het talentfonds dat dit tot nu toe betaalde, houdt eind 2026 op.',
    }),
  ],
  mens: [
    change('kept', {
      ...both('seminars', 'buitenschool', 'loopbaan'),
      reason: 'Deze maatregelen doen wat ze beloofden en blijven zoals ze zijn.',
    }),
    change('replaced', {
      before: ['coaching'],
      after: ['thuis'],
      cause: 'regulier',
      otherMoney: 'Personeelsbudget van de faculteit',
      fromYear: 2027,
      size: '> 10 %',
      reason:
        'Coaching van nieuwe docenten hoort bij het personeelsbeleid en wordt voortaan deels daaruit betaald.',
    }),
  ],
};

/** What the second version of a faculty's plan states that it changes from the first. */
export function changesOf(unit: string): Version['changes'] {
  const list = (stated[unit] ?? []).map((one, index) => ({ code: `C${index + 1}`, ...one }));
  return { from: { document: `plan-${unit}`, version: 1 }, stated: list };
}
