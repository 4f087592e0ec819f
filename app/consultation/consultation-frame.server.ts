import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import {
  listMeasureReferences,
  listNodeReferences,
  type MeasureReference,
  type NodeReference,
} from '#app/plan/reference.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { listMethods, type Method } from './method.server.ts';
import { listPlaces, type Places } from './place.server.ts';

type Names = { code: string; nameNl: string; nameEn: string };

/** What a consultation of a scheme can refer to. */
export type ConsultationFrame = {
  schemeId: string;
  methods: Method[];
  involvements: (Names & { involvementId: string })[];
  units: Places['units'];
  bodies: Places['bodies'];
  /** the framework of the themes of the scheme's money */
  themes: string | null;
  documents: { documentId: string; code: string; title: string; unit: string }[];
  nodes: NodeReference[];
  measures: MeasureReference[];
};

/** Everything that the form of a consultation offers. Eight statements. @throws Missing */
export async function getConsultationFrame(tx: Tx, actor: Actor, scheme: string): Promise<ConsultationFrame> {
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, scheme);
  const { units, bodies } = await listPlaces(tx, actor);
  const documents = await tx
    .selectFrom('document as d')
    .innerJoin('unit as u', (on) =>
      on.onRef('u.institutionId', '=', 'd.institutionId').onRef('u.unitId', '=', 'd.unitId'),
    )
    .select(['d.documentId', 'd.code', 'd.title', 'u.code as unit'])
    .where('d.institutionId', '=', institutionId)
    .where('d.schemeId', '=', schemeId)
    .orderBy('d.title')
    .execute();
  const methods = await listMethods(tx, actor, schemeId);
  const involvements = await tx
    .selectFrom('involvement')
    .select(['involvementId', 'code', 'nameNl', 'nameEn'])
    .where('institutionId', '=', institutionId)
    .where('schemeId', '=', schemeId)
    .orderBy('sort')
    .orderBy('code')
    .execute();
  const nodes = await listNodeReferences(tx, actor, schemeId);
  return {
    themes: nodes.find((one) => one.isTheme)?.framework ?? null,
    ...{ schemeId, methods, involvements, units, bodies, documents },
    nodes,
    measures: await listMeasureReferences(tx, actor, schemeId),
  };
}
