import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { getEvidenceFile, listEvidence } from './evidence.server.ts';
import { addEvidence, linkEvidence, withdrawEvidence } from './evidence-write.server.ts';
import { evidenceInput, subjectInput, withdrawalInput } from './progress.input.ts';

const tag = 'evidence';
const atScheme = { code: z.string() };
const atOne = { ...atScheme, evidence: z.string() };

/** The part of the API for evidence: the same rights as on the page, also for the file. */
export function evidenceApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/evidence',
    operationId: 'listEvidence',
    tag,
    summary: 'Evidence that the caller may see',
    description: 'All of it, or of one measure (`document` and `measure`); what was withdrawn says so.',
    params: atScheme,
    query: { document: z.string().optional(), measure: z.string().optional(), unit: z.string().optional() },
    answer: z.object({
      evidence: z.array(
        z.looseObject({ code: z.string(), kind: z.string(), title: z.string(), effectiveOn: z.iso.date() }),
      ),
    }),
    run: async (tx, actor, { params, query }) => {
      await schemeIdOf(tx, actor.institutionId, params.code);
      return { evidence: await listEvidence(tx, actor, { scheme: params.code, ...query }) };
    },
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/evidence',
    operationId: 'addEvidence',
    tag,
    summary: 'Add a piece of evidence',
    description:
      'A file in base64, a link, a version, a decision, a consultation, or a fact with its number and source.',
    params: atScheme,
    body: evidenceInput,
    status: 201,
    answer: z.object({ code: z.string() }),
    run: (tx, actor, { params, body, now }) => addEvidence(tx, actor, { scheme: params.code, now }, body),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/evidence/{evidence}/links',
    operationId: 'linkEvidence',
    tag,
    summary: 'Name evidence for one thing more',
    params: atOne,
    body: subjectInput,
    status: 201,
    answer: z.object({ linked: z.boolean() }),
    run: async (tx, actor, { params, body }) => {
      await linkEvidence(tx, actor, { scheme: params.code, evidence: params.evidence }, body);
      return { linked: true };
    },
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/evidence/{evidence}/withdrawal',
    operationId: 'withdrawEvidence',
    tag,
    summary: 'Withdraw evidence, with the reason',
    description: 'It is not erased: it stays to be read as withdrawn.',
    params: atOne,
    body: withdrawalInput,
    answer: z.object({ withdrawn: z.boolean() }),
    run: async (tx, actor, { params, body, now }) => {
      await withdrawEvidence(tx, actor, { scheme: params.code, evidence: params.evidence, now }, body);
      return { withdrawn: true };
    },
  });
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/evidence/{evidence}/file',
    operationId: 'getEvidenceFile',
    tag,
    summary: 'The file of a piece of evidence',
    description: 'In base64, with the SHA-256 that it was held against.',
    params: atOne,
    answer: z.object({ name: z.string(), mediaType: z.string(), sha256: z.string(), base64: z.string() }),
    run: async (tx, actor, { params }) => {
      const { bytes, ...file } = await getEvidenceFile(tx, actor, {
        scheme: params.code,
        evidence: params.evidence,
      });
      return { ...file, base64: bytes.toString('base64') };
    },
  });
}
