import { split } from '#app/kernel/split.ts';
import { compareBudgets } from '#app/plan/comparison.ts';
import type { AskedPlace } from '#app/plan/place.ts';
import type { Plan } from '#app/plan/plan.server.ts';
import type { PlanQuestion } from '#app/plan/plan-part.server.ts';
import { remarkQuery } from '#app/plan/plan-words.ts';
import type { ShiftPart } from '#app/plan/shift-part.ts';
import type { ShownChange } from '#app/plan/shift-view.ts';
import type { TextComparison } from '#app/plan/text-comparison.ts';
import type { VersionComparison } from '#app/plan/version-comparison.server.ts';
import { changedParagraph } from './comment-paragraph.ts';
import { lengths, type PackChange, type PackParts, type PackText, type PackTheme } from './pack.ts';
import { excerptOf, shortened } from './pack-excerpt.ts';

/** What a pack says of two versions, or of one that is compared with nothing. Pure. */

export type ThemeParts = Pick<PackParts, 'themes' | 'changes' | 'texts'>;
type Parts = ThemeParts;

/** Money, changes with their reasons, and the sections that say something else, from the comparison of two versions. */
export function comparedParts(comparison: VersionComparison): Parts {
  const { changes, themes, shift, texts } = comparison;
  return {
    themes: changes.flatMap((one): PackTheme[] => {
      if (one.before === null && one.after === null) return [];
      const theme = themes.find(({ code }) => code === one.theme);
      const share = shift.themes.find((of) => of.theme === one.theme)?.share ?? null;
      return [
        {
          ...{ theme: one.theme, name: theme ?? null, series: theme?.series ?? null },
          ...{ before: one.before, after: one.after, difference: one.difference },
          share: share && { before: share.before, after: share.after },
        },
      ];
    }),
    changes: changesOf(comparison),
    texts: texts.filter((one) => one.kind !== 'same').map((one) => textOf(one, themes)),
  };
}

/** A difference below this prints as none, in cents. */
const least = 50_000;

/**
 * What the change of each theme's money is made of, largest first: what one measure lost and another got stands under
 * both their themes, so that each theme adds up. Then what was stated or said otherwise without moving money.
 */
function changesOf({ shift, measures }: VersionComparison): PackChange[] {
  const name = (code: string) => shift.measures.find((one) => one.code === code)?.name ?? code;
  const told = new Set<string>();
  const moved = shift.themes.flatMap(({ theme, items }) => {
    const byCause = Map.groupBy(
      items,
      (item) => item.changes[0] ?? `${item.part} ${item.measures.join(' ')}`,
    );
    return [...byCause].flatMap(([cause, own]): PackChange[] => {
      const cents = own.reduce((sum, item) => sum + item.cents, 0);
      const stated = shift.changes.find((one) => one.key === cause);
      const codes = [...new Set(own.flatMap((item) => item.measures))];
      for (const code of codes) told.add(code);
      if (stated) told.add(stated.key);
      else if (Math.abs(cents) < least) return [];
      const titled = stated?.subject || codes.map(name).join(', ');
      return [
        {
          ...{ key: `${theme} ${cause}`, change: cause, theme, difference: cents, stated: null },
          kind: stated?.kind ?? kindOf(own[0]!.part, cents),
          title: shortened(titled, lengths.said),
          ...saidOf(stated),
        },
      ];
    });
  });
  const silent = shift.changes.filter((one) => one.kind !== 'kept' && !told.has(one.key));
  return [
    ...moved.toSorted((a, b) => Math.abs(b.difference!) - Math.abs(a.difference!)),
    ...silent.map((one) => statedChange(one, name)),
    ...measures
      .filter((one) => one.kind === 'changed' && !told.has(one.code))
      .map((one): PackChange => {
        const change = `measure ${one.code}`;
        const theme = shift.themes.some(({ theme: of }) => of === one.node) ? one.node : null;
        const title = shortened(one.name, lengths.said);
        return { key: change, change, theme, kind: 'changed', title, ...quiet };
      }),
  ];
}

const quiet = { difference: 0, stated: null, reason: '', body: null, decidedOn: null };

function kindOf(part: ShiftPart, cents: number): PackChange['kind'] {
  const moves = { relabelled: 'reclassified', transferred: 'moved', regrouped: 'moved' } as const;
  if (part === 'new' || part === 'stopped') return part;
  return part === 'grown' ? (cents > 0 ? 'extended' : 'reduced') : moves[part];
}

function saidOf(stated: ShownChange | undefined) {
  return {
    reason: shortened(stated?.reason ?? '', lengths.reason),
    body: stated?.names.body ?? null,
    decidedOn: stated?.decidedOn ?? null,
  };
}

/** What was stated and moved no money that the figures tell. */
function statedChange(one: ShownChange, name: (code: string) => string): PackChange {
  const linked = one.before.length + one.after.length > 0;
  const names = (one.after.length > 0 ? one.after : one.before).map(name).join(', ');
  return {
    ...{ key: `change ${one.key}`, change: one.key, theme: one.to ?? one.from ?? null, kind: one.kind },
    title: shortened(one.subject || names || one.code, lengths.said),
    ...{ difference: linked ? 0 : null, stated: linked ? null : one.cents },
    ...saidOf(one),
  };
}

function textOf({ question, place, kind, pieces, before, after }: TextComparison, themes: Themes): PackText {
  const moved = pieces.filter((one) => one.kind !== 'same');
  return {
    key: `${question.code} ${place.node ?? place.unit ?? ''}`,
    ...placed(question, place, themes),
    about: kind === 'gone' ? null : aboutOf(question, place, changedParagraph(before, after)),
    kind: kind === 'same' ? 'changed' : kind,
    ...excerptOf(withNotes(pieces)),
    size: moved.reduce((sum, one) => sum + one.text.length, 0),
  };
}

/** A note of a text, which stands in it as `[^…]`, between brackets as its own sentence. */
const noted = (text: string) => text.replace(/\[\^([^\]]*)\]/g, ' ($1)');

/** The same in pieces: a note may begin in one and end in another. */
function withNotes(pieces: TextComparison['pieces']): TextComparison['pieces'] {
  let open = false;
  return pieces.map((one) => {
    let text = '';
    for (const part of one.text.split(/(\[\^|\])/)) {
      text += part === '[^' ? ' (' : part === ']' && open ? ')' : part;
      if (part === '[^' || part === ']') open = part === '[^';
    }
    return { ...one, text };
  });
}

type Themes = readonly { code: string }[];

function aboutOf(
  { code }: TextComparison['question'],
  { node, unit }: AskedPlace,
  paragraph: string | null = null,
): string {
  return remarkQuery({ kind: 'paragraph', question: code, node, unit, paragraph });
}

/** Of what it is asked. */
function placed(question: TextComparison['question'], place: AskedPlace, themes: Themes) {
  const theme = themes.find(({ code }) => code === place.node)?.code ?? null;
  return {
    theme,
    question: { textNl: question.textNl, textEn: question.textEn },
    place: place.name && { nameNl: place.name.nameNl, nameEn: place.name.nameEn },
  };
}

type Answered = { question: PlanQuestion; place: AskedPlace; text: string };

/** The same of a plan that is compared with nothing: its money, its measures, and how each answer begins. */
export function plannedParts(plan: Plan, texts: readonly Answered[]): Parts {
  const roots = new Map(plan.nodes.filter((node) => node.theme).map((node) => [node.code, node.root]));
  const root = (node: string) => roots.get(node) ?? node;
  const nothing = { measures: [], lines: [] };
  const ways = { rates: plan.rates, themes: plan.themes.map((theme) => theme.code), root };
  const money = compareBudgets(nothing, plan, ways);
  const budgeted = money.flatMap(({ theme, after }) =>
    after === null ? [] : [[theme ?? '', after] as const],
  );
  const positive = budgeted.every(([, cents]) => cents >= 0) && budgeted.some(([, cents]) => cents > 0);
  const shares = positive ? split(10_000, new Map(budgeted)) : null;
  return {
    themes: money.flatMap((one): PackTheme[] => {
      const theme = plan.themes.find(({ code }) => code === one.theme);
      if (one.after === null) return [];
      const after = shares?.get(one.theme ?? '') ?? null;
      return [
        {
          ...{ theme: one.theme, name: theme ?? null, series: theme?.series ?? null, before: null },
          ...{ after: one.after, difference: one.after, share: after === null ? null : { before: 0, after } },
        },
      ];
    }),
    changes: money.flatMap(({ theme, measures }) =>
      measures.map((one) => {
        const own = plan.measures.find(({ code }) => code === one.code);
        return {
          ...{ key: `measure ${one.code}`, change: `measure ${one.code}`, theme, kind: 'planned' as const },
          ...{ ...quiet, title: shortened(one.name, lengths.said), difference: one.after ?? 0 },
          reason: shortened(own?.description ?? '', lengths.reason),
        };
      }),
    ),
    texts: texts.flatMap(({ question, place, text }, index): PackText[] => {
      if (text.trim() === '') return [];
      const shown = shortened(noted(text).replace(/^#+ /gm, ''), lengths.excerpt);
      return [
        {
          key: `${question.code} ${place.node ?? place.unit ?? ''}`,
          ...placed(question, place, plan.themes),
          about: aboutOf(question, place),
          ...{ kind: 'planned', pieces: [{ kind: 'same', text: shown }], cut: text.length > shown.length },
          // nothing changed: what comes first in the plan stays
          size: -index,
        },
      ];
    }),
  };
}
