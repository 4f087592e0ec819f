import type { z } from 'zod';
import { parseInput } from '#app/identity/form.server.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { sanctionInput } from '#app/scheme/sanction.input.ts';

/** A sanction as its form sends it: the fields of the kind that was chosen. @throws InvalidInput */
export function readSanction(form: FormData): z.output<typeof sanctionInput> {
  const said = (name: string) => String(form.get(name) ?? '').trim();
  const text = (name: string) => said(name) || undefined;
  const withhold = said('effect.kind') !== 'no-growth';
  return parseInput(sanctionInput, {
    ...{ revision: text('revision'), nameNl: text('nameNl'), nameEn: text('nameEn') },
    ...{ causeNl: text('causeNl'), causeEn: text('causeEn'), source: text('source'), sort: text('sort') },
    effect: withhold
      ? {
          kind: 'withhold',
          fromYear: text('effect.fromYear'),
          lastYear: text('effect.lastYear'),
          shareBasis: shareOf(said('effect.share')),
        }
      : { kind: 'no-growth', year: text('effect.year'), over: text('effect.over') },
  });
}

// Two decimals of a percentage are basis points; nothing typed is all of it.
function shareOf(raw: string): number {
  const share = readAmount(raw === '' ? '100' : raw, 2);
  if (share.kind === 'value' && share.value > 0 && share.value <= 10_000) return share.value;
  throw new InvalidInput([{ path: 'effect.share', code: 'sanction.share', params: { raw } }]);
}
