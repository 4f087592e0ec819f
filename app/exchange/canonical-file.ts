import { dueRuleSchema } from '#app/cycle/due-rule.input.ts';
import { canonical, type Json } from '#app/kernel/hash.ts';
import { canonicalComments } from './comment-order.ts';
import type { DocumentEntry, VersionEntry } from './document-file.ts';
import { canonicalFinance } from './finance-file.ts';
import type { InstitutionFile } from './institution-file.ts';
import { canonicalProgress } from './progress-order.ts';
import { withShortRights } from './right-match.ts';
import type { SchemeEntry } from './scheme-file.ts';
import { fileText, richText } from './section-text.ts';
import { canonicalSettingHistory } from './setting-history-file.ts';

/**
 * The one order and notation of a file, so that two files that say the same are equal: lists whose order
 * people see keep it, all others stand by code or date; moments are in UTC; a line says its stage and whose
 * measure it is only where that differs from its document.
 */
export function canonicalFile(file: InstitutionFile): InstitutionFile {
  return {
    ...file,
    units: file.units.map((unit) => ({ ...unit, placements: by(unit.placements, ['from', 'parent']) })),
    successions: by(file.successions, ['on', 'predecessor', 'successor']),
    headCountDefinitions: by(file.headCountDefinitions, ['code']),
    headCounts: by(file.headCounts, ['definition', 'date', 'unit']),
    roles: file.roles.map((role) => ({ ...role, permissions: role.permissions.toSorted() })),
    accounts: by(file.accounts, ['login']).map((account) => ({
      ...account,
      disabledAt: account.disabledAt && utc(account.disabledAt),
      mandates: by(account.mandates, ['role', 'unit', 'body', 'from']),
    })),
    bodies: by(file.bodies, ['code']).map((body) => ({
      ...body,
      members: by(body.members, ['from', 'capacity', 'name']),
    })),
    frameworks: by(file.frameworks, ['code']).map((framework) => ({
      ...framework,
      nodes: framework.nodes.map((node) => ({
        ...node,
        aliases: by(node.aliases, ['name', 'context']),
        links: by(node.links, ['framework', 'node']),
      })),
    })),
    replyTerms: by(file.replyTerms, ['bodyKind', 'kind']),
    intakeLayouts: by(file.intakeLayouts, ['signature']).map((one) => ({
      ...one,
      confirmedAt: utc(one.confirmedAt),
    })),
    schemes: by(file.schemes, ['code']).map((scheme) => canonicalScheme(withShortRights(file, scheme))),
    settingHistory: canonicalSettingHistory(file.settingHistory),
  };
}

function canonicalScheme(scheme: SchemeEntry): SchemeEntry {
  return {
    ...scheme,
    exclusions: by(scheme.exclusions, ['node']),
    rates: scheme.rates.toSorted((a, b) => a.fromYear - b.fromYear),
    events: by(scheme.events, ['sortDate', 'on', 'whatNl']),
    documentKinds: scheme.documentKinds.map((kind) => ({
      ...kind,
      requirements: kind.requirements.map((one) => ({ ...one, questions: one.questions.toSorted() })),
    })),
    tables: scheme.tables.map((table) => ({ ...table, layout: sorted(table.layout) })),
    documents: by(scheme.documents, ['code']).map((document) => canonicalDocument(scheme, document)),
    scenarios: scheme.scenarios.map((one) => ({
      ...one,
      allocation: sorted(one.allocation),
      keptAt: utc(one.keptAt),
    })),
    intakeRules: by(scheme.intakeRules, ['unit']),
    closedPeriods: by(scheme.closedPeriods, ['period']).map((one) => ({
      ...one,
      closedAt: utc(one.closedAt),
    })),
    finance: canonicalFinance(scheme.finance),
    bundles: by(scheme.bundles, ['proposedOn', 'name']).map((one) => ({
      ...one,
      parts: by(one.parts, ['document', 'measure']),
      answers: by(one.answers, ['unit']),
    })),
    consultations: by(scheme.consultations, ['date', 'title', 'unit']).map((one) => ({
      ...one,
      on: one.on || one.date,
      nodes: by(one.nodes, ['framework', 'node']),
      topics: one.topics.map((topic) => ({
        ...topic,
        nodes: by(topic.nodes, ['framework', 'node']),
        measures: by(topic.measures, ['document', 'measure']),
      })),
    })),
    // jsonb keeps no order of keys: the schema gives them theirs
    cycleSteps: scheme.cycleSteps.map((step) => ({ ...step, rule: dueRuleSchema.parse(step.rule) })),
    moments: by(scheme.moments, ['step', 'year', 'unit', 'nth', 'title', 'dueOn']).map((moment) => ({
      ...moment,
      attendance: by(moment.attendance, ['came', 'member']),
      items: moment.items.map((item) => ({
        ...item,
        actions: by(item.actions, ['dueOn', 'title', 'unit']).map((action) => ({
          ...action,
          firstDueOn: action.firstDueOn === action.dueOn ? null : action.firstDueOn,
        })),
      })),
      firstDueOn: moment.firstDueOn === moment.dueOn ? null : moment.firstDueOn,
      papers: by(moment.papers, ['sent', 'title', 'document']),
    })),
    indicators: scheme.indicators.map((one) => ({
      ...one,
      definitions: one.definitions.map((each) => ({
        ...each,
        units: each.units.toSorted(),
        nodes: by(each.nodes, ['framework', 'node']),
        measures: by(each.measures, ['document', 'measure']),
      })),
      breaks: by(one.breaks, ['year', 'unit', 'reasonNl']),
      observations: by(one.observations, ['year', 'unit', 'split', 'number']),
      reflections: by(one.reflections, ['year', 'unit', 'number']),
    })),
    indicatorSubmissions: by(scheme.indicatorSubmissions, ['year', 'unit', 'number']),
    ...canonicalProgress(scheme),
    commitments: by(scheme.commitments, ['madeOn', 'body', 'text']),
    followUps: by(scheme.followUps, ['on', 'account', 'point']),
    proposals: by(scheme.proposals, ['putOn', 'body', 'title']),
    reflections: by(scheme.reflections, ['year', 'body', 'number']),
    comments: canonicalComments(scheme.comments),
  };
}

function canonicalDocument(scheme: SchemeEntry, document: DocumentEntry): DocumentEntry {
  return {
    ...document,
    endedMeasures: by(document.endedMeasures, ['measure']),
    versions: document.versions
      .toSorted((a, b) => a.number - b.number)
      .map((version) => canonicalVersion(scheme, document, version)),
  };
}

function canonicalVersion(scheme: SchemeEntry, document: DocumentEntry, version: VersionEntry): VersionEntry {
  const kind = scheme.documentKinds.find((one) => one.code === document.kind);
  const { inForce, allocation } = version;
  return {
    ...version,
    createdAt: utc(version.createdAt),
    submittedAt: version.submittedAt && utc(version.submittedAt),
    adoptedAt: version.adoptedAt && utc(version.adoptedAt),
    inForce: inForce && { from: utc(inForce.from), recordedAt: utc(inForce.recordedAt) },
    covers: version.covers.toSorted(),
    changes: version.changes && {
      ...version.changes,
      stated: version.changes.stated.map((one) => ({
        ...one,
        before: one.before.toSorted(),
        after: one.after.toSorted(),
      })),
    },
    judgements: by(version.judgements, ['requirement']).map((one) => ({ ...one, at: utc(one.at) })),
    sections: by(version.sections, ['question', 'node', 'unit']).map((section) => ({
      ...section,
      body: plainOrSorted(section.body),
    })),
    measures: version.measures.map((one) => ({ ...one, serves: by(one.serves, ['framework', 'node']) })),
    lines: version.lines.map((line) => ({
      ...line,
      stage: line.stage === kind?.stage ? null : line.stage,
      measureOf: line.measureOf === document.code ? null : line.measureOf,
    })),
    allocation: allocation && {
      rules: sorted(allocation.rules),
      inputs: sorted(allocation.inputs),
      result: sorted(allocation.result),
    },
    decisions: by(
      version.decisions.map((one) => ({
        ...one,
        askedAt: one.askedAt && utc(one.askedAt),
        decidedAt: one.decidedAt && utc(one.decidedAt),
        matter: one.right?.matterNl ?? '',
      })),
      ['askedOn', 'body', 'kind', 'question', 'matter'],
    ).map(({ matter: _, ...one }) => one),
    attachments: by(version.attachments, ['name', 'base64']),
    printed: version.printed && sorted(version.printed),
  };
}

function plainOrSorted(body: VersionEntry['sections'][number]['body']) {
  const text = fileText(richText(body));
  return typeof text === 'string' ? text : (sorted(text) as typeof text);
}

function utc(moment: string): string {
  return new Date(moment).toISOString();
}

/** The same JSON with its keys in order. */
function sorted<T extends Json>(value: T): T {
  return JSON.parse(canonical(value)) as T;
}

function by<T>(list: T[], keys: (keyof T)[]): T[] {
  const text = (entry: T) => keys.map((key) => entry[key] ?? '').join('\u0000');
  return list.toSorted((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0));
}
