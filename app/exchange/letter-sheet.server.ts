import { z } from 'zod';
import { letterInput } from '#app/funding/funding.input.ts';
import { getFunding } from '#app/funding/funding.server.ts';
import { canWriteFunding } from '#app/funding/funding.ts';
import { recordLetter } from '#app/funding/letter.server.ts';
import { parseInput } from '#app/identity/form.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { years } from '#app/kernel/period.ts';
import { forbidden, Missing } from '#app/kernel/rejection.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import type { CellChange } from './fill-in-difference.ts';
import type { Saved } from './fill-in-post.server.ts';
import { sinceShown } from './fill-in-sheet.ts';
import { letterAmounts, letterSheet } from './letter-sheet.ts';

/** The document that a letter renews, or the kind of a new one. */
export const letterSheetAddress = z.object({
  scheme: z.string(),
  document: z.string().nullish(),
  kind: z.string().nullish(),
  /** of which a new document speaks; needed where a kind has several */
  unit: z.string().nullish(),
});
export type LetterSheetAddress = z.output<typeof letterSheetAddress>;

/**
 * The amounts that a letter names, as a table that goes round.
 * @throws Missing; Rejection `forbidden`
 */
export async function readLetterSheet(
  tx: Tx,
  actor: Actor,
  { scheme, document, kind, unit: asked }: LetterSheetAddress,
) {
  if (!canWriteFunding(actor)) throw forbidden('funding.write');
  const funding = await getFunding(tx, actor, { scheme });
  const found = funding.documents.find((one) => one.code === document) ?? null;
  const made = funding.kinds.find((one) => one.code === (found?.kind.code ?? kind));
  if ((document && !found) || !made) throw new Missing('document');
  const last = found?.versions.at(-1) ?? null;
  const [only, ...others] = made.units;
  const several = others.length > 0;
  const chosen = made.units.find((one) => one.code === asked) ?? (several ? undefined : only);
  if (asked && !chosen) throw new Missing('unit');
  const unit = found?.unit ?? chosen ?? null;
  const frame = {
    scheme,
    unit: several || found?.unit.inside ? unit : null,
    title: found?.title ?? (actor.locale === 'en' ? made.nameEn : made.nameNl),
    number: last?.number ?? 0,
    funds: funding.funds,
    years: years(funding.firstYear, funding.lastYear),
    lines: last?.lines ?? [],
  };
  return {
    ...{ frame, sheet: letterSheet(frame, wordsOf), kind: made.code, document: found?.code ?? null },
    // which of them is to be chosen first
    ...{ unit, units: unit === null ? made.units : [] },
  };
}

/** Of a letter, what is said beside its amounts. */
const letterWords = letterInput.pick({ from: true, note: true, source: true });
const newNames = letterInput.pick({ code: true, title: true }).required();

/**
 * Records the letter whose amounts were shown: the next version of its document.
 * @throws as recordLetter; InvalidInput for what is said beside the amounts
 */
export async function saveLetterSheet(
  tx: Tx,
  actor: Actor,
  { changes, typed, ...at }: LetterSheetAddress & { changes: CellChange[]; typed: Record<string, string> },
): Promise<Saved> {
  const { frame, sheet, kind, document, unit } = await readLetterSheet(tx, actor, at);
  if (unit === null) throw new Missing('unit');
  const { still, moved } = sinceShown(changes, { sheet, locale: actor.locale });
  if (moved.length > 0) return { saved: null, still, moved };
  const said = parseInput(document === null ? letterWords.extend(newNames.shape) : letterWords, typed);
  await recordLetter(tx, actor, {
    ...{ scheme: at.scheme, amounts: letterAmounts(still), files: [], ...said },
    ...(document === null ? { kind, unit: unit.code } : { document, seen: frame.number }),
  });
  return { saved: still.length };
}
