/** Woorden van stappen, reikwijdte, doelen en eisen van een plan. */
export const nl = {
  'steps.title': 'Stappen',
  'steps.lead':
    'Wat er wanneer gebeurt, en waaraan men dat ziet. Keuzes per opleiding staan hier ook: een keuze hoeft geen jaar te hebben.',
  'steps.none': 'Nog geen stappen.',
  'steps.after-save': 'Stappen voegt u toe zodra de maatregel is opgeslagen.',
  'step.add': 'Stap toevoegen',
  'step.up': 'Omhoog',
  'step.down': 'Omlaag',
  'step.theirs': 'Dit heeft de ander intussen opgeslagen. Neem over wat moet blijven en sla dan op.',
  'step.kind.milestone': 'Mijlpaal',
  'step.kind.phase': 'Fase',
  'step.kind.deliverable': 'Product',
  'step.kind.choice': 'Keuze',
  'step.kind.milestone.hint': 'Op een moment is iets bereikt.',
  'step.kind.phase.hint': 'Een tijd lang gebeurt er iets.',
  'step.kind.deliverable.hint': 'Er komt iets dat men kan aanwijzen of gebruiken.',
  'step.kind.choice.hint': 'Wat één opleiding of eenheid binnen de maatregel kiest.',
  'step.all-units': 'alle',
  'step.comparator.at-least': 'ten minste',
  'step.comparator.at-most': 'ten hoogste',
  'step.comparator.exactly': 'precies',
  'step.target':
    '{comparator, select, atleast {ten minste} atmost {ten hoogste} other {precies}} {number, number} {unit}',
  'step.target.none': 'niet meetbaar',
  'step.target.legend': 'Meetbaar doel',
  'step.target.hint':
    'Bijvoorbeeld: ten minste 2 cursussen per opleiding. Laat leeg als er niets te tellen is.',
  'field.step-kind': 'Wat is het?',
  'field.step-unit': 'Voor welke eenheid',
  'field.step-text': 'Wat gebeurt er',
  'field.due': 'Moment in dat jaar',
  'field.comparator': 'Vergelijking',
  'field.target': 'Getal',
  'field.targetUnit': 'Waarvan',
  'rejection.step.phase-years': 'Een fase duurt een of meer jaren. Vul in wanneer zij begint.',
  'rejection.step.target':
    'Een meetbaar doel heeft een vergelijking, een getal en waarvan. Vul alle drie in, of maak alle drie leeg.',
  'rejection.step.number': 'Dit is geen getal. Schrijf bijvoorbeeld 2 of 2,5.',
  'roadmap.title': 'Tijdpad',
  'roadmap.note':
    'Fasen als balken, mijlpalen en producten in hun jaar. De nummers zijn die bij de maatregel.',
  'roadmap.description':
    'Het tijdpad van {measures, plural, one {# maatregel} other {# maatregelen}} over de jaren {first} tot en met {last}. Dezelfde stappen staan in de tabel hieronder.',
  'roadmap.bar': '{kind} {number}: {text} ({years})',
  'roadmap.measure': 'Maatregel',
  'roadmap.step': 'Stap',
  'roadmap.when': 'Wanneer',
  'roadmap.who': 'Voor',
  'roadmap.target': 'Meetbaar doel',
  'coverage.title': 'Voor wie is dit plan?',
  'coverage.line': 'Plan voor {units}',
  'coverage.edit': 'Wijzigen voor wie',
  'coverage.lead':
    '{unit} schrijft het plan. Kies de opleidingen en andere eenheden waarvoor het geldt; dat staat boven het plan en in de lijst van plannen.',
  'coverage.below': 'Onder {unit}',
  'coverage.beside': 'Naast {unit}',
  'coverage.none': 'Er zijn geen eenheden onder of naast deze.',
  'coverage.theirs': 'Een ander heeft dit intussen gewijzigd',
  'coverage.theirs.now': 'Nu opgeslagen: {units}. Hieronder staat wat u koos; sla op om dat te laten gelden.',
  'coverage.nobody': 'geen enkele eenheid',
  'coverage.filter': 'Voor',
  'coverage.filter.all': 'alle eenheden',
  'coverage.filter.show': 'Toon',
  'coverage.filter.none': 'Geen plan voor deze eenheid',
  'coverage.filter.none.next': 'Kies een andere eenheid, of alle eenheden.',
  'coverage.also': 'voor {units}',
  'goals.title': 'Doelen',
  'goals.lead': 'Welke maatregelen dienen welk doel uit een ander kader dan de thema’s van het geld.',
  'goals.none': 'geen maatregel',
  'goals.by-theme': 'via het thema',
  'goals.unserved':
    '{count, plural, =0 {Elk doel heeft een maatregel.} one {Eén doel heeft geen maatregel.} other {# doelen hebben geen maatregel.}}',
  'checklist.title': 'Eisen van de regeling',
  'checklist.state':
    '{met, number} van {all, plural, one {# eis} other {# eisen}} vervuld{open, plural, =0 {} one {, over één moet iemand oordelen} other {, over # moet iemand oordelen}}.',
  'checklist.met': 'voldaan',
  'checklist.unmet': 'niet voldaan',
  'checklist.open': 'oordeel nodig',
  'checklist.unjudged': 'niet beoordeeld',
  'checklist.edit': 'Eisen nalopen',
  'checklist.lead':
    'Wat de regeling van dit plan eist, en of het er zo staat. Waar iets te rekenen of te lezen valt, doet het systeem dat; over de rest oordeelt u, met een reden die bij deze versie blijft.',
  'checklist.source': 'Bron: {source}',
  'checklist.blocks': 'Zonder dit kan het plan niet worden ingediend.',
  'checklist.warns': 'Aandachtspunt; houdt indienen niet tegen.',
  'checklist.unanswered':
    '{count, plural, one {Er is nog één antwoord nodig} other {Er zijn nog # antwoorden nodig}}: {questions}',
  'checklist.answered': 'Beantwoord: {questions}',
  'checklist.found.multi-year-budget':
    '{count, plural, =0 {Elk jaar van het plan is begroot.} other {Nog niets begroot in {what}.}}',
  'checklist.found.improvement-only':
    '{count, plural, =0 {Geen maatregel die er ook zonder dit geld zou zijn, wordt ermee betaald.} other {Zou er ook zonder dit geld zijn en wordt er toch mee betaald: {what}.}}',
  'checklist.found.measurable-step':
    '{count, plural, =0 {Elke maatregel heeft een meetbare stap.} other {Nog zonder meetbare stap: {what}.}}',
  'checklist.found.theme-choice':
    '{count, plural, =0 {Alle thema’s van de regeling hebben een maatregel.} other {Niet gekozen: {what}. De reden moet in het plan staan.}}',
  'checklist.found.serves-goal':
    '{count, plural, =0 {Elke maatregel dient een ambitie of doel.} other {Nog zonder ambitie of doel: {what}.}}',
  'checklist.judged': '{met, select, yes {Voldaan} other {Niet voldaan}}, volgens {by} op {date}',
  'checklist.judge': 'Uw oordeel',
  'checklist.judge.change': 'Oordeel wijzigen',
  'checklist.judge.yes': 'voldaan',
  'checklist.judge.no': 'niet voldaan',
  'checklist.judge.save': 'Oordeel vastleggen',
  'checklist.theirs': '{by} oordeelde intussen: {met, select, yes {voldaan} other {niet voldaan}}',
  'checklist.none': 'De regeling stelt geen eisen aan dit plan',
  'checklist.none.next': 'Een beheerder kan ze bij het soort document vastleggen.',
  'field.met': 'Is eraan voldaan?',
  'rejection.plan.requirement-denied': 'Volgens uw eigen oordeel is niet voldaan aan de eis “{requirement}”.',
  'rejection.plan.requirement-open': 'Over de eis “{requirement}” heeft nog niemand geoordeeld.',
  'rejection.plan.requirement-unanswered':
    'Voor de eis “{requirement}” {count, plural, one {ontbreekt nog één antwoord} other {ontbreken nog # antwoorden}}.',
  'rejection.plan.requirement-norm-multi-year-budget':
    'Eis “{requirement}”: in {what} staat nog geen begroting.',
  'rejection.plan.requirement-norm-improvement-only':
    'Eis “{requirement}”: {what} {count, plural, one {zou} other {zouden}} er ook zonder dit geld zijn. Haal het geld eraf, of laat zien wat er nieuw aan is.',
  'rejection.plan.requirement-norm-measurable-step':
    'Eis “{requirement}”: {what} {count, plural, one {heeft} other {hebben}} nog geen meetbare stap.',
  'rejection.plan.requirement-norm-serves-goal':
    'Eis “{requirement}”: {what} {count, plural, one {dient} other {dienen}} nog geen ambitie of doel.',
};
