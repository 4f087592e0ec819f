import { countErrors } from '#app/consultation/consultation.ts';
import { type DueRule, dueDate } from '#app/cycle/due-rule.ts';
import type { SchemeCheck } from './document-check.ts';

const byCode = { key: 'code', value: (one: { code: string }) => one.code };

/** The consultations of a scheme, the steps of its cycle and the moments made of them. */
export function checkCycle(check: SchemeCheck): void {
  checkConsultations(check);
  checkSteps(check);
  checkMoments(check);
}

function checkConsultations({ codes, scheme, path }: SchemeCheck): void {
  codes.problems.duplicates(scheme.consultationMethods, [...path, 'consultationMethods'], byCode);
  codes.problems.duplicates(scheme.involvements, [...path, 'involvements'], byCode);
  for (const [i, one] of scheme.involvements.entries()) {
    codes.refer([...path, 'involvements', i, 'unit'], one.unit, 'unit');
    codes.refer([...path, 'involvements', i, 'body'], one.body, 'body');
  }
  const nodesAt = (at: (string | number)[], nodes: { framework: string; node: string }[]) => {
    for (const [n, { framework, node }] of nodes.entries()) {
      codes.refer([...at, 'nodes', n, 'framework'], framework, 'framework');
      codes.refer([...at, 'nodes', n, 'node'], node, 'node', framework);
    }
  };
  for (const [c, one] of scheme.consultations.entries()) {
    const at = [...path, 'consultations', c];
    codes.refer([...at, 'method'], one.method, 'method', scheme.code);
    codes.refer([...at, 'unit'], one.unit, 'unit');
    codes.refer([...at, 'body'], one.body, 'body');
    codes.refer([...at, 'document'], one.document, 'document', scheme.code);
    codes.refer([...at, 'involvement'], one.involvement, 'involvement', scheme.code);
    nodesAt(at, one.nodes);
    for (const [d, { body }] of one.discussions.entries()) {
      codes.refer([...at, 'discussions', d, 'body'], body, 'body');
    }
    for (const error of countErrors(one)) {
      codes.problems.add([...at, error.path], 'impossible-count', error.params);
    }
    for (const [t, topic] of one.topics.entries()) {
      const there = [...at, 'topics', t];
      nodesAt(there, topic.nodes);
      for (const [m, { document, measure }] of topic.measures.entries()) {
        codes.refer([...there, 'measures', m, 'document'], document, 'document', scheme.code);
        codes.refer([...there, 'measures', m, 'measure'], measure, 'measure', scheme.code, document);
      }
    }
  }
}

function checkSteps({ codes, scheme, path }: SchemeCheck): void {
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
    for (const key of ['rule', 'starts', 'meets'] as const) {
      const rule = step[key];
      if (rule?.kind !== 'from') continue;
      codes.refer([...at, key, 'step'], rule.step, 'step', scheme.code);
      if (rules.has(rule.step) && dueDate(rule, step.firstYear, rules) === null) {
        codes.problems.add([...at, key, 'step'], 'step-circle', { value: step.code });
      }
    }
    if (step.right !== null && (step.kind === null || step.body === null)) {
      codes.problems.add([...at, 'right'], 'right-without-body', { value: step.code });
    }
  }
}

function checkMoments({ codes, scheme, path }: SchemeCheck): void {
  codes.problems.duplicates(scheme.moments, [...path, 'moments'], {
    key: 'step',
    value: (one) => `${one.step}, ${one.unit}, ${one.year}`,
  });
  for (const [m, moment] of scheme.moments.entries()) {
    const at = [...path, 'moments', m];
    codes.refer([...at, 'step'], moment.step, 'step', scheme.code);
    codes.refer([...at, 'unit'], moment.unit, 'unit');
    if (['moved', 'cancelled'].includes(moment.status) && moment.reason === '') {
      codes.problems.add([...at, 'reason'], 'missing');
    }
    if (moment.doneOn !== null && moment.status !== 'done') {
      codes.problems.add([...at, 'doneOn'], 'not-allowed', { allowed: 'null' });
    }
    for (const [p, paper] of moment.papers.entries()) {
      const there = [...at, 'papers', p];
      codes.refer([...there, 'document'], paper.document, 'document', scheme.code);
      const document = scheme.documents.find((one) => one.code === paper.document);
      if (document && !document.versions.some((version) => version.number === paper.version)) {
        codes.problems.add([...there, 'version'], 'unknown-version', { value: paper.version ?? '-' });
      }
    }
  }
}
