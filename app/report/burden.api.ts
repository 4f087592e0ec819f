import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { getBurden, listReuse } from './burden.server.ts';

const tag = 'reports';
const text = z.string();
const whole = z.number().int();
const named = z.object({ code: text, nameNl: text, nameEn: text });
/** a question by the code of its kind of document and its words */
const asked = { kind: text, textNl: text, textEn: text };

/** What reports ask of those who write them. */
export function burdenApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/burden',
    operationId: 'getBurden',
    tag,
    summary: 'What the kinds of report ask of those who write them, and what writing took',
    params: { code: text },
    answer: z.object({
      templates: z.array(
        z.object({
          kind: named,
          levels: z.array(text),
          ...{ asked: whole, required: whole, reused: whole, computed: whole },
          reports: z.array(
            z.object({
              ...{
                document: text,
                title: text,
                unit: named,
                firstYear: whole,
                version: whole,
                draft: z.boolean(),
              },
              ...{ written: whole, quotes: whole, minutes: whole.nullable() },
            }),
          ),
        }),
      ),
      reuse: z.array(
        z.object({
          ...asked,
          sources: z.array(z.object({ ...asked, yearsBefore: whole })),
        }),
      ),
    }),
    run: async (tx, actor, { params }) => ({
      templates: await getBurden(tx, actor, { scheme: params.code }),
      reuse: await listReuse(tx, actor, { scheme: params.code }),
    }),
  });
}
