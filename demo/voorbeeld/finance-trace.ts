/** What the report of Law on 2025 was made of in part: a file of its books, kept with its rows. */
import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import type { Document, Line } from './money.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Finance = NonNullable<Scheme['finance']>;

/** The half years that make up one line of a report: cost centre, account and what it is. */
const booked = { costCentre: '4713', account: '40100', description: 'Vrijgemaakte tijd docenten' };
const halves = [
  { period: '2025-06', reference: 'M250610', bookedOn: '2025-06-30' },
  { period: '2025-12', reference: 'M251210', bookedOn: '2025-12-31' },
];

/** @param documents those of the scheme, among them the report */
export function financeOf(documents: readonly Document[]): Finance {
  const report = documents.find((one) => one.code === 'verslag-recht-2025')!;
  const line = report.versions[0]!.lines!.find((one: Line) => one.component === 'Vrijgemaakte tijd')!;
  const first = Math.floor(line.cents! / 2);
  const rows = halves.map((half, i): NonNullable<NonNullable<Finance['files']>[number]['rows']>[number] => [
    ...([i + 2, half.period, booked.costCentre, booked.account, booked.description] as const),
    ...([half.reference, i === 0 ? first : line.cents! - first, half.bookedOn] as const),
  ]);
  const text = rows.map((row) => [row[1], row[2], row[3], row[4], row[5], row[7], row[6] / 100].join(';'));
  const place = {
    ...{ unit: line.unit, fund: line.fund, component: line.component, costKind: line.costKind },
    measure: { document: 'plan-recht', measure: line.measure! },
  };
  return {
    files: [
      {
        ...{
          unit: 'recht',
          year: 2025,
          number: 1,
          name: 'recht-2025.csv',
          status: 'read',
          asOf: '2025-12-31',
        },
        base64: Buffer.from(`${text.join('\n')}\n`).toString('base64'),
        ...{ uploadedBy: 'controller-recht', uploadedAt: '2026-02-06T09:30:00Z', rows },
      },
    ],
    parts: rows.map((row) => ({
      ...{ document: report.code, version: 1, file: { unit: 'recht', year: 2025, number: 1 }, place },
      ...{ period: row[1], costCentre: row[2], account: row[3], rule: '4713* → docenttijd' },
      ...{ cents: row[6], rows: [row[0]] },
    })),
  };
}

const aside = {
  ...{ fund: 'kwaliteit', unit: 'recht', measure: 'mentoraat', component: 'Uren studieadviseurs' },
  ...{ costKind: 'begeleiders', memo: true, note: 'Betaald uit de lumpsum; telt hier niet mee.' },
};

/** Law tells beside its budget what the lump sum pays for the same measure: printed, and in no total. */
export function withMemos(documents: readonly Document[]): Document[] {
  return documents.map((document) => {
    if (document.code !== 'plan-recht') return document;
    return {
      ...document,
      versions: document.versions.map((version) => {
        const node = version.measures?.find((one) => one.code === 'mentoraat')?.node;
        if (node === undefined) return version;
        const memos = [2024, 2025, 2026].map((year) => ({ ...aside, node, year, cents: 96_000_00 }));
        // what the last year asks is not known yet
        const open = { ...aside, node, year: 2027, mark: 'pm' as const };
        return { ...version, lines: [...version.lines!, ...memos, open] };
      }),
    };
  });
}
