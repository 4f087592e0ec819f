import { chainProblems, levelsOf } from '#app/scheme/chain.ts';
import type { DocumentCheck } from './document-check.ts';
import type { VersionEntry } from './document-file.ts';
import type { FileCodes } from './file-codes.ts';
import type { FilePath } from './file-problem.ts';
import type { SchemeEntry } from './scheme-file.ts';

/** That the chains of a scheme's reports only go down, and ask nothing twice. */
export function checkChain(codes: FileCodes, scheme: SchemeEntry, path: FilePath): void {
  const questions = scheme.documentKinds.flatMap((kind) =>
    kind.questions.map((one) => ({
      ...{
        kind: kind.code,
        kindNl: kind.nameNl,
        kindEn: kind.nameEn,
        code: one.code,
        textNl: one.textNl,
        textEn: one.textEn,
      },
      levels: levelsOf(one, kind),
      asks: !one.report?.filled,
      drawsOn: one.report?.drawsOn ?? [],
    })),
  );
  for (const { kind, question, code, params } of chainProblems(questions)) {
    const k = scheme.documentKinds.findIndex((one) => one.code === kind);
    const q = scheme.documentKinds[k]!.questions.findIndex((one) => one.code === question);
    const field = code === 'question.chain-loop' ? 'report' : 'textNl';
    codes.problems.found.push({ path: [...path, 'documentKinds', k, 'questions', q, field], code, params });
  }
}

/** That what is quoted was submitted, and that the question draws on it. */
export function checkQuotes({ codes, scheme, kind, path }: DocumentCheck, version: VersionEntry): void {
  for (const [q, quote] of version.quotes.entries()) {
    const at = [...path, 'quotes', q];
    codes.refer([...at, 'question'], quote.question, 'question', scheme.code, kind?.code ?? '');
    codes.refer([...at, 'node'], quote.node, 'node', scheme.themes);
    codes.refer([...at, 'unit'], quote.unit, 'unit');
    codes.refer([...at, 'document'], quote.document, 'document', scheme.code);
    const source = scheme.documents.find((one) => one.code === quote.document);
    const question = kind?.questions.find((one) => one.code === quote.question);
    if (!source || !question) continue;
    const drawn = question.report?.drawsOn.some(
      (one) => one.kind === source.kind && one.question === quote.ofQuestion,
    );
    if (!drawn) {
      const params = { question: quote.question, source: `${source.kind}/${quote.ofQuestion}` };
      codes.problems.add([...at, 'ofQuestion'], 'quote-not-drawn', params);
    }
    const quoted = source.versions.find((one) => one.number === quote.version);
    const section = quoted?.sections.find(
      (one) => one.question === quote.ofQuestion && one.node === quote.ofNode && one.unit === quote.ofUnit,
    );
    if (!section || quoted?.status === 'draft') {
      const params = { document: quote.document, version: quote.version };
      codes.problems.add([...at, 'version'], 'quote-of-nothing', params);
    }
  }
}
