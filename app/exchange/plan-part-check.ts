import { checkChanges } from './change-check.ts';
import type { DocumentCheck } from './document-check.ts';
import { checkYear } from './document-check.ts';
import type { VersionEntry } from './document-file.ts';
import type { FileCodes } from './file-codes.ts';
import type { FilePath } from './file-problem.ts';
import type { StepEntry } from './plan-part-file.ts';
import type { KindEntry, SchemeEntry } from './scheme-file.ts';

/** Steps of measures, covered units and judgements of one version. */
export function checkPlanParts(check: DocumentCheck, version: VersionEntry): void {
  const { codes, scheme, document, path } = check;
  checkChanges(check, version);
  for (const [m, measure] of version.measures.entries()) {
    const steps = [...path, 'measures', m, 'steps'];
    codes.problems.duplicates(measure.steps, steps, { key: 'code', value: (one) => one.code });
    for (const [s, step] of measure.steps.entries()) checkStep(check, [...steps, s], step);
  }
  for (const [u, unit] of version.covers.entries()) codes.refer([...path, 'covers', u], unit, 'unit');
  const judgements = [...path, 'judgements'];
  codes.problems.duplicates(version.judgements, judgements, {
    key: 'requirement',
    value: (one) => one.requirement,
  });
  for (const [j, { requirement }] of version.judgements.entries()) {
    codes.refer([...judgements, j, 'requirement'], requirement, 'requirement', scheme.code, document.kind);
  }
}

function checkStep(check: DocumentCheck, path: FilePath, step: StepEntry): void {
  const { problems } = check.codes;
  const { firstYear, lastYear } = step;
  check.codes.refer([...path, 'unit'], step.unit, 'unit');
  if (firstYear !== null) checkYear(check, [...path, 'firstYear'], firstYear);
  if (lastYear !== null) checkYear(check, [...path, 'lastYear'], lastYear);
  if ((firstYear === null) !== (lastYear === null)) problems.add([...path, 'lastYear'], 'step-both-years');
  if (firstYear !== null && lastYear !== null && lastYear < firstYear) {
    problems.add([...path, 'lastYear'], 'ends-before-it-begins', { from: firstYear, through: lastYear });
  }
  const target = [step.comparator !== null, step.targetMilli !== null, step.targetUnit !== ''];
  if (target.includes(true) && target.includes(false)) problems.add([...path, 'targetMilli'], 'step-target');
}

/** The requirements of a kind of document and the questions that show them. */
export function checkRequirements(
  codes: FileCodes,
  scheme: SchemeEntry,
  { kind, path }: { kind: KindEntry; path: FilePath },
): void {
  const requirements = [...path, 'requirements'];
  codes.problems.duplicates(kind.requirements, requirements, { key: 'code', value: (one) => one.code });
  for (const [r, requirement] of kind.requirements.entries()) {
    for (const [q, question] of requirement.questions.entries()) {
      codes.refer([...requirements, r, 'questions', q], question, 'question', scheme.code, kind.code);
    }
  }
}
