/** Woorden van medezeggenschap en vaststelling. */
export const nl = {
  'right.consent': 'instemming',
  'right.advice': 'advies',
  'right.approval': 'goedkeuring',
  'right.discussion': 'bespreking',
  'right.information': 'informatie',
  'right.adoption': 'vaststelling',
  'outcome.given': 'gegeven',
  'outcome.given-on-conditions': 'gegeven onder voorwaarden',
  'outcome.withheld': 'onthouden',
  'outcome.positive': 'positief',
  'outcome.negative': 'negatief',
  'outcome.discussed': 'besproken',
  'outcome.informed': 'geïnformeerd',
  'rejection.decision.rule': 'Dit recht hoort niet bij dit soort plan. Kies een recht uit de lijst.',
  'rejection.decision.no-body':
    'Er is geen orgaan van de soort {body} bij deze eenheid of erboven. Laat de beheerder het orgaan vastleggen.',
  'rejection.decision.asked':
    'Deze versie is al aan {body} voorgelegd. Een recht wordt op een versie één keer gevraagd.',
  'rejection.decision.not-submitted':
    'Alleen een ingediende versie kan worden voorgelegd; deze is {status, select, returned {teruggegeven} adopted {al vastgesteld} withdrawn {ingetrokken} other {nog een concept}}.',
  'rejection.decision.due-early': 'De termijn loopt tot en met {date}. Kies die dag of een latere.',
  'rejection.decision.papers-late': 'De stukken gaan uit vóór het einde van de termijn ({date}).',
  'rejection.decision.recorded':
    'De uitkomst van dit besluit is al vastgelegd en staat vast. Een ander besluit vraagt een nieuwe versie.',
  'rejection.decision.version-gone':
    'Deze versie is intussen {status, select, returned {teruggegeven} withdrawn {ingetrokken} other {veranderd}}: er valt niets meer over te besluiten.',
  'rejection.decision.outcome':
    'Deze uitkomst past niet bij {right, select, consent {instemming} advice {advies} approval {goedkeuring} discussion {bespreking} information {informatie} other {dit recht}}.',
  'rejection.decision.date-early': 'Het besluit kan niet eerder zijn dan de vraag van {date}.',
  'rejection.decision.date-future': 'Deze dag is nog niet geweest. Kies vandaag of eerder.',
  'rejection.decision.too-many':
    'Er {members, plural, one {is # lid} other {zijn # leden}} op die dag; er kunnen er niet meer aanwezig zijn.',
  'rejection.decision.votes': 'Er zijn {votes} stemmen geteld bij {present} aanwezigen.',
  'rejection.decision.conditions-missing': 'Schrijf op welke voorwaarden zijn gesteld.',
  'rejection.decision.reasons-missing': 'Schrijf op waarom.',
  'rejection.adopt.blocked':
    'Vaststellen kan nog niet: {count, plural, one {er staat één ding in de weg} other {er staan # dingen in de weg}}.',
  'rejection.adopt.draft': 'Deze versie is nog een concept. Dien haar eerst in.',
  'rejection.adopt.no-body':
    'De regeling vraagt {right, select, consent {instemming} advice {advies} approval {goedkeuring} discussion {bespreking} information {informatie} other {een besluit}} van een orgaan van de soort {body}, maar dat is er niet bij deze eenheid of erboven.',
  'rejection.adopt.not-asked':
    '{body} is nog niet om {right, select, consent {instemming} advice {advies} approval {goedkeuring} discussion {bespreking} information {informatie} other {een besluit}} op deze versie gevraagd.',
  'rejection.adopt.waiting':
    '{body} heeft nog geen {right, select, consent {instemming} advice {advies} approval {goedkeuring} other {besluit}} op deze versie gegeven; de termijn loopt tot en met {date}.',
  'rejection.adopt.overdue':
    '{body} heeft nog geen {right, select, consent {instemming} advice {advies} approval {goedkeuring} other {besluit}} op deze versie gegeven, en de termijn liep op {date} af. Zonder besluit kan het plan niet worden vastgesteld.',
  'rejection.adopt.withheld':
    '{body} heeft op {date} geen {right, select, approval {goedkeuring} other {instemming}} op deze versie gegeven. Pas het plan aan en leg een nieuwe versie voor.',
  'rejection.adopt.other-version':
    '{body} besloot over versie {version}, niet over deze. Een besluit geldt alleen voor de tekst waarover het is genomen; leg ook deze versie voor.',
  'rejection.adopt.hash':
    'Dit is niet de versie die u voor u had. Ververs de pagina en lees wat er nu staat.',
  'rejection.adopt.body': 'Kies het orgaan dat vaststelt.',
  'rejection.adopt.date-early':
    'Vaststellen kan niet vóór het laatste besluit van {date}: instemming gaat vooraf.',
  'rejection.adopt.from-early': 'Een plan geldt niet eerder dan het is vastgesteld ({date}).',
};
