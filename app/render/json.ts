import { clean } from './clean.ts';
import type { Report } from './report.ts';

/**
 * The report for machines: the tree itself, with exact quantities (cents, thousandths of FTE, basis
 * points) and every mark of what is unknown.
 */
export function toJson(report: Report): string {
  return `${JSON.stringify({ format: 'akkoord-report', version: 1, ...clean(report) }, null, 2)}\n`;
}
