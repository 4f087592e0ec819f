import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { readFactor } from '#app/plan/factor.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Version = NonNullable<Scheme['documents']>[number]['versions'][number];
type Stated = NonNullable<NonNullable<Version['changes']>['stated']>[number];

/** The causes that the supplement of 2021 names. */
export const causes: NonNullable<InstitutionInput['frameworks']>[number] = {
  code: 'oorzaken',
  nameNl: 'Oorzaken van wijzigingen',
  nameEn: 'Causes of changes',
  source: 'Zoals genoemd in de aanvulling van 2021',
  nodes: [
    { code: 'raad', nameNl: 'Advies van de faculteitsraad', nameEn: 'Advice of the faculty council' },
    { code: 'regulier', nameNl: 'Reguliere gelden betalen het', nameEn: 'Regular money pays for it' },
    { code: 'ander-fonds', nameNl: 'Andere financiering loopt af', nameEn: 'Other funding ends' },
    { code: 'ordening', nameNl: 'Ordening van plan en budget', nameEn: 'Order of plan and budget' },
    { code: 'efficientie', nameNl: 'Efficiëntie', nameEn: 'Efficiency' },
    { code: 'oplopend', nameNl: 'Oplopende middelen', nameEn: 'Rising funds' },
    { code: 'instroom', nameNl: 'Diversiteit van de instroom', nameEn: 'Diversity of intake' },
  ],
};

const annex = 'Aanvulling 2021, bijlage 2';

function change(kind: Stated['kind'], rest: Partial<Stated>): Omit<Stated, 'code'> {
  return { kind, source: annex, ...rest, factor: readFactor(rest.size ?? '', kind === 'reduced') };
}

/**
 * What the supplement says that changed, per unit, in our own words. It prints no amount for any of these: none stands
 * here, and the day on which a council advised is not printed either.
 */
const stated: Omit<Stated, 'code'>[] = [
  change('reclassified', {
    subject: 'Docentformatie van Geesteswetenschappen onder één hoofdthema',
    ...{ unit: 'fgw', from: 'T3', to: 'T1', cause: 'ordening', source: 'Aanvulling 2021, §3.2 en noot 7' },
    reason:
      'Wat over de thema’s 1, 2 en 3 was verdeeld, hangt nu in zijn geheel aan thema 1. De doelen blijven; alleen de verdeling over de thema’s verandert.',
  }),
  change('reclassified', {
    subject: 'Docentformatie van Geesteswetenschappen: het deel dat onder differentiatie stond',
    ...{ unit: 'fgw', from: 'T2', to: 'T1', cause: 'ordening', source: 'Aanvulling 2021, §3.2 en noot 7' },
    reason: 'Zelfde herordening: geen andere inhoud, wel een ander thema.',
  }),
  change('stopped', {
    subject: 'Honours College Law',
    ...{ unit: 'fdr', from: 'T2', cause: 'raad', body: 'fr-fdr' },
    reason:
      'Wordt niet langer uit de kwaliteitsmiddelen betaald. Er gaat meer naar begeleiding van studenten, ontwikkeling van docenten en studiesucces.',
  }),
  change('extended', {
    subject: 'Begeleiding in de bachelor Rechtsgeleerdheid, ook in jaar 2 en 3',
    ...{ unit: 'fdr', to: 'T3' },
    reason: 'De begeleiding van het eerste jaar wordt versterkt en doorgetrokken.',
  }),
  change('new', {
    subject: 'Programmacoördinator studiesucces bij Rechtsgeleerdheid',
    ...{ unit: 'fdr', to: 'T5' },
    reason: 'Brengt lijn in de verschillende initiatieven voor studiesucces.',
  }),
  change('replaced', {
    subject:
      'Living Lab van Sociale Wetenschappen; het vrijgekomen geld gaat naar interactief werkgroeponderwijs',
    ...{
      unit: 'fsw',
      cause: 'regulier',
      otherMoney: 'Reguliere gelden (Active Learning Spaces)',
      size: '>10%',
    },
    reason:
      'Omdat het Living Lab anders wordt betaald, kan het budget voor werkgroepen in bachelor en master omhoog.',
  }),
  change('extended', {
    subject: 'Cursusinnovatie bij het LUMC (Blendit)',
    ...{ unit: 'lumc', to: 'T1', cause: 'ander-fonds', size: 'verdubbeld', fromYear: 2022 },
    otherMoney: 'Strategisch fonds van het LUMC voor blended learning',
    reason: 'Het fonds waaruit het project werd betaald vervalt in januari 2022; de initiatieven gaan door.',
  }),
  change('extended', {
    subject: 'Begeleiding bij het LUMC: portfolio, programmatisch toetsen, studiebegeleiding',
    ...{ unit: 'lumc', to: 'T3', size: 'verviervoudigd' },
    reason: 'Nieuwe deelprojecten, uit te voeren in samenhang met de NPO-middelen.',
  }),
  change('extended', {
    subject: 'Docentprofessionalisering bij het LUMC',
    ...{ unit: 'lumc', to: 'T4', size: 'verdubbeld' },
    reason: 'Scholing voor online en fysiek onderwijs samen, en voor het coachen van studenten.',
  }),
  change('moved', {
    subject: 'SPOC’s voor instromers in de master Cyber Security Management (ISGA)',
    ...{ unit: 'isga', from: 'T1', to: 'T5', cause: 'instroom', size: 'minimaal' },
    reason: 'Instromers met verschillende vooropleidingen bereiden zich online voor.',
  }),
  change('merged', {
    subject: 'Nieuwe tracks en loopbaanoriëntatie samen met kleinere groepen (BSK)',
    ...{ unit: 'bsk', from: 'T2', to: 'T1', cause: 'efficientie', size: 'bescheiden' },
    reason: 'De maatregelen van thema 2 zijn met hun budget opgenomen in die van thema 1; de doelen blijven.',
  }),
  change('moved', {
    subject: 'Scriptieklassen van Archeologie (begeleiding en feedback)',
    ...{ unit: 'archeologie', from: 'T4', to: 'T1' },
    reason: 'De geplande inzet hoort voortaan bij intensivering.',
  }),
  change('merged', {
    subject: 'Field School en arbeidsmarktvoorbereiding van Archeologie',
    ...{ unit: 'archeologie', to: 'T2', source: 'Aanvulling 2021, §3.2' },
    reason: 'Samengenomen binnen het thema differentiatie.',
  }),
  change('extended', {
    subject: 'Kleinere supervisiegroepen en extra coaching bij het ICLON',
    ...{ unit: 'iclon', to: 'T3', fromYear: 2021 },
    reason: 'Vanaf 2021 is er voor dit thema budget; wat al was begonnen gaat door en wordt uitgebreid.',
  }),
  change('kept', {
    subject: 'Online proefstuderen en verplichte matching',
    ...{ to: 'T5', source: 'Aanvulling 2021, §3.2' },
    reason: 'De uitbreiding over de hele universiteit gaat ongewijzigd door.',
  }),
  change('new', {
    after: ['docentontwikkeling', 'studentenwelzijn', 'teacher-support-desk'],
    ...{ cause: 'oplopend', body: 'cvb', decidedOn: '2021-06-29', fromYear: 2022 },
    source: 'Aanvulling 2021, §2.2 en hoofdstuk 4',
    reason:
      'Door de oplopende middelen kunnen de gemeenschappelijke initiatieven beginnen terwijl de faculteiten hun eerder toegewezen budget houden.',
  }),
];

/** The supplement's changes from the plan of 2018. */
export const changes2021: Version['changes'] = {
  from: { document: 'bestedingsplan', version: 1 },
  stated: stated.map((one, index) => ({ code: `C${index + 1}`, ...one })),
};
