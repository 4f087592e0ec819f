import { gapsOf } from '#app/progress/progress.ts';
import { checkDecision, checkVersion } from './council-check.ts';
import type { SchemeCheck } from './document-check.ts';
import type { FilePath } from './file-problem.ts';
import type { EvidenceFile, ProgressEntryFile } from './progress-file.ts';

/** What units told and the evidence: what they refer to, and what must be said before a year is handed in. */
export function checkProgress(check: SchemeCheck): void {
  const { codes, scheme, path } = check;
  const { problems } = codes;
  problems.duplicates(scheme.progressStatuses, [...path, 'progressStatuses'], {
    key: 'code',
    value: (one) => one.code,
  });
  problems.duplicates(scheme.progress, [...path, 'progress'], {
    key: 'number',
    value: (one) => `${one.unit}, ${one.year}, ${one.number}`,
  });
  problems.duplicates(scheme.evidence, [...path, 'evidence'], { key: 'code', value: (one) => one.code });
  for (const [i, one] of scheme.progress.entries()) checkReport(check, [...path, 'progress', i], one);
  for (const [i, one] of scheme.evidence.entries()) checkEvidence(check, [...path, 'evidence', i], one);
  for (const [i, one] of scheme.promiseJudgements.entries()) {
    const at = [...path, 'promiseJudgements', i];
    measureIn(check, at, one);
    if (scheme.criteria === null)
      problems.add([...at, 'criterion'], 'unknown-node', { value: one.criterion });
    else codes.refer([...at, 'criterion'], one.criterion, 'node', scheme.criteria);
  }
}

function checkReport(check: SchemeCheck, at: FilePath, one: ProgressEntryFile): void {
  const { codes, scheme } = check;
  const { problems } = codes;
  codes.refer([...at, 'unit'], one.unit, 'unit');
  if (one.number > 1 !== (one.reason !== '')) problems.add([...at, 'reason'], 'missing');
  const before = (other: ProgressEntryFile) =>
    other.unit === one.unit && other.year === one.year && other.number === one.number - 1;
  if (one.number > 1 && !scheme.progress.some(before)) problems.add([...at, 'number'], 'missing');
  problems.duplicates(one.entries, [...at, 'entries'], {
    key: 'measure',
    value: (entry) => `${entry.document}, ${entry.measure}`,
  });
  for (const [e, entry] of one.entries.entries()) {
    const there = [...at, 'entries', e];
    const measure = measureIn(check, there, entry);
    if (entry.status !== null && !scheme.progressStatuses.some((status) => status.code === entry.status)) {
      problems.add([...there, 'status'], 'unknown-step', { value: entry.status });
    }
    for (const [s, step] of entry.steps.entries()) {
      if (measure && !measure.steps.some((known) => known.code === step.code)) {
        problems.add([...there, 'steps', s, 'code'], 'unknown-step', { value: step.code });
      }
    }
    if (one.submittedAt === null) continue;
    for (const gap of gapsOf(entry, scheme.progressStatuses)) problems.add([...there, gap], 'missing');
  }
}

type MeasureAt = { document: string; measure: string; version: number };

/** The measure as that version of its plan has it. */
function measureIn(check: SchemeCheck, at: FilePath, of: MeasureAt) {
  const { codes, scheme } = check;
  codes.refer([...at, 'measure'], of.measure, 'measure', scheme.code, of.document);
  const version = checkVersion(check, at, of);
  const measure = version?.measures.find((one) => one.code === of.measure);
  if (version && !measure) codes.problems.add([...at, 'version'], 'unknown-version', { value: of.version });
  return measure;
}

function checkEvidence(check: SchemeCheck, at: FilePath, one: EvidenceFile): void {
  const { codes } = check;
  const { problems } = codes;
  codes.refer([...at, 'unit'], one.unit, 'unit');
  const content = {
    ...{ file: one.file, link: one.url, version: one.version, decision: one.decision },
    ...{ consultation: one.consultation, fact: one.figureMilli },
  };
  for (const [kind, value] of Object.entries(content)) {
    if ((value !== null) !== (one.kind === kind)) problems.add([...at, kind], 'missing');
  }
  if (one.kind === 'fact' && one.source === '') problems.add([...at, 'source'], 'missing');
  if ((one.withdrawnAt === null) !== (one.withdrawnReason === '')) {
    problems.add([...at, 'withdrawnReason'], 'missing');
  }
  checkTarget(check, at, one);
  for (const [f, subject] of one.for.entries()) {
    const there = [...at, 'for', f];
    const named = [subject.measure, subject.version, subject.decision, subject.consultation];
    if (named.filter((each) => each !== null).length !== 1) problems.add(there, 'missing');
    if (subject.measure) {
      const measure = measureIn(check, [...there, 'measure'], subject.measure);
      if (measure && subject.step && !measure.steps.some((step) => step.code === subject.step)) {
        problems.add([...there, 'step'], 'unknown-step', { value: subject.step });
      }
    }
    checkTarget(check, there, subject);
  }
}

function checkTarget(
  check: SchemeCheck,
  at: FilePath,
  { version, decision, consultation }: Pick<EvidenceFile, 'version' | 'decision' | 'consultation'>,
): void {
  if (version) checkVersion(check, [...at, 'version'], version);
  if (decision) checkDecision(check, [...at, 'decision'], decision);
  const held = (one: { date: string; title: string }) =>
    one.date === consultation?.date && one.title === consultation.title;
  if (consultation && !check.scheme.consultations.some(held)) {
    check.codes.problems.add([...at, 'consultation'], 'unknown-topic', { value: consultation.title });
  }
}
