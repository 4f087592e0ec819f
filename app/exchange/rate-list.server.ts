import { parseInput } from '#app/identity/form.server.ts';
import { years } from '#app/kernel/period.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { putRate, removeRate } from '#app/scheme/rate.server.ts';
import { rateInput } from '#app/scheme/scheme.input.ts';
import { getScheme } from '#app/scheme/scheme-read.server.ts';
import { canEditSchemes } from '#app/scheme/scheme-setting.server.ts';
import type { ListRound } from './list-sheet.server.ts';
import { textIn } from './list-value.server.ts';

/** What one FTE costs, by the year from which it holds; an amount that is emptied takes the rate away. */
export function rateList({ scheme }: { scheme: string }): ListRound {
  return {
    read: async (tx, actor) => {
      if (!canEditSchemes(actor)) throw forbidden('admin.scheme');
      const { rates, firstYear, lastYear } = await getScheme(tx, actor.institutionId, scheme);
      return {
        ...{ name: 'fte-rates', title: (words) => words('scheme-admin.rates') },
        ...{ lead: 'fill-in.rates.lead', stamp: `fte-rates/${scheme}` },
        keys: [{ head: 'field.fromYear', width: 14 }],
        labels: [],
        fields: [
          { key: 'fteCents', head: 'field.fte', width: 24, kind: 'number', decimals: 2 },
          { key: 'source', head: 'field.source', width: 60, kind: 'text' },
        ],
        rows: years(firstYear, lastYear).map((year) => {
          const rate = rates.find((one) => one.fromYear === year);
          const values = { fteCents: rate?.fteCents ?? null, source: rate?.source || null };
          return {
            id: rate ? String(year) : '',
            key: [String(year)],
            name: String(year),
            labels: [],
            values,
          };
        }),
      };
    },
    save: async (tx, actor, { key, stands, values: { fteCents, source } }) => {
      // each rate makes a next revision of the scheme
      const { revision } = await getScheme(tx, actor.institutionId, scheme);
      const at = { scheme, part: Number(key[0]) };
      if (fteCents === null && stands?.id) return removeRate(tx, actor, at, { revision });
      const input = { revision, fteCents: fteCents ?? undefined, source: textIn(source) };
      return putRate(tx, actor, at, parseInput(rateInput, input));
    },
  };
}
