import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Kind = NonNullable<Scheme['documentKinds']>[number];
type Section = NonNullable<NonNullable<Scheme['documents']>[number]['versions'][number]['sections']>[number];

/** What the supplement says per unit, summed up in our own words. */
const notes: [code: string, name: string, body: string][] = [
  [
    'archeologie',
    'Archeologie',
    'Alle inzet gaat naar kleinschalig onderwijs en vooral naar differentiatie. Begeleiding en feedback, zoals scriptieklassen, zijn van professionalisering (T4) naar intensivering (T1) verplaatst; ook ICT in het onderwijs valt daar nu onder. Een eenheid voor veldwerk, stages en voorbereiding op de arbeidsmarkt valt onder T2.',
  ],
  [
    'fgw',
    'Geesteswetenschappen',
    'Maatregelen die over thema’s verspreid stonden, zijn onder één hoofdthema gebracht (T1); inhoudelijk verandert de koers niet. Extra docenten en scriptiebegeleiding (T1), ruimte voor vernieuwing (T2), cursussen, intervisie en coaching van docenten (T4).',
  ],
  [
    'fgga',
    'Governance and Global Affairs',
    'Maatregelen en bedragen per maatregel blijven vrijwel gelijk. BSK: een bescheiden verschuiving van T2 naar T1, waarbij maatregelen zijn samengevoegd. ISGA: een minimale verschuiving van T1 naar T5, voor online onderwijs in een master met gemengde instroom.',
  ],
  [
    'fdr',
    'Rechtsgeleerdheid',
    'Het honourscollege wordt op advies van de faculteitsraad niet meer uit deze middelen betaald; dat geld gaat van T2 naar T3, T4 en T5. De begeleiding in het eerste jaar wordt uitgebreid naar het tweede en derde jaar. Verder een functionaris diversiteit en inclusie, een coördinator studiesucces en formatief toetsen (T1).',
  ],
  [
    'fsw',
    'Sociale Wetenschappen',
    'De verhoudingen blijven gelijk. Meer interactief werkgroeponderwijs: dat budget stijgt met ruim 10%. Het Living Lab wordt uit de gewone middelen betaald; een metacurriculum voor alle studenten (T2) en iets meer docenten (T1).',
  ],
  [
    'fwn',
    'Wiskunde en Natuurwetenschappen',
    'T1 blijft het grootst en ongeveer gelijk; naar verhouding gaat er meer naar T2 en T3. Meer docenten, studentassistenten en studieadviseurs; een internationaal perspectief bij CML en een assistent digitalisering bij het Mathematisch Instituut.',
  ],
  [
    'lumc',
    'LUMC',
    'T1 en T4 verdubbelen, T3 wordt vier keer zo groot, de rest blijft gelijk. Vernieuwing van vakken volgt op een project voor blended onderwijs dat in januari 2022 afloopt; portfolio-onderwijs, programmatisch toetsen en een nieuwe opzet van de begeleiding (T3); didactische en technische training (T4).',
  ],
  [
    'iclon',
    'ICLON-lerarenopleiding',
    'Het flexibele curriculum gaat door (T2). Vanaf 2021 is er budget voor T3: kleinere supervisiegroepen en extra coaching. De scholing van docenten gaat door, ook voor opleiders op scholen (T4).',
  ],
];

export const noteQuestions: NonNullable<Kind['questions']> = notes.map(([code, name]) => ({
  code: `toelichting-${code}`,
  textNl: `Toelichting ${name}`,
  textEn: `Explanation ${name}`,
  per: 'document' as const,
  required: false,
}));

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

export const sections: Section[] = [
  ...chapters.map(([node, body]) => ({ question: 'hoofdstuk', node, body })),
  ...notes.map(([code, , body]) => ({ question: `toelichting-${code}`, body })),
];
