/** Words of what a scheme requires of a kind of document. */
export const en = {
  'requirements.title': 'Requirements',
  'requirements.none': 'This kind of document has no requirements beside its questions yet.',
  'requirement.add': 'Add requirement',
  'requirement.by-questions': 'shown by {questions}',
  'requirement.by-judgement': 'the writer judges, with a reason',
  'requirement.blocks': 'stops submission',
  'requirement.warns': 'warning',
  'requirement.questions.hint': 'Met as soon as these questions are answered everywhere.',
  'requirement.norm.none': 'nothing to compute',
  'requirement.norm.multi-year-budget': 'every year of the plan is budgeted',
  'requirement.norm.improvement-only': 'no own money for what would exist anyway',
  'requirement.norm.measurable-step': 'every measure has a measurable step',
  'requirement.norm.serves-goal': 'every measure serves an ambition or goal',
  'requirement.norm.theme-choice': 'not every theme needed, but with a reason',
  'field.requirementNl': 'Requirement in Dutch',
  'field.requirementEn': 'Requirement',
  'field.questions': 'Shown by the answer to',
  'field.norm': 'Computed norm',
  'field.judged': 'A writer judges whether it is met, and why',
  'field.blocks': 'While it is not met the plan cannot be submitted',
  'rejection.requirement.question-unknown': 'Question {code} is not of this kind of document.',
  'rejection.requirement.not-shown':
    'Nothing could ever show that this requirement is met. Choose a question, a norm or a judgement.',
  'rejection.requirement.judged':
    'Requirement {code} has been judged. It cannot go; you can still change its words.',
};
