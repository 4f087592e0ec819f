/** The kinds of file in which a table goes out to be filled in; CSV comes back too, but cannot lock a column. */
export const fillInFormats = ['xlsx', 'ods'] as const;

export const fillInMediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
} as const;
