import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { blockSpec } from './block.input.ts';
import { carryOverRuleSchema } from './carry-over-rule.api.ts';
import { putKind, putQuestion, removeKind, removeQuestion } from './document-kind.server.ts';
import { requirementSchema } from './requirement.api.ts';
import { rightSchema } from './right.api.ts';
import { kindInput, questionInput } from './scheme.input.ts';

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
  confidential: z.boolean().openapi({ description: 'a publication leaves its answers out' }),
  sort: whole,
  theme: text.nullable(),
  unitKinds: z.array(text),
  part: text.openapi({ description: 'where in a report the answer stands: chapter or annex' }),
  filled: z.boolean().openapi({ description: 'the template fills it; nothing is asked' }),
  fixedNl: text,
  fixedEn: text,
  blocks: z.array(blockSpec).openapi({ description: 'what is computed and printed behind the answer' }),
  drawsOn: z
    .array(z.object({ kind: text, question: text, yearsBefore: whole }))
    .openapi({ description: 'the questions of lower reports that it draws on' }),
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
  rights: z.array(rightSchema),
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
