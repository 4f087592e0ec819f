import type { Report } from './report.server.ts';

type Words = (key: string) => string;

/**
 * Rows of an example file: for each measure of the year a month of its budget in three bookings, and one row
 * that no rule will know. Amounts follow from the budget, so that the same report gives the same file.
 */
export function exampleRows(report: Report, words: Words): (string | number)[][] {
  const fields = ['period', 'costCentre', 'account', 'description', 'reference', 'bookedOn', 'amount'];
  const planned = report.measures
    .map((measure) => ({
      measure,
      cents: report.budget
        .filter((line) => line.measureId === measure.measureId)
        .reduce((sum, line) => sum + (line.cents ?? 0), 0),
    }))
    .filter(({ cents }) => cents > 0)
    .slice(0, 8);
  const { year } = report;
  const rows = planned.flatMap(({ measure, cents }, index) =>
    [1, 2, 3].map((month) => {
      const mm = String(month).padStart(2, '0');
      const share = Math.round(cents / 12 + (index - month) * 1731) / 100;
      return [
        ...[`${year}-${mm}`, `47${10 + index}`, month === 3 ? '41200' : '40100'],
        ...[`${measure.name} ${mm}`, `M${year}${mm}${10 + index}`, `28-${mm}-${year}`, share],
      ];
    }),
  );
  const stray = words('intake.example.stray');
  return [
    fields.map((field) => words(`intake.field.${field}`)),
    ...rows,
    [`${year}-03`, '9100', '45300', stray, `M${year}0399`, `31-03-${year}`, 1875.4],
  ];
}
