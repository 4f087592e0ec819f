/**
 * Decision: a body's right (consent, advice, approval, discussion, information) exercised on one version,
 * identified by its hash; or the board's own decision to adopt it.
 */

export type RightKind = 'consent' | 'advice' | 'approval' | 'discussion' | 'information';
export type DecisionKind = RightKind | 'adoption';
export type Outcome =
  | 'given'
  | 'given-on-conditions'
  | 'withheld'
  | 'positive'
  | 'negative'
  | 'discussed'
  | 'informed';
