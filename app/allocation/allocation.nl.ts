/** Amounts come in cents and shares in basis points: the skeletons scale them. */
export const nl = {
  'allocation.kind.reserve': 'Reservering',
  'allocation.kind.fixed': 'Vast bedrag',
  'allocation.kind.tariff': 'Tarief per hoofd',
  'allocation.kind.tariff-per-group': 'Tarief per groep',
  'allocation.kind.ratio': 'Verhouding',
  'allocation.kind.weights': 'Gewichten',
  'allocation.kind.heads': 'Naar aantallen',
  'allocation.kind.floor': 'Minimum',
  'allocation.kind.ceiling': 'Maximum',
  'allocation.kind.keep-ratio-of': 'Verhouding van eerdere verdeling',
  'allocation.kind.remainder': 'Restant',
  'allocation.form.example.reserve': 'Zoals 8% van het geheel, of € 1.500.000.',
  'allocation.form.example.fixed': 'Zoals € 40.000 voor een kleine opleiding.',
  'allocation.form.example.tariff': 'Zoals € 500 per student, voor elke faculteit.',
  'allocation.form.example.tariff-per-group': 'Zoals € 450 voor alfa en gamma en € 600 voor bèta.',
  'allocation.form.example.ratio': 'Met 3, 2 en 1 krijgt het eerste thema de helft.',
  'allocation.form.example.weights': 'Met 60 en 40 krijgt de eerste 60%.',
  'allocation.form.example.heads': 'Wie een kwart van de studenten heeft, krijgt een kwart van het geld.',
  'allocation.form.example.floor': 'Zoals niemand onder € 250.000.',
  'allocation.form.example.ceiling': 'Zoals niemand boven € 4.000.000.',
  'allocation.form.example.keep-ratio-of':
    'Ging eerder 9% naar het gezamenlijke deel, dan gaat ook van het restant 9% daarheen.',
  'allocation.form.example.remainder': 'Zet deze regel als laatste.',
  'allocation.form.cents.rows': 'Wie, en hoeveel euro per jaar. Een rij zonder bedrag telt niet mee.',
  'allocation.form.weight.rows':
    'Wie, en het gewicht in hele getallen. Een rij zonder gewicht doet niet mee.',
  'allocation.form.percent': 'Percentage',
  'allocation.form.yearly.example':
    'Met dag 1, maand 10 en 1 jaar eerder telt voor 2026 de stand van 1 oktober 2025.',
  'allocation.form.ratio-groups.hint':
    'Laat de groepen leeg als ieder zijn eigen aandeel houdt; vul ze in als eenheden samen voor één ontvanger tellen.',

  'allocation.step.total': 'Te verdelen in {year, number, ::group-off}.',
  'allocation.step.reserve': 'Vooraf gereserveerd: {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.reserve-share':
    'Vooraf gereserveerd: {basisPoints, number, ::.## scale/0.01}% van het bedrag, naar beneden afgerond: {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.fixed':
    'Vast bedrag, vooraf van het geheel afgenomen: {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.fixed-on-top':
    'Vast bedrag bovenop het eigen deel, ten laste van de anderen: {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.fixed-charged':
    'Bijdrage aan vaste bedragen van samen {cents, number, ::currency/EUR scale/0.01}, naar evenredigheid van wat de betalende ontvangers hebben: {weight, number, ::currency/EUR scale/0.01} van {whole, number, ::currency/EUR scale/0.01}.',
  'allocation.step.fixed-charged-equally':
    'Bijdrage aan vaste bedragen van samen {cents, number, ::currency/EUR scale/0.01}, in gelijke delen over {whole, plural, one {# betalende ontvanger} other {# betalende ontvangers}}.',
  'allocation.step.tariff':
    '{heads, number} × {centsPerHead, number, ::currency/EUR scale/0.01} per hoofd (telling {definition}, peildatum {date}).',
  'allocation.step.tariff-per-group':
    'Groep {group}: {heads, number} × {centsPerHead, number, ::currency/EUR scale/0.01} per hoofd (telling {definition}, peildatum {date}).',
  'allocation.step.ratio':
    '{weight, number}/{whole, number} van {cents, number, ::currency/EUR scale/0.01}, volgens de verhouding.',
  'allocation.step.weights':
    'Gewicht {weight, number} van {whole, number}, over {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.heads':
    'Naar rato van de telling {definition} (peildatum {date}): {weight, number} van {whole, number}, over {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.floor': 'Aangevuld tot het minimum van {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.floor-charged':
    'Bijdrage aan de aanvulling van anderen tot hun minimum (samen {cents, number, ::currency/EUR scale/0.01}), naar evenredigheid: {weight, number, ::currency/EUR scale/0.01} van {whole, number, ::currency/EUR scale/0.01}.',
  'allocation.step.ceiling': 'Verlaagd omdat het maximum {cents, number, ::currency/EUR scale/0.01} is.',
  'allocation.step.ceiling-shared':
    'Aandeel in wat anderen boven hun maximum hadden (samen {cents, number, ::currency/EUR scale/0.01}), naar evenredigheid: {weight, number, ::currency/EUR scale/0.01} van {whole, number, ::currency/EUR scale/0.01}.',
  'allocation.step.keep-ratio-of':
    'In de verhouding van de verdeling van {basisYear, number, ::group-off}: {weight, number, ::currency/EUR scale/0.01} van {whole, number, ::currency/EUR scale/0.01}, over {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.remainder': 'Het restant: {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.remainder-open':
    'Het restant van {cents, number, ::currency/EUR scale/0.01} blijft hier staan: het wordt later verdeeld.',
  'allocation.step.given':
    '{cents, number, ::currency/EUR scale/0.01} verdeeld over {receivers, plural, one {# ontvanger} other {# ontvangers}}.',
  'allocation.step.returned':
    '{cents, number, ::currency/EUR scale/0.01} terug: boven het maximum en door niemand op te nemen.',

  'rejection.allocation.over':
    'Regel {rule} geeft in {year, number, ::group-off} {asked, number, ::currency/EUR scale/0.01}, maar er is nog {available, number, ::currency/EUR scale/0.01}: {short, number, ::currency/EUR scale/0.01} te kort. Verlaag de regel of een eerdere regel.',
  'rejection.allocation.too-large':
    'De getallen van regel {rule} zijn in {year, number, ::group-off} samen te groot om precies mee te rekenen. Controleer bedragen, gewichten en aantallen.',
  'rejection.allocation.others-short':
    'Regel {rule} laat de andere ontvangers in {year, number, ::group-off} {asked, number, ::currency/EUR scale/0.01} betalen, maar zij hebben daarvoor {available, number, ::currency/EUR scale/0.01}: {short, number, ::currency/EUR scale/0.01} te kort. Zet de regel na de regel die hun geld geeft, of verlaag het bedrag.',
  'rejection.allocation.other-short':
    'Regel {rule} vraagt in {year, number, ::group-off} van {unit, select, null {{node}} other {{unit}}} een gelijk deel van {asked, number, ::currency/EUR scale/0.01}, maar die heeft daarvoor {available, number, ::currency/EUR scale/0.01}: {short, number, ::currency/EUR scale/0.01} te kort. Breng het naar evenredigheid in rekening, of verlaag het bedrag.',
  'rejection.allocation.floor-short':
    'De minima van regel {rule} vragen in {year, number, ::group-off} {asked, number, ::currency/EUR scale/0.01} van de anderen, maar boven hun eigen minimum is er {available, number, ::currency/EUR scale/0.01}: {short, number, ::currency/EUR scale/0.01} te kort. Verlaag de minima.',
  'rejection.allocation.no-ratio':
    'Regel {rule} volgt voor {year, number, ::group-off} de verhouding van {basisYear, number, ::group-off}, maar daarvan zijn geen bedragen boven nul. Kies een ander jaar of een andere eerdere verdeling.',
  'rejection.allocation.within-nothing':
    'Regel {rule} verdeelt in {year, number, ::group-off} het bedrag van {unit, select, null {{node}} other {{unit}}}, maar die heeft dan nog niets gekregen. Zet eerst een regel die dat bedrag geeft.',
  'rejection.allocation.total-negative':
    'Het te verdelen bedrag van {year, number, ::group-off} is geen heel aantal centen van nul of meer. Corrigeer het bedrag.',
  'rejection.allocation.year-outside-scheme':
    '{year, number, ::group-off} valt buiten de regeling ({first, number, ::group-off} tot en met {last, number, ::group-off}). Kies een jaar daarbinnen.',
  'rejection.allocation.year-outside':
    'Voor {year, number, ::group-off} is er geen te verdelen bedrag; dat is er wel voor: {years}. Pas de jaren van de regel aan.',
  'rejection.allocation.unknown-unit': 'Eenheid {unit} bestaat niet. Kies een bestaande eenheid.',
  'rejection.allocation.unknown-node': 'Thema {node} bestaat niet. Kies een bestaand thema.',
  'rejection.allocation.receiver-empty': 'Hier ontbreekt de ontvanger. Kies een eenheid, een thema of beide.',
  'rejection.allocation.receiver-itself':
    'Deze ontvanger is dezelfde als die waarvan het bedrag verdeeld wordt. Kies een andere.',
  'rejection.allocation.receiver-twice':
    'Deze ontvanger staat twee keer in dezelfde regel. Verwijder er een.',
  'rejection.allocation.fixed-twice':
    'Deze ontvanger heeft al een vast bedrag in regel {first}. Voeg de bedragen samen of verwijder er een.',
  'rejection.allocation.ratio-empty':
    'Deze verhouding noemt geen enkel thema. Voeg ten minste een thema toe.',
  'rejection.allocation.ratio-without-node': 'Een verhouding geldt tussen thema’s. Kies hier een thema.',
  'rejection.allocation.no-receivers': 'Deze regel noemt geen ontvangers. Voeg er ten minste een toe.',
  'rejection.allocation.weight-negative':
    'Gewicht {weight, number} is geen geheel getal van nul of meer. Corrigeer het gewicht.',
  'rejection.allocation.weights-zero':
    'Alle gewichten van deze regel zijn nul, dus er is geen verdeling. Geef ten minste een ontvanger een gewicht boven nul.',
  'rejection.allocation.heads-zero':
    'Alle aantallen voor {year, number, ::group-off} zijn nul, dus er is geen verdeling. Controleer de tellingen.',
  'rejection.allocation.amount-negative':
    'Dit is geen bedrag van nul of meer in hele centen. Corrigeer het bedrag.',
  'rejection.allocation.share-outside':
    'Een aandeel van {basisPoints, number, ::.## scale/0.01}% kan niet: kies een aandeel van 0% tot en met 100%.',
  'rejection.allocation.head-without-unit': 'Aantallen horen bij een eenheid. Kies hier een eenheid.',
  'rejection.allocation.heads-missing':
    'Van {unit} is er geen telling {definition}. Voer haar in met peildatum {date}, of haal {unit} uit de regel.',
  'rejection.allocation.heads-unknown':
    'De telling {definition} van {unit} op {date} is onbekend of afgeschermd. Voer het aantal in, of haal {unit} uit de regel.',
  'rejection.allocation.heads-other-date':
    'De regel vraagt de telling {definition} van {unit} op {date}, maar er is alleen een van {found}. Voer die van {date} in, of wijzig de peildatum van de regel.',
  'rejection.allocation.heads-negative':
    'De telling {definition} van {unit} op {date} is {heads, number}; dat moet een geheel getal van nul of meer zijn. Corrigeer haar.',
  'rejection.allocation.heads-twice':
    'De telling {definition} van {unit} op {date} staat er twee keer, met verschillende aantallen. Verwijder er een.',
  'rejection.allocation.kind':
    'De soort {kind} verdeelt geen geld, of er is geen eenheid die haar schrijft. Kies een soort document met het stadium toegedeeld.',
  'rejection.allocation.no-draft': 'Er is geen concept van deze verdeling. Begin eerst een nieuwe versie.',
  'rejection.allocation.no-rules':
    'Deze verdeling heeft nog geen regels. Voeg er ten minste een toe voordat u indient.',
  'rejection.allocation.no-money':
    'Er is voor deze middelen nog geen bedrag om te verdelen. Leg eerst de bekostiging vast, of kies een andere grondslag.',
  'rejection.allocation.over-granted':
    'Er wordt meer verdeeld dan er is. Verlaag deze verdeling of trek een andere in.',
  'rejection.allocation.over-granted-year':
    'In {year, number, ::group-off} wordt met andere besluiten samen {asked, number, ::currency/EUR scale/0.01} verdeeld en er is {available, number, ::currency/EUR scale/0.01}: {short, number, ::currency/EUR scale/0.01} te kort.',
} as const;
