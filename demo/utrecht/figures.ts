/**
 * The figures that the Faculty of Medicine of Utrecht University printed in its plan for the quality
 * agreements 2019-2024 (version 1.0, 14 February 2019). Euros are whole, FTE in hundredths or tenths.
 */

export const years = [2019, 2020, 2021, 2022, 2023, 2024] as const;

/** Integral budget: the yearly totals in EUR. */
export const totals = [893_217, 893_217, 911_213, 1_137_046, 1_200_884, 1_355_443];

/** Integral budget in FTE, per theme. */
export const themeFte: Record<string, number[]> = {
  U1: [5.3, 5.3, 5.41, 6.75, 7.13, 8.04],
  U2: [3.53, 3.53, 3.6, 4.5, 4.75, 5.36],
  U3: [1.77, 1.77, 1.8, 2.25, 2.37, 2.68],
};

/** Theme 1 per programme, in FTE. */
export const programmeFte: Record<string, number[]> = {
  'gnk-summa': [2.84, 2.84, 2.9, 3.69, 3.91, 4.45],
  kgw: [0.72, 0.72, 0.73, 0.8, 0.82, 0.86],
  bmw: [0.85, 0.85, 0.88, 1.11, 1.18, 1.34],
  bms: [0.89, 0.89, 0.9, 1.15, 1.22, 1.39],
};

/** Theme 2 per activity, in EUR. */
export const activityEur: Record<string, number[]> = {
  tijd: [148_400, 159_000, 180_200, 238_500, 265_000, 318_000],
  leergangen: [109_953, 93_024, 78_252, 78_695, 68_580, 63_241],
  uitwisseling: [39_386, 45_715, 45_286, 62_468, 66_714, 70_573],
};

/** Theme 3 per activity, in FTE. */
export const guidanceFte: Record<string, number[]> = {
  introductie: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1],
  leiderschap: [0.2, 0.2, 0.2, 0.4, 0.4, 0.4],
  begeleiding: [0.5, 0.5, 0.5, 0.8, 0.9, 1.2],
  veerkracht: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
  coaches: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
};

/** One FTE costs EUR 84,000 as printed (itself a rounded price). */
export const fteCents = 8_400_000;

/** Hundredths or tenths of an FTE in whole thousandths. */
export function milli(fte: number): number {
  return Math.round(fte * 1000);
}
