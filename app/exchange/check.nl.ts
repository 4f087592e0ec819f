import { nl as table } from '#app/ledger/table.nl.ts';

/** Teksten van de tabelcontrole en het lezen van bestanden (ICU-berichten). */
export const nl = {
  'check.class.error': 'FOUT',
  'check.class.rounding': 'afronding',
  'check.class.note': 'opmerking',
  'check.where': '{sheet}, rij {row}, kolom {column}, {label}',
  'check.unnamed': '(zonder naam)',
  'check.miss': '{what}: er staat {stated}, de tabel zelf geeft {computed} (verschil {difference})',
  'check.code.sum': 'som van de delen',
  'check.code.difference': 'verschil of resultaat',
  'check.code.share': 'aandeel in het totaal (%)',
  'check.code.share-sum': 'som van de aandelen (%)',
  'check.code.percentage': 'percentage van het andere bedrag (%)',
  'check.code.growth': 'groei (%)',
  'check.code.product': 'aantal × tarief',
  'check.code.unknown-part':
    'niet te beoordelen: er staat {stated}, de bekende delen geven {computed}, maar een deel is onbekend (leeg, pm of afgeschermd)',
  'check.code.unexplained-total':
    'niet te beoordelen: geen som van regels of kolommen in deze tabel geeft dit totaal',
  'check.code.formula-without-value':
    'formule zonder bewaarde uitkomst: reken het bestand door in het rekenprogramma en sla het op',
  'check.summary':
    '{file}: {figures} cijfers nagerekend; fouten: {errors}, afrondingen: {roundings}, opmerkingen: {notes}.',
  'check.no-table':
    '{file}: geen tabel met cijfers gevonden. Controleer of dit het bedoelde bestand of blad is.',
  'check.no-total':
    '{file}: wel cijfers, maar geen totaal, resultaat, verschil of percentage gevonden; er valt niets na te rekenen.',
  'check.missing-file': '{file}: dit bestand bestaat niet of is niet leesbaar.',
  'check.usage':
    'Gebruik: akkoord check BESTAND [--json] [--lang nl|en]\nRekent een gepubliceerde tabel (XLSX, ODS of CSV) na. Eindstatus: 0 zonder fouten, 1 met fouten, 2 als het bestand niet te beoordelen is.',
  ...table,
};
