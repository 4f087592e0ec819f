import { InvalidInput } from '#app/kernel/rejection.ts';
import { FileCodes } from './file-codes.ts';
import { FileProblems, fieldErrors } from './file-problem.ts';
import { readShape } from './file-shape.ts';
import type { InstitutionFile } from './institution-file.ts';
import { checkOrganisation } from './organisation-check.ts';
import { checkFrameworks, checkSchemes } from './scheme-check.ts';
import { checkSettingHistory } from './setting-history-check.ts';

/**
 * Reads an institution file. What can be read of it is checked even when other parts cannot, so that one
 * reading tells everything that is wrong.
 * @throws InvalidInput with every error at once, each with its path (`schemes[ka].documents[plan]…`)
 */
export function readInstitutionFile(data: unknown): InstitutionFile {
  const shapeProblems = new FileProblems();
  const { file, broken, original } = readShape(data, shapeProblems);
  const problems = new FileProblems();
  if (file) {
    const codes = new FileCodes(file, broken, problems);
    checkOrganisation(file, codes);
    checkFrameworks(file, codes);
    checkSchemes(file, codes);
    checkSettingHistory(file, codes);
  }
  const found = [
    ...shapeProblems.found,
    ...problems.found.map((problem) => ({ ...problem, path: original(problem.path) })),
  ];
  if (found.length > 0 || !file) throw new InvalidInput(fieldErrors(found, data));
  return file;
}
