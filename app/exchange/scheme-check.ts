import { rightErrors } from '#app/scheme/right.ts';
import { effectHolds } from '#app/scheme/sanction.ts';
import { checkBundles } from './bundle-check.ts';
import { checkCarryOvers } from './carry-over-check.ts';
import { checkComments } from './comment-check.ts';
import { checkCouncil } from './council-check.ts';
import { checkCycle } from './cycle-check.ts';
import { checkDocuments } from './document-check.ts';
import type { FileCodes } from './file-codes.ts';
import type { FilePath } from './file-problem.ts';
import { checkFinance } from './finance-check.ts';
import { checkIndicators } from './indicator-check.ts';
import type { FrameworkEntry, InstitutionFile } from './institution-file.ts';
import { checkPeriod } from './organisation-check.ts';
import { checkRequirements } from './plan-part-check.ts';
import { checkProgress } from './progress-check.ts';
import { checkPublications } from './publication-exchange.server.ts';
import { checkChain } from './report-check.ts';
import type { KindEntry, SchemeEntry } from './scheme-file.ts';

const byCode = { key: 'code', value: (one: { code: string }) => one.code };

/** Frameworks: codes, the tree, aliases and links. */
export function checkFrameworks(file: InstitutionFile, codes: FileCodes): void {
  const { problems } = codes;
  problems.duplicates(file.frameworks, ['frameworks'], byCode);
  for (const [f, framework] of file.frameworks.entries()) {
    const path = ['frameworks', f];
    checkPeriod(problems, path, framework);
    problems.duplicates(framework.nodes, [...path, 'nodes'], byCode);
    for (const [n, node] of framework.nodes.entries()) {
      const at = [...path, 'nodes', n];
      codes.refer([...at, 'parent'], node.parent, 'node', framework.code);
      if (inCircle(node.code, framework))
        problems.add([...at, 'parent'], 'node-circle', { value: node.code });
      problems.duplicates(node.aliases, [...at, 'aliases'], {
        key: 'name',
        value: ({ name, context }) => (context ? `${name} (${context})` : name),
      });
      for (const [l, link] of node.links.entries()) {
        codes.refer([...at, 'links', l, 'framework'], link.framework, 'framework');
        codes.refer([...at, 'links', l, 'node'], link.node, 'node', link.framework);
      }
    }
  }
}

function inCircle(code: string, { nodes }: FrameworkEntry): boolean {
  const parent = new Map(nodes.map((node) => [node.code, node.parent]));
  const seen = new Set<string>();
  let at = parent.get(code) ?? null;
  while (at !== null && at !== code && !seen.has(at)) {
    seen.add(at);
    at = parent.get(at) ?? null;
  }
  return at === code;
}

/** Schemes with their kinds of documents and their documents. */
export function checkSchemes(file: InstitutionFile, codes: FileCodes): void {
  const { problems } = codes;
  problems.duplicates(file.schemes, ['schemes'], byCode);
  for (const [s, scheme] of file.schemes.entries()) {
    const path = ['schemes', s];
    if (scheme.lastYear < scheme.firstYear) {
      const { firstYear, lastYear } = scheme;
      problems.add([...path, 'lastYear'], 'ends-before-it-begins', { from: firstYear, through: lastYear });
    }
    codes.refer([...path, 'themes'], scheme.themes, 'framework');
    codes.refer([...path, 'causes'], scheme.causes, 'framework');
    codes.refer([...path, 'criteria'], scheme.criteria, 'framework');
    for (const [i, one] of scheme.frameworks.entries())
      codes.refer([...path, 'frameworks', i], one, 'framework');
    problems.duplicates(scheme.funds, [...path, 'funds'], byCode);
    problems.duplicates(scheme.tables, [...path, 'tables'], byCode);
    problems.duplicates(scheme.documentKinds, [...path, 'documentKinds'], byCode);
    problems.duplicates(scheme.rates, [...path, 'rates'], {
      key: 'fromYear',
      value: (rate) => String(rate.fromYear),
    });
    problems.duplicates(scheme.exclusions, [...path, 'exclusions'], {
      key: 'node',
      value: (one) => one.node,
    });
    for (const [i, { node }] of scheme.exclusions.entries()) {
      codes.refer([...path, 'exclusions', i, 'node'], node, 'node', scheme.themes);
    }
    problems.duplicates(scheme.sanctions, [...path, 'sanctions'], byCode);
    for (const [i, { effect }] of scheme.sanctions.entries()) {
      if (effectHolds(effect)) continue;
      const [from, through] =
        effect.kind === 'withhold' ? [effect.fromYear, effect.lastYear] : [effect.over, effect.year];
      problems.add([...path, 'sanctions', i, 'effect'], 'ends-before-it-begins', { from, through });
    }
    for (const [k, kind] of scheme.documentKinds.entries()) {
      checkKind(codes, scheme, kind, [...path, 'documentKinds', k]);
    }
    checkChain(codes, scheme, path);
    checkDocuments({ file, codes, scheme, path });
    checkCarryOvers(problems, scheme, path);
    for (const [i, rule] of scheme.intakeRules.entries()) {
      const at = [...path, 'intakeRules', i];
      codes.refer([...at, 'unit'], rule.unit, 'unit');
      codes.refer([...at, 'targetUnit'], rule.targetUnit, 'unit');
      codes.refer([...at, 'node'], rule.node, 'node', scheme.themes);
      codes.refer([...at, 'fund'], rule.fund, 'fund', scheme.code);
      if (rule.measure) {
        const { document, measure } = rule.measure;
        codes.refer([...at, 'measure', 'measure'], measure, 'measure', scheme.code, document);
      }
    }
    checkFinance(codes, scheme, [...path, 'finance']);
    problems.duplicates(scheme.closedPeriods, [...path, 'closedPeriods'], {
      key: 'period',
      value: (one) => one.period,
    });
    problems.duplicates(scheme.ties, [...path, 'ties'], byCode);
    for (const [i, { fund }] of scheme.fundTerms.entries())
      codes.refer([...path, 'fundTerms', i, 'fund'], fund, 'fund', scheme.code);
    problems.duplicates(scheme.scenarios, [...path, 'scenarios'], byCode);
    for (const [i, { fund, document }] of scheme.scenarios.entries()) {
      codes.refer([...path, 'scenarios', i, 'fund'], fund, 'fund', scheme.code);
      codes.refer([...path, 'scenarios', i, 'document'], document, 'document', scheme.code);
    }
    checkBundles({ file, codes, scheme, path });
    checkCycle({ file, codes, scheme, path });
    checkProgress({ file, codes, scheme, path });
    checkCouncil({ file, codes, scheme, path });
    checkComments({ file, codes, scheme, path });
    checkPublications({ file, codes, scheme, path });
    checkIndicators({ file, codes, scheme, path });
  }
}

function checkKind(codes: FileCodes, scheme: SchemeEntry, kind: KindEntry, path: FilePath): void {
  codes.problems.duplicates(kind.questions, [...path, 'questions'], byCode);
  for (const [r, right] of kind.rights.entries()) {
    codes.refer([...path, 'rights', r, 'bodyKind'], right.bodyKind, 'body-kind');
    codes.refer([...path, 'rights', r, 'mediatorKind'], right.mediatorKind, 'body-kind');
    codes.refer([...path, 'rights', r, 'committeeKind'], right.committeeKind, 'body-kind');
    for (const error of rightErrors(right)) {
      codes.problems.found.push({ ...error, path: [...path, 'rights', r, error.path] });
    }
  }
  for (const [q, question] of kind.questions.entries()) {
    codes.refer([...path, 'questions', q, 'node'], question.node, 'node', scheme.themes);
    for (const [d, source] of (question.report?.drawsOn ?? []).entries()) {
      const at = [...path, 'questions', q, 'report', 'drawsOn', d];
      codes.refer([...at, 'kind'], source.kind, 'kind', scheme.code);
      codes.refer([...at, 'question'], source.question, 'question', scheme.code, source.kind);
    }
  }
  checkRequirements(codes, scheme, { kind, path });
  codes.problems.duplicates(kind.rights, [...path, 'rights'], {
    key: 'kind',
    value: (right) => [right.bodyKind, right.bodyAt, right.kind, right.matterNl].filter(Boolean).join(', '),
  });
}
