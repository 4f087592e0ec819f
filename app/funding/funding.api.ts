import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { jsonBody } from '#app/identity/api-body.ts';
import { momentInput } from '#app/ledger/money.input.ts';
import { getLetterFile } from './attachment.server.ts';
import { letterInput } from './funding.input.ts';
import { type Funding, getFunding } from './funding.server.ts';
import { changesOf, fundingStages } from './funding.ts';
import { recordLetter } from './letter.server.ts';

const cents = z.number().int();
const amount = cents.nullable().openapi({ description: 'euro cents; null when nothing was said' });
const line = z.object({
  fund: z.string(),
  year: z.number().int(),
  cents: cents.nullable().openapi({ description: 'euro cents; null is pm' }),
  provisional: z.boolean(),
  memo: z.boolean().openapi({ description: 'in no total' }),
  note: z.string(),
});
const row = z
  .object({
    fund: z.string(),
    year: z.number().int(),
    expected: amount,
    provisional: amount,
    final: amount,
    granted: amount,
    difference: amount.openapi({ description: 'granted minus expected; null when a part of either is pm' }),
    pm: z.array(z.enum(fundingStages)).openapi({ description: 'stages of which a part is pm' }),
    memos: z.array(line).openapi({ description: 'named by letters in force, and in no total' }),
    notes: z.array(z.string()),
  })
  .openapi('FundingRow');

const change = z.object({
  fund: z.string(),
  year: z.number().int(),
  before: amount,
  after: amount.openapi({ description: 'euro cents; null is pm' }),
  provisional: z.boolean(),
  memo: z.boolean(),
  settled: z.boolean().openapi({ description: 'provisional before, final now' }),
  note: z.string(),
});

const document = z
  .object({
    code: z.string(),
    title: z.string(),
    kind: z.string(),
    stage: z.enum(fundingStages),
    versions: z.array(
      z.object({
        number: z.number().int(),
        from: z.iso.date(),
        inForce: z.boolean(),
        note: z.string(),
        source: z.string(),
        hash: z.string(),
        lines: z.array(line),
        changes: z.array(change),
        files: z.array(
          z.object({
            attachmentId: z.uuid(),
            name: z.string(),
            mediaType: z.string(),
            bytes: z.number().int(),
          }),
        ),
      }),
    ),
  })
  .openapi('FundingDocument');

const scheme = z.object({ code: z.string() });

export function fundingApi(api: Api): void {
  getFundingOperation(api);
  recordLetterOperation(api);
  getFileOperation(api);
}

function getFundingOperation(api: Api): void {
  const route = operation({
    method: 'get',
    path: '/schemes/{code}/funding',
    operationId: 'getFunding',
    tags: ['funding'],
    summary: 'What was expected and granted, per fund and year, and the letters behind it',
    description:
      'Per fund and year the ex-ante figure, the provisional and the final grant in force on a day; and every document with its versions and what each changed.',
    request: { params: scheme, query: momentInput },
    answer: z.object({ asOf: z.iso.date(), rows: z.array(row), documents: z.array(document) }),
  });
  api.openapi(route, (c) =>
    answer(c, async (tx, actor) => {
      const days = c.req.valid('query');
      const query = { scheme: c.req.valid('param').code, ...days, now: c.get('clock')() };
      return shown(await getFunding(tx, actor, query));
    }),
  );
}

function shown({ asOf, rows, documents }: Funding) {
  return {
    asOf,
    rows,
    documents: documents.map(({ code, title, kind, versions }) => ({
      code,
      title,
      kind: kind.code,
      stage: kind.stage,
      versions: versions.map(({ versionId: _, ...version }, i) => ({
        ...version,
        changes: changesOf(versions[i - 1] ?? null, versions[i]!),
      })),
    })),
  };
}

function recordLetterOperation(api: Api): void {
  const route = operation({
    method: 'post',
    path: '/schemes/{code}/funding-letters',
    operationId: 'recordLetter',
    tags: ['funding'],
    summary: 'Record a letter: amounts per fund and year, in force from a day',
    description:
      'Makes the next version of a document that carries funding, or a new document. Amounts that the letter does not name stay as they were. Files come in base64, together up to 10 MB.',
    request: {
      params: scheme,
      body: jsonBody(letterInput),
    },
    answer: z.object({ document: z.string(), version: z.number().int(), hash: z.string() }),
    status: 201,
  });
  api.openapi(route, (c) =>
    answer(
      c,
      (tx, actor) => recordLetter(tx, actor, { ...c.req.valid('json'), scheme: c.req.valid('param').code }),
      201,
    ),
  );
}

function getFileOperation(api: Api): void {
  const route = operation({
    method: 'get',
    path: '/schemes/{code}/funding-files/{attachmentId}',
    operationId: 'getLetterFile',
    tags: ['funding'],
    summary: 'A file of a letter',
    description: 'The bytes come in base64.',
    request: { params: scheme.extend({ attachmentId: z.uuid() }) },
    answer: z.object({ name: z.string(), mediaType: z.string(), base64: z.string() }),
  });
  api.openapi(route, (c) =>
    answer(c, async (tx, actor) => {
      const { code, attachmentId } = c.req.valid('param');
      const { bytes, ...file } = await getLetterFile(tx, actor, { scheme: code, attachmentId });
      return { ...file, base64: bytes.toString('base64') };
    }),
  );
}
