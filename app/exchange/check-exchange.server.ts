import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import type { SchemeEntry } from './scheme-file.ts';
import { codesOf, tableRows } from './table-rows.server.ts';

/** What sources say of the funds, the ties, and every word on a difference. */
export async function importChecks(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  const { institutionId } = book;
  const own = { institutionId, schemeId: book.id('scheme', scheme.code) };
  await insertAll(
    tx,
    'fundTerm',
    scheme.fundTerms.map(({ fund, ...term }, sort) => ({
      institutionId,
      termId: newId(),
      fundId: book.id('fund', scheme.code, fund),
      ...term,
      sort,
    })),
  );
  await insertAll(
    tx,
    'tie',
    scheme.ties.map(({ left, right, ...tie }, sort) => ({
      ...own,
      tieId: newId(),
      ...tie,
      leftSide: JSON.stringify(left),
      rightSide: JSON.stringify(right),
      sort,
    })),
  );
  const seen = new Map<string, number>();
  await insertAll(
    tx,
    'acceptedDifference',
    scheme.acceptedDifferences.map((one) => {
      const key = `${one.code} ${one.whereKey}`;
      const sort = (seen.get(key) ?? 0) + 1;
      seen.set(key, sort);
      return { ...own, acceptanceId: newId(), ...one, sort };
    }),
  );
}

/** The same of each scheme, by its code. */
export async function exportChecks(tx: Tx, institutionId: string) {
  const schemes = codesOf(await tableRows(tx, institutionId, 'scheme'), 'schemeId');
  const funds = await tableRows(tx, institutionId, 'fund', 'sort');
  const terms = await tableRows(tx, institutionId, 'fundTerm', 'sort');
  const ties = await tableRows(tx, institutionId, 'tie', 'sort');
  const words = await tableRows(tx, institutionId, 'acceptedDifference', 'sort');
  const number = (value: string | null) => (value === null ? null : Number(value));
  return new Map(
    [...schemes].map(([schemeId, code]) => [
      code,
      {
        fundTerms: terms.flatMap(({ fundId, fromYear, toYear, nationalCents, shareBasis, basis, source }) => {
          const fund = funds.find((one) => one.fundId === fundId && one.schemeId === schemeId);
          return fund
            ? [{ fund: fund.code, fromYear, toYear, nationalCents, shareBasis, basis, source }]
            : [];
        }),
        ties: ties
          .filter((tie) => tie.schemeId === schemeId)
          .map(({ code, nameNl, nameEn, leftSide, rightSide, note }) => ({
            ...{ code, nameNl, nameEn, left: leftSide, right: rightSide, note },
          })),
        acceptedDifferences: words
          .filter((one) => one.schemeId === schemeId)
          .toSorted((a, b) => Number(new Date(a.at)) - Number(new Date(b.at)) || a.sort - b.sort)
          .map((one) => ({
            ...{ code: one.code, whereKey: one.whereKey, accepted: one.accepted, reason: one.reason },
            ...{ stated: number(one.stated), computed: number(one.computed) },
            ...{ byKind: one.byKind, byName: one.byName, at: new Date(one.at).toISOString() },
          })),
      },
    ]),
  );
}
