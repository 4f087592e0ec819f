import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { plan as source } from './frameworks.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Step = NonNullable<Scheme['cycleSteps']>[number];

const year = 2018;
const on = (month: number, day: number, before = false) => ({
  ...{ kind: 'day' as const, year: 'calendar' as const, month, day, before },
});
/** The table prints a month only: its last day stands for it. */
const inMonth = (month: number) => ({
  rule: on(month, new Date(Date.UTC(year, month, 0)).getUTCDate()),
  precision: 'month' as const,
});

const council = { kind: 'university-council', at: 'institution' as const };
const once = { firstYear: year, lastYear: year, source };

/**
 * The milestones in the order in which they are printed, and two agreements that the text makes beside them. No
 * year is started: whether and when each took place, a plan cannot say.
 */
export const cycleSteps: Step[] = [
  {
    code: 'kwaliteitsagenda',
    nameNl: 'Kwaliteitsagenda per opleiding',
    nameEn: 'Quality agenda per programme',
    unitKinds: ['programme'],
    kind: 'kwaliteitsagenda',
    body: { kind: 'programme-committee', at: 'unit' },
    right: 'advice',
    counts: 'submitted',
    ...inMonth(5),
    ...once,
    milestone: 1,
    partsNl: 'a) verbeteracties voor 2018; b) ambities voor 2019-2022',
    partsEn: 'a) improvements for 2018; b) ambitions for 2019-2022',
    alsoNl: 'Studenten en docenten in gesprek',
    alsoEn: 'Students and teachers in conversation',
  },
  {
    code: 'bijeenkomst',
    nameNl: 'Gezamenlijke bijeenkomst',
    nameEn: 'Joint meeting',
    unitKinds: ['institution'],
    ...inMonth(4),
    ...once,
    milestone: 2,
    alsoNl: 'Medezeggenschapsorganen vertegenwoordigd',
    alsoEn: 'Participation bodies represented',
  },
  {
    code: 'projectplan',
    nameNl: 'Projectplan totstandkoming instellingsbrede kwaliteitsafspraken',
    nameEn: 'Project plan for the institution-wide quality agreements',
    unitKinds: ['institution'],
    kind: 'projectplan',
    body: council,
    right: 'advice',
    role: 'beleidsmedewerker',
    ...inMonth(5),
    meets: on(5, 16),
    ...once,
    milestone: 3,
  },
  {
    code: 'concept',
    nameNl: 'Conceptversie kwaliteitsafspraken',
    nameEn: 'Draft of the quality agreements',
    unitKinds: ['faculty'],
    kind: 'facultaire-afspraken',
    role: 'planschrijver',
    counts: 'submitted',
    rule: on(7, 1, true),
    ...once,
    milestone: 4,
    noteNl:
      'Ter informatie naar het College, dat nagaat of het plan past bij de sectorafspraken; opmerkingen kunnen nog in het definitieve stuk.',
    noteEn:
      'To the Board for information, which looks whether the plan fits the sector agreement; remarks can still enter the final document.',
  },
  {
    code: 'facultaire-afspraken',
    nameNl: 'Facultaire kwaliteitsafspraken',
    nameEn: 'Faculty quality agreements',
    unitKinds: ['faculty'],
    kind: 'facultaire-afspraken',
    body: { kind: 'faculty-council', at: 'unit' },
    right: 'consent',
    role: 'planschrijver',
    counts: 'submitted',
    rule: on(9, 1, true),
    ...once,
    milestone: 5,
    partsNl: 'a) meerjarige scope; b) onderbouwing verbetering i.r.t. studievoorschotmiddelen 2018',
    partsEn: 'a) for several years; b) grounds of the improvement with the study advance funds of 2018',
  },
  {
    code: 'stand-van-zaken',
    nameNl: 'Stand van zaken kwaliteitsafspraken',
    nameEn: 'State of the quality agreements',
    unitKinds: ['institution'],
    kind: 'stand-van-zaken',
    body: council,
    right: 'information',
    role: 'beleidsmedewerker',
    ...inMonth(11),
    meets: on(11, 7),
    ...once,
    milestone: 6,
  },
  {
    code: 'instellingsbrede-afspraken',
    nameNl: 'Instellingsbrede kwaliteitsafspraken',
    nameEn: 'Institution-wide quality agreements',
    unitKinds: ['institution'],
    kind: 'instellingsbrede-afspraken',
    body: council,
    right: 'consent',
    role: 'beleidsmedewerker',
    counts: 'submitted',
    ...inMonth(12),
    meets: on(12, 12),
    ...once,
    milestone: 7,
    noteNl: 'Daarna naar OCW, tegelijk met de Instellingstoets Kwaliteitszorg.',
    noteEn: 'Then to the ministry, together with the institutional audit.',
  },
  {
    code: 'handreiking',
    nameNl: 'Overzicht van thema’s, profiel en staand beleid',
    nameEn: 'Overview of themes, profile and existing policy',
    unitKinds: ['institution'],
    kind: 'handreiking',
    body: { kind: 'education-committee', at: 'institution' },
    right: 'advice',
    role: 'beleidsmedewerker',
    ...inMonth(6),
    ...once,
    noteNl: 'Handreiking voor de faculteiten. In het voorjaar; een maand is niet gedrukt.',
    noteEn: 'A guide for the faculties. In spring; no month is printed.',
  },
  {
    code: 'facilitering',
    nameNl: 'Zijn de raden toegerust: tijd, scholing en middelen',
    nameEn: 'Are the councils provided for: time, training and means',
    unitKinds: ['institution'],
    body: council,
    role: 'college',
    ...inMonth(12),
    ...once,
    noteNl: 'College en universiteitsraad bespreken het; zo nodig volgen maatregelen. Geen datum gedrukt.',
    noteEn: 'Board and council discuss it; measures follow where needed. No date is printed.',
  },
];

export const consultationMethods: Scheme['consultationMethods'] = [
  { code: 'gesprek', nameNl: 'Gesprek met studenten en docenten', nameEn: 'Talk with students and teachers' },
  { code: 'bijeenkomst', nameNl: 'Gezamenlijke bijeenkomst', nameEn: 'Joint meeting', kind: 'session' },
];
