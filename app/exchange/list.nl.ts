/** Lijsten die regel voor regel rondgaan. */
export const nl = {
  'fill-in.list.ref': 'Kenmerk',
  'fill-in.list.yes': 'ja',
  'fill-in.list.no': 'nee',
  'fill-in.list.new': 'nieuw, rij {row}',
  'fill-in.list.open':
    'Een nieuwe regel: laat de laatste vergrendelde kolom leeg en vul de rest onder de tabel in. Een regel die u weghaalt blijft hier staan; verwijderen doet u op het scherm.',
  'rejection.fill-in.list.no-row': '{what} staat hier niet, of niet meer. Haal de tabel opnieuw op.',
  'rejection.fill-in.list.other': 'Dit bestand is van een andere tabel. Lever het daar in.',
  'rejection.fill-in.list.star': 'Een * kan hier niet: dit getal is niet voorlopig.',
  'rejection.fill-in.list.year': '‘{what}’ is geen jaar. Schrijf vier cijfers, zoals 2026.',
  'rejection.fill-in.list.day': '‘{what}’ is geen datum. Schrijf bijvoorbeeld 31-12-2026.',
  'rejection.fill-in.list.month': '‘{what}’ is geen maand. Schrijf bijvoorbeeld 2026-01.',
  'rejection.fill-in.list.choice': '‘{what}’ kan hier niet. Kies een van de namen die het scherm noemt.',
  'fill-in.terms.lead':
    'Wat een bron over middelen zegt: looptijd, landelijk bedrag, eigen aandeel. Laat leeg wat de bron niet noemt.',
  'fill-in.terms.share': 'Eigen aandeel in procenten',
  'fill-in.periods.lead':
    'Recesperioden en vrije dagen. Datums als 31-12-2026; een enkele dag heeft geen ‘tot en met’ nodig.',
  'fill-in.rates.lead':
    'Wat één fte kost vanaf een jaar, in euro. Een jaar zonder bedrag volgt het vorige; een bedrag leegmaken haalt het weg.',
  'fill-in.steps.lead':
    'De stappen van alle maatregelen. Een getal hoort bij een vergelijking en bij waarvan het geteld is.',
  'fill-in.steps.step': 'Stap',
  'fill-in.rights.lead':
    'Een regel per recht. Quorum: een aantal leden (12) of een deel (50%). Geledingen gescheiden door puntkomma’s.',
  'fill-in.rights.kind': 'Documentsoort',
  'fill-in.rights.unit': 'Eenheid',
  'fill-in.rights.prior': 'Eerst uitoefenen',
  'fill-in.rights.sections': 'Geledingen apart',
  'fill-in.rights.conditions': 'Voorwaarden mogelijk',
  'fill-in.intake-rules.lead':
    'Een regel per patroon: 4711, 4711* of 40000-40999. Boeken vraagt een maatregel of thema en middelen; buiten laten vraagt een reden.',
  'fill-in.intake-rules.number': 'Nr.',
  'fill-in.intake-rules.outcome': 'Wat gebeurt er',
  'fill-in.cycle.lead':
    'De stappen van de cyclus. Dag en maand staan er bij een vaste dag; een andere regel wijzigt u op het scherm. Daar maakt u ook een nieuwe stap.',
  'fill-in.cycle.everyYears': 'Om de … jaar',
  'fill-in.cycle.milestone': 'Mijlpaal',
  'fill-in.cycle.day': 'Dag',
  'fill-in.cycle.month': 'Maand',
  'fill-in.cycle.partsNl': 'Bestaat uit',
  'fill-in.cycle.partsEn': 'Bestaat uit (Engels)',
  'fill-in.cycle.alsoNl': 'Ook betrokken',
  'fill-in.cycle.alsoEn': 'Ook betrokken (Engels)',
  'fill-in.cycle.frequencyNl': 'Hoe vaak',
  'fill-in.cycle.frequencyEn': 'Hoe vaak (Engels)',
  'fill-in.cycle.noteNl': 'Toelichting',
  'fill-in.cycle.noteEn': 'Toelichting (Engels)',
  'fill-in.cycle.source': 'Bron',
  'rejection.fill-in.cycle.rule': 'Deze stap heeft geen vaste dag. Wijzig de regel op het scherm.',
  'rejection.fill-in.cycle.no-day': 'Vul een dag (1 tot en met 31) en een maand (1 tot en met 12) in.',
  'fill-in.moments.lead':
    'De momenten van dit jaar. Een andere datum of ‘gedaan op’ wordt bewaard met de reden ernaast; ‘gedaan op’ leegmaken opent het moment weer.',
  'rejection.fill-in.moments.reason': 'Een reden hoort bij een andere datum of bij ‘gedaan op’.',
};
