import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import {
  listMeasureReferences,
  listNodeReferences,
  type MeasureReference,
  type NodeReference,
} from '#app/plan/reference.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import type { Names } from './definition.ts';

/** What a definition can refer to. */
export type DefinitionFrame = {
  schemeId: string;
  /** of the indicators there are */
  codes: string[];
  units: (Names & { unitId: string; kind: string })[];
  nodes: NodeReference[];
  measures: MeasureReference[];
};

/** Five statements. @throws Missing */
export async function getDefinitionFrame(tx: Tx, actor: Actor, scheme: string): Promise<DefinitionFrame> {
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, scheme);
  const indicators = await tx
    .selectFrom('indicator')
    .select('code')
    .where('institutionId', '=', institutionId)
    .where('schemeId', '=', schemeId)
    .execute();
  const units = await tx
    .selectFrom('unit')
    .select(['unitId', 'code', 'kind', 'nameNl', 'nameEn'])
    .where('institutionId', '=', institutionId)
    .orderBy('sort')
    .orderBy('code')
    .execute();
  const nodes = await listNodeReferences(tx, actor, schemeId);
  const measures = await listMeasureReferences(tx, actor, schemeId);
  const codes = indicators.map((one) => one.code);
  return { schemeId, codes, units, nodes, measures };
}
