/**
 * The figures that Universiteit Leiden printed in the supplement of 2021 to its spending plan: appendix 1
 * (spending per theme) and appendix 3 (joint initiatives), in k EUR.
 */

export const themes = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'] as const;
export type Theme = (typeof themes)[number];
type Years = Record<number, number>;

/** Appendix 1, columns B 2019-2021, already adopted in the plan of 2018. */
export const planned2018: Record<Theme, Years> = {
  T1: { 2019: 2436, 2020: 2824, 2021: 5564 },
  T2: { 2019: 2660, 2020: 2544, 2021: 2591 },
  T3: { 2019: 399, 2020: 764, 2021: 2418 },
  T4: { 2019: 1104, 2020: 827, 2021: 1419 },
  T5: { 2019: 458, 2020: 752, 2021: 1590 },
  T6: { 2019: 0, 2020: 0, 2021: 162 },
};

/** Appendix 1, columns B 2022-2024, from the supplement. */
export const planned2021: Record<Theme, Years> = {
  T1: { 2022: 8041, 2023: 8084, 2024: 8233 },
  T2: { 2022: 3023, 2023: 2847, 2024: 2683 },
  T3: { 2022: 1683, 2023: 2217, 2024: 2415 },
  T4: { 2022: 2737, 2023: 2887, 2024: 2920 },
  T5: { 2022: 1306, 2023: 1303, 2024: 1191 },
  T6: { 2022: 0, 2023: 0, 2024: 0 },
};

/** Appendix 1, columns R. */
export const realised: Record<Theme, Years> = {
  T1: { 2019: 2464, 2020: 3025 },
  T2: { 2019: 2543, 2020: 2259 },
  T3: { 2019: 394, 2020: 986 },
  T4: { 2019: 949, 2020: 887 },
  T5: { 2019: 346, 2020: 837 },
  T6: { 2019: 0, 2020: 0 },
};

/** Income by the government grant: as budgeted in 2018 (B columns), and as the supplement states it. */
export const granted2018: Years = { 2019: 6981, 2020: 7729, 2021: 13333 };
export const granted2021: Years = {
  2019: 6416,
  2020: 7877,
  2021: 13333,
  2022: 17259,
  2023: 18223,
  2024: 20568,
};

/** Income assumed beforehand in the budget framework. */
export const expected2018: Years = { 2019: 6981, 2020: 7729, 2021: 13333 };
export const expected2021: Years = { ...expected2018, 2022: 16628, 2023: 17557, 2024: 19817 };

/** Printed as still to be allocated; none is printed before 2022. */
export const unallocated: Years = { 2022: 629, 2023: 975, 2024: 3210 };

export type JointLine = { component: string; years: Years; derived?: number[] };

/** Appendix 3: joint initiatives; in 2022 student guidance is paid by another fund. */
export const joint: Record<string, { theme: Theme; lines: JointLine[] }> = {
  studentenwelzijn: {
    theme: 'T3',
    lines: [
      { component: 'Wellbeing officers', years: { 2023: 269, 2024: 276 }, derived: [2023, 2024] },
      { component: 'Coördinatie en versterking netwerk', years: { 2022: 88, 2023: 89, 2024: 89 } },
      { component: 'Mentoraat/ontwikkelen trainingsaanbod', years: { 2022: 63, 2023: 64, 2024: 64 } },
    ],
  },
  'teacher-support-desk': {
    theme: 'T4',
    lines: [
      {
        component: 'Duurzame ondersteuning via facultaire support desk',
        years: { 2022: 375, 2023: 435, 2024: 480 },
      },
      {
        component: 'Verzamelen en beschikbaar maken best practices',
        years: { 2022: 54, 2023: 72, 2024: 74 },
      },
      {
        component: 'Doorontwikkelen universitair ondersteuningsnetwerk',
        years: { 2022: 54, 2023: 145, 2024: 74 },
      },
      { component: 'Ondersteunen van onderwijsinnovatie', years: { 2022: 54, 2023: 72, 2024: 111 } },
    ],
  },
  docentontwikkeling: {
    theme: 'T4',
    lines: [
      {
        component: 'Facultair aanbod en netwerk docentontwikkeling',
        years: { 2022: 306, 2023: 312, 2024: 318 },
      },
      { component: 'Ontwikkeling cursusaanbod', years: { 2022: 20 } },
      { component: 'Begeleidingskosten', years: { 2022: 37, 2023: 37, 2024: 37 } },
    ],
  },
};

/** The year in which student guidance is not paid by the quality funds. */
export const paidElsewhere = 2022;
