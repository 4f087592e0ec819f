import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Kind = NonNullable<Scheme['documentKinds']>[number];
type Section = NonNullable<NonNullable<Scheme['documents']>[number]['versions'][number]['sections']>[number];

/** What the supplement says per unit, summed up in our own words. */
const notes: [unit: string, body: string][] = [
  [
    'archeologie',
    'Alle inzet gaat naar kleinschalig onderwijs en vooral naar differentiatie. Begeleiding en feedback, zoals scriptieklassen, zijn van professionalisering (T4) naar intensivering (T1) verplaatst; ook ICT in het onderwijs valt daar nu onder. Een eenheid voor veldwerk, stages en voorbereiding op de arbeidsmarkt valt onder T2.',
  ],
  [
    'fgw',
    'Maatregelen die over thema’s verspreid stonden, zijn onder één hoofdthema gebracht (T1); inhoudelijk verandert de koers niet. Extra docenten en scriptiebegeleiding (T1), ruimte voor vernieuwing (T2), cursussen, intervisie en coaching van docenten (T4).',
  ],
  [
    'fgga',
    'Maatregelen en bedragen per maatregel blijven vrijwel gelijk; twee instituten passen hun plan op onderdelen aan.',
  ],
  [
    'bsk',
    'Een bescheiden verschuiving van T2 naar T1: maatregelen voor nieuwe richtingen en loopbaanoriëntatie zijn samengevoegd met die voor kleinere groepen en activerend onderwijs. De doelen blijven dezelfde.',
  ],
  [
    'isga',
    'Een minimale verschuiving van T1 naar T5, voor online onderwijs waarmee studenten met verschillende vooropleidingen zich op een master voorbereiden.',
  ],
  [
    'fdr',
    'Het honourscollege wordt op advies van de faculteitsraad niet meer uit deze middelen betaald; dat geld gaat van T2 naar T3, T4 en T5. De begeleiding in het eerste jaar wordt uitgebreid naar het tweede en derde jaar. Verder een functionaris diversiteit en inclusie, een coördinator studiesucces en formatief toetsen (T1).',
  ],
  [
    'fsw',
    'De verhoudingen blijven gelijk. Meer interactief werkgroeponderwijs: dat budget stijgt met ruim 10%. Het Living Lab wordt uit de gewone middelen betaald; een metacurriculum voor alle studenten (T2) en iets meer docenten (T1).',
  ],
  [
    'fwn',
    'T1 blijft het grootst en ongeveer gelijk; naar verhouding gaat er meer naar T2 en T3. Vooral meer van dezelfde activiteiten: docenten, studentassistenten en studieadviseurs.',
  ],
  ['cml', 'Meer aandacht voor het internationale perspectief in de opleidingen.'],
  [
    'mi',
    'Een assistent digitalisering werkt aan de kwaliteit en de toegankelijkheid van digitaal onderwijsmateriaal.',
  ],
  [
    'lumc',
    'T1 en T4 verdubbelen, T3 wordt vier keer zo groot, de rest blijft gelijk. Vernieuwing van vakken volgt op een project voor blended onderwijs dat in januari 2022 afloopt; portfolio-onderwijs, programmatisch toetsen en een nieuwe opzet van de begeleiding (T3); didactische en technische training (T4).',
  ],
  [
    'iclon',
    'Het flexibele curriculum gaat door (T2). Vanaf 2021 is er budget voor T3: kleinere supervisiegroepen en extra coaching. De scholing van docenten gaat door, ook voor opleiders op scholen (T4).',
  ],
];

/** What the supplement tells of the plan of 2018, where it says what changes. */
const notes2018: typeof notes = [
  ['archeologie', 'Begeleiding en feedback, zoals scriptieklassen, vallen onder professionalisering (T4).'],
  ['fgw', 'Maatregelen staan verspreid over meerdere thema’s, om zo breed mogelijk in te zetten.'],
  ['bsk', 'Maatregelen voor nieuwe richtingen en loopbaanoriëntatie vallen onder T2.'],
  ['fdr', 'Het honourscollege wordt uit deze middelen betaald (T2).'],
];

export const planQuestions: NonNullable<Kind['questions']> = [
  {
    code: 'verdeling',
    textNl: 'Hoe worden de middelen verdeeld?',
    textEn: 'How are the funds divided?',
    per: 'document',
  },
  {
    code: 'herijking',
    textNl: 'Wanneer wordt het plan herijkt?',
    textEn: 'When is the plan recalibrated?',
    per: 'document',
  },
  {
    code: 'hoofdstuk',
    textNl: 'Waaraan wordt het geld binnen dit thema besteed?',
    textEn: 'What is the money of this theme spent on?',
    per: 'theme',
  },
  {
    code: 'toelichting',
    textNl: 'Toelichting per faculteit en instituut',
    textEn: 'Explanation by faculty and institute',
    hintNl: 'Wat verandert er bij deze eenheid, en waarom?',
    hintEn: 'What changes at this unit, and why?',
    per: 'unit',
    unitKinds: ['faculty', 'institute'],
    required: false,
  },
];

const chapters: [node: string, body: string][] = [
  [
    'T1',
    'Vijf eenheden besteden hier 40 tot 70% van hun middelen: FGGA, Geesteswetenschappen, Sociale Wetenschappen, Wiskunde en Natuurwetenschappen en LUMC. Het aandeel ligt duidelijk hoger dan in het plan van 2018.',
  ],
  ['T2', 'Krijgt een kleiner aandeel dan in het plan van 2018.'],
  [
    'T3',
    'Van 2023 af komt hier een gezamenlijk initiatief bij voor begeleiding en welzijn. In 2022 wordt dat uit NPO betaald.',
  ],
  [
    'T4',
    'Naast de facultaire plannen is er een gezamenlijk initiatief met twee delen: support desks voor docenten en duurzame docentontwikkeling.',
  ],
  ['T5', 'Onder meer coördinatie van studiesucces en aandacht voor gelijke kansen.'],
  ['T6', 'Wordt niet ten laste van de kwaliteitsmiddelen gebracht.'],
];

const chapters2018: typeof chapters = [
  ['T1', share('41% in 2021, 42% in 2022 en 2023, en 43% in 2024')],
  ['T2', share('24% in 2021, 25% in 2022 en 2023, en 24% in 2024')],
  ['T3', share('11% in 2021, daarna 10%')],
  ['T4', share('14% in 2021, daarna 13%')],
  ['T5', share('10% in 2021, daarna 9%')],
  ['T6', 'Wordt niet ten laste van de kwaliteitsmiddelen gebracht.'],
];

function share(years: string): string {
  return `Aandeel in de besteding volgens dit plan: ${years}.`;
}

function written(
  answers: Record<'verdeling' | 'herijking', string>,
  perTheme: typeof chapters,
  perUnit: typeof notes,
): Section[] {
  return [
    ...Object.entries(answers).map(([question, body]) => ({ question, body })),
    ...perTheme.map(([node, body]) => ({ question: 'hoofdstuk', node, body })),
    ...perUnit.map(([unit, body]) => ({ question: 'toelichting', unit, body })),
  ];
}

/** Of the plan of 2018 only what the supplement repeats of it. */
export const sections2018 = written(
  {
    verdeling: 'Alle middelen gaan naar de faculteiten, naar het aantal ingeschreven EER-studenten.',
    herijking:
      'De verdeling wordt tijdens de looptijd herijkt op grond van tussenresultaten: eerst in 2020 en een tweede keer in 2022.',
  },
  chapters2018,
  notes2018,
);

export const sections2021 = written(
  {
    verdeling:
      'Tot en met 2021 gaan alle middelen naar de faculteiten, naar het aantal ingeschreven EER-studenten. Vanaf 2022 krijgen de faculteiten 500 euro per EER-student; daarnaast is er een budget voor gemeenschappelijke initiatieven. Wat nog niet is verdeeld, volgt later in dezelfde verhouding.',
    herijking:
      'De verdeling is tijdens de looptijd herijkt op grond van tussenresultaten: in 2021 in plaats van 2020. De tweede keer in 2022 vervalt.',
  },
  chapters,
  notes,
);
