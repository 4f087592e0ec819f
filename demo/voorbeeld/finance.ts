/** What the faculty of Law takes in from its finance system: how its files are read, its rules, and two files. */
import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { sha256 } from '#app/kernel/hash.ts';

type Rule = NonNullable<NonNullable<InstitutionInput['schemes']>[number]['intakeRules']>[number];

const heads = ['Periode', 'Kostenplaats', 'Rekening', 'Omschrijving', 'Boekstuk', 'Boekdatum', 'Bedrag'];

export const intakeLayouts: InstitutionInput['intakeLayouts'] = [
  {
    signature: sha256(heads.map((head) => head.toLowerCase()).join('\n')),
    name: 'recht-2026-01.csv',
    mapping: {
      columns: {
        ...{ period: 0, costCentre: 1, account: 2, description: 3 },
        ...{ reference: 4, bookedOn: 5, amount: 6 },
      },
      grouping: '.',
      dates: 'dmy',
      costs: 'plus',
    },
    confirmedBy: 'controller-recht',
    confirmedAt: '2026-02-03T09:12:00Z',
  },
];

function to(measure: string, [costCentre, account]: [string, string], part: [string, string]): Rule {
  const [component, costKind] = part;
  return {
    ...{ unit: 'recht', costCentre, account, outcome: 'book', fund: 'kwaliteit' },
    measure: { document: 'plan-recht', measure },
    ...{ component, costKind },
  };
}

export const intakeRules: Rule[] = [
  to('werkgroepen', ['4710', '40000-40999'], ['Docenten', 'docenten']),
  to('werkgroepen', ['4710', '41000-41999'], ['Studentassistenten', 'studentassistenten']),
  to('oefenrechtbank', ['4711*', ''], ['Docenten', 'docenten']),
  to('mentoraat', ['4712', '40000-40999'], ['Begeleiders', 'begeleiders']),
  to('mentoraat', ['4712', '41000-41999'], ['Studentmentoren', 'studentassistenten']),
  to('docenttijd', ['4713*', ''], ['Vrijgemaakte tijd', 'docenten']),
  to('taalsteun', ['4714*', ''], ['Begeleiders', 'begeleiders']),
  {
    ...{ unit: 'recht', costCentre: '47*', account: '48000-48999', outcome: 'exclude' },
    reason: 'Huisvesting wordt uit de lumpsum betaald en valt buiten de kwaliteitsafspraken.',
  },
];

/** Cost centre, account, what it is, and euros in a month. */
const monthly: [string, string, string, number][] = [
  ['4710', '40100', 'Salarissen werkgroepdocenten', 82_410.55],
  ['4710', '41200', 'Studentassistenten werkgroepen', 20_118.4],
  ['4711', '40100', 'Docenten oefenrechtbank', 22_760.12],
  ['4711', '48200', 'Interne huur rechtszaal', 3_150],
  ['4712', '40100', 'Begeleiders mentoraat', 59_240.03],
  ['4712', '41200', 'Studentmentoren', 16_904.75],
  ['4713', '40100', 'Vrijgemaakte tijd docenten', 35_333.18],
  ['4714', '40100', 'Begeleiders taalsteun', 21_017.9],
];

function csv(
  months: number[],
  change: (month: number, row: number, euros: number) => number,
  extra: string[],
) {
  const rows = months.flatMap((month) =>
    monthly.map(([costCentre, account, what, euros], row) => {
      const mm = String(month).padStart(2, '0');
      const cents = Math.round(change(month, row, euros + (month - 1) * (row - 3) * 41.37) * 100);
      const amount = (cents / 100).toFixed(2).replace('.', ',');
      return `2026-${mm};${costCentre};${account};${what};M26${mm}${10 + row};28-${mm}-2026;${amount}`;
    }),
  );
  return `\ufeff${[heads.join(';'), ...rows, ...extra].join('\r\n')}\r\n`;
}

const same = (_month: number, _row: number, euros: number) => euros;
const late = (month: number, row: number, euros: number) =>
  month === 1 && row === 0 ? euros - 1240.55 : euros;
const stray = '2026-03;9100;45300;Inhuur fotograaf open dag;M260399;31-03-2026;1.875,40';

/** The first is booked when the demo is loaded; the second is there to try: a correction and an unmapped row. */
export const financeFiles = [
  { name: 'recht-2026-01.csv', text: csv([1], same, []) },
  { name: 'recht-2026-03.csv', text: csv([1, 2, 3], late, [stray]) },
];

export const financeBookings = {
  books: [
    {
      ...{ scheme: 'ka-2022-2027', unit: 'recht', year: 2026, login: 'controller-recht' },
      ...{ file: 'recht-2026-01.csv', asOf: '2026-02-03', note: 'Stand januari (fictief)' },
    },
  ],
  // after the booking, so that January is no correction of itself
  closes: [
    {
      ...{ scheme: 'ka-2022-2027', login: 'controller', period: '2026-01' },
      note: 'Januari is gerapporteerd aan het College van Bestuur.',
    },
  ],
};
