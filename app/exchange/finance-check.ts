import type { FileCodes } from './file-codes.ts';
import type { FilePath } from './file-problem.ts';
import type { PlaceEntry } from './finance-file.ts';
import type { SchemeEntry } from './scheme-file.ts';

/** What the finance part of a scheme names must be there: units, funds, measures, versions and files. */
export function checkFinance(codes: FileCodes, scheme: SchemeEntry, path: FilePath): void {
  const { files, parts, corrections, forecastBasis } = scheme.finance;
  const versions = new Set(
    scheme.documents.flatMap((document) => document.versions.map((one) => `${document.code} ${one.number}`)),
  );
  const known = new Set(files.map((one) => `${one.unit} ${one.year} ${one.number}`));
  const checkVersion = (at: FilePath, of: { document: string; version: number }) => {
    if (!versions.has(`${of.document} ${of.version}`)) {
      codes.problems.add([...at, 'version'], 'no-such-version', { ...of });
    }
  };
  const checkPlace = (at: FilePath, { unit, fund, measure, node }: PlaceEntry) => {
    codes.refer([...at, 'unit'], unit, 'unit');
    codes.refer([...at, 'fund'], fund, 'fund', scheme.code);
    codes.refer([...at, 'node'], node, 'node', scheme.themes);
    if (measure) {
      codes.refer([...at, 'measure'], measure.measure, 'measure', scheme.code, measure.document);
    }
  };
  for (const [i, one] of files.entries()) codes.refer([...path, 'files', i, 'unit'], one.unit, 'unit');
  for (const [i, one] of parts.entries()) {
    const at = [...path, 'parts', i];
    checkVersion(at, one);
    if (one.place) checkPlace([...at, 'place'], one.place);
    const { unit, year, number } = one.file;
    if (!known.has(`${unit} ${year} ${number}`)) {
      codes.problems.add([...at, 'file'], 'no-such-file', { unit, year, number });
    }
  }
  for (const [i, one] of corrections.entries()) {
    const at = [...path, 'corrections', i];
    checkVersion(at, one);
    codes.refer([...at, 'unit'], one.unit, 'unit');
    checkPlace([...at, 'place'], one.place);
  }
  for (const [i, one] of forecastBasis.entries()) {
    checkVersion([...path, 'forecastBasis', i], one);
    checkPlace([...path, 'forecastBasis', i, 'place'], one.place);
  }
}
