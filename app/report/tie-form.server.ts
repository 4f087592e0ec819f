import { parseInput } from '#app/identity/form.server.ts';
import { type TieInput, tieInput } from './check.input.ts';

/** A tie as its form sends it: each side's fields begin with `left` or `right`, lists as text. */
export function readTie(form: FormData): TieInput {
  const field = (name: string) => String(form.get(name) ?? '').trim();
  const list = (name: string, mark: RegExp) =>
    field(name)
      .split(mark)
      .map((one) => one.trim())
      .filter(Boolean);
  const side = (hand: 'left' | 'right') => ({
    scheme: field(`${hand}Scheme`),
    stage: field(`${hand}Stage`),
    funds: list(`${hand}Funds`, /[,;\n]/),
    unit: field(`${hand}Unit`) || null,
    node: field(`${hand}Node`) || null,
    measure: field(`${hand}Measure`) || null,
    components: list(`${hand}Components`, /\n/),
    years: list(`${hand}Years`, /[,;\s]/).map(Number),
    unitCents: Number(field(`${hand}UnitCents`)),
  });
  return parseInput(tieInput, {
    nameNl: field('nameNl'),
    nameEn: field('nameEn'),
    left: side('left'),
    right: side('right'),
    note: field('note'),
    revision: Number(field('revision')),
  });
}
