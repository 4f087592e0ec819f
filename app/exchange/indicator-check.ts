import type { SchemeCheck } from './document-check.ts';
import type { FilePath } from './file-problem.ts';

type Entry = SchemeCheck['scheme']['indicators'][number];

/** Indicators of a scheme: what they refer to, and figures that cannot be. */
export function checkIndicators({ codes, scheme, path }: SchemeCheck): void {
  const { problems } = codes;
  problems.duplicates(scheme.indicators, [...path, 'indicators'], {
    key: 'code',
    value: (one) => one.code,
  });
  problems.duplicates(scheme.indicatorSubmissions, [...path, 'indicatorSubmissions'], {
    key: 'number',
    value: (one) => `${one.unit}, ${one.year}, ${one.number}`,
  });
  for (const [i, one] of scheme.indicatorSubmissions.entries()) {
    codes.refer([...path, 'indicatorSubmissions', i, 'unit'], one.unit, 'unit');
  }
  for (const [i, one] of scheme.indicators.entries()) {
    const at = [...path, 'indicators', i];
    checkDefinitions({ codes, scheme } as SchemeCheck, one, at);
    checkFigures({ codes, scheme } as SchemeCheck, one, at);
  }
}

function checkDefinitions({ codes, scheme }: SchemeCheck, one: Entry, at: FilePath): void {
  for (const [d, definition] of one.definitions.entries()) {
    const there = [...at, 'definitions', d];
    for (const [u, unit] of definition.units.entries()) codes.refer([...there, 'units', u], unit, 'unit');
    for (const [n, { framework, node }] of definition.nodes.entries()) {
      codes.refer([...there, 'nodes', n, 'framework'], framework, 'framework');
      codes.refer([...there, 'nodes', n, 'node'], node, 'node', framework);
    }
    for (const [m, { document, measure }] of definition.measures.entries()) {
      codes.refer([...there, 'measures', m, 'document'], document, 'document', scheme.code);
      codes.refer([...there, 'measures', m, 'measure'], measure, 'measure', scheme.code, document);
    }
  }
}

function checkFigures({ codes }: SchemeCheck, one: Entry, at: FilePath): void {
  const { problems } = codes;
  for (const [b, { unit }] of one.breaks.entries()) codes.refer([...at, 'breaks', b, 'unit'], unit, 'unit');
  for (const [r, { unit }] of one.reflections.entries()) {
    codes.refer([...at, 'reflections', r, 'unit'], unit, 'unit');
  }
  problems.duplicates(one.observations, [...at, 'observations'], {
    key: 'number',
    value: (each) => `${each.unit}, ${each.year}, ${each.split}, ${each.number}`,
  });
  problems.duplicates(one.reflections, [...at, 'reflections'], {
    key: 'number',
    value: (each) => `${each.unit}, ${each.year}, ${each.number}`,
  });
  for (const [o, each] of one.observations.entries()) {
    const there = [...at, 'observations', o];
    codes.refer([...there, 'unit'], each.unit, 'unit');
    const definition = one.definitions[each.definition - 1];
    if (!definition) problems.add([...there, 'definition'], 'unknown-version', { value: each.definition });
    const half = (each.numeratorMilli === null) !== (each.denominatorMilli === null);
    const given = each.valueMilli !== null || each.numeratorMilli !== null;
    if (half || given === (each.mark !== null)) problems.add([...there, 'valueMilli'], 'missing');
    const known = definition?.splits.some((split) => split.code === each.split) ?? true;
    if (each.split !== '' && !known)
      problems.add([...there, 'split'], 'unknown-split', { value: each.split });
  }
}
