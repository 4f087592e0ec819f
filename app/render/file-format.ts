/** Files that a whole report is made into; `pdfa` is PDF/A-2a, for the archive. */
export const FILE_FORMATS = ['pdf', 'pdfa', 'docx', 'odt'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
