import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { rangeDays } from '#app/kernel/period.ts';
import { holdsOn } from '#app/organisation/organisation.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import { decisionIdOf } from './council-import.server.ts';
import type { ItemEntry, MomentEntry } from './moment-file.ts';
import type { SchemeEntry } from './scheme-file.ts';

/** The steps of a scheme's cycle with what they feed and what returns at them, and its moments with their meetings. */
export async function importMoments(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  await importSteps(tx, book, scheme);
  const { institutionId } = book;
  const schemeId = book.id('scheme', scheme.code);
  const all = scheme.moments.map((one) => ({ one, momentId: newId() }));
  for (const { one, momentId } of all) book.set(momentId, 'moment', scheme.code, ...keyOf(one));
  await insertAll(
    tx,
    'moment',
    all.map(({ one, momentId }) => ({
      ...{ institutionId, momentId, schemeId, unitId: book.id('unit', one.unit), year: one.year },
      stepId: book.idOrNull('step', scheme.code, one.step),
      ...{ title: one.title, bodyId: book.idOrNull('body', one.body), nth: one.nth },
      ...{ dueOn: one.dueOn, firstDueOn: one.firstDueOn ?? one.dueOn },
      ...{ startsOn: one.startsOn, meetsOn: one.meetsOn, status: one.status, reason: one.reason },
      ...{ doneOn: one.doneOn, notes: one.notes, place: one.place, present: one.present },
      guests: one.guests,
    })),
  );
  await insertAll(
    tx,
    'momentPaper',
    all.flatMap(({ momentId, one }) =>
      one.papers.map(({ document, version, title, sent, source }) => ({
        ...{ institutionId, paperId: newId(), momentId, title, source },
        versionId: document === null ? null : book.id('version', scheme.code, document, String(version)),
        sentText: sent,
        sortDate: firstDay(sent),
      })),
    ),
  );
  const held = all.filter(({ one }) => one.items.length + one.attendance.length > 0);
  if (held.length > 0) await importMeetings(tx, book, { scheme, schemeId, held });
}

async function importSteps(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  const { institutionId } = book;
  const steps = scheme.cycleSteps.map((step) => ({
    step,
    stepId: book.set(newId(), 'step', scheme.code, step.code),
  }));
  const idOf = (code: string) => book.id('step', scheme.code, code);
  await insertAll(
    tx,
    'cycleStep',
    steps.map(
      (
        { stepId, step: { kind, body, right, role, rule, starts, meets, feeds: _, topics: __, ...rest } },
        sort,
      ) => ({
        ...{ institutionId, stepId, schemeId: book.id('scheme', scheme.code), ...rest },
        kindId: book.idOrNull('kind', scheme.code, kind),
        bodyKind: body?.kind ?? null,
        bodyAt: body?.at ?? null,
        rightKind: right,
        roleCode: role,
        rule: JSON.stringify(rule),
        startRule: starts && JSON.stringify(starts),
        meetingRule: meets && JSON.stringify(meets),
        sort,
      }),
    ),
  );
  await insertAll(
    tx,
    'stepFeed',
    steps.flatMap(({ step, stepId }) =>
      step.feeds.map((code) => ({ institutionId, stepId, intoId: idOf(code) })),
    ),
  );
  await insertAll(
    tx,
    'stepTopic',
    steps.flatMap(({ step, stepId }) =>
      step.topics.map(({ about, ...topic }, sort) => ({
        ...{ institutionId, stepId, ...topic, sort },
        topicId: book.set(newId(), 'topic', scheme.code, step.code, topic.nameNl),
        aboutId: about === null ? null : idOf(about),
      })),
    ),
  );
}

type Held = { scheme: SchemeEntry; schemeId: string; held: { one: MomentEntry; momentId: string }[] };

async function importMeetings(tx: Tx, book: CodeBook, { scheme, schemeId, held }: Held): Promise<void> {
  const { institutionId } = book;
  const { bodyOf, memberOf } = await membership(tx, book, scheme);
  await insertAll(
    tx,
    'attendance',
    held.flatMap(({ one, momentId }) =>
      one.attendance.map(({ member, came }) => ({
        ...{ institutionId, momentId, came },
        memberId: memberOf(bodyOf(one), member, one.doneOn ?? one.dueOn),
      })),
    ),
  );
  const items = held.flatMap(({ one, momentId }) =>
    one.items.map((item, sort) => ({ one, item, momentId, sort, itemId: newId() })),
  );
  await insertAll(
    tx,
    'agendaItem',
    items.map(({ one, item, momentId, sort, itemId }) => ({
      ...{ institutionId, itemId, momentId, kind: item.kind, title: item.title, text: item.text },
      topicId: book.idOrNull('topic', scheme.code, one.step, item.topic),
      versionId:
        item.version && book.id('version', scheme.code, item.version.document, String(item.version.version)),
      decisionId: item.decision && decisionIdOf(book, scheme, item.decision),
      consultationId:
        item.consultation &&
        book.id('consultation', scheme.code, item.consultation.date, item.consultation.title),
      aboutId: aboutOf(book, scheme, item),
      ...{ outcome: item.outcome, sort },
    })),
  );
  await insertAll(
    tx,
    'moment',
    items.flatMap(({ one, item, itemId }) =>
      item.actions.map(({ unit, role, member, firstDueOn, ...rest }) => ({
        ...{ institutionId, momentId: newId(), schemeId, stepId: null, itemId, ...rest },
        ...{ unitId: book.id('unit', unit), bodyId: bodyOf(one), roleCode: role },
        memberId: member === null ? null : memberOf(bodyOf(one), member, one.doneOn ?? one.dueOn),
        firstDueOn: firstDueOn ?? rest.dueOn,
      })),
    ),
  );
}

function aboutOf(book: CodeBook, scheme: SchemeEntry, { moment }: ItemEntry): string | null {
  return moment && book.id('moment', scheme.code, ...keyOf(moment));
}

type Key = Pick<MomentEntry, 'step' | 'title' | 'unit' | 'year' | 'nth'>;

function keyOf({ step, title, unit, year, nth }: Key): string[] {
  return [step ?? '', title, unit, String(year), String(nth)];
}

/** Which body meets at a moment, and which of its members a name is on a day: terms follow one another. */
async function membership(tx: Tx, book: CodeBook, scheme: SchemeEntry) {
  const { institutionId } = book;
  const bodies = await tx
    .selectFrom('body as b')
    .leftJoin('unitPlacement as p', (on) =>
      on.onRef('p.institutionId', '=', 'b.institutionId').onRef('p.unitId', '=', 'b.unitId'),
    )
    .select(['b.bodyId', 'b.kind', 'b.unitId', 'p.placementId'])
    .where('b.institutionId', '=', institutionId)
    .orderBy('b.code')
    .execute();
  const members = await tx
    .selectFrom('bodyMember')
    .select(['memberId', 'bodyId', 'name', 'term'])
    .where('institutionId', '=', institutionId)
    .orderBy('term')
    .execute();
  return {
    bodyOf({ body, step, unit }: Pick<MomentEntry, 'body' | 'step' | 'unit'>): string {
      if (body !== null) return book.id('body', body);
      const of = scheme.cycleSteps.find((one) => one.code === step)?.body;
      const unitId = book.id('unit', unit);
      const found = bodies.find(
        (one) =>
          one.kind === of?.kind && (of.at === 'unit' ? one.unitId === unitId : one.placementId === null),
      );
      if (!found) throw new Error(`unchecked file: no body meets at ${step} of ${unit}`);
      return found.bodyId;
    },
    memberOf(bodyId: string, name: string, on: string): string {
      const own = members.filter((one) => one.bodyId === bodyId && one.name === name);
      const found = own.find((one) => holdsOn(rangeDays(one.term), on)) ?? own[0];
      if (!found) throw new Error(`unchecked file: no member ${name}`);
      return found.memberId;
    },
  };
}

/** The first day of a day, a month or a year. */
function firstDay(text: string): string {
  const [year, month = '01', day = '01'] = text.split('-');
  return `${year}-${month}-${day}`;
}
