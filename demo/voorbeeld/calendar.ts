import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Period = NonNullable<InstitutionInput['freePeriods']>[number];

const recess = (nameNl: string, nameEn: string, from: string, through: string): Period => ({
  kind: 'recess',
  ...{ nameNl, nameEn, from, through },
});
const day = (nameNl: string, nameEn: string, from: string): Period => ({
  kind: 'free-day',
  ...{ nameNl, nameEn, from, through: from },
});

/** Recess periods of the (invented) academic calendar, and the public holidays of those years; oldest first. */
export const freePeriods: Period[] = [
  recess('zomerreces', 'summer recess', '2026-07-13', '2026-08-21'),
  recess('kerstreces', 'Christmas recess', '2026-12-21', '2027-01-03'),
  day('Goede Vrijdag', 'Good Friday', '2027-03-26'),
  day('tweede paasdag', 'Easter Monday', '2027-03-29'),
  day('Koningsdag', 'King’s Day', '2027-04-27'),
  day('Bevrijdingsdag', 'Liberation Day', '2027-05-05'),
  day('Hemelvaartsdag', 'Ascension Day', '2027-05-06'),
  day('tweede pinksterdag', 'Whit Monday', '2027-05-17'),
  recess('zomerreces', 'summer recess', '2027-07-12', '2027-08-20'),
  recess('kerstreces', 'Christmas recess', '2027-12-20', '2028-01-02'),
];
