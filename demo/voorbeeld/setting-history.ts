import type { InstitutionInput } from '#app/exchange/institution-file.ts';

const scheme = 'ka-2022-2027';
const stimulering = {
  fund: 'stimulering',
  basis: 'eenmalig, per project toegekend',
  source: 'Tijdelijke stimuleringsregeling, artikel 2 (fictief)',
};

/**
 * Since when settings are known and what they were before: the incentive scheme was to end in 2022 until it was
 * prolonged by a year, and why buildings are left out was said in fewer words at first.
 */
export const settingHistory: InstitutionInput['settingHistory'] = [
  {
    ...{ setting: 'fundTerm', scheme, knownUntil: '2022-11-21T09:00:00Z', sort: 1 },
    what: { ...stimulering, fromYear: 2022, toYear: 2022 },
  },
  {
    ...{ setting: 'fundTerm', scheme, knownFrom: '2022-11-21T09:00:00Z' },
    what: { ...stimulering, fromYear: 2022, toYear: 2023 },
  },
  {
    ...{ setting: 'exclusion', scheme, knownUntil: '2023-03-14T10:00:00Z' },
    what: {
      node: 'T6',
      reason: 'Gebouwen worden uit andere budgetten betaald.',
      coveredBy: 'Huisvestingsplan',
    },
  },
  {
    ...{ setting: 'exclusion', scheme, knownFrom: '2023-03-14T10:00:00Z' },
    what: {
      node: 'T6',
      reason:
        'Gebouwen en digitale systemen worden uit andere budgetten betaald, zodat deze middelen bij het onderwijs zelf terechtkomen.',
      coveredBy: 'Huisvestingsplan en programma Digitale leeromgeving',
    },
  },
];
