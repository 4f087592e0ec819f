import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];

/** What the faculty council and others remarked on the plans of the science faculty. */
export const comments: Scheme['comments'] = [
  {
    document: 'plan-beta',
    version: 1,
    anchor: { kind: 'paragraph', question: 'investering', node: 'T5' },
    quote:
      'Zomerschool wiskunde. Twee weken wiskunde voor de start, ook voor wie van een andere vooropleiding komt.',
    body: 'fr-beta',
    login: 'lid-fr-beta',
    author: 'lid-fr-beta',
    at: '2021-11-09T09:15:00.000Z',
    text: 'Komt de zomerschool er ook voor wie in februari begint? Daar vraagt de achterban naar.',
    status: 'closed',
    mentions: [{ kind: 'account', code: 'schrijver-beta' }],
    replies: [
      {
        act: 'reply',
        text: 'Dat zoeken wij uit bij de opleidingen.',
        login: 'schrijver-beta',
        author: 'schrijver-beta',
        at: '2021-11-10T08:40:00.000Z',
      },
      {
        act: 'answer',
        text: 'Nee: in februari beginnen bij ons minder dan tien studenten. Zij krijgen een gesprek met de studieadviseur.',
        login: 'schrijver-beta',
        author: 'schrijver-beta',
        at: '2021-11-16T13:05:00.000Z',
      },
    ],
  },
  {
    document: 'plan-beta',
    version: 2,
    anchor: { kind: 'figure', measure: 'practica', year: 2027 },
    quote: '€ 2.032.900',
    login: 'lid-fr-beta',
    author: 'lid-fr-beta',
    at: '2026-11-12T14:20:00.000Z',
    text: 'Hoeveel van dit bedrag is voor begeleiders en hoeveel voor materiaal? @controller-beta',
    mentions: [{ kind: 'account', code: 'controller-beta' }],
  },
  {
    document: 'plan-beta',
    version: 2,
    anchor: { kind: 'change', change: 'C1' },
    quote:
      'Programmeren wordt in de practica zelf geleerd; de drie niveaus blijven. Wat tot en met 2026 is begroot, blijft bij de oude maatregel staan.',
    body: 'fr-beta',
    login: 'lid-fr-beta',
    author: 'lid-fr-beta',
    at: '2026-11-13T10:00:00.000Z',
    text: 'De raad vraagt zich af of de samenvoeging ten koste gaat van de instapgroep.',
    status: 'withdrawn',
    replies: [
      {
        act: 'withdrawal',
        text: 'In de commissie is toegezegd dat de instapgroep blijft.',
        body: 'fr-beta',
        login: 'lid-fr-beta',
        author: 'lid-fr-beta',
        at: '2026-11-17T15:30:00.000Z',
      },
    ],
  },
];
