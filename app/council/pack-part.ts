import { split } from '#app/kernel/split.ts';
import { compareBudgets, type MeasureChange } from '#app/plan/comparison.ts';
import type { AskedPlace } from '#app/plan/place.ts';
import type { Plan } from '#app/plan/plan.server.ts';
import type { PlanQuestion } from '#app/plan/plan-part.server.ts';
import type { ShownChange } from '#app/plan/shift-view.ts';
import type { TextComparison } from '#app/plan/text-comparison.ts';
import type { VersionComparison } from '#app/plan/version-comparison.server.ts';
import {
  excerptOf,
  lengths,
  type PackChange,
  type PackParts,
  type PackText,
  type PackTheme,
  shortened,
} from './pack.ts';

/** What a pack says of two versions, or of one that is compared with nothing. Pure. */

type Parts = Pick<PackParts, 'themes' | 'changes' | 'texts'>;

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
    texts: texts.filter((one) => one.kind !== 'same').map(textOf),
  };
}

type Known = MeasureChange & { theme: string | null };

function changesOf({ changes, shift, measures }: VersionComparison): PackChange[] {
  // a measure that changed its theme stands under both; its last theme counts
  const known = new Map<string, Known>();
  for (const { theme, measures: own } of changes)
    for (const one of own) known.set(one.code, { ...one, theme });
  const stated = shift.changes.filter((one) => one.kind !== 'kept');
  const told = new Set(shift.changes.flatMap((one) => [...one.before, ...one.after]));
  const silent = [...known.values()].filter((one) => !told.has(one.code));
  return [
    ...stated.map((one) => statedChange(one, known)),
    ...silent
      .filter((one) => one.kind !== 'unchanged')
      .map((one) => measureChange(one, one.kind as PackChange['kind'])),
    ...silent
      .filter((one) => one.kind === 'unchanged' && measures.some(isChanged(one.code)))
      .map((one) => measureChange(one, 'changed')),
  ];
}

const isChanged = (code: string) => (one: { code: string; kind: string }) =>
  one.code === code && one.kind === 'changed';

function measureChange(one: Known, kind: PackChange['kind']): PackChange {
  return {
    ...{ key: `measure ${one.code}`, theme: one.theme, kind, title: shortened(one.name, lengths.said) },
    difference: (one.after ?? 0) - (one.before ?? 0),
    ...{ stated: null, reason: '', body: null, decidedOn: null },
  };
}

function statedChange(one: ShownChange, known: Map<string, Known>): PackChange {
  // over all the measures that it ties together: what one gave another is no difference
  const tied = [...new Set([...one.before, ...one.after])].map((code) => known.get(code));
  const difference = tied.reduce((all, of) => all + (of?.after ?? 0) - (of?.before ?? 0), 0);
  const linked = one.before.length + one.after.length > 0;
  const last = one.after.length > 0 ? one.after : one.before;
  const names = last.map((code) => known.get(code)?.name ?? code).join(', ');
  return {
    key: `change ${one.key}`,
    theme: one.to ?? one.from ?? known.get(last[0] ?? '')?.theme ?? null,
    kind: one.kind,
    title: shortened(one.subject || names || one.code, lengths.said),
    difference: linked ? difference : null,
    stated: linked ? null : one.cents,
    reason: shortened(one.reason, lengths.reason),
    body: one.names.body,
    decidedOn: one.decidedOn,
  };
}

function textOf({ question, place, kind, pieces }: TextComparison): PackText {
  const moved = pieces.filter((one) => one.kind !== 'same');
  return {
    key: `${question.code} ${place.node ?? place.unit ?? ''}`,
    question: { textNl: question.textNl, textEn: question.textEn },
    place: place.name && { nameNl: place.name.nameNl, nameEn: place.name.nameEn },
    kind: kind === 'same' ? 'changed' : kind,
    ...excerptOf(pieces),
    size: moved.reduce((sum, one) => sum + one.text.length, 0),
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
          ...measureChange({ ...one, theme }, 'planned'),
          reason: shortened(own?.description ?? '', lengths.reason),
        };
      }),
    ),
    texts: texts.flatMap(({ question, place, text }, index): PackText[] => {
      if (text.trim() === '') return [];
      const shown = shortened(text.replace(/^#+ /gm, ''), lengths.excerpt);
      return [
        {
          key: `${question.code} ${place.node ?? place.unit ?? ''}`,
          question: { textNl: question.textNl, textEn: question.textEn },
          place: place.name && { nameNl: place.name.nameNl, nameEn: place.name.nameEn },
          ...{ kind: 'planned', pieces: [{ kind: 'same', text: shown }], cut: text.length > shown.length },
          // nothing changed: what comes first in the plan stays
          size: -index,
        },
      ];
    }),
  };
}
