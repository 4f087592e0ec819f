/** The kinds of file that one can fill in. */
export const templateFormats = ['xlsx', 'ods', 'csv'] as const;
export type TemplateFormat = (typeof templateFormats)[number];
