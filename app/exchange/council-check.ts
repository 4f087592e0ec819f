import type { SchemeCheck } from './document-check.ts';
import type { FilePath } from './file-problem.ts';
import { decisionIndex } from './right-match.ts';
import type { SchemeEntry } from './scheme-file.ts';

type VersionOf = { document: string; version: number };
type DecisionOf = NonNullable<SchemeEntry['followUps'][number]['decision']>;

/** Commitments, accounts, proposals, reflections and words of a scheme: what they refer to, and what must be said. */
export function checkCouncil(check: SchemeCheck): void {
  const { codes, scheme, path } = check;
  codes.problems.duplicates(scheme.words, [...path, 'words'], { key: 'code', value: (one) => one.code });
  codes.problems.duplicates(scheme.reflections, [...path, 'reflections'], {
    key: 'body',
    value: (one) => `${one.body}, ${one.year}, ${one.number}`,
  });
  for (const [i, one] of scheme.reflections.entries()) {
    codes.refer([...path, 'reflections', i, 'body'], one.body, 'body');
  }
  for (const [i, one] of scheme.proposals.entries()) {
    const at = [...path, 'proposals', i];
    codes.refer([...at, 'body'], one.body, 'body');
    codes.refer([...at, 'to'], one.to, 'body');
    const answered = one.outcome !== null;
    if (answered !== (one.repliedOn !== null)) codes.problems.add([...at, 'repliedOn'], 'missing');
    if (answered && one.reply === '') codes.problems.add([...at, 'reply'], 'missing');
  }
  for (const [i, one] of scheme.commitments.entries())
    checkCommitment(check, [...path, 'commitments', i], one);
  for (const [i, one] of scheme.followUps.entries()) checkFollowUp(check, [...path, 'followUps', i], one);
}

function checkCommitment(
  check: SchemeCheck,
  at: FilePath,
  one: SchemeCheck['scheme']['commitments'][number],
): void {
  const { codes, scheme } = check;
  codes.refer([...at, 'body'], one.body, 'body');
  codes.refer([...at, 'unit'], one.unit, 'unit');
  codes.refer([...at, 'role'], one.role, 'role');
  codes.refer([...at, 'document'], one.document, 'document', scheme.code);
  checkMeasure(check, at, one.measure);
  if (one.decision) checkDecision(check, [...at, 'decision'], one.decision);
  if (one.dueOn < one.madeOn) {
    codes.problems.add([...at, 'dueOn'], 'ends-before-it-begins', { from: one.madeOn, through: one.dueOn });
  }
  if ((one.closedOn !== null) !== (one.status === 'closed'))
    codes.problems.add([...at, 'closedOn'], 'missing');
  for (const [s, step] of one.steps.entries()) {
    const there = [...at, 'steps', s];
    if (step.version) checkVersion(check, [...there, 'version'], step.version);
    if (step.text === '' && step.version === null && step.act !== 'accept') {
      codes.problems.add([...there, 'text'], 'missing');
    }
    if ((step.dueOn !== null) !== (step.act === 'move')) codes.problems.add([...there, 'dueOn'], 'missing');
  }
}

function checkFollowUp(
  check: SchemeCheck,
  at: FilePath,
  one: SchemeCheck['scheme']['followUps'][number],
): void {
  const { problems } = check.codes;
  if ((one.decision === null) === (one.topic === null)) problems.add([...at, 'decision'], 'missing');
  if (one.decision) checkDecision(check, [...at, 'decision'], one.decision);
  const { topic } = one;
  const said = (consultation: { date: string; title: string; topics: { text: string }[] }) =>
    consultation.date === topic?.date &&
    consultation.title === topic.title &&
    consultation.topics.some(({ text }) => text === topic.text);
  if (topic && !check.scheme.consultations.some(said)) {
    problems.add([...at, 'topic'], 'unknown-topic', { value: topic.text });
  }
  if (one.version) checkVersion(check, [...at, 'version'], one.version);
  if (one.change) {
    const { change } = one;
    const version = checkVersion(check, [...at, 'change'], change);
    if (version && !version.changes?.stated.some(({ code }) => code === change.change)) {
      problems.add([...at, 'change', 'change'], 'unknown-change', { value: change.change });
    }
  }
  checkMeasure(check, at, one.measure);
  if (one.outcome !== 'not-followed' && one.version === null && one.measure === null && one.change === null) {
    problems.add([...at, 'measure'], 'missing');
  }
}

function checkMeasure(
  { codes, scheme }: SchemeCheck,
  at: FilePath,
  measure: { document: string; measure: string } | null,
): void {
  if (measure === null) return;
  codes.refer([...at, 'measure', 'document'], measure.document, 'document', scheme.code);
  codes.refer([...at, 'measure', 'measure'], measure.measure, 'measure', scheme.code, measure.document);
}

/** Refers to a version of a document; the version, when it is there. */
export function checkVersion({ codes, scheme }: SchemeCheck, at: FilePath, of: VersionOf) {
  codes.refer([...at, 'document'], of.document, 'document', scheme.code);
  const document = scheme.documents.find((one) => one.code === of.document);
  const version = document?.versions.find((one) => one.number === of.version);
  if (document && !version) codes.problems.add([...at, 'version'], 'unknown-version', { value: of.version });
  return version;
}

export function checkDecision(check: SchemeCheck, at: FilePath, of: DecisionOf): void {
  check.codes.refer([...at, 'body'], of.body, 'body');
  const version = checkVersion(check, at, of);
  if (version && decisionIndex(version, of) < 0) {
    check.codes.problems.add(at, 'unknown-decision', { value: `${of.body}, ${of.kind}` });
  }
}
