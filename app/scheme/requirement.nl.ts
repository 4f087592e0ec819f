/** Woorden van de eisen die een regeling aan een soort document stelt. */
export const nl = {
  'requirements.title': 'Eisen',
  'requirements.none': 'Dit soort document kent nog geen eisen naast de vragen.',
  'requirement.add': 'Eis toevoegen',
  'requirement.by-questions': 'blijkt uit {questions}',
  'requirement.by-judgement': 'schrijver oordeelt met reden',
  'requirement.blocks': 'houdt indienen tegen',
  'requirement.warns': 'aandachtspunt',
  'requirement.questions.hint': 'Voldaan zodra deze vragen overal zijn beantwoord.',
  'requirement.norm.none': 'niets uit te rekenen',
  'requirement.norm.multi-year-budget': 'elk jaar van het plan is begroot',
  'requirement.norm.improvement-only': 'geen eigen geld voor wat er ook zonder zou zijn',
  'requirement.norm.measurable-step': 'elke maatregel heeft een meetbare stap',
  'requirement.norm.serves-goal': 'elke maatregel dient een ambitie of doel',
  'requirement.norm.theme-choice': 'niet elk thema hoeft, wel met reden',
  'field.requirementNl': 'Eis',
  'field.requirementEn': 'Eis in het Engels',
  'field.questions': 'Blijkt uit het antwoord op',
  'field.norm': 'Uit te rekenen norm',
  'field.judged': 'Een schrijver oordeelt of eraan is voldaan, en waarom',
  'field.blocks': 'Zolang er niet aan is voldaan, kan het plan niet worden ingediend',
  'rejection.requirement.question-unknown': 'Vraag {code} hoort niet bij dit soort document.',
  'rejection.requirement.not-shown':
    'Zo kan nooit blijken of aan de eis is voldaan. Kies een vraag, een norm of een oordeel.',
  'rejection.requirement.judged':
    'Over eis {code} is al geoordeeld. Zij kan niet weg; u kunt de woorden wel wijzigen.',
};
