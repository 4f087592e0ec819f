import { parseInput } from '#app/identity/form.server.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { type TieInput, tieInput } from './check.input.ts';
import { readName } from './tie-list.ts';

/**
 * A tie as its form sends it: each side's fields begin with `left` or `right`, lists (`leftYears[]`) by name.
 * @throws InvalidInput at the fields of the form
 */
export function readTie(form: FormData): TieInput {
  const field = (name: string) => String(form.get(name) ?? '').trim();
  const list = (name: string) => form.getAll(`${name}[]`).map((one) => readName(String(one)));
  const side = (hand: 'left' | 'right') => ({
    scheme: field(`${hand}Scheme`),
    stage: field(`${hand}Stage`),
    funds: list(`${hand}Funds`),
    unit: field(`${hand}Unit`) || null,
    node: field(`${hand}Node`) || null,
    measure: field(`${hand}Measure`) || null,
    components: list(`${hand}Components`),
    years: list(`${hand}Years`).map(Number),
    unitCents: Number(field(`${hand}UnitCents`)),
  });
  const names = { nameNl: field('nameNl'), nameEn: field('nameEn'), note: field('note') };
  const sent = { ...names, revision: Number(field('revision')) };
  try {
    return parseInput(tieInput, { ...sent, left: side('left'), right: side('right') });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(error.errors.map((one) => ({ ...one, path: fieldAt(one.path) })));
  }
}

// `right.years.0` stands in the field rightYears
function fieldAt(path: string): string {
  return path.replace(
    /^(left|right)\.(\w)(\w*).*/,
    (_, hand, first, rest) => hand + first.toUpperCase() + rest,
  );
}
