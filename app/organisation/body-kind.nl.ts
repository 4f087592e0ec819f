/** Woorden van de soorten organen. */
export const nl = {
  'admin.body-kinds': 'Soorten organen',
  'body-kinds.lead':
    'Hoe de instelling haar soorten besturen, raden en commissies noemt. Overal waar een soort wordt genoemd, staat deze naam.',
  'body-kinds.none': 'Nog geen soorten organen',
  'body-kinds.none.next': 'Voeg er een toe: elk orgaan en elk recht noemt een soort.',
  'body-kinds.add': 'Soort toevoegen',
  'body-kinds.code.hint': 'Staat in bestanden en verandert niet meer, bijvoorbeeld faculteitsraad.',
  'rejection.body-kind.unknown': 'Er is geen soort orgaan “{value}”. Voeg die eerst toe bij Soorten organen.',
  'rejection.body-kind.taken': 'De code {code} is al van een andere soort. Kies een andere.',
  'rejection.body-kind.used':
    '“{name}” is nog in gebruik: {bodies, plural, one {# orgaan} other {# organen}}, {rights, plural, one {# recht} other {# rechten}}, {steps, plural, one {# stap in een jaarcyclus} other {# stappen in een jaarcyclus}} en {terms, plural, one {# antwoordtermijn} other {# antwoordtermijnen}}. Geef die eerst een andere soort.',
  'audit.noun.body-kind': 'Soort orgaan',
};
