import { comesBefore } from '#app/participation/dispute.ts';
import { standingOf } from '#app/participation/dossier-state.ts';
import type { Silence } from '#app/scheme/scheme.ts';
import { checkYear, type DocumentCheck } from './document-check.ts';
import type { DecisionEntry, LineEntry, VersionEntry } from './document-file.ts';
import type { FilePath } from './file-problem.ts';
import { checkPlanParts } from './plan-part-check.ts';
import { checkQuotes } from './report-check.ts';
import { rightOf } from './right-match.ts';

/** One version: its dates, sections, measures, lines and decisions. */
export function checkVersion(check: DocumentCheck, version: VersionEntry): void {
  checkDates(check, version);
  checkSections(check, version);
  checkMeasures(check, version);
  checkPlanParts(check, version);
  checkQuotes(check, version);
  for (const [l, line] of version.lines.entries()) checkLine(check, [...check.path, 'lines', l], line);
  for (const [d, decision] of version.decisions.entries()) {
    checkDecision(check, version, { path: [...check.path, 'decisions', d], decision });
  }
}

function checkDates({ codes, path }: DocumentCheck, version: VersionEntry): void {
  const { problems } = codes;
  const { status, submittedAt, adoptedAt, inForce } = version;
  if ((status === 'draft') === (submittedAt !== null)) {
    problems.add([...path, 'submittedAt'], 'submitted-unless-draft', { status });
  }
  if ((status === 'adopted') !== (adoptedAt !== null)) {
    problems.add([...path, 'adoptedAt'], 'adopted-when-adopted', { status });
  }
  if (inForce && status !== 'adopted') problems.add([...path, 'inForce'], 'in-force-not-adopted', { status });
}

function checkSections({ codes, scheme, document, kind, path }: DocumentCheck, version: VersionEntry): void {
  const sections = [...path, 'sections'];
  codes.problems.duplicates(version.sections, sections, {
    key: 'question',
    value: ({ question, node, unit }) => [question, node ?? unit].filter(Boolean).join(', '),
  });
  for (const [s, section] of version.sections.entries()) {
    codes.refer([...sections, s, 'question'], section.question, 'question', scheme.code, document.kind);
    codes.refer([...sections, s, 'node'], section.node, 'node', scheme.themes);
    codes.refer([...sections, s, 'unit'], section.unit, 'unit');
    const question = kind?.questions.find((one) => one.code === section.question);
    if (!question) continue;
    const { per } = question;
    if ((per === 'theme') !== (section.node !== null) || (per === 'unit') !== (section.unit !== null)) {
      const field = per === 'unit' || (per === 'document' && section.unit !== null) ? 'unit' : 'node';
      codes.problems.add([...sections, s, field], `question-per-${per}`, { value: section.question });
    }
  }
}

function checkMeasures(check: DocumentCheck, version: VersionEntry): void {
  const { codes, scheme, path } = check;
  const measures = [...path, 'measures'];
  codes.problems.duplicates(version.measures, measures, { key: 'code', value: (one) => one.code });
  for (const [m, measure] of version.measures.entries()) {
    const at = [...measures, m];
    codes.refer([...at, 'node'], measure.node, 'node', scheme.themes);
    checkYear(check, [...at, 'firstYear'], measure.firstYear);
    checkYear(check, [...at, 'lastYear'], measure.lastYear);
    if (measure.lastYear < measure.firstYear) {
      const { firstYear: from, lastYear: through } = measure;
      codes.problems.add([...at, 'lastYear'], 'ends-before-it-begins', { from, through });
    }
    for (const [s, { framework, node }] of measure.serves.entries()) {
      codes.refer([...at, 'serves', s, 'framework'], framework, 'framework');
      codes.refer([...at, 'serves', s, 'node'], node, 'node', framework);
    }
  }
}

function checkLine(check: DocumentCheck, path: FilePath, line: LineEntry): void {
  const { codes, scheme, document, kind } = check;
  codes.refer([...path, 'fund'], line.fund, 'fund', scheme.code);
  codes.refer([...path, 'unit'], line.unit, 'unit');
  codes.refer([...path, 'node'], line.node, 'node', scheme.themes);
  codes.refer([...path, 'measureOf'], line.measureOf, 'document', scheme.code);
  codes.refer([...path, 'measure'], line.measure, 'measure', scheme.code, line.measureOf ?? document.code);
  checkYear(check, [...path, 'year'], line.year);
  if (line.stage === null && kind && kind.stage === null) {
    codes.problems.add([...path, 'stage'], 'line-without-stage', { kind: kind.code });
  }
  if (line.cents === null && line.fteMilli === null && line.mark !== 'pm' && line.mark !== 'masked') {
    codes.problems.add(path, 'line-without-amount');
  }
}

function checkDecision(
  { file, codes, scheme, document, kind }: DocumentCheck,
  version: VersionEntry,
  { path, decision }: { path: FilePath; decision: DecisionEntry },
): void {
  const { problems } = codes;
  codes.refer([...path, 'body'], decision.body, 'body');
  if (version.status === 'draft') problems.add(path, 'decision-on-draft');
  if ((decision.outcome === null) !== (decision.decidedOn === null)) {
    problems.add([...path, 'decidedOn'], 'outcome-and-day');
  }
  if (decision.decidedAt !== null && decision.outcome === null) {
    problems.add([...path, 'decidedAt'], 'outcome-and-day');
  }
  const right = rightOf(file, scheme, document, decision);
  const silence = right?.silence ?? 'open';
  checkEvents({ file, codes, scheme }, { path, decision, silence });
  const known = file.bodies.some((one) => one.code === decision.body);
  if (!known || !kind || decision.kind === 'adoption') return;
  if (!right) {
    problems.add(path, 'no-such-right', { body: decision.body, right: decision.kind, kind: kind.code });
  }
}

/** What happened in a dossier came in an order that the table of its states allows. */
function checkEvents(
  { file, codes, scheme }: Pick<DocumentCheck, 'file' | 'codes' | 'scheme'>,
  { path, decision, ...line }: { path: FilePath; decision: DecisionEntry; silence: Silence },
): void {
  const facts = decision.events.map(({ event, on, until }) => ({ event, onDate: on, untilDate: until }));
  const silence = decision.rule?.silence ?? line.silence;
  const { strays } = standingOf({ ...decision, silence, events: facts }, '9999-12-31');
  const body = file.bodies.find((one) => one.code === decision.body);
  const seats = file.bodies
    .filter((one) => one.code === decision.body || body?.parts.includes(one.code))
    .flatMap((one) => one.members.map((member) => member.name));
  for (const [e, { paper, member, event, body: before }] of decision.events.entries()) {
    const at = [...path, 'events', e];
    const versions = scheme.documents.find((one) => one.code === paper?.document)?.versions;
    if (paper && !versions?.some((one) => one.number === paper.version)) {
      codes.problems.add([...at, 'paper'], 'unknown-document', { value: paper.document });
    }
    if (member !== null && !seats.includes(member)) {
      codes.problems.add([...at, 'member'], 'unknown-member', { value: member });
    }
    codes.refer([...at, 'body'], before, 'body');
    if (before !== null && !comesBefore(event)) {
      codes.problems.add([...at, 'body'], 'event-body', { event });
    }
    if (strays.includes(facts[e]!)) codes.problems.add([...at, 'event'], 'event-order', { event });
  }
}
