import { dueRuleSchema } from '#app/cycle/due-rule.input.ts';
import { comesIn, type DueRule, daysOf, dueDate } from '#app/cycle/due-rule.ts';
import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { dutySteps } from './duties.ts';
import { fed, held, networkSteps, ownMeetings } from './network.ts';
import { faculties, units } from './organisation.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Step = NonNullable<Scheme['cycleSteps']>[number];
type Moment = NonNullable<Scheme['moments']>[number];

const source = 'Monitoringplan kwaliteitsafspraken (fictief)';
const first = 2022;
const last = 2027;

/** In the academic year that begins in the year of the cycle. */
function on(month: number, day: number, rest: { before?: boolean } = {}) {
  return { kind: 'day' as const, year: 'academic' as const, month, day, ...rest };
}

/** So many weeks before the step itself is due. */
function weeksBefore(code: string, weeks: number) {
  return { kind: 'from' as const, step: code, count: -weeks, unit: 'week' as const };
}

type Rest = Omit<Step, 'code' | 'nameNl' | 'nameEn' | 'firstYear' | 'lastYear'> & {
  firstYear?: number;
  lastYear?: number;
};

function step(code: string, [nameNl, nameEn]: [string, string], rest: Rest): Step {
  return { code, nameNl, nameEn, firstYear: first, lastYear: last, source, ...rest };
}

const ownSteps: Step[] = [
  step('inwerken', ['Inwerken van nieuwe raadsleden', 'Induction of new council members'], {
    unitKinds: ['faculty', 'institution'],
    rule: on(10, 15),
    noteNl: 'Met een onderdeel over de kwaliteitsafspraken: rechten, geld en wat er speelt.',
    noteEn: 'With a part on the quality agreements: rights, money and what is at stake.',
  }),
  step('opleidingsverslag', ['Opleidingsjaarverslag besproken', 'Programme annual report discussed'], {
    milestone: 1,
    starts: weeksBefore('opleidingsverslag', 8),
    unitKinds: ['programme'],
    body: { kind: 'programme-committee', at: 'unit' },
    covers: -1,
    rule: on(11, 15),
    noteNl: 'Over het vorige studiejaar, besproken met de opleidingscommissie.',
    noteEn: 'On the previous academic year, discussed with the programme committee.',
  }),
  step('cijfers', ['Indicatoren van het studiejaar', 'Indicators of the academic year'], {
    unitKinds: ['faculty'],
    product: 'indicators',
    role: 'planschrijver',
    covers: -1,
    feeds: ['facultair-verslag'],
    rule: on(11, 15),
    noteNl: 'De cijfers van het vorige studiejaar, met een reflectie bij elk.',
    noteEn: 'The figures of the previous academic year, with a reflection on each.',
  }),
  step('facultair-verslag', ['Facultair onderwijsjaarverslag', 'Faculty education report'], {
    meets: weeksBefore('facultair-verslag', 3),
    partsNl: 'Wat de maatregelen opleverden, en wat komend jaar verandert',
    partsEn: 'What the measures brought, and what changes next year',
    milestone: 2,
    starts: weeksBefore('facultair-verslag', 9),
    unitKinds: ['faculty'],
    kind: 'onderwijsverslag',
    body: { kind: 'faculty-council', at: 'unit' },
    right: 'approval',
    role: 'planschrijver',
    covers: -1,
    rule: on(1, 1, { before: true }),
    noteNl: 'Steunt op de opleidingsjaarverslagen; de faculteitsraad keurt het goed.',
    noteEn: 'Rests on the programme reports; the faculty council approves it.',
  }),
  step('voortgang', ['Voortgang van de maatregelen', 'Progress of the measures'], {
    starts: weeksBefore('voortgang', 6),
    unitKinds: ['faculty'],
    product: 'progress',
    role: 'planschrijver',
    feeds: ['voortgangsverslag'],
    rule: on(3, 1),
    noteNl:
      'Per maatregel de stand over het kalenderjaar dat voorbij is, met bewijs en de reden van een afwijking.',
    noteEn:
      'How each measure stands after the calendar year that has passed, with evidence and the reason for a deviation.',
  }),
  step('financieel-maart', ['Financieel verslag', 'Finance report'], {
    milestone: 3,
    starts: weeksBefore('financieel-maart', 6),
    unitKinds: ['faculty'],
    kind: 'financieel-verslag',
    role: 'faculteitscontroller',
    rule: on(3, 31),
    noteNl: 'De uitgaven van het kalenderjaar dat voorbij is.',
    noteEn: 'What was spent in the calendar year that has passed.',
  }),
  step('bestuursgesprek', ['Voorjaarsgesprek met het bestuur', 'Spring meeting with the board'], {
    milestone: 4,
    starts: weeksBefore('bestuursgesprek', 3),
    unitKinds: ['faculty'],
    body: { kind: 'executive-board', at: 'institution' },
    rule: { kind: 'from', step: 'financieel-maart', count: 6, unit: 'week' },
  }),
  step('besteding-ur', ['Besteding en doelen in de universiteitsraad', 'Spending and goals in the council'], {
    meets: { kind: 'week', year: 'academic', month: 5, nth: 3, weekday: 4 },
    milestone: 5,
    starts: weeksBefore('besteding-ur', 5),
    unitKinds: ['institution'],
    body: { kind: 'university-council', at: 'institution' },
    rule: { kind: 'week', year: 'academic', month: 5, nth: 3, weekday: 4 },
    noteNl:
      'Elk jaar op de agenda: wat is uitgegeven, welke doelen zijn bereikt, wat volgt, en of de verdeling nog past.',
    noteEn:
      'Every year: what was spent, which goals were reached, what follows, and whether the split still fits.',
  }),
  step('voortgangsverslag', ['Universitair voortgangsverslag', 'University progress report'], {
    meets: weeksBefore('voortgangsverslag', 2),
    milestone: 6,
    starts: weeksBefore('voortgangsverslag', 10),
    unitKinds: ['institution'],
    kind: 'voortgangsverslag',
    body: { kind: 'university-council', at: 'institution' },
    right: 'discussion',
    role: 'beleidsmedewerker',
    rule: on(7, 1, { before: true }),
    noteNl: 'Hoort bij het jaarverslag en staat apart op de agenda van de universiteitsraad.',
    noteEn: 'Part of the annual report, and an item of its own on the council’s agenda.',
  }),
  step('plan-bijstelling', ['Bijgesteld plan bij het college', 'Revised plan to the board'], {
    meets: weeksBefore('plan-bijstelling', 4),
    alsoNl: 'Opleidingscommissies geven hun reactie aan de faculteitsraad',
    alsoEn: 'Programme committees give the council their response',
    milestone: 7,
    starts: weeksBefore('plan-bijstelling', 14),
    unitKinds: ['faculty'],
    kind: 'facultair-plan',
    body: { kind: 'faculty-council', at: 'unit' },
    right: 'consent',
    role: 'planschrijver',
    counts: 'submitted',
    rule: on(7, 1, { before: true }),
    firstYear: 2023,
    everyYears: 3,
    noteNl: 'Na instemming van de eigen faculteitsraad.',
    noteEn: 'After consent of the faculty’s own council.',
  }),
];

export const cycleSteps: Step[] = [
  ...ownSteps.map((one) => ({ ...one, ...fed[one.code] })),
  ...networkSteps,
  ...dutySteps,
];

const rules = new Map<string, DueRule>(cycleSteps.map((one) => [one.code, dueRuleSchema.parse(one.rule)]));

/** What is known of a moment beyond its date, by step, unit and year. */
const known: Record<string, Partial<Moment>> = {
  'inwerken voorbeeld 2025': { status: 'done', doneOn: '2025-10-09', notes: 'Achttien nieuwe leden.' },
  'inwerken recht 2025': { status: 'done', doneOn: '2025-10-02' },
  'inwerken beta 2025': { status: 'done', doneOn: '2025-10-14' },
  'inwerken mens 2025': { status: 'done', doneOn: '2025-10-28', reason: 'Later, door de verhuizing.' },
  'inwerken zorg 2025': {
    status: 'cancelled',
    reason: 'De raad is in 2025 niet van samenstelling veranderd.',
  },
  'bestuursgesprek recht 2025': {
    status: 'done',
    doneOn: '2026-05-08',
    notes: 'Afgesproken: de werkgroepen van twintig ook in het tweede jaar.',
  },
  'bestuursgesprek beta 2025': {
    status: 'done',
    dueOn: '2026-06-12',
    doneOn: '2026-06-10',
    reason: 'Verplaatst op verzoek van de faculteit, vanwege een visitatie.',
  },
  'bestuursgesprek mens 2025': { status: 'done', doneOn: '2026-05-12' },
  'bestuursgesprek zorg 2025': {
    status: 'cancelled',
    reason: 'Samengevoegd met het najaarsgesprek, omdat er nog geen plan van kracht was.',
  },
  'besteding-ur voorbeeld 2025': {
    status: 'done',
    doneOn: '2026-05-21',
    notes:
      'De raad vroeg om cijfers per opleiding bij begeleiding. De verhouding tussen de thema’s blijft zoals zij is.',
    papers: [
      { title: 'Oplegnotitie besteding en doelen 2025', sent: '2026-05-07', source: 'fictief' },
      ...['recht', 'beta', 'mens'].map((code) => ({
        title: '',
        document: `verslag-${code}-2025`,
        version: 1,
        sent: '2026-05-07',
      })),
    ],
  },
};

const programmesDone = ['2025-11-05', '2025-11-11', '2025-11-13', '2025-11-20'];

function moment(one: Step, unit: string, year: number, index: number): Moment {
  const due = dueDate(rules.get(one.code)!, year, rules)!;
  const facts = known[`${one.code} ${unit} ${year}`];
  const on = (rule: Step['rule'] | null | undefined) =>
    rule ? dueDate(dueRuleSchema.parse(rule), year, rules) : null;
  const made = {
    ...{ step: one.code, unit, year, dueOn: due },
    ...{ startsOn: on(one.starts), meetsOn: on(one.meets) },
  };
  if (one.code === 'opleidingsverslag') {
    return { ...made, status: 'done', doneOn: programmesDone[index % programmesDone.length]! };
  }
  return { ...made, ...facts, firstDueOn: facts?.dueOn ? due : null };
}

/** The meetings and talks of 2025-2026: all were held, and of some it is known what was said. */
function meetings(): Moment[] {
  const steps = cycleSteps.map((one) => ({ everyYears: 1, ...one, rule: dueRuleSchema.parse(one.rule) }));
  return steps
    .filter((one) => networkSteps.some(({ code }) => code === one.code))
    .flatMap((one) =>
      daysOf(one, 2025, steps).flatMap((dueOn, at) =>
        units
          .filter((unit) => one.unitKinds.includes(unit.kind))
          .map((unit) => ({
            ...{ step: one.code, unit: unit.code, year: 2025, nth: at + 1, dueOn },
            ...{ status: 'done' as const, doneOn: dueOn },
            ...held[`${one.code} ${at + 1}`],
          })),
      ),
    );
}

/** The cycle of 2023-2024 as far as it asked for revised plans, and the whole of 2025-2026. */
export const moments: Moment[] = [
  ...faculties
    .filter(({ code }) => code === 'recht')
    .map(({ code }, i) => moment(ownSteps.at(-1)!, code, 2023, i)),
  ...ownSteps
    .filter((one) => comesIn({ everyYears: 1, ...one }, 2025))
    .flatMap((one) =>
      units
        .filter((unit) => one.unitKinds.includes(unit.kind))
        .map((unit, i) => moment(one, unit.code, 2025, i)),
    ),
  ...meetings(),
  ...ownMeetings,
];
