import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Section = NonNullable<NonNullable<Scheme['documents']>[number]['versions'][number]['sections']>[number];

/**
 * What the plan answers, summed up in our own words: general questions, then five per theme. What its
 * facts do not tell us is left out.
 */
const general: [question: string, body: string][] = [
  [
    'prioritering',
    'De drie thema’s wegen even zwaar; wat er nodig is aan investering verschilt. Vooralsnog wordt het geld in de verhouding 3:2:1 ingezet. Elk jaar wordt met de O&O-raad bezien of die verhouding en de verdeling over de opleidingen nog passen.',
  ],
  [
    'totstandkoming',
    'Gemaakt onder leiding van de studentassessor en het Management Team Onderwijscentrum, afgestemd met de O&O-raad.\n\n10 januari 2019: raadpleging van 20 studenten van BMW, BMS, SUMMA en Geneeskunde. 11 januari: studenten KGW bevraagd in een college, via een digitale toepassing. 22 januari: stand van de enquête 138 reacties, waarvan ongeveer 80 van docenten; van studenten Geneeskunde en KGW kwamen er weinig. 23 januari: opleidingscommissies gevraagd om inbreng aan de O&O-raad, in verband met diens instemmingsrecht. (Jaartallen afgeleid uit de samenhang.)\n\nWensen die terugkwamen: persoonlijke feedback, uitdagender onderwijs, persoonlijke begeleiding, training tegen burn-out, didactische vaardigheden, en waardering en tijd voor docenten.',
  ],
  [
    'inzet',
    'Elk jaar komt de besteding op de agenda van de O&O-raad: wat is uitgegeven, welke doelen zijn bereikt, wat is de planning voor het volgende jaar. Bedragen staan in de begroting per thema en in de integrale begroting.',
  ],
];

type Answers = { investering: string; doel: string; resultaat: string; effect?: string; tijdpad: string };

const perTheme: Record<string, Answers> = {
  U1: {
    investering:
      'Bestaand kleinschalig onderwijs effectiever maken en waar nodig uitbreiden. Juniordocenten, studentassistenten en onderwijsadviseurs kunnen daarbij helpen. Er komen geen extra docenten om de huidige curricula uit te voeren; extra vakdocenten alleen voor vernieuwingen.\n\nWerkvormen: flipping the classroom, team based learning, interprofessioneel projectonderwijs, onderzoekende practica en onderzoek in de cursus.',
    doel: 'Onderwijs waarin studenten actief leren, met een gedeelde ambitie: de zorg van de toekomst. Accenten per opleiding: interprofessionele communicatie en vernieuwde blokken (GNK, SUMMA); uitdagende werkvormen (BMW); niet-cognitieve vaardigheden en herziene keuzevakken (BMS); interprofessioneel onderwijs, maatschappelijke ontwikkelingen en toepassing van onderzoek (KGW).',
    resultaat:
      'In 2019 zijn per opleiding ten minste twee cursussen doorgelicht, met een plan voor vernieuwing waar dat nodig is.',
    effect: 'Eerste evaluatie eind 2019; daarna plannen voor telkens twee jaar.',
    tijdpad:
      '2019: doorlichten. 2020-2024: activerende en interprofessionele werkvormen en thematische blokken verder ontwikkelen.',
  },
  U2: {
    investering:
      'Geoormerkte tijd voor ontwikkeling (BKO, SKO en verdere scholing), didactische leergangen in plaats van losse cursussen, en uitwisseling van ervaring tussen collega’s.',
    doel: 'Docenten die hun onderwijs blijven verbeteren, met vijf uitgewerkte doelen voor kwalificatie en uitwisseling.',
    resultaat: 'Kwalificatietrajecten op maat, en een cultuur en structuur waarin verbeteren gewoon is.',
    tijdpad:
      '2019: trajecten BKO en SKO ontwikkelen, afspraken met de divisies over tijd van docenten, EPA’s en bekwaamheidsverklaringen afmaken; eerste trajecten in het najaar. 2020: modules en toetsing voor deelkwalificaties, voorzieningen voor uitwisseling. 2021-2024: voortzetten en waar mogelijk uitbreiden.',
  },
  U3: {
    investering:
      'Een inclusieve introductie, een track persoonlijk leiderschap, meer persoonlijke begeleiding, workshops veerkracht en vaste coaches of psychologen.',
    doel: 'Gelijke kansen en toegankelijkheid, en begeleiding en onderwijsvormen die bij de persoon passen.',
    resultaat: 'Vanaf 2022 een vast aanbod voor een bredere groep studenten.',
    tijdpad:
      'Introductie: verder ontwikkeld in 2019-2020. Leiderschap: ontwerp 2019, proeven 2020-2021, vast aanbod vanaf 2022. Begeleiding: tutoraat en proeven met feedback 2019-2021, brede invoering vanaf 2022. Veerkracht: ontwikkeling en proeven 2019-2021, daarna breed. Coaches: alle jaren 0,5 fte.',
  },
};

export const sections: Section[] = [
  ...general.map(([question, body]) => ({ question, body })),
  ...Object.entries(perTheme).flatMap(([node, answers]) =>
    Object.entries(answers).map(([question, body]) => ({ question, node, body })),
  ),
];
