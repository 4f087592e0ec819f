import { getFunding } from '#app/funding/funding.server.ts';
import { canWriteFunding } from '#app/funding/funding.ts';
import { termInput } from '#app/funding/term.input.ts';
import { addTerm, changeTerm, listTerms } from '#app/funding/term.server.ts';
import { parseInput } from '#app/identity/form.server.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import type { ListRound } from './list-sheet.server.ts';
import { type ListFrame, refOf } from './list-sheet.ts';
import { bothOf, choicesOf, numberIn, textIn } from './list-value.server.ts';

/** The periods and national amounts of a scheme's funds, as their sources give them. */
export function termList({ scheme }: { scheme: string }): ListRound {
  return {
    read: async (tx, actor): Promise<ListFrame> => {
      if (!canWriteFunding(actor)) throw forbidden('funding.write');
      const { funds } = await getFunding(tx, actor, { scheme });
      const terms = await listTerms(tx, actor, scheme);
      const nameOfFund = (code: string) => {
        const fund = funds.find((one) => one.code === code);
        return fund ? bothOf(fund) : code;
      };
      return {
        ...{ name: 'fund-terms', title: (words) => words('fund-term.title'), lead: 'fill-in.terms.lead' },
        ...{ stamp: `fund-terms/${scheme}`, open: true, begin: () => null },
        keys: [{ head: 'fill-in.list.ref', width: 16 }],
        labels: [],
        fields: [
          {
            ...{ key: 'fund', head: 'fund-term.fund', width: 30, kind: 'choice', needed: true },
            choices: choicesOf(funds),
          },
          { key: 'fromYear', head: 'field.fromYear', width: 12, kind: 'year' },
          { key: 'toYear', head: 'field.toYear', width: 14, kind: 'year' },
          { key: 'nationalCents', head: 'field.nationalAmount', width: 22, kind: 'number', decimals: 2 },
          { key: 'shareBasis', head: 'fill-in.terms.share', width: 20, kind: 'number', decimals: 2 },
          { key: 'basis', head: 'field.basis', width: 40, kind: 'text', most: 500 },
          { key: 'source', head: 'field.source', width: 50, kind: 'text', most: 500, needed: true },
        ],
        rows: terms.map(({ termId, revision, ...term }) => ({
          ...{ id: termId, revision, key: [refOf(termId)], labels: [] },
          name: nameOfFund(term.fund),
          values: {
            ...term,
            fromYear: term.fromYear === null ? null : String(term.fromYear),
            toYear: term.toYear === null ? null : String(term.toYear),
            basis: term.basis || null,
          },
        })),
      };
    },
    save: async (tx, actor, { stands, values }) => {
      const years = { fromYear: numberIn(values.fromYear), toYear: numberIn(values.toYear) };
      const term = parseInput(termInput, { ...values, ...years, basis: textIn(values.basis) });
      if (stands) {
        await changeTerm(tx, actor, { ...term, scheme, term: stands.id, revision: stands.revision ?? 0 });
      } else await addTerm(tx, actor, { ...term, scheme });
    },
  };
}
