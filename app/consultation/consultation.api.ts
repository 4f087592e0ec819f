import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { consultationInput, methodInput } from './consultation.input.ts';
import { getConsultation, listConsultations } from './consultation.server.ts';
import { methodKinds } from './consultation.ts';
import { saveConsultation } from './consultation-write.server.ts';
import { involvementApi } from './involvement.api.ts';
import { listMethods, putMethod, removeMethod } from './method.server.ts';
import { getPanels } from './panel.server.ts';

const tag = 'consultations';
const text = z.string();
const count = z
  .union([z.number().int(), z.literal(['masked', 'hidden'])])
  .nullable()
  .openapi({
    description:
      'heads; masked: fewer individuals than the institution shows; hidden: any number, from which a masked one would follow; null: not known',
  });
const names = { code: text, nameNl: text, nameEn: text };

const node = z.object({ ...names, framework: text });
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
    nodes: z.array(node).openapi({ description: 'the themes it was about' }),
    sittings: z.number().int(),
    round: z.number().int().nullable(),
    involvement: text.nullable(),
    ...{ withWhom: text, aim: text, invited: count, present: count, answered: count },
    parts: z.array(z.object({ name: text, heads: count, about: z.boolean() })),
    ...{ caveat: text, outcome: text, source: text },
    topics: z.array(
      z.object({
        text,
        against: text.openapi({ description: 'what it goes against; empty: nothing' }),
        nodes: z.array(node),
        quotes: z
          .array(
            z.union([
              z.object({ text, speakers: text, heads: z.number().int().nullable() }),
              z.object({ masked: z.literal(['small', 'unknown']) }),
            ]),
          )
          .openapi({ description: 'masked: the group it came from is small, or nobody knows how large' }),
        measures: z.array(z.object({ document: text, measure: text, name: text })),
      }),
    ),
    discussions: z.array(
      z.object({ body: text.nullable(), withWhom: text, on: text, note: text }).openapi({
        description: 'who discussed the outcome; on is empty when the day is not known',
      }),
    ),
    maskedBelow: z.number().int(),
    revision: z.number().int(),
  })
  .openapi('Consultation');
const saved = z.object({ consultationId: z.uuid(), revision: z.number().int() });
const atScheme = { code: text };
const atOne = { ...atScheme, consultation: z.uuid() };

const changedMethod = z.object({ code: text, revision: z.number().int() });

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
      kind: z.enum(methodKinds).optional(),
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
    answer: changedMethod,
    run: (tx, actor, { params, body }) =>
      putMethod(tx, actor, { scheme: params.code, method: params.method, revision: null }, body),
  });
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/consultation-methods',
    operationId: 'listConsultationMethods',
    tag,
    summary: 'The ways in which a scheme consults',
    params: atScheme,
    answer: z.array(methodInput.extend({ code: text, revision: z.number().int(), used: z.number().int() })),
    run: async (tx, actor, { params }) => {
      const methods = await listMethods(tx, actor, await schemeIdOf(tx, actor.institutionId, params.code));
      return methods.map(({ methodId: _, ...method }) => method);
    },
  });
  endpoint(api, {
    method: 'delete',
    path: '/schemes/{code}/consultation-methods/{method}',
    operationId: 'removeConsultationMethod',
    tag,
    summary: 'Take away a way of consulting that no consultation has',
    params: { ...atScheme, method: text },
    answer: z.object({ removed: z.boolean() }),
    run: (tx, actor, { params }) => removeMethod(tx, actor, { scheme: params.code, method: params.method }),
  });
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/panels',
    operationId: 'getPanels',
    tag,
    summary: 'Panel talks held, by unit and theme',
    params: atScheme,
    query: { year: z.coerce.number().int().optional(), method: text.optional() },
    answer: z.array(
      z.object({
        unit: text,
        theme: text.nullable().openapi({ description: 'null: those without a theme of the scheme' }),
        sittings: z.number().int(),
        consultations: z.array(z.uuid()),
      }),
    ),
    run: async (tx, actor, { params, query: { year = null, method = null } }) => {
      const { rows, themes } = await getPanels(tx, actor, { scheme: params.code, year, method });
      return rows.flatMap((row) =>
        [...row.cells, row.none].map(({ sittings, panels }, i) => ({
          ...{ unit: row.unit.code, theme: themes[i]?.code ?? null, sittings },
          consultations: panels.map((one) => one.consultationId),
        })),
      );
    },
  });
  involvementApi(api);
}
