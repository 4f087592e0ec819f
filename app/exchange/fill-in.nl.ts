/** Tables that are filled in elsewhere and brought back. */
export const nl = {
  'fill-in.title': 'Invullen in een rekenblad',
  'fill-in.page.lead':
    'Haal de tabel op, vul haar in met Excel of LibreOffice en lever haar weer in. Er wordt niets opgeslagen voordat u elke wijziging hebt gezien.',
  'fill-in.open': 'Invullen in een rekenblad',
  'fill-in.out': '1. Ophalen',
  'fill-in.out.lead':
    'De kolommen die een regel aanwijzen zijn op slot; de gekleurde cellen kunt u invullen. Formules worden niet uitgevoerd: alleen de uitkomst die in het bestand staat, telt.',
  'fill-in.in': '2. Inleveren',
  'fill-in.file': 'Ingevuld bestand',
  'fill-in.file.hint': 'XLSX, ODS of CSV. Kolommen worden gevonden aan hun kop, in elke volgorde.',
  'fill-in.read': 'Lees het bestand',
  'fill-in.lead':
    'Vul alleen de gekleurde cellen in. Laat een cel staan om niets te wijzigen; maak haar leeg om het bedrag te verwijderen. pm mag ook. Een * achter een bedrag zegt dat het voorlopig is: zet hem erachter, of typ het bedrag zonder.',
  'fill-in.budget.lead': '{scheme} · {unit} · versie {number}',
  'fill-in.budget.measure': 'Maatregel',
  'fill-in.budget.name': 'Naam',
  'fill-in.budget.component': 'Onderdeel',
  'fill-in.budget.unit': 'Eenheid',
  'fill-in.budget.fund': 'Middelen',
  'fill-in.budget.costKind': 'Kostensoort',
  'fill-in.budget.side': 'In',
  'fill-in.result': 'Wat {file} zou wijzigen',
  'fill-in.result.counts':
    '{changes, plural, =0 {Geen wijzigingen} one {1 wijziging} other {# wijzigingen}}, {same, plural, one {1 cel} other {# cellen}} gelijk, {refused, plural, =0 {niets geweigerd} one {1 geweigerd} other {# geweigerd}}.',
  'fill-in.result.kept':
    '{count, plural, one {1 cel is hier intussen gewijzigd en in uw bestand niet: die blijft} other {# cellen zijn hier intussen gewijzigd en in uw bestand niet: die blijven}} zoals hij hier staat.',
  'fill-in.result.absent':
    '{count, plural, one {1 regel staat hier wel en in het bestand niet: die blijft} other {# regels staan hier wel en in het bestand niet: die blijven}} ongewijzigd.',
  'fill-in.result.ignored': 'Deze kolommen zeggen hier niets en zijn overgeslagen: {columns}.',
  'fill-in.result.blind':
    'Het bestand vertelt niet wat er stond toen het werd opgehaald. Alles wat afwijkt van wat hier staat, geldt als uw wijziging.',
  'fill-in.changes': 'Wijzigingen, cel voor cel',
  'fill-in.row': 'Regel',
  'fill-in.field': 'Kolom',
  'fill-in.before': 'Nu',
  'fill-in.after': 'Wordt',
  'fill-in.difference': 'Verschil',
  'fill-in.difference.final': 'wordt definitief',
  'fill-in.difference.provisional': 'wordt voorlopig',
  'fill-in.conflicts': 'Intussen ook hier gewijzigd',
  'fill-in.conflicts.lead':
    'Deze cellen zijn na het ophalen ook door iemand anders gewijzigd. Kies per cel; zonder keuze blijft staan wat hier staat.',
  'fill-in.conflict': '{row}, {field}: was {was}',
  'fill-in.conflict.theirs': 'Houd {value}, zoals het hier staat',
  'fill-in.conflict.mine': 'Neem {value} uit het bestand',
  'fill-in.refused': 'Geweigerd',
  'fill-in.refused.lead':
    'Verbeter deze cellen in het bestand en lever het opnieuw in, of sla de rest nu op.',
  'fill-in.refused.left':
    'De rest is opgeslagen. Verbeter deze cellen in het bestand en lever het opnieuw in.',
  'fill-in.refused.where': 'Rij {row}',
  'fill-in.refused.where.field': 'Rij {row}, {field}',
  'fill-in.reason': 'Waarom',
  'fill-in.nothing': 'Er is niets te wijzigen: het bestand zegt wat hier al staat.',
  'fill-in.save':
    '{count, plural, =0 {Sla de gekozen cellen op} one {Sla 1 wijziging op} other {Sla # wijzigingen op}}',
  'fill-in.saved': '{count, plural, one {1 cel opgeslagen} other {# cellen opgeslagen}}.',
  'fill-in.again': 'Lever een ander bestand in',
  'fill-in.more': 'De eerste {shown} van {count}; de rest wordt mee opgeslagen.',
  'fill-in.empty': 'leeg',
  'fill-in.moved':
    'Deze cellen zijn gewijzigd terwijl u keek; de rest is opgeslagen. Kies per cel wat er moet staan.',
  'fill-in.name': 'Naam',
  'fill-in.refused.file': 'De geweigerde cellen als bestand',
  'fill-in.refused.name': 'geweigerd.csv',
  'fill-in.moved.nothing':
    'Deze cellen zijn gewijzigd terwijl u keek; er is nog niets opgeslagen. Kies per cel wat er moet staan en sla dan alles op.',
  'rejection.fill-in.no-file': 'Kies eerst het ingevulde bestand.',
  'rejection.fill-in.no-heads':
    '{file} heeft geen rij met de koppen {heads} en minstens één kolom om in te vullen. Haal de tabel opnieuw op en vul die in.',
  'rejection.fill-in.no-rows': '{file} heeft koppen, maar geen regels eronder.',
  'rejection.fill-in.twice':
    'Deze regel staat vaker in het bestand. Alleen de eerste telt; haal de andere weg.',
  'rejection.fill-in.budget.no-measure':
    'Maatregel ‘{what}’ staat niet in dit plan. Voeg de maatregel eerst toe, of verbeter de code.',
  'rejection.fill-in.budget.no-unit': 'Eenheid ‘{what}’ hoort niet bij dit plan.',
  'rejection.fill-in.budget.no-fund': 'Middelen ‘{what}’ horen niet bij deze regeling.',
  'rejection.fill-in.budget.no-side': 'In de kolom ‘In’ hoort euro of fte, niet ‘{what}’.',
  'fill-in.counts.lead':
    'Vul alleen de gekleurde cellen in: een heel getal, ? als het niet bekend is, of <5 als de groep te klein is om te noemen.',
  'fill-in.counts.unit': 'Eenheid',
  'fill-in.counts.name': 'Naam',
  'fill-in.counts.heads': 'Aantal',
  'fill-in.counts.choose': 'Welke telling',
  'fill-in.counts.choose.submit': 'Kies',
  'fill-in.counts.saved': '{count, plural, one {1 aantal opgeslagen} other {# aantallen opgeslagen}}.',
  'rejection.fill-in.counts.no-unit':
    'Eenheid ‘{what}’ bestaat niet op de peildatum, of u mag haar niet bijwerken.',
  'rejection.fill-in.counts.emptied':
    'Een telling wordt verbeterd, niet weggehaald. Zet ? als het aantal niet bekend is.',
};
