import { type Brief, developing, guiding, type PlannedMeasure, planned, teaching } from './measures.ts';

const law: Brief[] = [
  {
    code: 'werkgroepen',
    node: 'T1',
    name: 'Werkgroepen van twintig',
    owner: 'Onderwijsdirecteur',
    target: 'Bachelorstudenten in jaar 1 en 2',
    description:
      'In de eerste twee jaar krijgt elk vak werkgroepen van hooguit twintig studenten, met wekelijkse schrijfopdrachten en persoonlijke feedback.',
    result: 'Vanaf 2023 telt geen werkgroep in jaar 1 en 2 meer dan twintig studenten.',
    serves: ['A2'],
    weight: 34,
    components: teaching,
  },
  {
    code: 'oefenrechtbank',
    node: 'T1',
    name: 'Oefenrechtbank',
    owner: 'Coördinator vaardigheden',
    target: 'Bachelorstudenten in jaar 3',
    description:
      'Elke student pleit twee keer in een echte zaal, met een rechter of advocaat die terugblikt.',
    result: 'Elk jaar pleiten alle derdejaars twee keer; negen van de tien vinden de feedback bruikbaar.',
    serves: ['A3', 'A5'],
    weight: 10,
    components: [
      ['Docenten', 'docenten', 75],
      ['Zaal en materiaal', 'materieel', 25],
    ],
  },
  {
    code: 'honours',
    node: 'T2',
    name: 'Honourstraject praktijk',
    owner: 'Coördinator honours',
    target: 'Honoursstudenten',
    additionality: 'continued',
    description: 'Studenten werken een jaar lang aan vragen van rechtbank, gemeente of advocatuur.',
    result: 'Vijftig studenten per jaar ronden het traject af.',
    serves: ['A1', 'A5', 'A8'],
    weight: 12,
    components: [['Begeleiding', 'docenten', 100]],
  },
  {
    code: 'mentoraat',
    node: 'T3',
    name: 'Mentoraat',
    owner: 'Hoofd studieadvies',
    target: 'Eerstejaars',
    description: 'Elke eerstejaars heeft een ouderejaars mentor en een docent die de groep volgt.',
    result: 'Elke eerstejaars spreekt voor december ten minste twee keer met de eigen mentor.',
    serves: ['A3', 'A6'],
    weight: 20,
    components: guiding,
    stimulated: 2022,
  },
  {
    code: 'docenttijd',
    node: 'T4',
    name: 'Tijd voor beter onderwijs',
    owner: 'Vicedecaan onderwijs',
    target: 'Docenten',
    description:
      'Docenten krijgen per jaar veertig uur om een vak te herzien, samen met een onderwijskundige.',
    result: 'Vijftien herziene vakken per jaar; in 2025 heeft elke docent een basiskwalificatie.',
    serves: ['A2', 'A7'],
    weight: 14,
    components: developing,
  },
  {
    code: 'taalsteun',
    node: 'T5',
    name: 'Schrijven in het recht',
    owner: 'Coördinator studiesucces',
    target: 'Studenten die daar baat bij hebben',
    description:
      'Een schrijfcentrum met inloop, en een cursus juridisch schrijven voor wie de toets in het eerste blok niet haalt.',
    result: 'Drie van de vier deelnemers halen de schrijftoets bij de tweede kans.',
    serves: ['A3', 'A6'],
    weight: 10,
    components: guiding,
    pmIn: 2027,
  },
];

const science: Brief[] = [
  {
    code: 'practica',
    node: 'T1',
    name: 'Onderzoekende practica',
    owner: 'Onderwijsdirecteur',
    target: 'Bachelorstudenten in jaar 2 en 3',
    description:
      'Practica volgens recept maken plaats voor eigen proeven in groepen van acht, met een begeleider per twee groepen.',
    result: 'In 2024 heeft elke opleiding ten minste drie practica met een eigen onderzoeksvraag.',
    serves: ['A1', 'A2'],
    weight: 36,
    components: [
      ['Docenten', 'docenten', 55],
      ['Studentassistenten', 'studentassistenten', 25],
      ['Materiaal', 'materieel', 20],
    ],
  },
  {
    code: 'programmeren',
    node: 'T2',
    name: 'Programmeren op drie niveaus',
    owner: 'Instituut Wiskunde en Informatica',
    target: 'Eerstejaars',
    description: 'Wie al kan programmeren begint hoger; wie dat niet kan krijgt een rustiger start.',
    result: 'Het aandeel dat het eerste programmeervak haalt stijgt van 68 naar 80 procent.',
    serves: ['A4', 'A7'],
    weight: 16,
    components: teaching,
  },
  {
    code: 'studieadvies',
    node: 'T3',
    name: 'Twee studieadviseurs erbij',
    owner: 'Hoofd studieadvies',
    target: 'Alle studenten',
    description: 'Kortere wachttijd en een vast gesprek in het tweede jaar.',
    result: 'Wie een afspraak vraagt, kan binnen een week terecht.',
    serves: ['A4'],
    weight: 16,
    components: [['Studieadviseurs', 'begeleiders', 100]],
  },
  {
    code: 'didactiek',
    node: 'T4',
    name: 'Leren van elkaars college',
    owner: 'Vicedecaan onderwijs',
    target: 'Docenten',
    description: 'Koppels van docenten bezoeken elkaars onderwijs en passen samen een vak aan.',
    result: 'Zestig koppels per jaar.',
    serves: ['A2'],
    weight: 18,
    components: developing,
  },
  {
    code: 'zomerschool',
    node: 'T5',
    name: 'Zomerschool wiskunde',
    owner: 'Coördinator instroom',
    target: 'Aankomende studenten',
    description: 'Twee weken wiskunde voor de start, ook voor wie van een andere vooropleiding komt.',
    result: 'Deelnemers halen het eerste wiskundevak even vaak als anderen.',
    serves: ['A6'],
    weight: 14,
    components: guiding,
    stimulated: 2023,
  },
];

const humanities: Brief[] = [
  {
    code: 'seminars',
    node: 'T1',
    name: 'Seminars van zestien',
    owner: 'Onderwijsdirecteur',
    target: 'Bachelorstudenten in jaar 2',
    description: 'Grote hoorcolleges in het tweede jaar worden seminars waarin studenten zelf inleiden.',
    result: 'Vanaf 2023 heeft elke tweedejaars per blok een seminar.',
    serves: ['A2', 'A1'],
    weight: 40,
    components: teaching,
  },
  {
    code: 'buitenschool',
    node: 'T2',
    name: 'Onderzoek in de wijk',
    owner: 'Coördinator stad en regio',
    target: 'Studenten in jaar 3',
    description: 'Studenten onderzoeken vragen van buurten, scholen en instellingen in de stad.',
    result: 'Twintig vragen per jaar beantwoord, met een verslag aan wie de vraag stelde.',
    serves: ['A8', 'A5'],
    weight: 14,
    components: teaching,
  },
  {
    code: 'loopbaan',
    node: 'T3',
    name: 'Van studie naar werk',
    owner: 'Hoofd studieadvies',
    target: 'Derdejaars en masterstudenten',
    description: 'Loopbaangesprekken en een jaarlijkse reeks met oud-studenten.',
    result: 'Zes van de tien studenten hebben voor het diploma een loopbaangesprek gehad.',
    serves: ['A5'],
    weight: 18,
    components: guiding,
  },
  {
    code: 'coaching',
    node: 'T4',
    name: 'Coaching van docenten',
    owner: 'Vicedecaan onderwijs',
    target: 'Docenten',
    description: 'Beginnende docenten krijgen een jaar lang een ervaren collega naast zich.',
    result: 'Elke nieuwe docent heeft een coach.',
    serves: ['A2'],
    weight: 16,
    components: developing,
  },
  {
    code: 'thuis',
    node: 'T5',
    name: 'Thuis op de faculteit',
    owner: 'Coördinator studiesucces',
    target: 'Eerste generatie studenten',
    description:
      'Een vaste groep, een vast gezicht en steun bij taal en geldzaken voor wie als eerste in de familie studeert.',
    result: 'De uitval van deze groep in jaar 1 is niet hoger dan die van anderen.',
    serves: ['A6'],
    weight: 12,
    components: guiding,
    stimulated: 2022,
  },
];

const health: Brief[] = [
  {
    code: 'kliniek',
    node: 'T1',
    name: 'Leren aan het bed',
    owner: 'Onderwijsdirecteur',
    target: 'Bachelorstudenten in jaar 3',
    description:
      'Kleine groepen oefenen gesprekken en onderzoek met patiënten, met een arts per vier studenten.',
    result: 'Elke derdejaars oefent tien dagdelen in de kliniek.',
    serves: ['A2', 'A3'],
    weight: 45,
    components: teaching,
  },
  {
    code: 'weerbaar',
    node: 'T3',
    name: 'Weerbaar in de zorg',
    owner: 'Hoofd studieadvies',
    target: 'Alle studenten',
    description: 'Training en gesprekken over druk, fouten maken en grenzen stellen.',
    result: 'Nog te bepalen, met de studentassessor.',
    serves: ['A3'],
    weight: 25,
    components: guiding,
  },
  {
    code: 'docentartsen',
    node: 'T4',
    name: 'Tijd voor docent-artsen',
    owner: 'Vicedecaan onderwijs',
    target: 'Docenten in de kliniek',
    description: 'Vrijgemaakte uren voor artsen die lesgeven.',
    result: 'Nog te bepalen.',
    serves: ['A1'],
    weight: 30,
    components: developing,
  },
];

const later: Record<string, (brief: Brief) => Brief> = {
  // Law stopped its honours track at the recalibration; guidance grew.
  recht: (one) => {
    if (one.code === 'honours')
      return {
        ...one,
        years: [2022, 2024],
        description: `${one.description} Stopt na 2024: de vraag bleef achter.`,
      };
    if (one.code === 'mentoraat') {
      return {
        ...one,
        name: 'Mentoraat jaar 1 en 2',
        target: 'Eerste- en tweedejaars',
        weight: 28,
        additionality: 'continued',
        description: `${one.description} Vanaf 2024 ook in het tweede jaar.`,
      };
    }
    return one.code === 'docenttijd' ? { ...one, weight: 18 } : one;
  },
  beta: (one) => {
    if (one.code === 'practica') return { ...one, weight: 30 };
    return one.code === 'didactiek' ? { ...one, weight: 24 } : one;
  },
  mens: (one) =>
    one.code === 'thuis' ? { ...one, weight: 18, name: 'Thuis op de faculteit, ook in jaar 2' } : one,
};

const byFaculty: Record<string, Brief[]> = { recht: law, beta: science, mens: humanities, zorg: health };

/** The measures of a faculty's plan in its first or second version. */
export function measuresOf(faculty: string, version: 1 | 2): PlannedMeasure[] {
  const change = version === 2 ? later[faculty] : undefined;
  return byFaculty[faculty]!.map((brief) => planned(change ? change(brief) : brief));
}
