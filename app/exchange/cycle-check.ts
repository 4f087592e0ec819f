import { countErrors } from '#app/consultation/consultation.ts';
import type { SchemeCheck } from './document-check.ts';
import { checkMoments, checkSteps } from './moment-check.ts';

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
