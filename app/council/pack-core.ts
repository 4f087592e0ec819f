import type { Pack } from './pack.server.ts';

/** What a pack comes down to, in a few sentences, from the same figures as its tables. Pure. */

type Words = (key: string, params?: Record<string, string | number | null>) => string;
type Line = { name: string; before: number | null; after: number | null };
type Saying = {
  words: Words;
  /** cents in words; `sign` prints a plus too */
  amount: (cents: number, sign?: boolean) => string;
  /** `a, b and c` */
  list: (items: string[]) => string;
  theme: (one: Pack['themes'][number]) => string;
  unit: (one: Pack['units'][number]) => string;
};

/** Less than what prints is no difference to name, in cents. */
const least = 50_000;
/** As many themes or units as one sentence names. */
const most = 3;

/** A sentence each; none for what holds no money. */
export function packCore(pack: Pack, { words, amount, list, theme, unit }: Saying): string[] {
  const lines: Line[] =
    pack.money === 'units'
      ? pack.units.map((one) => ({ ...one, name: unit(one) }))
      : pack.themes.map((one) => ({ ...one, name: theme(one) }));
  const compared = pack.decision.earlier !== null;
  const { before, after, difference } = pack.total;
  if (lines.length === 0) return [];
  const said: string[] = [];
  if (compared) {
    const named = (one: Line) => `${one.name} (${amount(more(one), true)})`;
    const moved = lines.filter((one) => Math.abs(more(one)) >= least);
    const up = moved.filter((one) => more(one) > 0).toSorted((a, b) => more(b) - more(a));
    const down = moved.filter((one) => more(one) < 0).toSorted((a, b) => more(a) - more(b));
    said.push(
      Math.abs(difference) < least
        ? words('pack.core.same', { amount: amount(after ?? 0) })
        : words('pack.core.total', {
            ...{
              before: amount(before ?? 0),
              after: amount(after ?? 0),
              difference: amount(difference, true),
            },
          }),
    );
    if (up.length > 0) said.push(words('pack.core.more', { list: list(up.slice(0, most).map(named)) }));
    if (down.length > 0) said.push(words('pack.core.less', { list: list(down.slice(0, most).map(named)) }));
  } else said.push(...first(pack, lines, { words, amount, list }));
  if (compared) said.push(changedWords(pack, words));
  return said;
}

const more = ({ before, after }: Line) => (after ?? 0) - (before ?? 0);

/** Of what is compared with nothing: from which year to which it moves money, or how much it is and what gets most. */
function first(pack: Pack, lines: readonly Line[], { words, amount, list }: Omit<Saying, 'theme' | 'unit'>) {
  const years = new Map<number, number>();
  for (const one of pack.units) {
    for (const [year, cents] of Object.entries(one.years)) {
      years.set(Number(year), (years.get(Number(year)) ?? 0) + cents);
    }
  }
  const [from, to] = [...years].toSorted(([, a], [, b]) => a - b);
  if (years.size === 2 && from && to && from[1] < 0 && from[1] + to[1] === 0) {
    return [words('pack.core.moved', { from: String(from[0]), amount: amount(to[1]), to: String(to[0]) })];
  }
  const largest = lines
    .filter((one) => (one.after ?? 0) >= least)
    .toSorted((a, b) => (b.after ?? 0) - (a.after ?? 0))
    .slice(0, most)
    .map((one) => `${one.name} (${amount(one.after ?? 0)})`);
  return [
    words('pack.core.first', { amount: amount(pack.total.after ?? 0) }),
    ...(largest.length > 0 && lines.length > 1 ? [words('pack.core.most', { list: list(largest) })] : []),
  ];
}

/** How much changed, in a sentence. */
export function changedWords({ money, counts }: Pick<Pack, 'money' | 'counts'>, words: Words): string {
  return words(money === 'themes' ? 'pack.core.changes' : 'pack.core.texts', counts);
}
