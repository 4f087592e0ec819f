/** Words of the frame around the screens, and of refusals that any use case may give. */
export const nl = {
  'app.name': 'Akkoord',
  'app.title': '{page} · Akkoord',
  'nav.work': 'Mijn werk',
  'nav.schemes': 'Regelingen',
  'nav.admin': 'Beheer',
  'error.home': 'Naar mijn werk',
  'error.403.title': 'Hier hebt u geen recht op',
  'error.403.explanation':
    'Uw rol geeft geen toegang tot deze pagina. Vraag de beheerder van uw instelling om de juiste rol als u die nodig hebt.',
  'error.404.title': 'Deze pagina bestaat niet',
  'error.404.explanation':
    'Het adres klopt niet, of wat hier stond is niet (meer) voor u zichtbaar. Ga terug en volg een link, of begin bij uw werk.',
  'error.409.title': 'Dit kan hier nu niet',
  'error.409.explanation':
    'Wat op deze pagina gebeurt, past niet bij hoe het stuk ervoor staat: er is bijvoorbeeld geen concept, of het is al ingediend. Ga terug en kijk wat er nu kan.',
  'error.409.document':
    'Van dit document is geen concept (meer): de versie is al ingediend, of er is nog geen nieuwe begonnen. Op de pagina van het document ziet u hoe het ervoor staat; wie eraan schrijft, begint daar een nieuwe versie.',
  'error.409.back': 'Naar het document',
  'error.500.title': 'Er ging iets mis',
  'error.500.explanation':
    'De fout ligt bij ons en is vastgelegd. Uw laatste opgeslagen werk staat er nog. Probeer het opnieuw; blijft het misgaan, meld dan het tijdstip.',
  'sign-in.title': 'Inloggen',
  'sign-in.lead': 'Van toekenning tot verantwoording: elk bedrag is te herleiden en alles telt op.',
  'sign-in.institution': 'Instelling',
  'sign-in.login': 'Gebruikersnaam',
  'sign-in.password': 'Wachtwoord',
  'sign-in.submit': 'Inloggen',
  'sign-in.demo.title': 'Of kijk rond in de demonstratie',
  'sign-in.demo.explanation':
    'Kies een rol; elke knop logt u direct in. De rekeningen zijn verzonnen; de bedragen van bestaande universiteiten zijn gepubliceerde cijfers.',
  'rejection.sign-in.wrong':
    'Gebruikersnaam of wachtwoord klopt niet voor deze instelling. Controleer beide en probeer het opnieuw.',
  'rejection.sign-in.too-many':
    'Te vaak geprobeerd. Wacht {minutes} minuten en probeer het dan opnieuw, of vraag de beheerder om een nieuw wachtwoord.',
  'rejection.missing': 'Dit bestaat niet, of het is niet voor u zichtbaar ({what}).',
  'rejection.forbidden':
    'Uw rol geeft hier geen recht toe ({permission}). Vraag de beheerder om de juiste rol.',
  'rejection.invalid':
    '{count, plural, one {Eén waarde kan zo niet worden opgeslagen} other {# waarden kunnen zo niet worden opgeslagen}}. Er is niets gewijzigd.',
  'rejection.field.required': 'Vul dit in.',
  'rejection.field.text':
    '{kind, select, least {Vul {limit} of meer in.} most {Vul ten hoogste {limit} in.} long {Dit is te lang: ten hoogste {limit} tekens.} number {Vul een heel getal in.} other {Dit is geen geldige waarde: {message}}}',
  'rejection.api.field': 'Ongeldige waarde: {message}',
  'rejection.token.invalid':
    'Het token ontbreekt, is verlopen of ingetrokken, of hoort bij een andere instelling. Maak een nieuw token.',
  'rejection.idempotency.reused':
    'De sleutel {key} is al gebruikt voor een ander verzoek. Gebruik voor elk verzoek een nieuwe sleutel.',
  'rejection.split.negative-weight':
    'Het gewicht van {key} is {weight}; een gewicht is een heel getal van 0 of hoger.',
  'rejection.split.no-weight': 'Alle gewichten zijn nul: er is niets om naar te verdelen.',
  'rejection.document.code-taken': 'De code {code} is in deze regeling al in gebruik. Kies een andere.',
  'rejection.version.draft-exists':
    'Er is al een concept van dit document. Werk daarin verder, of dien het eerst in.',
  'rejection.version.wrong-status':
    '{action, select, submit {Indienen} return {Teruggeven} adopt {Vaststellen} withdraw {Intrekken} other {Dit}} kan niet: deze versie is {status, select, draft {nog een concept} submitted {al ingediend} returned {teruggegeven} adopted {al vastgesteld} withdrawn {ingetrokken} other {niet in de juiste toestand}}. Ververs de pagina om te zien wat er is gebeurd.',
  'rejection.defect':
    'De fout ligt bij ons en is vastgelegd als {requestId}. Er is niets gewijzigd. Probeer het opnieuw; blijft het misgaan, meld dan dit nummer.',
  'rejection.money.unknown': '{what} bestaat niet in deze regeling. Controleer de code.',
  'rejection.conflict':
    'Iemand anders heeft dit intussen ook gewijzigd. Wat u typte staat er nog. Kies bij elk veld dat u beiden wijzigde wat blijft, en sla opnieuw op.',
};
