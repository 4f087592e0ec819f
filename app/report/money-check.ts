/** The rules that a scheme's money must keep, as checks: pure, from the figures that its pages show anyway. */
import { sum } from '#app/kernel/money.ts';
import type { MoneyRow } from '#app/ledger/money.server.ts';
import type { SchemeFrame } from './money.server.ts';
import type { MoneyView } from './money-view.ts';
import { type Check, centsCheck } from './open-check.ts';
import { onExcluded, overAllocated, overGranted } from './overview.ts';

/** Allocated against granted by year, and money on themes that the scheme leaves out. */
export function moneyChecks(view: MoneyView, scheme: string): Check[] {
  const granted = overGranted(view.funding, scheme).map(({ params, href }) => {
    const year = String(params.year);
    const of = (stage: string) => {
      const found = view.funding.find((one) => one.stage === stage && String(one.year) === year)!;
      return found.now - found.carriedNow;
    };
    return centsCheck({
      code: 'granted',
      whereKey: year,
      class: 'error',
      stated: of('allocated'),
      computed: of('granted'),
      place: [year],
      cell: { row: 'granted', column: `B${year}` },
      href,
    });
  });
  const excluded = onExcluded(view, scheme).map(({ params, href }) => {
    const whereKey = new URL(href, 'http://x').searchParams.get('cell')!;
    const [column = '', row = ''] = whereKey.split(':');
    return centsCheck({
      code: 'excluded',
      whereKey,
      cell: { row: `line-${row}`, column },
      class: 'error',
      stated: Number(params.cents),
      computed: 0,
      place: [String(params.theme), String(params.year)],
      params: { reason: view.keys.find((one) => one.label === params.theme)?.excluded ?? '' },
      href,
    });
  });
  return [...granted, ...excluded];
}

/** Budgeted against allocated, unit by unit over the whole period. */
export function unitChecks(rows: MoneyRow[], frame: Pick<SchemeFrame, 'code' | 'units'>): Check[] {
  return [...Map.groupBy(rows, (row) => row.unit!)].flatMap(([unit, own]) => {
    const name = frame.units.find((one) => one.code === unit)?.name ?? unit;
    const [over] = overAllocated(own, new Map([[unit, name]]), frame.code);
    if (!over) return [];
    const total = (stage: string) => sum(own.filter((row) => row.stage === stage).map((row) => row.cents));
    return [
      centsCheck({
        code: 'allocated',
        whereKey: unit,
        class: 'error',
        stated: total('budgeted'),
        computed: total('allocated'),
        place: [name],
        href: over.href,
      }),
    ];
  });
}
