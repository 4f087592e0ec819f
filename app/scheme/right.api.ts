import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { addRight, changeRight, removeRight } from './right.server.ts';
import { getRightMatrix } from './right-matrix.server.ts';
import { loadRightsSet, shippedSets } from './rights-set.server.ts';
import { rightInput } from './scheme.input.ts';

const tag = 'schemes';
const text = z.string();
const whole = z.number().int();
const atKind = { code: text, kind: text };

/** A line of the rights matrix as the API shows it. */
export const rightSchema = z.object({
  ruleId: z.uuid(),
  bodyKind: text,
  bodyKindNl: text,
  bodyKindEn: text,
  bodyAt: text,
  kind: text,
  matterNl: text,
  matterEn: text,
  holderNl: text,
  holderEn: text,
  prior: z.boolean(),
  termDays: whole,
  basis: text,
  certainty: text,
  quorumBasis: whole.nullable(),
  quorumMembers: whole.nullable(),
  majority: text,
  sections: z.array(text),
  silence: text,
  conditionsAllowed: z.boolean(),
  suspensionDays: whole,
  appealMonths: whole,
  interimParts: whole.nullable().openapi({
    description: 'what may be spent while consent is missing when the year begins: so many parts',
  }),
  interimOf: whole.nullable().openapi({ description: '… of so many, of what stood there the year before' }),
  interimStage: text.nullable(),
  interimBasis: text,
  interimCertainty: text.nullable(),
  sectionRules: z
    .array(
      z.object({
        name: text,
        quorumBasis: whole.nullable(),
        quorumMembers: whole.nullable(),
        majority: text.nullable(),
      }),
    )
    .openapi({ description: 'what sections that vote apart have of their own' }),
  mediatorKind: text.nullable().openapi({ description: 'the kind of body that mediates in a dispute' }),
  mediationDays: whole.openapi({ description: 'in how many working days; 0: not laid down' }),
  committeeKind: text.nullable().openapi({ description: 'the committee that rules when they do not agree' }),
  rulingDays: whole,
  sort: whole,
});

export function rightApi(api: Api): void {
  const params = { ...atKind, ruleId: z.uuid() };
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/document-kinds/{kind}/rights',
    operationId: 'addRight',
    tag,
    summary: 'Add a line to the rights matrix of a kind of document',
    params: atKind,
    body: rightInput.omit({ revision: true }),
    revision: true,
    status: 201,
    answer: changedSchema.extend({ ruleId: z.uuid() }),
    run: (tx, actor, { params: { code, kind }, body, revision }) =>
      addRight(tx, actor, { scheme: code, kind }, { ...body, revision }),
  });
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/document-kinds/{kind}/rights/{ruleId}',
    operationId: 'changeRight',
    tag,
    summary: 'Change a line of the rights matrix',
    params,
    body: rightInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: { code, kind, ruleId }, body, revision }) =>
      changeRight(tx, actor, { scheme: code, kind, part: ruleId }, { ...body, revision }),
  });
  endpoint(api, {
    method: 'delete',
    path: '/schemes/{code}/document-kinds/{kind}/rights/{ruleId}',
    operationId: 'removeRight',
    tag,
    summary: 'Take away a line of the rights matrix on which nothing was asked yet',
    params,
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: { code, kind, ruleId }, revision }) =>
      removeRight(tx, actor, { scheme: code, kind, part: ruleId }, { revision }),
  });
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/rights',
    operationId: 'getRightMatrix',
    tag,
    summary: 'The rights matrix of a scheme: bodies by matters',
    params: { code: text },
    answer: z.looseObject({
      columns: z.array(z.looseObject({ key: text })),
      rows: z.array(z.looseObject({ key: text })),
    }),
    run: (tx, actor, { params: { code } }) => getRightMatrix(tx, actor, code),
  });
  endpoint(api, {
    method: 'get',
    path: '/rights-sets',
    operationId: 'listRightsSets',
    tag,
    summary: 'The rights sets that come with the software',
    answer: z.array(z.looseObject({ code: text, nameNl: text, nameEn: text })),
    run: async () => shippedSets(),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/rights-sets',
    operationId: 'loadRightsSet',
    tag,
    summary: 'Load a rights set into a scheme',
    description:
      'One that comes with the software, by its code, or a set of one’s own; makes the kinds of document that lack and adds the rights that are not there.',
    params: { code: text },
    body: z.object({ set: z.union([text, z.looseObject({ format: text })]) }),
    revision: true,
    status: 201,
    answer: changedSchema.extend({ kinds: whole, rights: whole }),
    run: (tx, actor, { params: { code }, body, revision }) =>
      loadRightsSet(tx, actor, code, { revision, set: body.set }),
  });
}
