import { sum } from '#app/kernel/money.ts';
import type { FilePath, FileProblems } from './file-problem.ts';
import type { SchemeEntry } from './scheme-file.ts';

/** Carry-overs: a kind of the right stage, and lines that cancel out, so that an import makes no money. */
export function checkCarryOvers(problems: FileProblems, scheme: SchemeEntry, path: FilePath): void {
  for (const [k, kind] of scheme.documentKinds.entries()) {
    if (kind.carryOver && kind.stage !== 'allocated') {
      problems.add([...path, 'documentKinds', k, 'carryOver'], 'carry-over-stage');
    }
  }
  const kinds = new Set(scheme.documentKinds.filter((kind) => kind.carryOver).map((kind) => kind.code));
  for (const [d, document] of scheme.documents.entries()) {
    if (!kinds.has(document.kind)) continue;
    for (const [v, { lines }] of document.versions.entries()) {
      const at = [...path, 'documents', d, 'versions', v, 'lines'];
      const pairs = Map.groupBy(lines, ({ fund, unit, component }) => `${fund}, ${unit}, ${component}`);
      for (const [pair, own] of pairs) {
        const [, from = '', to = ''] = own[0]!.component.match(/^(\d{4})-(\d{4})$/) ?? [];
        const years = own.map((line) => String(line.year)).toSorted();
        const paired = own.length === 2 && years[0] === from && years[1] === to && from < to;
        if (!paired || sum(own.map((line) => line.cents)) !== 0 || own.some((line) => line.cents === null)) {
          problems.add(at, 'carry-over-pair', { value: pair });
        }
      }
    }
  }
}
