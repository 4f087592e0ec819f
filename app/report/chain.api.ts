import { z } from '@hono/zod-openapi';
import { type Api, answer, fileAnswer, operation } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { getPlanHead } from '#app/plan/plan.server.ts';
import { address, json, plan, version } from '#app/plan/plan-endpoint.api.ts';
import { chosenInput } from '#app/plan/quote.input.ts';
import { addQuotes, readQuotes, removeQuote, takeOverQuote } from '#app/plan/quote.server.ts';
import { listQuotedIn, readLower } from '#app/plan/quote-source.server.ts';
import { FILE_FORMATS } from '#app/render/file-format.ts';
import { burdenApi } from './burden.api.ts';
import { minutesInput } from './chain.input.ts';
import { getReport, submitReport } from './chain.server.ts';
import { getOutput, getOutputFile, requestOutput } from './output.server.ts';
import { makeOutputs } from './output-work.server.ts';

const tag = 'reports';
const text = z.string();
const whole = z.number().int();
const named = z.object({ code: text, nameNl: text, nameEn: text });
const at = { code: text, document: text };

/** Reports that draw on reports: what stands below, quotes, the whole as a tree and as files, and what it takes. */
export function chainApi(api: Api): void {
  submission(api);
  quotes(api);
  outputs(api);
  burdenApi(api);
}

function submission(api: Api): void {
  const submit = operation({
    method: 'post',
    path: '/schemes/{code}/plans/{document}/submit',
    operationId: 'submitPlan',
    tags: ['plans'],
    summary: 'Submit the draft',
    description:
      'Freezes the draft, with what its template prints, under one hash; refused with every blocker while it is not complete.',
    request: { params: plan, query: minutesInput },
    answer: z.object({ version: whole, hash: text }),
  });
  api.openapi(submit, (c) =>
    answer(c, (tx, actor) =>
      submitReport(tx, actor, {
        ...address(c.req.valid('param')),
        ...c.req.valid('query'),
        now: c.get('clock')(),
      }),
    ),
  );
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/plans/{document}/report',
    operationId: 'getReport',
    tag,
    summary: 'A document as one report: the tree that its page and its files are made of',
    description:
      'Of a draft with the figures of now; of a submitted version as it was printed then (`standing`).',
    params: at,
    query: { ...version.shape, locale: z.enum(['nl', 'en']).optional() },
    answer: z.object({
      standing: z.enum(['live', 'frozen', 'not-kept']),
      version: whole,
      hash: text.nullable(),
      minutes: whole.nullable(),
      report: z.looseObject({ title: text, blocks: z.array(z.looseObject({ kind: text })) }),
    }),
    run: async (tx, actor, { params, query, now }) => {
      const asked = { ...address(params), version: query.version, locale: query.locale ?? actor.locale, now };
      const { plan: read, template, standing, report } = await getReport(tx, actor, asked);
      const { number, contentHash: hash } = read.version;
      return { standing, version: number, hash, minutes: template.minutes, report };
    },
  });
}

function quotes(api: Api): void {
  const place = { node: text.optional(), unit: text.optional() };
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/plans/{document}/lower',
    operationId: 'listLowerAnswers',
    tag,
    summary: 'What the reports below answer, which of it is quoted, and where this document is quoted itself',
    params: at,
    query: { question: text.optional(), ...place, ...version.shape },
    answer: z.object({
      answers: z.array(z.looseObject({ asked: text, unit: named, document: text.nullable() })),
      quotes: z.array(z.looseObject({ quoteId: text, question: text })),
      quotedIn: z.array(z.looseObject({ document: text, version: whole, ofVersion: whole, newest: whole })),
    }),
    run: async (tx, actor, { params, query }) => {
      const head = await getPlanHead(tx, actor, address(params));
      const wanted = head.versions.filter(
        (one) => query.version === undefined || one.number === query.version,
      );
      const shown = wanted.at(-1);
      return {
        answers: await readLower(tx, actor, { head, ...query }),
        quotes: shown ? await readQuotes(tx, actor, shown.versionId) : [],
        quotedIn: await listQuotedIn(tx, actor, head.documentId),
      };
    },
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/plans/{document}/sections/{question}/quotes',
    operationId: 'addQuotes',
    tag,
    summary: 'Quote passages of lower reports in an answer of a draft',
    params: { ...at, question: text },
    query: place,
    body: chosenInput,
    status: 201,
    answer: z.object({ quotes: z.array(text) }),
    run: (tx, actor, { params, query, body }) =>
      addQuotes(tx, actor, { ...address(params), question: params.question, ...query, ...body }),
  });
  const quote = { ...at, quote: z.uuid() };
  endpoint(api, {
    method: 'delete',
    path: '/schemes/{code}/plans/{document}/quotes/{quote}',
    operationId: 'removeQuote',
    tag,
    summary: 'Take a quote out of a draft',
    params: quote,
    answer: z.object({}),
    run: async (tx, actor, { params }) => {
      await removeQuote(tx, actor, { ...address(params), quote: params.quote });
      return {};
    },
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/plans/{document}/quotes/{quote}/newer',
    operationId: 'takeOverQuote',
    tag,
    summary: 'Put what the newest submitted version of the source says in the place of a quote',
    params: quote,
    answer: z.object({}),
    run: async (tx, actor, { params }) => {
      await takeOverQuote(tx, actor, { ...address(params), quote: params.quote });
      return {};
    },
  });
}

function outputs(api: Api): void {
  const state = z.enum(['waiting', 'working', 'stalled', 'done', 'failed']);
  const request = operation({
    method: 'post',
    path: '/schemes/{code}/plans/{document}/report/files',
    operationId: 'requestOutput',
    tags: [tag],
    summary: 'Ask for a report as a file',
    description:
      'Made off the request: ask `getOutput` how far it is. The same content is made once; `pdfa` is PDF/A-2a.',
    request: {
      params: plan,
      ...json(
        z.object({
          format: z.enum(FILE_FORMATS),
          version: whole.min(1).optional(),
          locale: z.enum(['nl', 'en']).optional(),
        }),
      ),
    },
    answer: z.object({ job: text, status: state }),
  });
  api.openapi(request, async (c) => {
    const given = { ...address(c.req.valid('param')), ...c.req.valid('json'), now: c.get('clock')() };
    const answered = await answer(c, (tx, actor) =>
      requestOutput(tx, actor, { ...given, locale: given.locale ?? actor.locale }),
    );
    // after its transaction: what is not there yet cannot be claimed
    c.get('afterwards')(() => makeOutputs(c.get('db'), c.get('actor').institutionId));
    return answered;
  });
  const one = { code: text, job: z.uuid() };
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/report-files/{job}',
    operationId: 'getOutput',
    tag,
    summary: 'How far the making of a file is',
    params: one,
    answer: z.object({
      ...{ job: text, document: text, title: text, version: whole, format: z.enum(FILE_FORMATS) },
      ...{ fileName: text, mediaType: text, status: state, attempts: whole },
      ...{ bytes: whole.nullable(), seconds: whole, before: whole },
    }),
    run: (tx, actor, { params }) => getOutput(tx, actor, { scheme: params.code, job: params.job }),
  });
  const file = operation({
    method: 'get',
    path: '/schemes/{code}/report-files/{job}/content',
    operationId: 'getOutputFile',
    tags: [tag],
    summary: 'The file itself, once it is made',
    description: 'As an attachment, in the format that was asked for.',
    request: { params: z.object(one) },
    answer: z.any(),
  });
  api.openapi(file, (c) => {
    const { code, job } = c.req.valid('param');
    return fileAnswer(c, async (tx, actor) => {
      const made = await getOutputFile(tx, actor, { scheme: code, job });
      return async () => made;
    });
  });
}
