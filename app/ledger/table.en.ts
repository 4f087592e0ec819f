import type { nl } from './table.nl.ts';

/** Words of a file that cannot be read as a table. */
export const en: Record<keyof typeof nl, string> = {
  'rejection.table.too-large': '{file}: larger than {megabytes} MB. Keep only the table itself in the file.',
  'rejection.table.empty': '{file}: the file is empty.',
  'rejection.table.not-a-table': '{file}: not a table. Supply an XLSX, ODS or CSV file.',
  'rejection.table.encrypted':
    '{file}: protected by a password, or an old XLS file. Save it without password as XLSX, ODS or CSV.',
  'rejection.table.zip-bomb':
    '{file}: unpacks to more than is allowed ({megabytes} MB, or compressed beyond reason) and was therefore not opened.',
  'rejection.table.damaged': '{file}: damaged or incomplete. Save it again and retry.',
  'rejection.table.too-many-cells': '{file}: {cells} cells; more than {limit} are not read.',
};
