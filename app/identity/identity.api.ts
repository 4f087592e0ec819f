import { z } from '@hono/zod-openapi';
import { checkTrail, readTrail } from '#app/audit/audit.server.ts';
import { createAccount, listAccounts, resetPassword, setDisabled } from './account.server.ts';
import type { Api } from './api.server.ts';
import { endpoint } from './endpoint.server.ts';
import {
  addMandateInput,
  createAccountInput,
  createTokenInput,
  endMandateInput,
  roleInput,
} from './identity.input.ts';
import { addMandate, endMandate, listRoles, putRole } from './mandate.server.ts';
import { createToken, listTokens, revokeToken } from './token.server.ts';

const text = z.string();
const day = z.iso.date().nullable();
const names = { nameNl: text, nameEn: text };
const atLogin = { login: text };
const mandate = z.object({
  mandateId: z.uuid(),
  role: text,
  ...names,
  unit: text.nullable(),
  body: text.nullable(),
  from: day,
  through: day,
});
const account = z
  .object({
    accountId: z.uuid(),
    login: text,
    name: text,
    locale: text,
    disabled: z.boolean(),
    /** its password was handed over, and is to be changed at the next sign-in */
    mustChangePassword: z.boolean(),
    mandates: z.array(mandate),
  })
  .openapi('Account');
const password = text.openapi({ description: 'shown in this answer only' });

export function identityApi(api: Api): void {
  accountApi(api);
  mandateApi(api);
  tokenApi(api);
  auditApi(api);
}

function accountApi(api: Api): void {
  const tag = 'accounts';
  endpoint(api, {
    method: 'get',
    path: '/accounts',
    operationId: 'listAccounts',
    tag,
    summary: 'The accounts with their mandates',
    answer: z.array(account),
    run: (tx, actor) => listAccounts(tx, actor),
  });
  endpoint(api, {
    method: 'post',
    path: '/accounts',
    operationId: 'createAccount',
    tag,
    summary: 'Make an account; its first password is in the answer and nowhere else',
    body: createAccountInput,
    status: 201,
    answer: z.object({ accountId: z.uuid(), login: text, password }),
    run: (tx, actor, { body }) => createAccount(tx, actor, body),
  });
  endpoint(api, {
    method: 'post',
    path: '/accounts/{login}/password-resets',
    operationId: 'resetPassword',
    tag,
    summary: 'Give an account a new first password and end its sessions',
    params: atLogin,
    status: 201,
    answer: z.object({ login: text, password }),
    run: (tx, actor, { params }) => resetPassword(tx, actor, params.login),
  });
  endpoint(api, {
    method: 'put',
    path: '/accounts/{login}/disabled',
    operationId: 'disableAccount',
    tag,
    summary: 'Shut an account out at once, or let it in again',
    params: atLogin,
    body: z.object({ disabled: z.boolean() }),
    answer: z.object({ login: text, disabled: z.boolean() }),
    run: (tx, actor, { params, body }) => setDisabled(tx, actor, params.login, body.disabled),
  });
}

function mandateApi(api: Api): void {
  const tag = 'accounts';
  endpoint(api, {
    method: 'post',
    path: '/accounts/{login}/mandates',
    operationId: 'addMandate',
    tag,
    summary: 'Give an account a role, for a unit, on a body or for the whole institution',
    params: atLogin,
    body: addMandateInput,
    status: 201,
    answer: z.object({ mandateId: z.uuid() }),
    run: (tx, actor, { params, body }) => addMandate(tx, actor, params.login, body),
  });
  endpoint(api, {
    method: 'put',
    path: '/mandates/{mandateId}/term-end',
    operationId: 'endMandate',
    tag,
    summary: 'End a mandate after a day',
    params: { mandateId: z.uuid() },
    body: endMandateInput,
    answer: z.object({ through: z.iso.date() }),
    run: (tx, actor, { params, body }) => endMandate(tx, actor, params.mandateId, body),
  });
  endpoint(api, {
    method: 'get',
    path: '/roles',
    operationId: 'listRoles',
    tag,
    summary: 'The roles and their permissions',
    answer: z.array(z.object({ roleId: z.uuid(), code: text, ...names, permissions: z.array(text) })),
    run: (tx, actor) => listRoles(tx, actor.institutionId),
  });
  endpoint(api, {
    method: 'put',
    path: '/roles/{code}',
    operationId: 'putRole',
    tag,
    summary: 'Make a role, or change its names and permissions',
    params: { code: text.regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/) },
    body: roleInput,
    answer: z.object({ code: text }),
    run: (tx, actor, { params, body }) => putRole(tx, actor, params.code, body),
  });
}

function tokenApi(api: Api): void {
  const tag = 'tokens';
  const moment = z.iso.datetime();
  const token = z.object({
    tokenId: z.uuid(),
    name: text,
    role: text,
    unit: text.nullable(),
    scopes: z.array(text).nullable(),
    createdAt: moment,
    expiresAt: moment,
    revokedAt: moment.nullable(),
  });
  endpoint(api, {
    method: 'get',
    path: '/tokens',
    operationId: 'listTokens',
    tag,
    summary: 'The API tokens; a token itself is never shown again',
    answer: z.array(token.openapi('Token')),
    run: (tx, actor) => listTokens(tx, actor),
  });
  endpoint(api, {
    method: 'post',
    path: '/tokens',
    operationId: 'createToken',
    tag,
    summary: 'Make a bearer token; it is in the answer and nowhere else',
    body: createTokenInput,
    status: 201,
    answer: z.object({ tokenId: z.uuid(), token: text, expiresAt: moment }),
    run: (tx, actor, { body, now }) => createToken(tx, actor, body, now),
  });
  endpoint(api, {
    method: 'delete',
    path: '/tokens/{tokenId}',
    operationId: 'revokeToken',
    tag,
    summary: 'Revoke a token at once',
    params: { tokenId: z.uuid() },
    answer: z.object({ tokenId: z.uuid() }),
    run: (tx, actor, { params, now }) => revokeToken(tx, actor, params.tokenId, now),
  });
}

function auditApi(api: Api): void {
  const tag = 'audit';
  const entry = z.object({
    seq: z.number().int(),
    at: z.iso.datetime(),
    actorKind: text,
    actorName: text,
    action: text,
    subjectKind: text,
    subjectId: z.uuid().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    hash: text,
  });
  endpoint(api, {
    method: 'get',
    path: '/audit-entries',
    operationId: 'listAuditEntries',
    tag,
    summary: 'One page of the audit trail, the newest first',
    query: {
      action: text.optional(),
      subject: text.optional(),
      before: z.coerce.number().int().optional(),
    },
    answer: z.object({
      entries: z.array(entry.openapi('AuditEntry')),
      next: z.number().int().nullable(),
      actions: z.array(text),
      subjects: z.array(text),
    }),
    run: (tx, actor, { query }) => readTrail(tx, actor, query),
  });
  endpoint(api, {
    method: 'get',
    path: '/audit-check',
    operationId: 'checkAuditTrail',
    tag,
    summary: 'Recompute the hash chain of the audit trail',
    answer: z.object({ entries: z.number().int(), brokenAt: z.number().int().nullable() }),
    run: (tx, actor) => checkTrail(tx, actor),
  });
}
