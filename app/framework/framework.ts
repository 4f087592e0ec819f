/** A framework: an ordered tree of nodes (themes, ambitions, standards), with other names and links. */

export type Node = {
  nodeId: string;
  parentId: string | null;
  code: string;
  nameNl: string;
  nameEn: string;
  textNl: string;
  textEn: string;
  sort: number;
};

/** Nodes in the order of the tree, parents before children, each with its depth. */
export function nodeTree<N extends Pick<Node, 'nodeId' | 'parentId' | 'sort' | 'code'>>(
  nodes: readonly N[],
): (N & { depth: number })[] {
  const children = Map.groupBy(nodes, (node) => node.parentId);
  const walk = (parentId: string | null, depth: number): (N & { depth: number })[] =>
    siblingsInOrder(children.get(parentId) ?? []).flatMap((node) => [
      { ...node, depth },
      ...walk(node.nodeId, depth + 1),
    ]);
  return walk(null, 0);
}

function siblingsInOrder<N extends Pick<Node, 'sort' | 'code'>>(nodes: readonly N[]): N[] {
  return [...nodes].sort((a, b) => a.sort - b.sort || a.code.localeCompare(b.code));
}

/**
 * The ids of a node's siblings, in order, with the node one place up or down; unchanged at the edge.
 */
export function orderAfterMove(
  nodes: readonly Pick<Node, 'nodeId' | 'parentId' | 'sort' | 'code'>[],
  nodeId: string,
  direction: 'up' | 'down',
): string[] {
  const parentId = nodes.find((node) => node.nodeId === nodeId)?.parentId;
  const ids = siblingsInOrder(nodes.filter((node) => node.parentId === parentId)).map((one) => one.nodeId);
  const at = ids.indexOf(nodeId);
  const to = at + (direction === 'up' ? -1 : 1);
  if (at < 0 || to < 0 || to >= ids.length) return ids;
  [ids[at], ids[to]] = [ids[to]!, ids[at]!];
  return ids;
}
