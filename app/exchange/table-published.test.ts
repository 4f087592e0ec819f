import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readSheets } from '#app/ledger/table-read.ts';
import { checkSheets } from './table-check.ts';

/** Findings of a published table as `class code row column: stated computed`, and the notes apart. */
async function check(name: string): Promise<{ misses: string[]; notes: string[] }> {
  const bytes = await readFile(new URL(`./fixtures/${name}.csv`, import.meta.url));
  const { findings } = checkSheets(await readSheets(bytes, `${name}.csv`));
  const words = findings.map(
    ({ class: kind, code, where, stated, computed }) =>
      `${kind} ${code} ${where.label.slice(0, 20).trim()} | ${where.column}: ${stated} ${computed}`,
  );
  return {
    misses: words.filter((word) => !word.startsWith('note')).toSorted(),
    notes: words.filter((word) => word.startsWith('note')),
  };
}

describe('the published tables miss exactly where it is known', () => {
  it('Leiden appendix 1: seven shares of 2023 and 2024, seven roundings', async () => {
    expect(await check('leiden-appendix-1')).toEqual({
      notes: [],
      misses: [
        'error share 1. Intensiever en kl | % 2023: 48 47',
        'error share 2. Onderwijsdifferen | % 2023: 18 16',
        'error share 2. Onderwijsdifferen | % 2024: 16 15',
        'error share 3. Meer en betere be | % 2023: 10 13',
        'error share 3. Meer en betere be | % 2024: 13 14',
        'error share 4. Ruimte voor docen | % 2023: 16 17',
        'error share 5. Studiesucces incl | % 2024: 8 7',
        'rounding difference Resultaat | B2022 (K€): -159 -160',
        'rounding difference Resultaat | B2024 (K€): -84 -85',
        'rounding share-sum Totaal lasten | % 2024: 100 101',
        'rounding sum Totaal lasten | B 2019: 7056 7057',
        'rounding sum Totaal lasten | B2023 (K€): 17339 17338',
        'rounding sum Totaal lasten | B2024 (K€): 17443 17442',
        'rounding sum Totaal lasten | R 2020: 7993 7994',
      ].toSorted(),
    });
  });

  it('Leiden appendix 3: three roundings; a total over lost figures is not judged', async () => {
    expect(await check('leiden-appendix-3')).toEqual({
      notes: ['note unexplained-total Totaal studiebegelei | 2023: null null'],
      misses: [
        'rounding sum Subtotaal TSD | 2022: 536 537',
        'rounding sum Subtotaal TSD | 2023: 725 724',
        'rounding sum Totaal docentontwikk | 2022: 898 899',
      ],
    });
  });

  it('Utrecht theme 2: the totals of 2022 and 2024, one rounding', async () => {
    expect(await check('utrecht-theme-2')).toEqual({
      notes: [],
      misses: [
        'error sum Totaal EUR | 2022: 379015 379663',
        'error sum Totaal EUR | 2024: 452096 451814',
        'rounding sum Totaal EUR | 2023: 400295 400294',
      ],
    });
  });

  it('Utrecht integral tables in EUR and FTE, under a total without a name: five roundings', async () => {
    expect(await check('utrecht-integral')).toEqual({
      notes: [],
      misses: [
        'rounding sum  | 2019: 893217 893218',
        'rounding sum  | 2020: 893217 893218',
        'rounding sum  | 2022 FTE: 13.49 13.5',
        'rounding sum  | 2023 FTE: 14.26 14.25',
        'rounding sum  | 2024: 1355443 1355442',
      ],
    });
  });

  it.each(['utrecht-theme-1', 'utrecht-theme-3'])('%s: nothing', async (name) => {
    expect(await check(name)).toEqual({ notes: [], misses: [] });
  });
});
