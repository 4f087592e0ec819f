import type { SectionRule } from './right.ts';
import type { certainties, Majority, RightsKind, Silence } from './scheme.ts';

/** A line of the matrix as it is read: of which kind of document, and whose it is. */
export type MatrixLine = {
  ruleId: string;
  kindCode: string;
  kindNl: string;
  kindEn: string;
  matterNl: string;
  matterEn: string;
  bodyKind: string;
  holderNl: string;
  holderEn: string;
  /** the one body of this kind, when there is only one; else the name of the kind */
  bodyNl: string;
  bodyEn: string;
  kind: RightsKind;
  prior: boolean;
  termDays: number;
  basis: string;
  certainty: (typeof certainties)[number];
  quorumBasis: number | null;
  quorumMembers: number | null;
  majority: Majority;
  sections: string[];
  sectionRules: SectionRule[];
  silence: Silence;
  conditionsAllowed: boolean;
};

type Names = { nameNl: string; nameEn: string };
export type RightMatrix = {
  /** the bodies, in the order in which the matrix first names them */
  columns: (Names & { key: string })[];
  rows: (Names & { key: string; kind: string; cells: Readonly<Record<string, MatrixLine[]>> })[];
};

/** Bodies by matters: each line in its cell. A matter without words of its own has the name of its kind. Pure. */
export function rightMatrix(lines: readonly MatrixLine[]): RightMatrix {
  const columns = new Map<string, RightMatrix['columns'][number]>();
  for (const line of lines) {
    if (columns.has(line.bodyKind)) continue;
    const nameNl = line.holderNl || line.bodyNl;
    const nameEn = line.holderEn || (line.holderNl ? line.holderNl : line.bodyEn);
    columns.set(line.bodyKind, { key: line.bodyKind, nameNl, nameEn });
  }
  const groups = Map.groupBy(lines, (line) => `${line.kindCode} ${line.matterNl}`);
  const rows = [...groups].map(([key, group]) => {
    const [first] = group as [MatrixLine, ...MatrixLine[]];
    return {
      key,
      kind: first.kindCode,
      nameNl: first.matterNl || first.kindNl,
      nameEn: first.matterEn || first.matterNl || first.kindEn,
      cells: Object.fromEntries(Map.groupBy(group, (line) => line.bodyKind)),
    };
  });
  return { columns: [...columns.values()], rows };
}
