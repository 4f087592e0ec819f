import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { plan as source } from './frameworks.ts';
import { faculties, root } from './organisation.ts';

type Document = NonNullable<NonNullable<InstitutionInput['schemes']>[number]['documents']>[number];

/** The meeting for which the plan was meant: no other day of it is printed. */
const day = '2018-05-16';
const at = new Date(`${day}T00:00:00+02:00`).toISOString();

/** The plan in our own words, question by question. */
const sections = [
  {
    question: 'doel',
    body: 'Twee producten:\n\n1. een investeringsagenda voor het onderwijs in 2018, met de verdeling van het geld binnen de faculteiten;\n\n2. kwaliteitsafspraken voor 2019 tot en met 2024, gedragen door de gemeenschap en afgestemd met wie buiten de universiteit belang heeft.',
  },
  {
    question: 'kaders',
    body: 'De kaders komen uit het regeerakkoord en het sectorakkoord van minister, studenten en instellingen. Een plan laat zien wat er op de zes thema’s gebeurt, hoe dat past bij profiel, context en beleid, wat zonder het geld niet kan, en wat er in 2021 moet zijn. Het heeft een meerjarenbegroting. Eén of enkele thema’s kiezen mag, met een reden; een ambitie mag voor een onderdeel of een groep studenten gelden, en verder reiken dan dit geld.',
  },
  {
    question: 'beoordeling',
    body: 'Drie toetsmomenten: de plannen en hun totstandkoming, tegelijk met de Instellingstoets Kwaliteitszorg maar als aparte trail; een tussenbalans in het najaar van 2022 over de realisatie tot en met 2021; een eindoordeel bij de volgende ronde van de instellingstoets. Een panel beoordeelt, de NVAO adviseert, de minister besluit.\n\nDrie criteria: een beredeneerde bijdrage aan beter onderwijs, betrokkenheid en draagvlak, en haalbaarheid.',
  },
  {
    question: 'uitgangspunten',
    body: 'a) De kwaliteitszorg werkt in lagen van plannen, doen, nagaan en bijstellen: opleiding, faculteit, instelling. Daaruit komen de afspraken voort.\n\nb) De student is partner, met invloed op de afspraken.',
  },
  {
    question: 'dialoog',
    body: 'De opleidingscommissie heeft inspraak en adviseert over de kwaliteitsagenda van de opleiding. De faculteitsraad heeft instemmingsrecht op de facultaire afspraken en op de facultaire kwaliteitsagenda voor 2018. De universiteitsraad heeft instemmingsrecht op wat de hele instelling en wat eenheden samen doen.\n\nBestuur en medezeggenschap zorgen samen dat studenten en docenten breed meepraten; in de faculteit neemt de portefeuillehouder onderwijs het initiatief. Wat gesprekken opleveren, wordt vastgelegd, zodat het later weer te gebruiken is. College en universiteitsraad bespreken of de raden er tijd, scholing en middelen voor hebben.',
  },
  {
    question: 'geld',
    body: 'Voor 2019 tot en met 2022 is het budget per faculteit geraamd; die figuur is niet leesbaar in de tekst die hier is gebruikt, en de bedragen zijn hier dus onbekend. Faculteiten besluiten over hun besteding met instemming van de faculteitsraad. Hebben faculteiten dezelfde ambitie en levert samen doen meer op, dan krijgt die een plaats in het instellingsbrede deel. Alles samen komt in de meerjarenbegroting van de universiteit.',
  },
  {
    question: 'organisatie',
    body: 'Portefeuillehouders onderwijs: verantwoordelijk voor de facultaire afspraken, voor wie er meepraat en voor de cyclus.\n\nUniversitaire Commissie Onderwijs: doet het voorstel voor de instellingsbrede afspraken en adviseert over de handreiking.\n\nSupport group (vertegenwoordigers van de faculteiten, twee student-leden, S&B): ondersteunt, bewaakt de samenhang tussen de facultaire afspraken en helpt bij discussies.\n\nDiensten: geven deskundigheid op verzoek.\n\nCollege van Bestuur: eindverantwoordelijk, legt verantwoording af aan OCW en stelt vast nadat de universiteitsraad heeft ingestemd. De rector is portefeuillehouder van het proces, de vicevoorzitter is er nauw bij betrokken.',
  },
  {
    question: 'planning',
    body: 'Faculteiten leveren voor 1 juli 2018 een concept ter informatie aan het College, dat nagaat of het bij de sectorafspraken past; opmerkingen kunnen nog mee in het stuk dat er voor 1 september moet zijn, met instemming van de faculteitsraad. De universiteit levert in december 2018.\n\nDe mijlpalen staan bij de cyclus. In welke maanden het proces op elk niveau loopt, stond in een figuur waarvan de balken in de bron verloren zijn.',
  },
];

export const documents: Document[] = [
  {
    code: 'projectplan',
    kind: 'projectplan',
    unit: root,
    title: 'Projectplan totstandkoming instellingsbrede kwaliteitsafspraken',
    firstYear: 2018,
    lastYear: 2018,
    versions: [
      {
        number: 1,
        status: 'submitted',
        createdAt: at,
        submittedAt: at,
        source,
        note: 'Samengevat in eigen woorden. De titel komt uit de mijlpalentabel, de datum is die van de vergadering van de universiteitsraad; wat de raad adviseerde en wanneer het plan is vastgesteld, is niet gepubliceerd.',
        sections,
        decisions: [
          {
            body: 'ur',
            kind: 'advice',
            question: 'Wat adviseert de raad over het projectplan?',
            basis: `${source}, mijlpalen`,
            askedOn: day,
          },
        ],
      },
    ],
  },
  {
    code: 'raming-2019-2022',
    kind: 'raming',
    unit: faculties,
    title: 'Raming van het budget van de faculteiten 2019-2022',
    firstYear: 2019,
    lastYear: 2022,
    versions: [
      {
        number: 1,
        status: 'adopted',
        createdAt: at,
        submittedAt: at,
        adoptedAt: at,
        inForce: { from: at, recordedAt: at },
        source,
        note: 'De raming stond in een figuur die in de gebruikte tekst verloren is: de bedragen zijn onbekend.',
        lines: [2019, 2020, 2021, 2022].map((year) => ({
          fund: 'studievoorschot',
          unit: faculties,
          year,
          mark: 'pm' as const,
          note: 'De figuur met de bedragen is in de gebruikte tekst verloren.',
        })),
      },
    ],
  },
];
