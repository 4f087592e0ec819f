import type { Tx } from '#app/kernel/db.server.ts';
import { codesOf, tableRows } from './table-rows.server.ts';
import { exportedRights } from './version-export.server.ts';

type Names = {
  units: Map<string, string>;
  bodies: Map<string, string>;
  kinds: Map<string, string>;
  versions: Map<string, { document: string | undefined; version: number }>;
};
type Lookups = Awaited<ReturnType<typeof lookups>>;
type MomentRow = Lookups['moments'][number];

/** Per scheme: the steps of its cycle, and its moments with their meetings. */
export async function exportMoments(tx: Tx, institutionId: string, names: Names) {
  const found = await lookups(tx, institutionId, names);
  return (schemeId: string) => ({
    cycleSteps: found.steps
      .filter((one) => one.schemeId === schemeId)
      .map((step) => ({
        ...{ code: step.code, nameNl: step.nameNl, nameEn: step.nameEn, unitKinds: step.unitKinds },
        kind: step.kindId && names.kinds.get(step.kindId),
        product: step.product,
        body: step.bodyKind && { kind: step.bodyKind, at: step.bodyAt },
        ...{ right: step.rightKind, role: step.roleCode, covers: step.covers, counts: step.counts },
        ...{ rule: step.rule, starts: step.startRule, meets: step.meetingRule, precision: step.precision },
        ...{ milestone: step.milestone, partsNl: step.partsNl, partsEn: step.partsEn },
        ...{ alsoNl: step.alsoNl, alsoEn: step.alsoEn },
        ...{ firstYear: step.firstYear, lastYear: step.lastYear, everyYears: step.everyYears },
        ...{ noteNl: step.noteNl, noteEn: step.noteEn, source: step.source, nature: step.nature },
        ...{ regular: step.regular, frequencyNl: step.frequencyNl, frequencyEn: step.frequencyEn },
        ...{ connects: step.connects, feeds: found.feeds(step.stepId) },
        topics: (found.topics.get(step.stepId) ?? []).map((topic) => ({
          ...{ nameNl: topic.nameNl, nameEn: topic.nameEn, month: topic.month },
          about: topic.aboutId && found.stepCodes.get(topic.aboutId),
          source: topic.source,
        })),
      })),
    moments: found.moments
      .filter((one) => one.schemeId === schemeId && one.itemId === null)
      .map((one) => moment(one, found, names)),
  });
}

async function lookups(tx: Tx, institutionId: string, names: Names) {
  const steps = await tableRows(tx, institutionId, 'cycleStep', 'sort');
  const order = new Map(steps.map(({ stepId, code }, at) => [stepId, { code, at }]));
  const feeds = Map.groupBy(await tableRows(tx, institutionId, 'stepFeed'), (one) => one.stepId);
  const moments = await tableRows(tx, institutionId, 'moment');
  const decisions = await tx
    .selectFrom('decision')
    .select(['decisionId', 'versionId', 'bodyId', 'kind', 'ruleId'])
    .where('institutionId', '=', institutionId)
    .execute();
  const rights = await exportedRights(tx, institutionId);
  const consultations = await tableRows(tx, institutionId, 'consultation');
  const topics = await tableRows(tx, institutionId, 'stepTopic', 'sort');
  const members = await tableRows(tx, institutionId, 'bodyMember');
  return {
    steps,
    moments,
    stepCodes: codesOf(steps, 'stepId'),
    feeds: (stepId: string) =>
      (feeds.get(stepId) ?? [])
        .map((one) => order.get(one.intoId)!)
        .toSorted((a, b) => a.at - b.at)
        .map((one) => one.code),
    topics: Map.groupBy(topics, (one) => one.stepId),
    topicNames: new Map(topics.map((one) => [one.topicId, one.nameNl])),
    papers: Map.groupBy(await tableRows(tx, institutionId, 'momentPaper'), (one) => one.momentId),
    items: Map.groupBy(await tableRows(tx, institutionId, 'agendaItem', 'sort'), (one) => one.momentId),
    attendance: Map.groupBy(await tableRows(tx, institutionId, 'attendance'), (one) => one.momentId),
    actions: Map.groupBy(
      moments.filter((one) => one.itemId !== null),
      (one) => one.itemId,
    ),
    members: new Map(members.map((one) => [one.memberId, one.name])),
    momentIds: new Map(moments.map((one) => [one.momentId, one])),
    consultations: new Map(
      consultations.map((one) => [one.consultationId, { date: one.sortDate, title: one.title }]),
    ),
    decisions: new Map(
      decisions.map((one) => [
        one.decisionId,
        {
          ...names.versions.get(one.versionId),
          body: names.bodies.get(one.bodyId),
          kind: one.kind,
          right: rights(one.ruleId),
        },
      ]),
    ),
  };
}

const dates = (one: MomentRow) => ({
  ...{ year: one.year, dueOn: one.dueOn },
  firstDueOn: one.firstDueOn === one.dueOn ? null : one.firstDueOn,
});

const state = (one: MomentRow) => ({
  ...{ status: one.status, reason: one.reason, doneOn: one.doneOn, notes: one.notes },
});

function moment(one: MomentRow, found: Lookups, names: Names) {
  return {
    step: one.stepId && found.stepCodes.get(one.stepId),
    ...{ title: one.title, body: one.bodyId && names.bodies.get(one.bodyId) },
    ...{ unit: names.units.get(one.unitId), nth: one.nth, ...dates(one) },
    ...{ startsOn: one.startsOn, meetsOn: one.meetsOn, ...state(one) },
    papers: (found.papers.get(one.momentId) ?? []).map((paper) => ({
      ...(paper.versionId ? names.versions.get(paper.versionId) : { document: null, version: null }),
      ...{ title: paper.title, sent: paper.sentText, source: paper.source },
    })),
    ...{ place: one.place, present: one.present, guests: one.guests },
    attendance: (found.attendance.get(one.momentId) ?? []).map(({ memberId, came }) => ({
      member: found.members.get(memberId),
      came,
    })),
    items: (found.items.get(one.momentId) ?? []).map((item) => ({
      kind: item.kind,
      topic: item.topicId && found.topicNames.get(item.topicId),
      ...{ title: item.title, text: item.text },
      version: item.versionId && names.versions.get(item.versionId),
      decision: item.decisionId && found.decisions.get(item.decisionId),
      consultation: item.consultationId && found.consultations.get(item.consultationId),
      moment: item.aboutId && momentOf(found.momentIds.get(item.aboutId)!, found, names),
      outcome: item.outcome,
      actions: (found.actions.get(item.itemId) ?? []).map((action) => ({
        ...{ title: action.title, unit: names.units.get(action.unitId), role: action.roleCode },
        member: action.memberId && found.members.get(action.memberId),
        ...{ ...dates(action), ...state(action) },
      })),
    })),
  };
}

function momentOf(one: MomentRow, found: Lookups, names: Names) {
  return {
    step: one.stepId && found.stepCodes.get(one.stepId),
    ...{ title: one.title, unit: names.units.get(one.unitId), year: one.year, nth: one.nth },
  };
}
