import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { dateRange } from '#app/kernel/period.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import type { InstitutionFile } from './institution-file.ts';
import { importRequirements } from './plan-part-import.server.ts';
import { importSources, questionColumns } from './report-exchange.server.ts';
import { rightKey } from './right-match.ts';
import type { KindEntry, SchemeEntry } from './scheme-file.ts';

/** Frameworks with their nodes, aliases and links. */
export async function importFrameworks(tx: Tx, book: CodeBook, file: InstitutionFile): Promise<void> {
  const { institutionId } = book;
  for (const { code, nameNl, nameEn, source, from, through, nodes } of file.frameworks) {
    const frameworkId = book.set(newId(), 'framework', code);
    const valid = dateRange(from, through);
    const row = { institutionId, frameworkId, code, nameNl, nameEn, source, valid };
    await tx.insertInto('framework').values(row).execute();
    for (const node of nodes) book.set(newId(), 'node', code, node.code);
    await insertAll(
      tx,
      'node',
      nodes.map(({ aliases: _, links: __, parent, ...node }, sort) => ({
        institutionId,
        nodeId: book.id('node', code, node.code),
        frameworkId,
        parentId: parent === null ? null : book.id('node', code, parent),
        ...node,
        sort,
      })),
    );
  }
  const nodes = file.frameworks.flatMap((framework) =>
    framework.nodes.map((node) => ({ ...node, nodeId: book.id('node', framework.code, node.code) })),
  );
  await insertAll(
    tx,
    'nodeAlias',
    nodes.flatMap(({ nodeId, aliases }) =>
      aliases.map((alias) => ({ institutionId, aliasId: newId(), nodeId, ...alias })),
    ),
  );
  await insertAll(
    tx,
    'nodeLink',
    nodes.flatMap(({ nodeId, links }) =>
      links.map((link) => ({
        institutionId,
        fromNodeId: nodeId,
        toNodeId: book.id('node', link.framework, link.node),
      })),
    ),
  );
}

/** A scheme with its funds, exclusions, rates, events, kinds of documents and tables; no documents. */
export async function importScheme(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  const { institutionId } = book;
  const { code, nameNl, nameEn, legalSource, conditions, firstYear, lastYear, themes } = scheme;
  const schemeId = book.set(newId(), 'scheme', code);
  const own = { institutionId, schemeId };
  await tx
    .insertInto('scheme')
    .values({
      ...own,
      ...{ code, nameNl, nameEn, legalSource, conditions, firstYear, lastYear },
      themeFrameworkId: book.id('framework', themes),
      causeFrameworkId: book.idOrNull('framework', scheme.causes),
      criteriaFrameworkId: book.idOrNull('framework', scheme.criteria),
    })
    .execute();
  await insertAll(
    tx,
    'schemeFramework',
    scheme.frameworks.map((one, sort) => ({ ...own, frameworkId: book.id('framework', one), sort })),
  );
  await insertAll(
    tx,
    'fund',
    scheme.funds.map((fund, sort) => ({
      ...own,
      fundId: book.set(newId(), 'fund', code, fund.code),
      ...fund,
      sort,
    })),
  );
  await insertAll(
    tx,
    'schemeExclusion',
    scheme.exclusions.map(({ node, ...rest }) => ({
      ...own,
      nodeId: book.id('node', themes, node),
      ...rest,
    })),
  );
  await insertAll(
    tx,
    'schemeRate',
    scheme.rates.map((rate) => ({ ...own, ...rate })),
  );
  await insertAll(
    tx,
    'schemeEvent',
    scheme.events.map(({ on, body, ...rest }) => ({
      ...own,
      eventId: newId(),
      onText: on,
      bodyName: body,
      ...rest,
    })),
  );
  await insertAll(
    tx,
    'sanction',
    scheme.sanctions.map(({ effect, ...rest }, sort) => ({
      ...own,
      sanctionId: newId(),
      ...rest,
      effect: JSON.stringify(effect),
      sort,
    })),
  );
  for (const [sort, kind] of scheme.documentKinds.entries()) await importKind(tx, book, scheme, kind, sort);
  await importSources(tx, book, scheme);
  await insertAll(
    tx,
    'tableLayout',
    scheme.tables.map(({ layout, ...rest }, sort) => ({
      ...own,
      layoutId: newId(),
      ...rest,
      layout: JSON.stringify(layout),
      sort,
    })),
  );
}

async function importKind(
  tx: Tx,
  book: CodeBook,
  scheme: SchemeEntry,
  kind: KindEntry,
  sort: number,
): Promise<void> {
  const { institutionId } = book;
  const { code, nameNl, nameEn, stage, unitKinds, hasMeasures } = kind;
  const kindId = book.set(newId(), 'kind', scheme.code, code);
  await tx
    .insertInto('documentKind')
    .values({
      institutionId,
      kindId,
      schemeId: book.id('scheme', scheme.code),
      ...{ code, nameNl, nameEn, stage, unitKinds, hasMeasures, sort },
    })
    .execute();
  await insertAll(tx, 'carryOverRule', kind.carryOver ? [{ institutionId, kindId, ...kind.carryOver }] : []);
  await insertAll(
    tx,
    'question',
    kind.questions.map(({ node, report, ...question }, index) => ({
      institutionId,
      questionId: book.set(newId(), 'question', scheme.code, code, question.code),
      kindId,
      nodeId: node === null ? null : book.id('node', scheme.themes, node),
      ...question,
      ...questionColumns(report),
      sort: index,
    })),
  );
  await insertAll(
    tx,
    'rightRule',
    kind.rights.map((right, index) => ({
      institutionId,
      ruleId: book.set(newId(), 'right', ...rightKey(scheme.code, code, right)),
      kindId,
      ...right,
      sectionRules: JSON.stringify(right.sectionRules),
      sort: index,
    })),
  );
  await importRequirements(tx, book, { scheme, kind });
}
