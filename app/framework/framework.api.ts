import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import {
  addNodeInput,
  aliasInput,
  changeFrameworkInput,
  changeNodeInput,
  createFrameworkInput,
  linkInput,
  moveNodeInput,
} from './framework.input.ts';
import { changeFramework, createFramework, getFramework, listFrameworks } from './framework.server.ts';
import { addNode, changeNode, moveNode, removeNode } from './node.server.ts';
import { addAlias, addLink, removeAlias, removeLink } from './node-link.server.ts';

const tag = 'frameworks';
const text = z.string();
const names = { nameNl: text, nameEn: text };
const framework = { frameworkId: z.uuid(), code: text, ...names, source: text, revision: z.number().int() };
const node = z
  .object({
    nodeId: z.uuid(),
    parentId: z.uuid().nullable(),
    parent: text.nullable(),
    code: text,
    ...names,
    textNl: text,
    textEn: text,
    sort: z.number().int(),
    depth: z.number().int(),
    aliases: z.array(z.object({ aliasId: z.uuid(), name: text, context: text })),
    links: z.array(z.object({ framework: text, node: text, ...names })),
  })
  .openapi('Node');
const atFramework = { code: text };
const atNode = { code: text, node: text };
const place = (params: { code: string; node: string }) => ({ framework: params.code, node: params.node });

export function frameworkApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/frameworks',
    operationId: 'listFrameworks',
    tag,
    summary: 'The frameworks: themes, ambitions, standards',
    answer: z.array(z.object({ ...framework, nodes: z.number().int() }).openapi('Framework')),
    run: (tx, actor) => listFrameworks(tx, actor.institutionId),
  });
  endpoint(api, {
    method: 'get',
    path: '/frameworks/{code}',
    operationId: 'getFramework',
    tag,
    summary: 'One framework: its nodes in order, with other names and links',
    params: atFramework,
    answer: z.object({ ...framework, nodes: z.array(node) }).openapi('FrameworkDetail'),
    run: (tx, actor, { params }) => getFramework(tx, actor.institutionId, params.code),
  });
  endpoint(api, {
    method: 'post',
    path: '/frameworks',
    operationId: 'createFramework',
    tag,
    summary: 'Make a framework',
    body: createFrameworkInput,
    status: 201,
    answer: z.object({ frameworkId: z.uuid(), code: text }),
    run: (tx, actor, { body }) => createFramework(tx, actor, body),
  });
  endpoint(api, {
    method: 'put',
    path: '/frameworks/{code}',
    operationId: 'changeFramework',
    tag,
    summary: "Change a framework's names and source",
    params: atFramework,
    body: changeFrameworkInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, body, revision }) =>
      changeFramework(tx, actor, params.code, { ...body, revision }),
  });
  nodeApi(api);
  aliasApi(api);
}

function nodeApi(api: Api): void {
  endpoint(api, {
    method: 'post',
    path: '/frameworks/{code}/nodes',
    operationId: 'addNode',
    tag,
    summary: 'Add a node as the last below its parent, or at the top',
    params: atFramework,
    body: addNodeInput.omit({ revision: true }),
    revision: true,
    status: 201,
    answer: changedSchema.extend({ code: text }),
    run: (tx, actor, { params, body, revision }) => addNode(tx, actor, params.code, { ...body, revision }),
  });
  endpoint(api, {
    method: 'put',
    path: '/frameworks/{code}/nodes/{node}',
    operationId: 'changeNode',
    tag,
    summary: "Change a node's names and texts; its code stays",
    params: atNode,
    body: changeNodeInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, body, revision }) =>
      changeNode(tx, actor, place(params), { ...body, revision }),
  });
  endpoint(api, {
    method: 'put',
    path: '/frameworks/{code}/nodes/{node}/position',
    operationId: 'moveNode',
    tag,
    summary: 'Put a node one place up or down among its siblings',
    params: atNode,
    body: moveNodeInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, body, revision }) => moveNode(tx, actor, place(params), { ...body, revision }),
  });
  endpoint(api, {
    method: 'delete',
    path: '/frameworks/{code}/nodes/{node}',
    operationId: 'removeNode',
    tag,
    summary: 'Take away a node that nothing refers to',
    params: atNode,
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, revision }) => removeNode(tx, actor, place(params), { revision }),
  });
}

function aliasApi(api: Api): void {
  endpoint(api, {
    method: 'post',
    path: '/frameworks/{code}/nodes/{node}/aliases',
    operationId: 'addAlias',
    tag,
    summary: 'Add another name for a node, and who uses it',
    params: atNode,
    body: aliasInput.omit({ revision: true }),
    revision: true,
    status: 201,
    answer: changedSchema.extend({ aliasId: z.uuid() }),
    run: (tx, actor, { params, body, revision }) => addAlias(tx, actor, place(params), { ...body, revision }),
  });
  endpoint(api, {
    method: 'delete',
    path: '/frameworks/{code}/nodes/{node}/aliases/{aliasId}',
    operationId: 'removeAlias',
    tag,
    summary: 'Take away another name of a node',
    params: { ...atNode, aliasId: z.uuid() },
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, revision }) =>
      removeAlias(tx, actor, place(params), { revision, aliasId: params.aliasId }),
  });
  endpoint(api, {
    method: 'post',
    path: '/frameworks/{code}/nodes/{node}/links',
    operationId: 'addLink',
    tag,
    summary: 'Link a node to one of another framework',
    params: atNode,
    body: linkInput.omit({ revision: true }),
    revision: true,
    status: 201,
    answer: changedSchema,
    run: (tx, actor, { params, body, revision }) => addLink(tx, actor, place(params), { ...body, revision }),
  });
  endpoint(api, {
    method: 'delete',
    path: '/frameworks/{code}/nodes/{node}/links/{otherFramework}/{otherNode}',
    operationId: 'removeLink',
    tag,
    summary: 'Take away a link between two nodes',
    params: { ...atNode, otherFramework: text, otherNode: text },
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, revision }) =>
      removeLink(tx, actor, place(params), {
        revision,
        framework: params.otherFramework,
        node: params.otherNode,
      }),
  });
}
