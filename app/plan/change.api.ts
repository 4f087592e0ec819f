import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { momentInput } from '#app/ledger/money.input.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { acceptInput, baseInput, changeInput } from './change.input.ts';
import { removeChange, saveChange, setBase } from './change.server.ts';
import { changeKinds } from './change.ts';
import { acceptDifferences, getChanges } from './change-list.server.ts';
import { address, done, json, plan, tags, version } from './plan-endpoint.api.ts';
import { compareVersions } from './version-comparison.server.ts';

const change = plan.extend({ change: z.string() });
const cents = z.number().int();

/** What a version of a plan changes and why, and the shift between two versions. */
export function changeApi(api: Api): void {
  list(api);
  write(api);
  shift(api);
}

function list(api: Api): void {
  const read = operation({
    method: 'get',
    path: '/schemes/{code}/plans/{document}/changes',
    operationId: 'listChanges',
    tags,
    summary: 'What a version changes',
    description:
      'The changes that a version states from an earlier one, what the figures say of each, and every difference of measures and money, with the changes that explain it.',
    request: { params: plan, query: version.extend(momentInput.shape) },
    answer: z.object({
      version: z.number().int(),
      base: z.looseObject({ ref: z.string() }).nullable(),
      changes: z.array(z.looseObject({ changeId: z.uuid(), code: z.string(), kind: z.enum(changeKinds) })),
      differences: z.array(z.looseObject({ key: z.string(), stated: z.array(z.string()) })),
    }),
  });
  api.openapi(read, (c) =>
    answer(c, async (tx, actor) => {
      const { version: number, ...days } = c.req.valid('query');
      const asked = { ...address(c.req.valid('param')), version: number, moment: versionMoment(days) };
      const { version: shown, base, changes, differences } = await getChanges(tx, actor, asked);
      return { version: shown.number, base, changes, differences };
    }),
  );
  const base = operation({
    method: 'put',
    path: '/schemes/{code}/plans/{document}/changes/from',
    operationId: 'setChangeBase',
    tags,
    summary: 'Choose what changes are stated from',
    description: 'An earlier version, as `1` or `other-document~2`; refused once changes are stated.',
    request: { params: plan, body: json(baseInput).body },
    answer: baseInput,
  });
  api.openapi(base, (c) =>
    answer(c, (tx, actor) =>
      setBase(tx, actor, { ...c.req.valid('json'), ...address(c.req.valid('param')) }),
    ),
  );
  const accept = operation({
    method: 'post',
    path: '/schemes/{code}/plans/{document}/changes',
    operationId: 'acceptDifferences',
    tags,
    summary: 'State differences as the figures show them',
    description: 'By their keys; reasons and causes can be added to each change afterwards.',
    request: { params: plan, body: json(acceptInput).body },
    answer: z.object({ changes: z.array(z.string()) }),
    status: 201,
  });
  api.openapi(accept, (c) =>
    answer(
      c,
      (tx, actor) =>
        acceptDifferences(tx, actor, { ...c.req.valid('json'), ...address(c.req.valid('param')) }),
      201,
    ),
  );
}

function write(api: Api): void {
  const path = '/schemes/{code}/plans/{document}/changes/{change}';
  const save = operation({
    method: 'put',
    path,
    operationId: 'saveChange',
    tags,
    summary: 'Write a change of the draft',
    description:
      'Revision 0 makes a new one; otherwise the revision that you read. `factor` is read from `size` when left out.',
    request: { params: change, body: json(changeInput).body },
    answer: z.object({ change: z.string(), revision: z.number().int() }),
  });
  api.openapi(save, (c) =>
    answer(c, (tx, actor) => {
      const { change: code, ...rest } = c.req.valid('param');
      return saveChange(tx, actor, { ...c.req.valid('json'), ...address(rest), change: code });
    }),
  );
  const remove = operation({
    method: 'delete',
    path,
    operationId: 'removeChange',
    tags,
    summary: 'Take a change out of the draft',
    description: 'Its measures and money stay as they are.',
    request: { params: change, query: z.object({ revision: z.coerce.number().int() }) },
    answer: done,
  });
  api.openapi(remove, (c) =>
    answer(c, async (tx, actor) => {
      const { change: code, ...rest } = c.req.valid('param');
      await removeChange(tx, actor, { ...address(rest), change: code, ...c.req.valid('query') });
      return {};
    }),
  );
}

const parts = z.record(z.string(), cents);

function shift(api: Api): void {
  const ref = z.string().max(80).optional();
  const read = operation({
    method: 'get',
    path: '/schemes/{code}/plans/{document}/shift',
    operationId: 'getShift',
    tags,
    summary: 'The shift analysis of two versions',
    description:
      'The change of each theme in cents and in basis points of the whole, taken apart into what was relabelled, transferred, regrouped, new, stopped and grown; the parts sum to the change. Null when there is one version only.',
    request: {
      params: plan,
      query: z
        .object({
          from: ref.openapi({ description: 'number of the older side, or `other-document~1`' }),
          to: ref.openapi({
            description: 'the newer side; the newest, or the one in force then, when left out',
          }),
          year: z.coerce.number().int().optional().openapi({ description: 'one year; all when left out' }),
        })
        .extend(momentInput.shape),
    },
    answer: z.object({
      shift: z
        .looseObject({
          from: z.string(),
          to: z.string(),
          themes: z.array(
            z.looseObject({ theme: z.string().nullable(), before: cents, after: cents, parts }),
          ),
          total: z.object({ before: cents, after: cents, parts }),
        })
        .nullable(),
    }),
  });
  api.openapi(read, (c) =>
    answer(c, async (tx, actor) => {
      const { from, to, year, ...days } = c.req.valid('query');
      const asked = { ...address(c.req.valid('param')), from, to, year, moment: versionMoment(days) };
      const compared = await compareVersions(tx, actor, asked);
      return { shift: compared && { from: compared.before.ref, to: compared.after.ref, ...compared.shift } };
    }),
  );
}
