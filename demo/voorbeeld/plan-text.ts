import type { PlannedMeasure } from './measures.ts';
import type { Version } from './money.ts';

type Section = NonNullable<Version['sections']>[number];

const priorities: Record<string, string> = {
  recht:
    'Studenten noemden in de panelgesprekken twee dingen het vaakst: te grote werkgroepen en te weinig persoonlijke begeleiding. Daarom gaat het meeste geld naar thema 1 en 3. Een extra keuzevak is overwogen en niet gekozen: het zou weinig studenten bereiken.',
  beta: 'De faculteit kiest voor beter practicumonderwijs en voor een goede start. Nieuwe apparatuur is niet gekozen: die hoort in het investeringsplan.',
  mens: 'In de grote opleidingen kennen docent en student elkaar te weinig. Kleinere groepen in het tweede jaar gaan daarom voor. Meer keuzevakken zijn overwogen, maar versnipperen het aanbod.',
  zorg: 'Onderwijs in de kliniek heeft de meeste tijd nodig. De verdeling over de andere thema’s wordt nog met de opleidingscommissies besproken.',
};

const made: Record<string, string> = {
  recht:
    'Twee gesprekken met de faculteitsraad (september en oktober), drie studentpanels met samen 41 studenten, een bijeenkomst voor docenten en een ronde langs de opleidingscommissies.',
  beta: 'Vier opleidingscommissies leverden elk een lijst met wensen aan; het bestuur koos daaruit samen met de studentassessor. De faculteitsraad besprak een eerste opzet.',
  mens: 'Een enquête onder studenten (612 antwoorden), gesprekken met alle opleidingscommissies en een middag met docenten uit de drie instituten.',
  zorg: 'Een eerste gesprek met de studentassessor en de onderwijsdirecteur. Het gesprek met de faculteitsraad is gepland.',
};

const goals: Record<string, string> = {
  T1: 'Studenten kennen hun docent en hun groep, doen actief mee en krijgen feedback waar zij mee verder kunnen.',
  T2: 'Wie meer kan of iets anders zoekt, vindt daar ruimte voor binnen de eigen opleiding.',
  T3: 'Niemand raakt buiten beeld; wie vastloopt, weet bij wie te beginnen.',
  T4: 'Docenten hebben tijd om hun onderwijs te verbeteren en doen dat met elkaar.',
  T5: 'Achtergrond en vooropleiding bepalen niet of iemand de studie haalt.',
};

const effects: Record<string, string> = {
  T1: 'In cursusevaluaties stijgt de waardering voor contact en feedback. Let op: een hogere instroom kan het effect verhullen.',
  T2: 'Meer verscheidenheid in wat studenten doen, zonder dat de kern van de opleiding verandert.',
  T3: 'Minder uitval in het eerste jaar en eerder een gesprek als het tegenzit.',
  T4: 'Vakken worden vaker en beter herzien; docenten noemen minder vaak tijd als belemmering.',
  T5: 'Kleinere verschillen in studiesucces tussen groepen.',
};

function list(texts: string[]): string {
  return texts.join('\n\n');
}

/** What a faculty's plan answers to the general questions and, per theme with measures, the five others. */
export function answers(unit: string, measures: PlannedMeasure[]): Section[] {
  const themes = [...new Set(measures.map((one) => one.node))].toSorted();
  return [
    { question: 'prioritering', body: priorities[unit]! },
    { question: 'totstandkoming', body: made[unit]! },
    {
      question: 'inzet',
      body: `Het geld is verdeeld over ${measures.length} maatregelen in ${themes.length} thema’s; de begroting staat per maatregel en per jaar in dit plan.`,
    },
    ...themes.flatMap((node) =>
      themeAnswers(
        node,
        measures.filter((one) => one.node === node),
      ),
    ),
  ];
}

function themeAnswers(node: string, measures: PlannedMeasure[]): Section[] {
  const answer = (question: string, body: string) => ({ question, node, body });
  return [
    answer('investering', list(measures.map((one) => `${one.name}. ${one.description}`))),
    answer('doel', goals[node]!),
    answer('resultaat', list(measures.map((one) => `${one.name}: ${one.result}`))),
    answer('effect', effects[node]!),
    answer('tijdpad', list(measures.map(timePath))),
  ];
}

function timePath({ name, firstYear, lastYear }: PlannedMeasure): string {
  return `${name}: voorbereiding en eerste groepen in ${firstYear}, daarna voor iedereen, tot en met ${lastYear}. In 2024 wordt bekeken wat beter kan.`;
}
