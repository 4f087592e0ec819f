import { type DueRule, hasDay } from '#app/cycle/due-rule.ts';
import { checkDecision, checkVersion } from './council-check.ts';
import type { SchemeCheck } from './document-check.ts';
import type { FilePath } from './file-problem.ts';
import type { MomentEntry } from './moment-file.ts';

const byCode = { key: 'code', value: (one: { code: string }) => one.code };

/** The steps of a scheme's cycle: what they refer to, and whether each has a day. */
export function checkSteps({ codes, scheme, path }: SchemeCheck): void {
  codes.problems.duplicates(scheme.cycleSteps, [...path, 'cycleSteps'], byCode);
  const rules = new Map<string, DueRule>(scheme.cycleSteps.map((one) => [one.code, one.rule]));
  for (const [s, step] of scheme.cycleSteps.entries()) {
    const at = [...path, 'cycleSteps', s];
    codes.refer([...at, 'kind'], step.kind, 'kind', scheme.code);
    codes.refer([...at, 'role'], step.role, 'role');
    codes.refer([...at, 'body', 'kind'], step.body?.kind ?? null, 'body-kind');
    if (step.lastYear < step.firstYear) {
      const { firstYear, lastYear } = step;
      codes.problems.add([...at, 'lastYear'], 'ends-before-it-begins', {
        from: firstYear,
        through: lastYear,
      });
    }
    if (step.product !== null && (step.kind !== null || step.right !== null)) {
      codes.problems.add([...at, 'product'], 'not-allowed', { allowed: 'null' });
    }
    for (const key of ['rule', 'starts', 'meets'] as const) {
      const rule = step[key];
      if (rule?.kind !== 'from') continue;
      codes.refer([...at, key, 'step'], rule.step, 'step', scheme.code);
      if (rules.has(rule.step) && !hasDay(rule, step.firstYear, rules)) {
        codes.problems.add([...at, key, 'step'], 'step-circle', { value: step.code });
      }
    }
    if (step.right !== null && (step.kind === null || step.body === null)) {
      codes.problems.add([...at, 'right'], 'right-without-body', { value: step.code });
    }
    for (const [f, into] of step.feeds.entries()) {
      codes.refer([...at, 'feeds', f], into, 'step', scheme.code);
      if (into === step.code) codes.problems.add([...at, 'feeds', f], 'step-circle', { value: into });
    }
    for (const [t, topic] of step.topics.entries()) {
      codes.refer([...at, 'topics', t, 'about'], topic.about, 'step', scheme.code);
    }
  }
}

/** The moments of a scheme with their papers and meetings. */
export function checkMoments(check: SchemeCheck): void {
  const { codes, scheme, path } = check;
  codes.problems.duplicates(
    scheme.moments.filter((one) => one.step !== null),
    [...path, 'moments'],
    { key: 'step', value: (one) => `${one.step}, ${one.unit}, ${one.year}, ${one.nth}` },
  );
  for (const [m, moment] of scheme.moments.entries()) {
    const at = [...path, 'moments', m];
    codes.refer([...at, 'step'], moment.step, 'step', scheme.code);
    codes.refer([...at, 'unit'], moment.unit, 'unit');
    codes.refer([...at, 'body'], moment.body, 'body');
    if ((moment.step === null) !== (moment.title !== '')) codes.problems.add([...at, 'title'], 'missing');
    checkState(check, at, moment);
    for (const [p, paper] of moment.papers.entries()) {
      const there = [...at, 'papers', p];
      codes.refer([...there, 'document'], paper.document, 'document', scheme.code);
      const document = scheme.documents.find((one) => one.code === paper.document);
      if (document && !document.versions.some((version) => version.number === paper.version)) {
        codes.problems.add([...there, 'version'], 'unknown-version', { value: paper.version ?? '-' });
      }
    }
    checkMeeting(check, at, moment);
  }
}

function checkState(
  { codes }: SchemeCheck,
  at: FilePath,
  moment: Pick<MomentEntry, 'status' | 'reason' | 'doneOn'>,
): void {
  if (['moved', 'cancelled'].includes(moment.status) && moment.reason === '') {
    codes.problems.add([...at, 'reason'], 'missing');
  }
  if (moment.doneOn !== null && moment.status !== 'done') {
    codes.problems.add([...at, 'doneOn'], 'not-allowed', { allowed: 'null' });
  }
}

function checkMeeting(check: SchemeCheck, at: FilePath, moment: MomentEntry): void {
  const { codes, scheme } = check;
  const step = scheme.cycleSteps.find((one) => one.code === moment.step);
  const meets = moment.body !== null || (step?.body ?? null) !== null;
  if (!meets && moment.items.length + moment.attendance.length > 0) {
    codes.problems.add([...at, 'body'], 'missing');
  }
  for (const [a, { member }] of moment.attendance.entries()) {
    codes.refer([...at, 'attendance', a, 'member'], member, 'member');
  }
  for (const [i, item] of moment.items.entries()) {
    const there = [...at, 'items', i];
    if (item.topic !== null && step && !step.topics.some((one) => one.nameNl === item.topic)) {
      codes.problems.add([...there, 'topic'], 'unknown-topic', { value: item.topic });
    }
    if (item.topic === null && item.title === '') codes.problems.add([...there, 'title'], 'missing');
    if (item.version) checkVersion(check, [...there, 'version'], item.version);
    if (item.decision) checkDecision(check, [...there, 'decision'], item.decision);
    const { consultation, moment: about } = item;
    const known = (one: { date: string; title: string }) =>
      one.date === consultation?.date && one.title === consultation.title;
    if (consultation && !scheme.consultations.some(known)) {
      codes.problems.add([...there, 'consultation'], 'unknown-topic', { value: consultation.title });
    }
    if (about) {
      const same = (one: MomentEntry) =>
        one.step === about.step &&
        one.unit === about.unit &&
        one.year === about.year &&
        one.nth === about.nth;
      if (!scheme.moments.some((one) => same(one) && one.title === about.title)) {
        codes.problems.add([...there, 'moment'], 'unknown-step', { value: about.step ?? about.title });
      }
    }
    for (const [a, action] of item.actions.entries()) {
      codes.refer([...there, 'actions', a, 'unit'], action.unit, 'unit');
      codes.refer([...there, 'actions', a, 'role'], action.role, 'role');
      codes.refer([...there, 'actions', a, 'member'], action.member, 'member');
      checkState(check, [...there, 'actions', a], action);
    }
  }
}
