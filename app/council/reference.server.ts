import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { type FieldError, InvalidInput } from '#app/kernel/rejection.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';

/** The codes by which a form or a machine says what something is about. */
export type References = {
  body?: string | undefined;
  to?: string | undefined;
  unit?: string | undefined;
  role?: string | undefined;
  decision?: string | undefined;
  topic?: string | undefined;
  document?: string | undefined;
  /** `document/measure` */
  measure?: string | undefined;
  /** `document/version number` */
  version?: string | undefined;
  /** `document/version number/change` */
  change?: string | undefined;
};

export type Resolved = {
  schemeId: string;
  bodyId: string;
  toId: string;
  /** where the answering body stands */
  toUnitId: string;
  unitId: string;
  decisionId: string | null;
  topicId: string | null;
  documentId: string | null;
  measureId: string | null;
  versionId: string | null;
  changeId: string | null;
};

/**
 * The ids behind the codes, all within one scheme. What was not given is null, or '' where it is asked for.
 * @throws InvalidInput with everything unknown at once; Missing for the scheme
 */
export async function resolveAbout(
  tx: Tx,
  actor: Actor,
  scheme: string,
  given: References,
): Promise<Resolved> {
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, scheme);
  const errors: FieldError[] = [];
  const need = <T>(path: string, value: string | undefined, row: T | undefined): T | null => {
    if (value !== undefined && !row) errors.push({ path, code: 'council.unknown', params: { value } });
    return row ?? null;
  };
  const body = await need('body', given.body, given.body ? await bodyOf(tx, actor, given.body) : undefined);
  const to = await need('to', given.to, given.to ? await bodyOf(tx, actor, given.to) : undefined);
  const unit = given.unit
    ? await tx
        .selectFrom('unit')
        .select('unitId')
        .where('institutionId', '=', institutionId)
        .where('code', '=', given.unit)
        .executeTakeFirst()
    : undefined;
  need('unit', given.unit, unit);
  if (given.role) {
    const role = await tx
      .selectFrom('role')
      .select('roleId')
      .where('institutionId', '=', institutionId)
      .where('code', '=', given.role)
      .executeTakeFirst();
    need('role', given.role, role);
  }
  const at = { institutionId, schemeId };
  const decision = need('decision', given.decision, await decisionOf(tx, at, given.decision));
  const topic = need('topic', given.topic, await topicOf(tx, at, given.topic));
  const document = need('document', given.document, await documentOf(tx, at, given.document));
  const measure = need('measure', given.measure, await measureOf(tx, at, given.measure));
  const version = need('version', given.version, await versionOf(tx, at, given.version));
  const change = need('change', given.change, await changeOf(tx, at, given.change));
  if (errors.length > 0) throw new InvalidInput(errors);
  return {
    schemeId,
    bodyId: body?.bodyId ?? '',
    toId: to?.bodyId ?? '',
    toUnitId: to?.unitId ?? '',
    unitId: unit?.unitId ?? '',
    decisionId: decision?.decisionId ?? null,
    topicId: topic?.topicId ?? null,
    documentId: document?.documentId ?? null,
    measureId: measure?.measureId ?? null,
    versionId: version?.versionId ?? null,
    changeId: change?.changeId ?? null,
  };
}

type At = { institutionId: string; schemeId: string };

function bodyOf(tx: Tx, actor: Actor, code: string) {
  return tx
    .selectFrom('body')
    .select(['bodyId', 'unitId'])
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', code)
    .executeTakeFirst();
}

async function decisionOf(tx: Tx, at: At, id: string | undefined) {
  if (id === undefined) return undefined;
  return tx
    .selectFrom('decision as x')
    .innerJoin('version as v', (on) =>
      on.onRef('v.institutionId', '=', 'x.institutionId').onRef('v.versionId', '=', 'x.versionId'),
    )
    .innerJoin('document as d', (on) =>
      on.onRef('d.institutionId', '=', 'v.institutionId').onRef('d.documentId', '=', 'v.documentId'),
    )
    .select('x.decisionId')
    .where('x.institutionId', '=', at.institutionId)
    .where('d.schemeId', '=', at.schemeId)
    .where('x.decisionId', '=', id)
    .executeTakeFirst();
}

async function topicOf(tx: Tx, at: At, id: string | undefined) {
  if (id === undefined) return undefined;
  return tx
    .selectFrom('consultationTopic as t')
    .innerJoin('consultation as c', (on) =>
      on.onRef('c.institutionId', '=', 't.institutionId').onRef('c.consultationId', '=', 't.consultationId'),
    )
    .select('t.topicId')
    .where('t.institutionId', '=', at.institutionId)
    .where('c.schemeId', '=', at.schemeId)
    .where('t.topicId', '=', id)
    .executeTakeFirst();
}

async function documentOf(tx: Tx, at: At, code: string | undefined) {
  if (code === undefined) return undefined;
  return tx
    .selectFrom('document')
    .select('documentId')
    .where('institutionId', '=', at.institutionId)
    .where('schemeId', '=', at.schemeId)
    .where('code', '=', code)
    .executeTakeFirst();
}

async function measureOf(tx: Tx, at: At, value: string | undefined) {
  const [document, measure] = value?.split('/') ?? [];
  if (!document || !measure) return undefined;
  return tx
    .selectFrom('measure as m')
    .innerJoin('document as d', (on) =>
      on.onRef('d.institutionId', '=', 'm.institutionId').onRef('d.documentId', '=', 'm.documentId'),
    )
    .select('m.measureId')
    .where('m.institutionId', '=', at.institutionId)
    .where('d.schemeId', '=', at.schemeId)
    .where('d.code', '=', document)
    .where('m.code', '=', measure)
    .executeTakeFirst();
}

// Evidence stands: a draft, which still changes, is none.
async function versionOf(tx: Tx, at: At, value: string | undefined) {
  const [document, number] = value?.split('/') ?? [];
  if (!document || !number) return undefined;
  return tx
    .selectFrom('version as v')
    .innerJoin('document as d', (on) =>
      on.onRef('d.institutionId', '=', 'v.institutionId').onRef('d.documentId', '=', 'v.documentId'),
    )
    .select('v.versionId')
    .where('v.institutionId', '=', at.institutionId)
    .where('d.schemeId', '=', at.schemeId)
    .where('d.code', '=', document)
    .where('v.number', '=', Number(number))
    .where('v.status', '<>', 'draft')
    .executeTakeFirst();
}

async function changeOf(tx: Tx, at: At, value: string | undefined) {
  const [document, number, code] = value?.split('/') ?? [];
  const version = code ? await versionOf(tx, at, `${document}/${number}`) : undefined;
  if (!version || !code) return undefined;
  return tx
    .selectFrom('planChange')
    .select('changeId')
    .where('institutionId', '=', at.institutionId)
    .where('versionId', '=', version.versionId)
    .where('code', '=', code)
    .executeTakeFirst();
}
