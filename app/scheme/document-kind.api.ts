import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { carryOverRuleSchema } from './carry-over-rule.api.ts';
import {
  addRight,
  changeRight,
  putKind,
  putQuestion,
  removeKind,
  removeQuestion,
  removeRight,
} from './document-kind.server.ts';
import { requirementSchema } from './requirement.api.ts';
import { kindInput, questionInput, rightInput } from './scheme.input.ts';

const tag = 'schemes';
const text = z.string();
const whole = z.number().int();
const names = { nameNl: text, nameEn: text };
const question = z.object({
  code: text,
  textNl: text,
  textEn: text,
  hintNl: text,
  hintEn: text,
  per: text,
  required: z.boolean(),
  sort: whole,
  theme: text.nullable(),
  unitKinds: z.array(text),
});
const right = z.object({
  ruleId: z.uuid(),
  bodyKind: text,
  bodyAt: text,
  kind: text,
  prior: z.boolean(),
  termDays: whole,
  basis: text,
  certainty: text,
  sort: whole,
});
/** A kind of document with its questions and the rights on it, as the API shows it. */
export const kindSchema = z.object({
  code: text,
  ...names,
  stage: text.nullable(),
  unitKinds: z.array(text),
  hasMeasures: z.boolean(),
  carryOver: carryOverRuleSchema.nullable(),
  sort: whole,
  questions: z.array(question),
  rights: z.array(right),
  requirements: z.array(requirementSchema),
});
const atScheme = { code: text };
type At = { code: string };
const atKind = { ...atScheme, kind: text };
const at = <K>(params: At, part: K) => ({ scheme: params.code, part });

export function kindApi(api: Api): void {
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/document-kinds/{kind}',
    operationId: 'putDocumentKind',
    tag,
    summary: 'Make a kind of document, or change it',
    params: atKind,
    body: kindInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, body, revision }) =>
      putKind(tx, actor, at(params, params.kind), { ...body, revision }),
  });
  endpoint(api, {
    method: 'delete',
    path: '/schemes/{code}/document-kinds/{kind}',
    operationId: 'removeDocumentKind',
    tag,
    summary: 'Take away a kind of document that has no documents, questions or rights',
    params: atKind,
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, revision }) => removeKind(tx, actor, at(params, params.kind), { revision }),
  });
}

export function questionApi(api: Api): void {
  const params = { ...atKind, question: text };
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/document-kinds/{kind}/questions/{question}',
    operationId: 'putQuestion',
    tag,
    summary: 'Make a question, or change it; one that has answers keeps its words',
    params,
    body: questionInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: { code, kind, question }, body, revision }) =>
      putQuestion(tx, actor, { scheme: code, kind, part: question }, { ...body, revision }),
  });
  endpoint(api, {
    method: 'delete',
    path: '/schemes/{code}/document-kinds/{kind}/questions/{question}',
    operationId: 'removeQuestion',
    tag,
    summary: 'Take away a question that has no answers',
    params,
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: { code, kind, question }, revision }) =>
      removeQuestion(tx, actor, { scheme: code, kind, part: question }, { revision }),
  });
}

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
}
