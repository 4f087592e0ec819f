/** Woorden van een geschil en van geledingen die apart stemmen. */
export const nl = {
  'dispute.who.settlement-opened': 'Wie bemiddelt',
  'dispute.who.committee-asked': 'Geschillencommissie',
  'dispute.who.none.settlement-opened': 'niemand: bestuur en orgaan overleggen zelf',
  'dispute.who.none.committee-asked': 'een commissie die hier niet staat',
  'dispute.who.named': 'Zoals het recht zegt; kies een ander als dat hier niet kan.',
  'dispute.who.free': 'Het recht noemt niemand.',
  'dispute.until.settlement-opened': 'Uiterlijk eruit',
  'dispute.until.committee-asked': 'Uitspraak uiterlijk',
  'dispute.until.named': 'De termijn van dit recht, in werkdagen vanaf vandaag.',
  'dispute.until.free': 'Het recht noemt geen termijn.',
  'dispute.mediator': 'Bij een geschil bemiddelt',
  'dispute.committee': 'Geschillencommissie',
  'dispute.term': '{body}, binnen {days, plural, one {# werkdag} other {# werkdagen}}',
  'dispute.lies.settlement': '{body} bemiddelt',
  'dispute.lies.committee': 'Het geschil ligt bij {body}',
  'dispute.lies.until':
    '{state, select, settlement {Uiterlijk {date} moet duidelijk zijn of partijen het eens worden.} other {Uiterlijk {date} volgt de uitspraak.}}',
  'dispute.lies.late':
    '{state, select, settlement {Het overleg had uiterlijk {date} klaar moeten zijn. Leg vast hoe het eindigde.} other {De uitspraak had er {date} moeten zijn. Leg haar vast.}}',
  'dispute.lies.open': 'Er is geen laatste dag afgesproken.',
  'work.disputes': 'Geschil bij uw orgaan',
  'work.disputes.mediate': '{before} bemiddelt tussen het bestuur en {body}',
  'work.disputes.rule': '{before} doet uitspraak over het geschil met {body}',
  'work.disputes.due': 'uiterlijk {date}',
  'work.disputes.since': 'sinds {date}',
  'next.before': 'het bestuur, de griffier van {body}, of {before}',
  'timeline.settle-by': 'Laatste dag van het minnelijk overleg',
  'timeline.rule-by': 'Laatste dag voor de uitspraak',
  'outcome.section': 'Geleding {section}',
  'outcome.section.votes':
    '{section}: aanwezig {present}, voor {for}, tegen {against}, onthoudingen {abstained}',
  'outcome.section.members': '{count, plural, one {# lid} other {# leden}} met stem.',
  'outcome.section.share':
    'Aanwezig moet zijn: {share, number, ::percent .##} van de leden van deze geleding.',
  'outcome.section.quorum': '· quorum {needed}{members, plural, =0 {} other { van # leden}}',
  'outcome.section.came-to': '· {agrees, select, yes {voor} other {niet voor}} ({majority})',
  'rejection.decision.section-count':
    'Een aantal in de geleding {section} is geen heel getal van nul of meer.',
  'rejection.decision.section-missing': 'De geleding {section} stemt apart: vul haar stemmen in.',
  'rejection.decision.section-majority':
    'In de geleding {section} is met {for} voor en {against} tegen de meerderheid niet gehaald ({majority, select, absolute {meer dan de helft van de stemmen} absolute-members {meer dan de helft van de leden} two-thirds-votes {twee derde van de stemmen} two-thirds-members {twee derde van de leden} other {meer voor dan tegen}}). Elke geleding moet apart instemmen.',
  'rejection.decision.section-quorum':
    'In de geleding {section} waren {present} leden aanwezig en er zijn er {needed} nodig: er is geen geldig besluit, ook niet als de andere geleding voltallig was. Leg de vergadering vast als “zonder quorum” en vergader opnieuw.',
  'rejection.decision.section-members':
    'Vul in hoeveel leden de geleding {section} telt: zonder dat is haar quorum of meerderheid niet te bepalen.',
  'rejection.decision.sections-carried':
    'Alle geledingen stemden in meerderheid vóór. “Onthouden” past daar niet bij.',
  'rejection.event.body-unknown':
    'Dit orgaan is er niet bij deze eenheid of daarboven, of het is zelf partij in het geschil. Kies een ander.',
  'rejection.event.until-early': 'De laatste dag kan niet vóór {date} liggen.',
  'rejection.file.event-body':
    'Alleen minnelijk overleg en het voorleggen aan de commissie noemen een orgaan, niet {event}.',
};
