import { parseInput } from '#app/identity/form.server.ts';
import { forbidden, InvalidInput } from '#app/kernel/rejection.ts';
import { listBodyKinds } from '#app/organisation/body-kind.server.ts';
import { addRight, changeRight } from '#app/scheme/right.server.ts';
import { readQuorum } from '#app/scheme/right-form.server.ts';
import { rightInput } from '#app/scheme/scheme.input.ts';
import { certainties, interimStages, majorities, rightKinds, silences } from '#app/scheme/scheme.ts';
import { getScheme, type Scheme } from '#app/scheme/scheme-read.server.ts';
import { canEditSchemes } from '#app/scheme/scheme-setting.server.ts';
import type { FilledValue } from './fill-in-read.ts';
import type { ListRound } from './list-sheet.server.ts';
import { type ChangedRow, type Choice, type ListField, refOf } from './list-sheet.ts';
import { bothOf, choicesOf, numberIn, textIn, wordChoices, yesNo, yesOf } from './list-value.server.ts';

type Right = Scheme['kinds'][number]['rights'][number];

/** The rights matrix of a scheme: a row per right of a kind of body on a kind of document. */
export function rightList({ scheme }: { scheme: string }): ListRound {
  return {
    read: async (tx, actor) => {
      if (!canEditSchemes(actor)) throw forbidden('admin.scheme');
      const { kinds } = await getScheme(tx, actor.institutionId, scheme);
      const bodies = choicesOf(await listBodyKinds(tx, actor.institutionId));
      const known = new Set(kinds.map(({ code }) => code));
      return {
        ...{ name: 'rights', title: (words) => words('rights.title'), lead: 'fill-in.rights.lead' },
        ...{ stamp: `rights/${scheme}`, open: true },
        begin: ([kind = '']) => (known.has(kind) ? null : { code: 'plan.unknown', params: { what: kind } }),
        keys: [
          { head: 'fill-in.rights.kind', width: 20 },
          { head: 'fill-in.list.ref', width: 16 },
        ],
        labels: [{ head: 'fill-in.name', width: 32 }],
        fields: fieldsOf(bodies),
        rows: kinds.flatMap((kind) =>
          kind.rights.map((right) => {
            const body = bodyOf(right);
            return {
              ...{ id: right.ruleId, key: [kind.code, refOf(right.ruleId)], labels: [bothOf(kind)] },
              name: { nl: `${kind.nameNl} · ${body.nl}`, en: `${kind.nameEn} · ${body.en}` },
              values: valuesOf(right),
            };
          }),
        ),
      };
    },
    save: async (tx, actor, row) => {
      // each line makes a next revision of the scheme
      const { revision, kinds } = await getScheme(tx, actor.institutionId, scheme);
      const [kind = ''] = row.key;
      const rights = kinds.find((one) => one.code === kind)?.rights ?? [];
      const right = rights.find((one) => one.ruleId === row.stands?.id);
      const input = parseInput(rightInput, { ...right, ...inputOf(row, right), revision });
      if (right) return changeRight(tx, actor, { scheme, kind, part: right.ruleId }, input);
      return addRight(tx, actor, { scheme, kind }, input);
    },
  };
}

function bodyOf({ bodyKindNl, bodyKindEn, holderNl, holderEn }: Right) {
  return { nl: holderNl || bodyKindNl, en: holderEn || holderNl || bodyKindEn };
}

function fieldsOf(bodies: readonly Choice[]): ListField[] {
  const needed = true;
  const choice = (key: string, width: number, choices: readonly Choice[], more = {}): ListField => {
    return { key, head: `field.${key}`, width, kind: 'choice', choices, ...more };
  };
  const text = (key: string, width: number, more = {}): ListField => {
    return { key, head: `field.${key}`, width, kind: 'text', most: 400, ...more };
  };
  const whole = (key: string, width: number): ListField => {
    return { key, head: `field.${key}`, width, kind: 'number', decimals: 0 };
  };
  return [
    choice('bodyKind', 22, bodies, { needed }),
    choice('bodyAt', 22, wordChoices('body-at', ['unit', 'institution']), { needed }),
    choice('kind', 16, wordChoices('right', rightKinds), { needed, head: 'field.right' }),
    text('matterNl', 36),
    text('matterEn', 36),
    text('holderNl', 22),
    text('holderEn', 22),
    choice('prior', 18, yesNo, { needed, head: 'fill-in.rights.prior' }),
    whole('termDays', 12),
    text('basis', 30, { needed }),
    choice('certainty', 18, wordChoices('certainty', certainties), { needed }),
    text('quorum', 12, { most: 20 }),
    choice('majority', 30, wordChoices('majority', majorities)),
    text('sections', 24, { head: 'fill-in.rights.sections' }),
    choice('silence', 30, wordChoices('silence', silences)),
    choice('conditionsAllowed', 18, yesNo, { head: 'fill-in.rights.conditions' }),
    whole('suspensionDays', 14),
    whole('appealMonths', 14),
    whole('interimParts', 14),
    whole('interimOf', 10),
    choice('interimStage', 16, wordChoices('stage', interimStages)),
    text('interimBasis', 30),
    choice('interimCertainty', 18, wordChoices('certainty', certainties)),
  ];
}

function quorumIn({ quorumBasis, quorumMembers }: Right): string | null {
  if (quorumMembers !== null) return String(quorumMembers);
  return quorumBasis === null ? null : `${String(quorumBasis / 100).replace('.', ',')}%`;
}

function valuesOf(right: Right): Record<string, FilledValue> {
  const { bodyKind, bodyAt, kind, termDays, certainty, majority, silence } = right;
  const { suspensionDays, appealMonths, interimParts, interimOf, interimStage, interimCertainty } = right;
  const text = (key: 'matterNl' | 'matterEn' | 'holderNl' | 'holderEn' | 'basis' | 'interimBasis') =>
    right[key] || null;
  return {
    ...{ bodyKind, bodyAt, kind, termDays, certainty, majority, silence, suspensionDays, appealMonths },
    ...{ interimParts, interimOf, interimStage, interimCertainty, interimBasis: text('interimBasis') },
    ...{ matterNl: text('matterNl'), matterEn: text('matterEn'), basis: text('basis') },
    ...{ holderNl: text('holderNl'), holderEn: text('holderEn'), quorum: quorumIn(right) },
    ...{ prior: yesOf(right.prior), conditionsAllowed: yesOf(right.conditionsAllowed) },
    sections: right.sections.join('; ') || null,
  };
}

/** A line as it is saved; what the sheet does not tell stays, and what is left open is as usual. */
function inputOf({ values }: ChangedRow, right: Right | undefined) {
  const { quorum, sections: typed, prior, conditionsAllowed, ...rest } = values;
  const read = readQuorum(textIn(quorum).replace(/\s/g, ''));
  if (!read) {
    throw new InvalidInput([{ path: 'quorum', code: 'right.quorum', params: { raw: textIn(quorum) } }]);
  }
  const sections = textIn(typed)
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter(Boolean);
  const clearable = ['interimParts', 'interimOf', 'interimStage', 'interimCertainty'];
  const told = Object.entries(rest).filter(([key, value]) => value !== null || clearable.includes(key));
  const texts = ['matterNl', 'matterEn', 'holderNl', 'holderEn', 'interimBasis', 'basis'];
  return {
    ...Object.fromEntries(texts.map((key) => [key, textIn(rest[key])])),
    ...Object.fromEntries(told),
    ...read,
    ...{ sections, prior: prior === 'yes', conditionsAllowed: conditionsAllowed !== 'no' },
    sectionRules: right?.sectionRules.filter(({ name }) => sections.includes(name)) ?? [],
    ...{ interimParts: numberIn(rest.interimParts), interimOf: numberIn(rest.interimOf) },
  };
}
