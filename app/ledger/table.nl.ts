/** Woorden van een bestand dat niet als tabel te lezen is. */
export const nl = {
  'rejection.table.too-large':
    '{file}: groter dan {megabytes} MB. Bewaar alleen de tabel zelf in het bestand.',
  'rejection.table.empty': '{file}: het bestand is leeg.',
  'rejection.table.not-a-table': '{file}: geen tabel. Lever een XLSX-, ODS- of CSV-bestand aan.',
  'rejection.table.encrypted':
    '{file}: beveiligd met een wachtwoord, of een oud XLS-bestand. Sla het zonder wachtwoord op als XLSX, ODS of CSV.',
  'rejection.table.zip-bomb':
    '{file}: pakt uit tot meer dan is toegestaan ({megabytes} MB, of onredelijk sterk gecomprimeerd) en is daarom niet geopend.',
  'rejection.table.damaged': '{file}: beschadigd of onvolledig. Sla het opnieuw op en probeer het nog eens.',
  'rejection.table.too-many-cells': '{file}: {cells} cellen; meer dan {limit} worden niet gelezen.',
};
