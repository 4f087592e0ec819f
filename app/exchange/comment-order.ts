import { anchorSchema, type CommentEntry } from './comment-file.ts';

/** Comments as the file orders them: by their moment; what they mention by kind and code. */
export function canonicalComments(comments: readonly CommentEntry[]): CommentEntry[] {
  const key = (one: CommentEntry) => [one.at, one.document, one.text].join('\n');
  const of = (one: { kind: string; code: string }) => `${one.kind} ${one.code}`;
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return comments
    .toSorted((a, b) => compare(key(a), key(b)))
    .map((one) => ({
      ...one,
      // jsonb keeps no order of keys: the schema gives them theirs
      anchor: anchorSchema.parse(one.anchor),
      at: new Date(one.at).toISOString(),
      replies: one.replies.map((reply) => ({ ...reply, at: new Date(reply.at).toISOString() })),
      mentions: one.mentions.toSorted((a, b) => compare(of(a), of(b))),
    }));
}
