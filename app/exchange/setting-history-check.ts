import type { FileCodes } from './file-codes.ts';
import type { InstitutionFile } from './institution-file.ts';
import type { SchemeEntry } from './scheme-file.ts';
import type { SettingHistoryEntry } from './setting-history-file.ts';

/** References of what settings were, and that nothing is known as two things at once. */
export function checkSettingHistory(file: InstitutionFile, codes: FileCodes): void {
  const { problems } = codes;
  for (const [i, { scheme: code, knownFrom, knownUntil, ...one }] of file.settingHistory.entries()) {
    const path = ['settingHistory', i];
    const scheme = file.schemes.find((each) => each.code === code);
    if (!scheme) {
      problems.add([...path, 'scheme'], 'unknown-scheme', { value: code });
      continue;
    }
    if (knownFrom !== null && knownUntil !== null && Date.parse(knownFrom) >= Date.parse(knownUntil)) {
      problems.add([...path, 'knownUntil'], 'ends-before-it-begins', {
        from: knownFrom,
        through: knownUntil,
      });
    }
    if (one.setting === 'fundTerm') codes.refer([...path, 'what', 'fund'], one.what.fund, 'fund', code);
    if (one.setting === 'exclusion')
      codes.refer([...path, 'what', 'node'], one.what.node, 'node', scheme.themes);
    if (one.setting === 'right' || one.setting === 'carryOver')
      codes.refer([...path, 'what', 'documentKind'], one.what.documentKind, 'kind', code);
  }
  for (const scheme of file.schemes) checkOneAtATime(file, codes, scheme);
}

type Span = { index: number | null; key: string; from: number; until: number };

function checkOneAtATime(file: InstitutionFile, { problems }: FileCodes, scheme: SchemeEntry): void {
  const told = file.settingHistory.flatMap((one, index): Span[] => {
    const key = one.scheme === scheme.code ? settingKey(one) : null;
    const from = one.knownFrom === null ? -Infinity : Date.parse(one.knownFrom);
    return key === null
      ? []
      : [{ index, key, from, until: one.knownUntil === null ? Infinity : Date.parse(one.knownUntil) }];
  });
  if (told.length === 0) return;
  const since = new Set(told.filter((one) => one.until === Infinity).map((one) => one.key));
  // what stands in its place without a word of when was always known
  const always = presentOf(scheme).flatMap((one): Span[] => {
    const key = settingKey(one);
    return key === null || since.has(key) ? [] : [{ index: null, key, from: -Infinity, until: Infinity }];
  });
  for (const spans of Map.groupBy([...told, ...always], (one) => one.key).values()) {
    const inOrder = spans.toSorted((a, b) => a.from - b.from || a.until - b.until);
    for (const [at, { from, index }] of inOrder.entries()) {
      const before = inOrder[at - 1];
      if (before && from < before.until)
        problems.add(['settingHistory', index ?? before.index ?? 0, 'knownFrom'], 'known-twice');
    }
  }
}

type Stated = Pick<SettingHistoryEntry, 'setting' | 'what'>;

function presentOf(scheme: SchemeEntry): Stated[] {
  const all = <S extends Stated['setting']>(setting: S, list: object[]) =>
    list.map((what) => ({ setting, what }) as Stated);
  return [
    ...all('fund', scheme.funds),
    ...all('exclusion', scheme.exclusions),
    ...all('rate', scheme.rates),
    ...all('tie', scheme.ties),
    ...all('table', scheme.tables),
    ...scheme.documentKinds.flatMap(({ code: documentKind, carryOver, rights }) => [
      ...all('carryOver', carryOver ? [{ ...carryOver, documentKind }] : []),
      ...all(
        'right',
        rights.map((right) => ({ ...right, documentKind })),
      ),
    ]),
  ];
}

/** What tells a setting of a scheme from all others; null where only all that it says does. */
function settingKey(one: Stated): string | null {
  const { setting, what } = one as SettingHistoryEntry;
  const parts = (() => {
    switch (setting) {
      case 'fundTerm':
        return null;
      case 'rate':
        return [what.fromYear];
      case 'exclusion':
        return [what.node];
      case 'carryOver':
        return [what.documentKind];
      case 'right':
        return [what.documentKind, what.bodyKind, what.bodyAt, what.kind, what.matterNl];
      default:
        return [what.code];
    }
  })();
  return parts && [setting, ...parts].join('\u0000');
}
