/** What is wrong with an institution file, and what the commands about it say. */
export const nl = {
  'rejection.file.missing': 'Dit veld ontbreekt. Vul het in.',
  'rejection.file.unknown-field': 'Het veld “{field}” bestaat hier niet. Verwijder het of verbeter de naam.',
  'rejection.file.wrong-type': 'Hier hoort een waarde van een andere soort: {expected}.',
  'rejection.file.not-allowed': 'Deze waarde mag hier niet. Kies uit: {allowed}.',
  'rejection.file.too-small':
    'Deze waarde is te klein of te kort; het minimum is {minimum, number, ::group-off}.',
  'rejection.file.too-big':
    'Deze waarde is te groot of te lang; het maximum is {maximum, number, ::group-off}.',
  'rejection.file.wrong-format': 'Deze waarde heeft niet de vorm die hier hoort ({format}).',
  'rejection.file.wrong-value': 'Deze waarde is hier niet mogelijk.',
  'rejection.file.duplicate': '“{value}” komt hier meer dan eens voor. Geef elk een eigen code.',
  'rejection.file.unknown-unit': 'Eenheid “{value}” staat niet in het bestand.',
  'rejection.file.unknown-definition': 'Telwijze “{value}” staat niet in het bestand.',
  'rejection.file.unknown-role': 'Rol “{value}” staat niet in het bestand.',
  'rejection.file.unknown-account': 'Account “{value}” staat niet in het bestand.',
  'rejection.file.unknown-body-kind': 'Soort orgaan “{value}” staat niet in het bestand.',
  'rejection.file.unknown-body': 'Orgaan “{value}” staat niet in het bestand.',
  'rejection.file.unknown-framework': 'Kader “{value}” staat niet in het bestand.',
  'rejection.file.unknown-node': 'Onderdeel “{value}” staat niet in dit kader.',
  'rejection.file.unknown-fund': 'Geldbron “{value}” hoort niet bij deze regeling.',
  'rejection.file.known-twice':
    'Deze instelling heeft op één moment twee waarden: laat elke waarde ophouden voordat de volgende begint, en geef ook bij de huidige waarde aan vanaf wanneer die bekend was.',
  'rejection.file.unknown-scheme': 'Regeling “{value}” staat niet in dit bestand.',
  'rejection.file.unknown-kind': 'Documentsoort “{value}” hoort niet bij deze regeling.',
  'rejection.file.unknown-document': 'Document “{value}” staat niet bij deze regeling.',
  'rejection.file.unknown-question': 'Vraag “{value}” hoort niet bij deze documentsoort.',
  'rejection.file.unknown-requirement': 'Eis “{value}” hoort niet bij dit soort document.',
  'rejection.file.step-both-years': 'Een stap heeft een eerste en een laatste jaar, of geen van beide.',
  'rejection.file.change-base':
    '{value} is geen eerdere versie van dit document en ook geen versie van het document dat het aanvult. Wijzigingen zijn ten opzichte van zo’n versie.',
  'rejection.file.change-shape':
    'Een wijziging van soort “{kind}” noemt hier te weinig of te veel: welke maatregelen van welke kant, of zonder maatregelen waar het om gaat en tussen welke thema’s.',
  'rejection.file.step-target':
    'Een meetbaar doel heeft een vergelijking, een getal en waarvan: geef alle drie, of geen.',
  'rejection.file.unknown-measure': 'Maatregel “{value}” staat in geen versie van dat document.',
  'rejection.file.unknown-involvement': 'Vorm van betrokkenheid “{value}” hoort niet bij deze regeling.',
  'rejection.file.unknown-method': 'Vorm van overleg “{value}” hoort niet bij deze regeling.',
  'rejection.file.unknown-member': 'Niemand met de naam “{value}” is lid van een orgaan in dit bestand.',
  'rejection.file.unknown-step': 'Stap “{value}” staat niet in de jaarcyclus van deze regeling.',
  'rejection.file.unknown-change': 'Wijziging “{value}” staat niet bij deze versie.',
  'rejection.file.unknown-decision': 'Dit besluit ({value}) staat niet bij deze versie.',
  'rejection.file.unknown-topic':
    'Onderwerp “{value}” staat niet bij een overleg van deze regeling met die datum en titel.',
  'rejection.file.unknown-version': 'Versie {value} van dit document staat niet in het bestand.',
  'rejection.file.step-circle': 'De termijn van stap “{value}” verwijst via andere stappen naar zichzelf.',
  'rejection.file.right-without-body':
    'Stap “{value}” noemt een recht, maar niet het orgaan of het document waarop dat rust.',
  'rejection.file.impossible-count': 'Er kunnen er niet meer zijn dan er zijn gevraagd of hebben geantwoord.',
  'rejection.file.carry-over-stage': 'Alleen een soort met de fase ‘allocated’ kan geld overhevelen.',
  'rejection.file.carry-over-pair':
    'Een overheveling bestaat uit twee regels die samen nul zijn, met als onderdeel beide jaren (2022-2023). Dat klopt niet voor {value}.',
  'rejection.file.ends-before-it-begins': 'De periode eindigt ({through}) voordat zij begint ({from}).',
  'rejection.file.placements-overlap':
    'Eenheid “{value}” hangt op dezelfde dagen onder meer dan één eenheid. Laat de perioden op elkaar aansluiten.',
  'rejection.file.terms-overlap':
    '“{value}” heeft in dit orgaan twee zittingstermijnen die elkaar overlappen. Laat de ene eindigen voor de andere begint.',
  'rejection.file.one-root':
    'Precies één eenheid, de instelling zelf, staat nergens onder. Nu zijn dat: {value}.',
  'rejection.file.unit-circle': 'Eenheid “{value}” hangt via andere eenheden onder zichzelf.',
  'rejection.file.node-circle': 'Onderdeel “{value}” hangt via andere onderdelen onder zichzelf.',
  'rejection.file.quote-not-drawn':
    'Vraag {question} put niet uit {source}; dan kan daaruit ook niet worden aangehaald.',
  'rejection.file.publication-not-adopted': '“{value}” is niet vastgesteld en kan niet openbaar zijn',
  'rejection.file.publication-twice': '“{value}” is twee keer tegelijk openbaar',
  'rejection.file.quote-of-nothing':
    'Versie {version} van {document} is niet ingediend of heeft dit antwoord niet.',
  'rejection.file.document-circle': 'Document “{value}” wijzigt via andere documenten zichzelf.',
  'rejection.file.heads-or-mark': 'Geef een aantal (heads), of waarom dat er niet is (mark), en niet beide.',
  'rejection.file.year-outside-scheme':
    'Het jaar {year, number, ::group-off} valt buiten de regeling, die loopt van {firstYear, number, ::group-off} tot en met {lastYear, number, ::group-off}.',
  'rejection.file.version-numbers': 'Versies zijn genummerd van 1 af zonder gaten. Hier staat: {value}.',
  'rejection.file.draft-not-last': 'Alleen de laatste versie van een document kan een concept zijn.',
  'rejection.file.two-in-force':
    'De versies {one, number} en {other, number} gelden vanaf hetzelfde moment of zijn op hetzelfde moment vastgelegd. Er kan er één tegelijk van kracht zijn.',
  'rejection.file.submitted-unless-draft':
    'Een ingediende versie heeft een tijdstip van indiening, een concept niet (status: {status}).',
  'rejection.file.adopted-when-adopted':
    'Een vastgestelde versie heeft een tijdstip van vaststelling, een andere niet (status: {status}).',
  'rejection.file.in-force-not-adopted':
    'Alleen een vastgestelde versie kan van kracht zijn (status: {status}).',
  'rejection.file.question-per-theme': 'Vraag “{value}” wordt per thema gesteld. Noem het thema (node).',
  'rejection.file.question-per-unit': 'Vraag “{value}” wordt per eenheid gesteld. Noem de eenheid (unit).',
  'rejection.file.question-per-document':
    'Vraag “{value}” wordt één keer per document gesteld. Laat het thema (node) weg.',
  'rejection.file.line-without-stage':
    'Documentsoort “{kind}” heeft geen vast stadium. Noem bij de regel het stadium (stage).',
  'rejection.file.line-without-amount':
    'Een regel heeft een bedrag (cents), fte (fteMilli) of een teken dat het bedrag onbekend is (pm, masked).',
  'rejection.file.decision-on-draft': 'Over een concept kan nog geen besluit zijn gevraagd.',
  'rejection.file.outcome-and-day': 'Een uitkomst hoort bij een datum (decidedOn), en omgekeerd.',
  'rejection.file.no-such-version': 'Document “{document}” heeft hier geen versie {version}.',
  'rejection.file.no-such-file':
    'Er is hier geen bestand {number} van de financiële administratie voor {unit}, {year, number, ::group-off}.',
  'rejection.file.no-such-right':
    'Orgaan “{body}” heeft over een document van de soort “{kind}” geen recht van deze aard ({right}).',
  'rejection.file.institution-exists':
    'Instelling “{code}” bestaat al. Een bestand wordt alleen als nieuwe instelling geladen.',
  'rejection.file.demo-refused':
    'Instelling “{code}” is een demonstratie: haar accounts hebben een bekend wachtwoord. Zet AKKOORD_DEMO=1, of “demo” op false.',
  'rejection.file.not-json': 'Dit is geen leesbare JSON: {message}',
};
