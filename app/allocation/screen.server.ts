import type { Actor } from '#app/kernel/actor.ts';
import { type AskedMoment, isNow } from '#app/kernel/moment.ts';
import type { AllocationView } from './allocation.server.ts';
import type { AllocationSetting } from './setting.server.ts';
import { canDecideAllocation, canWriteAllocation } from './version.ts';

/** The names that a screen needs, without the money and head counts behind them. */
export function vocabularyOf({ units, themes, funds, definitions }: AllocationSetting) {
  return {
    units: units.map(({ code, nameNl, nameEn, kind, depth }) => ({ code, nameNl, nameEn, kind, depth })),
    themes: themes.map(({ code, nameNl, nameEn }) => ({ code, nameNl, nameEn })),
    funds: funds.map(({ code, nameNl, nameEn }) => ({ code, nameNl, nameEn })),
    definitions,
  };
}

/** What the page of one version shows, and what its reader may do there. */
export function screenOf(
  actor: Actor,
  { setting, document, version, rules, result, problems, since, newMoney, settled }: AllocationView,
  asked: AskedMoment | null = null,
) {
  const now = asked === null || isNow(asked);
  const draft = document.versions.some((one) => one.status === 'draft');
  const rights = setting.kinds.find((kind) => kind.code === document.kind.code)?.priorRights ?? 0;
  return {
    scheme: setting.code,
    vocabulary: vocabularyOf(setting),
    document,
    version,
    rules,
    result,
    problems,
    since,
    newMoney: now ? newMoney : null,
    settled: now ? settled : [],
    asked,
    may: {
      edit: now && canWriteAllocation(actor) && version.status === 'draft',
      renew: now && canWriteAllocation(actor) && !draft,
      decide: now && canDecideAllocation(actor) && version.status === 'submitted' && rights === 0,
      return: now && canDecideAllocation(actor) && version.status === 'submitted',
      withdraw: now && canWriteAllocation(actor) && version.status === 'submitted',
      /** bodies have to be asked first, with the other decisions */
      ask: now && version.status === 'submitted' && rights > 0,
    },
  };
}

export type AllocationScreen = ReturnType<typeof screenOf>;
