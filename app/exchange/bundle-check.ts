import type { SchemeCheck } from './document-check.ts';

/** The proposals of a scheme to do things together: what they name exists, and their state has what it needs. */
export function checkBundles({ codes, scheme, path }: SchemeCheck): void {
  for (const [b, bundle] of scheme.bundles.entries()) {
    const at = [...path, 'bundles', b];
    const { framework, node } = bundle.goal;
    codes.refer([...at, 'goal', 'framework'], framework, 'framework');
    codes.refer([...at, 'goal', 'node'], node, 'node', framework);
    const named = [...bundle.parts.entries()].map(([p, part]) => ({ where: [...at, 'parts', p], part }));
    if (bundle.measure) named.push({ where: [...at, 'measure'], part: bundle.measure });
    for (const { where, part } of named) {
      codes.refer([...where, 'document'], part.document, 'document', scheme.code);
      codes.refer([...where, 'measure'], part.measure, 'measure', scheme.code, part.document);
    }
    codes.problems.duplicates(bundle.answers, [...at, 'answers'], {
      key: 'unit',
      value: (one) => one.unit,
    });
    for (const [a, answer] of bundle.answers.entries()) {
      const where = [...at, 'answers', a];
      codes.refer([...where, 'unit'], answer.unit, 'unit');
      if ((answer.answer === null) !== (answer.answeredOn === null)) {
        codes.problems.add([...where, 'answeredOn'], 'missing');
      }
      if (answer.answer === 'declined' && answer.reason === '') {
        codes.problems.add([...where, 'reason'], 'missing');
      }
    }
    if ((bundle.status === 'joint') !== (bundle.measure !== null)) {
      codes.problems.add([...at, 'measure'], 'missing');
    }
    if ((bundle.status === 'withdrawn') !== (bundle.ending !== '')) {
      codes.problems.add([...at, 'ending'], 'missing');
    }
  }
}
