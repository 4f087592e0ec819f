import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { consultationInput, methodInput } from './consultation.input.ts';
import { getConsultation, listConsultations } from './consultation.server.ts';
import { putMethod, saveConsultation } from './consultation-write.server.ts';

const tag = 'consultations';
const text = z.string();
const count = z
  .union([z.number().int(), z.literal(['masked', 'hidden'])])
  .nullable()
  .openapi({
    description:
      'heads; masked: one to four individuals; hidden: any number, from which a masked one would follow; null: not known',
  });
const names = { code: text, nameNl: text, nameEn: text };

const consultation = z
  .object({
    consultationId: z.uuid(),
    on: text.openapi({ description: 'the date as the source prints it' }),
    date: z.iso.date(),
    title: text,
    method: text,
    unit: text,
    body: text.nullable(),
    document: text.nullable(),
    ...{ withWhom: text, aim: text, invited: count, present: count, answered: count },
    parts: z.array(z.object({ name: text, heads: count, about: z.boolean() })),
    ...{ caveat: text, outcome: text, source: text },
    topics: z.array(
      z.object({
        text,
        nodes: z.array(z.object({ ...names, framework: text })),
        measures: z.array(z.object({ document: text, measure: text, name: text })),
      }),
    ),
    revision: z.number().int(),
  })
  .openapi('Consultation');
const saved = z.object({ consultationId: z.uuid(), revision: z.number().int() });
const atScheme = { code: text };
const atOne = { ...atScheme, consultation: z.uuid() };

export function consultationApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/consultations',
    operationId: 'listConsultations',
    tag,
    summary: 'The consultations of a scheme, the newest first',
    description: 'One to four individuals come as `masked`, and what they would follow from as `hidden`.',
    params: atScheme,
    query: {
      year: z.coerce.number().int().optional(),
      unit: text.optional(),
      method: text.optional(),
      document: text.optional(),
    },
    answer: z.array(consultation),
    run: (tx, actor, { params, query }) => listConsultations(tx, actor, { scheme: params.code, ...query }),
  });
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/consultations/{consultation}',
    operationId: 'getConsultation',
    tag,
    summary: 'One consultation',
    params: atOne,
    answer: consultation,
    run: (tx, actor, { params }) =>
      getConsultation(tx, actor, { scheme: params.code, id: params.consultation }),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/consultations',
    operationId: 'addConsultation',
    tag,
    summary: 'Write up a consultation',
    params: atScheme,
    body: consultationInput,
    status: 201,
    answer: saved,
    run: (tx, actor, { params, body }) =>
      saveConsultation(tx, actor, { scheme: params.code, id: null, revision: null }, body),
  });
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/consultations/{consultation}',
    operationId: 'changeConsultation',
    tag,
    summary: 'Change what was written of a consultation',
    params: atOne,
    body: consultationInput,
    revision: true,
    answer: saved,
    run: (tx, actor, { params, body, revision }) =>
      saveConsultation(tx, actor, { scheme: params.code, id: params.consultation, revision }, body),
  });
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/consultation-methods/{method}',
    operationId: 'putConsultationMethod',
    tag,
    summary: 'Make a way of consulting, or change it',
    params: { ...atScheme, method: text },
    body: methodInput,
    answer: z.object({ code: text }),
    run: (tx, actor, { params, body }) =>
      putMethod(tx, actor, { scheme: params.code, method: params.method }, body),
  });
}
