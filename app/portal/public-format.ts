/** What is made of a publication for everybody: PDF/UA, and what opens in an office. */
export const publicFormats = ['pdf', 'docx', 'odt'] as const;
