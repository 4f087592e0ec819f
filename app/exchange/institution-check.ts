import { InvalidInput } from '#app/kernel/rejection.ts';
import { type InstitutionFile, institutionSchema } from './institution-file.ts';

/** @throws InvalidInput with every error at once */
export function readInstitutionFile(data: unknown): InstitutionFile {
  const read = institutionSchema.safeParse(data);
  if (read.success) return read.data;
  throw new InvalidInput(
    read.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      code: 'file.wrong',
      params: { message: issue.message },
    })),
  );
}
