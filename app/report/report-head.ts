import type { Language, Report } from '#app/render/report.ts';

/** What stands over a file about a scheme, of the day `asOf` (ISO date). */
export function reportHead(
  frame: { name: string; institution: string; notice: string | null },
  { locale, asOf }: { locale: Language; asOf: string },
): Omit<Report, 'title' | 'blocks'> {
  return {
    ...{ subtitle: frame.name, language: locale, institution: frame.institution, asOf },
    ...(frame.notice && { notice: frame.notice }),
  };
}
