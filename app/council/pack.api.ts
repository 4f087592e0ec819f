import { z } from '@hono/zod-openapi';
import { type Api, answer, fileAnswer, operation } from '#app/identity/api.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { renderTextsOf } from '#app/messages/words.server.ts';
import { renderReport } from '#app/render/render-report.ts';
import { getPack } from './pack.server.ts';
import { packFormats } from './pack.ts';
import { makePackReport } from './pack-make.server.ts';

/** The reading pack of a request, as the screen shows it or as a file. */
export function packApi(api: Api): void {
  const get = operation({
    method: 'get',
    path: '/schemes/{code}/decisions/{decision}/pack',
    operationId: 'getReadingPack',
    tags: ['decisions'],
    summary: 'What changed since the body’s last decision, on two pages',
    description:
      'Money per theme in cents, what changed and why, the sections that say something else, open commitments and what came of the last decision. `cut` counts what did not fit. With `format` the pack as a file; PDF is PDF/UA-1 of two pages at most.',
    request: {
      params: z.object({ code: z.string(), decision: z.uuid() }),
      query: z.object({ format: z.enum(packFormats).optional() }),
    },
    answer: z.looseObject({
      themes: z.array(z.looseObject({ theme: z.string().nullable(), difference: z.number().int() })),
      changes: z.array(z.looseObject({ kind: z.string(), title: z.string() })),
      texts: z.array(z.looseObject({ kind: z.string() })),
      cut: z.record(z.string(), z.number().int()),
    }),
  });
  api.openapi(get, (c) => {
    const { code: scheme, decision } = c.req.valid('param');
    const { format } = c.req.valid('query');
    const asked = { scheme, decision, today: isoDate(c.get('clock')()) };
    if (!format) return answer(c, (tx, actor) => getPack(tx, actor, asked));
    return fileAnswer(c, async (tx, actor) => {
      const report = await makePackReport(tx, actor, { ...asked, base: new URL(c.req.url).origin });
      return () => renderReport(report, format, renderTextsOf(report.language));
    });
  });
}
