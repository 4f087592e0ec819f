import { checkVersion } from './council-check.ts';
import type { SchemeCheck } from './document-check.ts';
import type { FilePath } from './file-problem.ts';

/** The comments of a scheme: what they refer to exists, and their state follows from their thread. */
export function checkComments(check: SchemeCheck): void {
  const { codes, scheme, path } = check;
  const speaker = (at: FilePath, one: { body: string | null; login: string | null }) => {
    codes.refer([...at, 'body'], one.body, 'body');
    codes.refer([...at, 'login'], one.login, 'account');
  };
  for (const [i, one] of scheme.comments.entries()) {
    const at = [...path, 'comments', i];
    const version = checkVersion(check, at, one);
    speaker(at, one);
    const { anchor } = one;
    const there = [...at, 'anchor'];
    const kind = scheme.documents.find(({ code }) => code === one.document)?.kind ?? '';
    if (anchor.kind === 'paragraph') {
      codes.refer([...there, 'question'], anchor.question, 'question', scheme.code, kind);
      codes.refer([...there, 'node'], anchor.node, 'node', scheme.themes);
      codes.refer([...there, 'unit'], anchor.unit, 'unit');
    }
    if (anchor.kind === 'measure' || anchor.kind === 'figure') {
      codes.refer([...there, 'measure'], anchor.measure, 'measure', scheme.code, one.document);
    }
    if (anchor.kind === 'figure') codes.refer([...there, 'fund'], anchor.fund, 'fund', scheme.code);
    if (anchor.kind === 'change' && version) {
      const stated = version.changes?.stated.some(({ code }) => code === anchor.change);
      if (!stated) codes.problems.add([...there, 'change'], 'unknown-change', { value: anchor.change });
    }
    for (const [m, who] of one.mentions.entries())
      codes.refer([...at, 'mentions', m, 'code'], who.code, who.kind);
    for (const [r, reply] of one.replies.entries()) {
      speaker([...at, 'replies', r], reply);
      if (reply.text === '' && reply.act !== 'withdrawal')
        codes.problems.add([...at, 'replies', r, 'text'], 'missing');
    }
    const last = one.replies.at(-1)?.act ?? 'reply';
    const status = { reply: 'open', answer: 'closed', withdrawal: 'withdrawn' } as const;
    if (status[last] !== one.status) codes.problems.add([...at, 'status'], 'missing');
  }
}
