/** Hoe een dossier staat, in een woord. */
const states = {
  asked: 'gevraagd',
  'in-consultation': 'in overleg',
  given: 'gegeven',
  'given-on-conditions': 'gegeven onder voorwaarden',
  withheld: 'onthouden',
  positive: 'positief',
  negative: 'negatief',
  discussed: 'besproken',
  informed: 'geïnformeerd',
  lapsed: 'vervallen: het kan door',
  'lapsed-refused': 'geen antwoord: geldt als geweigerd',
  followed: 'advies gevolgd',
  'partly-followed': 'advies deels gevolgd',
  'not-followed': 'advies niet gevolgd',
  'consulted-again': 'nader overlegd',
  suspended: 'betwist: opgeschort',
  waived: 'geen bedenkingen',
  settlement: 'minnelijk overleg',
  'settlement-failed': 'minnelijk overleg mislukt',
  settled: 'minnelijk opgelost',
  committee: 'bij de geschillencommissie',
  replaced: 'vervangen door uitspraak',
  upheld: 'uitspraak: orgaan in het gelijk',
  appeal: 'in beroep',
  'replaced-on-appeal': 'in beroep vervangen',
  'upheld-on-appeal': 'in beroep: orgaan in het gelijk',
};

/** Wat er in een dossier gebeurt, zoals de tijdlijn het noemt. */
const events = {
  papers: 'Stukken verzonden',
  consulted: 'Overleg gevoerd',
  extended: 'Termijn verlengd',
  excluded: 'Lid doet niet mee wegens een persoonlijk belang',
  'no-quorum': 'Vergadering zonder quorum',
  'account-followed': 'Verslag: het advies is gevolgd',
  'account-partly': 'Verslag: het advies is deels gevolgd',
  'account-not': 'Verslag: het advies is niet gevolgd',
  'further-consultation': 'Nader overleg gevoerd',
  objected: 'Het orgaan betwist het besluit',
  waived: 'Het orgaan heeft geen bedenkingen',
  'settlement-opened': 'Minnelijk overleg begonnen',
  'settlement-reached': 'Minnelijk overleg: eens geworden',
  'settlement-failed': 'Minnelijk overleg: niet eens geworden',
  'committee-asked': 'Voorgelegd aan de geschillencommissie',
  'ruling-for-board': 'Uitspraak: het besluit mag door',
  'ruling-for-body': 'Uitspraak: het orgaan krijgt gelijk',
  appealed: 'Beroep ingesteld',
};

/** Wat iemand vastlegt, als opdracht. */
const acts = {
  papers: 'Een stuk toevoegen',
  consulted: 'Overleg vastleggen',
  extended: 'De termijn verlengen',
  excluded: 'Vastleggen dat een lid niet meedoet wegens een persoonlijk belang',
  'no-quorum': 'Een vergadering zonder quorum vastleggen',
  'account-followed': 'Verslag doen: het advies is gevolgd',
  'account-partly': 'Verslag doen: het advies is deels gevolgd',
  'account-not': 'Verslag doen: het advies is niet gevolgd',
  'further-consultation': 'Nader overleg vastleggen',
  objected: 'Het besluit betwisten',
  waived: 'Vastleggen dat het orgaan geen bedenkingen heeft',
  'settlement-opened': 'Minnelijk overleg beginnen',
  'settlement-reached': 'Vastleggen dat partijen het eens zijn',
  'settlement-failed': 'Vastleggen dat partijen het niet eens werden',
  'committee-asked': 'Aan de geschillencommissie voorleggen',
  'ruling-for-board': 'Uitspraak vastleggen: het besluit mag door',
  'ruling-for-body': 'Uitspraak vastleggen: het orgaan krijgt gelijk',
  appealed: 'Beroep vastleggen',
};

const prefixed = (prefix: string, words: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(words).map(([key, value]) => [`${prefix}${key}`, value]));

const right = '{right, select, approval {goedkeuring} advice {advies} other {instemming}}';

/** Woorden van het dossier: standen, gebeurtenissen, wat kan en wat niet. */
export const nl: Record<string, string> = {
  ...prefixed('dossier-state.', states),
  ...prefixed('dossier-event.', events),
  ...prefixed('dossier-act.', acts),
  ...prefixed('audit.value.state.', states),
  ...prefixed('audit.value.event.', events),
  ...prefixed('audit.value.outcome.', states),
  'dossier-event.papers.effect': 'Het stuk en de datum staan in het dossier.',
  'dossier-event.consulted.effect': 'Het dossier staat op “in overleg”; de termijn loopt door.',
  'dossier-event.extended.effect': 'Het orgaan krijgt tot en met de nieuwe dag de tijd.',
  'dossier-event.excluded.effect':
    'Dit lid telt bij dit punt niet mee voor het quorum en niet bij de stemming (WHW 9.32 lid 7).',
  'dossier-event.no-quorum.effect': 'Er is geen uitkomst; de termijn loopt door.',
  'dossier-event.account-followed.effect': 'Het advies houdt vaststellen niet langer op.',
  'dossier-event.account-partly.effect': 'Vóór vaststellen volgt nog nader overleg met het orgaan.',
  'dossier-event.account-not.effect': 'Vóór vaststellen volgt nog nader overleg met het orgaan.',
  'dossier-event.further-consultation.effect':
    'Daarna kan worden vastgesteld, tenzij het orgaan het besluit betwist.',
  'dossier-event.objected.effect':
    'Uitvoeren is opgeschort tot en met {date}, tenzij het orgaan laat weten geen bedenkingen te hebben.',
  'dossier-event.waived.effect': 'Er is geen opschorting (meer).',
  'dossier-event.settlement-opened.effect':
    'Eerst proberen partijen er samen uit te komen, met wie daarvoor bemiddelt.',
  'dossier-event.settlement-reached.effect':
    'Partijen zijn het eens over precies deze versie: die houdt vaststellen niet langer op.',
  'dossier-event.settlement-failed.effect': 'Daarna staat de weg naar de geschillencommissie open.',
  'dossier-event.committee-asked.effect': 'Het geschil ligt bij de geschillencommissie.',
  'dossier-event.ruling-for-board.effect': 'De uitspraak komt in de plaats van het besluit van het orgaan.',
  'dossier-event.ruling-for-body.effect': 'Deze versie kan niet worden vastgesteld.',
  'dossier-event.appealed.effect': 'Vaststellen wacht op de uitspraak in beroep.',
  'dossier-event.record': 'Vastleggen',
  'dossier-event.onDate': 'Datum',
  'dossier-event.text': 'In woorden',
  'dossier-event.text.account': 'Het verslag: wat er met het advies is gedaan, en waarom',
  'dossier-event.text.papers': 'Naam van het stuk',
  'dossier-event.text.papers.hint': 'Of kies hieronder een versie.',
  'dossier-event.paper': 'Een versie uit deze regeling',
  'dossier-event.paper.none': 'geen; een los stuk',
  'dossier-event.untilDate': 'Nieuwe laatste dag',
  'dossier-event.member': 'Lid',
  'dossier-event.people': 'Hoeveel leden',
  'dossier-event.final': 'Wat is vastgelegd blijft staan; een vergissing herstelt u met een volgende stap.',
  'dossier-event.so': 'Het dossier staat dan op “{state}”.',
  'timeline.title': 'Verloop',
  'timeline.asked': 'Voorgelegd aan {body}',
  'timeline.papers': 'Stukken verzonden',
  'timeline.outcome': 'Besluit van {body}: {outcome}',
  'timeline.lapse': 'Termijn verstreken zonder antwoord',
  'timeline.due': 'Laatste dag van de termijn',
  'timeline.suspended': 'Laatste dag van de opschorting',
  'timeline.until': 'tot en met {date}',
  'timeline.paper': '{title}, versie {number}',
  'timeline.people': '{count, plural, one {# lid} other {# leden}}',
  'next.title': 'Wat kan er nu',
  'next.none': 'Dit dossier is af: er kan niets meer bij.',
  'next.none.gone': 'Over deze versie valt niets meer te besluiten.',
  'next.outcome': 'Vastleggen wat het orgaan besloot',
  'next.adopt': 'Het plan vaststellen',
  'next.adopt.waits': 'Het plan vaststellen kan nog niet',
  'next.by': 'door {who}',
  'next.board': 'wie namens het bestuur voorlegt of vaststelt',
  'next.body': 'de griffier van {body}',
  'next.either': 'het bestuur of de griffier van {body}',
  'dossier.newer': 'Er is een nieuwere versie: {number}',
  'dossier.newer.explained':
    '{outcome, select, none {De vraag gaat over versie {own}.} other {Dit besluit geldt voor versie {own}.}} Versie {number} is {status, select, draft {een concept} submitted {ingediend} adopted {vastgesteld} other {teruggegeven of ingetrokken}} na het verzenden van de stukken en heeft van dit orgaan geen {right, select, consent {instemming} advice {advies} approval {goedkeuring} other {besluit}}.',
  'dossier.newer.compare': 'Vergelijk versie {own} met versie {number}',
  'dossier.body-gone': '{body} bestaat sinds {date} niet meer',
  'dossier.body-gone.explained':
    'De termijn liep toen nog. Wat het orgaan tot en met die dag besloot kan nog worden vastgelegd; anders wordt de vraag aan de opvolger voorgelegd.',
  'ask.rule.without': 'De termijn loopt zonder {periods}.',
  'dossier.matter': 'Onderwerp',
  'dossier.rules': 'Hoe het wordt uitgeoefend',
  'dossier.term.without': 'zonder {periods}',
  'dossier.term.period': '{name} ({from}–{through})',
  'dossier.term.free-day': '{name} ({from})',
  'outcome.members': 'Leden in functie',
  'outcome.members.kept': 'Er {count, plural, one {is # lid} other {zijn # leden}} in functie.',
  'outcome.excluded': '{count, plural, one {# lid doet} other {# leden doen}} bij dit punt niet mee.',
  'outcome.quorum':
    'Voor een besluit {needed, plural, one {moet # lid} other {moeten # leden}} aanwezig zijn.',
  'outcome.majority': 'Nodig: {majority}.',
  'outcome.apart': 'Elke geleding stemt apart en moet apart instemmen.',
  'outcome.recorded-first': 'Een ander was u voor: er staat al een uitkomst',
  'outcome.recorded-first.explained':
    'Vastgelegd is “{outcome}” van {date}. Een uitkomst staat vast. Wat u had ingevuld staat hieronder, zodat u het kunt vergelijken of elders bewaren.',
  'outcome.typed': 'Wat u had ingevuld',
  'rejection.event.order':
    '{state, select, asked {Er is nog geen uitkomst. Leg eerst vast wat het orgaan besloot.} in-consultation {Er is nog geen uitkomst. Leg eerst vast wat het orgaan besloot.} given {Het recht is uitgeoefend: hierna volgt niets meer.} given-on-conditions {Het recht is uitgeoefend: hierna volgt niets meer. Voorwaarden worden op hun eigen lijst gevolgd.} withheld {Eerst proberen bestuur en orgaan er minnelijk uit te komen; begin daarmee.} lapsed {De termijn is verstreken zonder antwoord en het kan door: hierna volgt niets meer.} lapsed-refused {Geen antwoord geldt hier als weigering. Begin met minnelijk overleg.} positive {Na een advies volgt het verslag van wat ermee is gedaan.} negative {Na een negatief advies volgt eerst het verslag van wat ermee is gedaan.} followed {Het advies is gevolgd: hierna volgt niets meer.} partly-followed {Nu volgt nader overleg met het orgaan.} not-followed {Nu volgt nader overleg met het orgaan.} consulted-again {Nu zegt het orgaan of het het besluit betwist of geen bedenkingen heeft.} waived {Het orgaan heeft geen bedenkingen: hierna volgt niets meer.} suspended {Het besluit is opgeschort. Begin met minnelijk overleg, of leg vast dat het orgaan geen bedenkingen meer heeft.} settlement {Het minnelijk overleg loopt. Leg eerst vast hoe het eindigde.} settlement-failed {Nu kan het geschil aan de commissie worden voorgelegd.} settled {Partijen zijn het eens: hierna volgt niets meer.} committee {Het geschil ligt bij de commissie. Leg haar uitspraak vast.} replaced {Er is uitspraak gedaan; daarna kan alleen nog beroep volgen.} upheld {Er is uitspraak gedaan; daarna kan alleen nog beroep volgen.} appeal {Er loopt beroep. Leg de uitspraak daarin vast.} discussed {Er is besproken: hierna volgt niets meer.} informed {Er is geïnformeerd: hierna volgt niets meer.} other {Dit geschil is ten einde: hierna volgt niets meer.}}',
  'rejection.event.before-asking': 'Dit kan niet eerder zijn dan de vraag van {date}.',
  'rejection.event.date-order': 'Het dossier staat sinds {date} zoals het staat. Kies die dag of een latere.',
  'rejection.event.account-text':
    'Schrijf op wat er met het advies is gedaan en waarom: het orgaan krijgt dit te lezen.',
  'rejection.event.paper-missing': 'Noem het stuk, of kies een versie.',
  'rejection.event.paper-unknown': 'Deze versie is er niet in deze regeling, of zij is nog een concept.',
  'rejection.event.extend-later': 'De termijn loopt nu tot en met {date}. Kies een latere dag.',
  'rejection.event.appeal-late': 'Beroep kon tot en met {date}. Daarna staat de uitspraak vast.',
  'rejection.event.member-missing': 'Kies het lid: dit orgaan legt zijn leden vast.',
  'rejection.event.member-twice': 'Van dit lid is al vastgelegd dat het niet meedoet.',
  'rejection.decision.body-gone':
    'Het orgaan bestond tot en met {date}. Een later besluit kan het niet hebben genomen; leg de vraag voor aan zijn opvolger.',
  'rejection.decision.term-passed':
    'De termijn liep tot en met {date}, en daarna {silence, select, proceed {kon het plan door zonder antwoord} other {gold het als geweigerd}}. Alleen een besluit van die dag of eerder kan nog worden vastgelegd.',
  'rejection.decision.quorum':
    'Er waren {present} leden aanwezig en er zijn er {needed} nodig: er is geen geldig besluit. Leg de vergadering vast als “zonder quorum” en vergader opnieuw.',
  'rejection.decision.present-missing':
    'Vul in hoeveel leden er waren: voor een besluit {needed, plural, one {is er # nodig} other {zijn er # nodig}}.',
  'rejection.decision.members-missing':
    'Vul in hoeveel leden er in functie zijn: zonder dat is quorum of meerderheid niet te bepalen.',
  'rejection.decision.votes-missing':
    'Vul de stemmen in: hier geldt een bijzondere meerderheid ({majority, select, absolute {meer dan de helft van de stemmen} absolute-members {meer dan de helft van de leden} two-thirds-votes {twee derde van de stemmen} two-thirds-members {twee derde van de leden} other {meer voor dan tegen}}).',
  'rejection.decision.majority':
    'Met {for} voor en {against} tegen is de meerderheid niet gehaald ({majority, select, absolute {meer dan de helft van de stemmen} absolute-members {meer dan de helft van de leden} two-thirds-votes {twee derde van de stemmen} two-thirds-members {twee derde van de leden} other {meer voor dan tegen}}). Kies een andere uitkomst, of verbeter de stemmen.',
  'rejection.decision.carried':
    'Met {for} voor en {against} tegen is de meerderheid wél gehaald. “Onthouden” past daar niet bij.',
  'rejection.decision.conditions-not-allowed':
    'Aan dit recht kunnen geen voorwaarden worden verbonden. Kies instemming geven of onthouden.',
  'rejection.adopt.lapsed-refused': `{body} heeft binnen de termijn (tot en met {date}) niet geantwoord, en dat geldt hier als geweigerde ${right}.`,
  'rejection.adopt.account-missing':
    '{body} adviseerde op {date} negatief. Leg eerst schriftelijk vast wat er met het advies is gedaan.',
  'rejection.adopt.further-consultation':
    'Het advies van {body} is niet of niet helemaal gevolgd. Vóór vaststellen is nader overleg nodig.',
  'rejection.adopt.suspended':
    '{body} betwist het besluit: tot en met {date} is het opgeschort, tenzij het orgaan laat weten geen bedenkingen te hebben.',
  'rejection.adopt.in-dispute': `Over de ${right} van {body} loopt een geschil. Vaststellen wacht op een schikking of een uitspraak.`,
  'rejection.adopt.upheld':
    '{body} kreeg in het geschil gelijk: deze versie kan niet worden vastgesteld. Pas het plan aan en leg een nieuwe versie voor.',
  'rejection.adopt.body-gone': `De vraag om ${right} ging naar een orgaan dat niet meer bestaat. Leg deze versie voor aan {body}.`,
  'rejection.file.unknown-member': 'Er is geen lid met de naam {value}.',
  'rejection.file.event-order':
    'De gebeurtenis {event} kan niet volgen op wat er in dit dossier aan voorafging.',
  'audit.noun.free-period': 'Vrije periode',
  'audit.verb.parts': 'samenstelling gewijzigd',
  'audit.field.quorumBasis': 'Quorum (deel)',
  'audit.field.quorumMembers': 'Quorum (aantal)',
  'audit.field.set': 'Rechtenset',
  'audit.field.event': 'Gebeurtenis',
  'audit.field.onDate': 'Datum',
  'audit.field.untilDate': 'Tot en met',
  'audit.field.state': 'Stand van het dossier',
  'audit.field.people': 'Aantal leden',
  'audit.field.paper': 'Stuk',
  'audit.field.member': 'Lid',
  'audit.field.members': 'Leden in functie',
  'audit.field.parts': 'Samengesteld uit',
};
