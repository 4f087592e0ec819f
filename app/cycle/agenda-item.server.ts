import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import type { ItemInput } from './meeting.input.ts';
import { lockMoment, type MomentAddress } from './moment.server.ts';
import { isMeeting } from './moment.ts';
import type { Moment } from './moment-list.server.ts';
import { versionOf } from './paper.server.ts';

type At = MomentAddress & { now: Date };

/** A meeting that goes on, locked: its agenda is written under one lock. @throws Missing; Rejection */
export async function lockMeeting(tx: Tx, actor: Actor, at: At): Promise<Moment> {
  const moment = await lockMoment(tx, actor, { ...at, revision: null });
  if (!isMeeting(moment)) throw new Missing('meeting');
  if (moment.status === 'cancelled') throw new Rejection('meeting.cancelled');
  return moment;
}

async function itemsOf(tx: Tx, actor: Actor, momentId: string) {
  return tx
    .selectFrom('agendaItem')
    .select(['itemId', 'kind', 'title', 'text', 'outcome', 'sort', 'revision', 'topicId'])
    .where('institutionId', '=', actor.institutionId)
    .where('momentId', '=', momentId)
    .orderBy('sort')
    .orderBy('itemId')
    .execute();
}

/**
 * Puts an item on the agenda of a meeting, or changes one: also what was said and decided.
 * @throws Missing; InvalidInput `meeting.title`, `meeting.about`; Rejection `forbidden`, `conflict`, `meeting.cancelled`
 */
export async function putItem(tx: Tx, actor: Actor, at: At, input: ItemInput): Promise<{ itemId: string }> {
  const moment = await lockMeeting(tx, actor, at);
  const items = await itemsOf(tx, actor, moment.momentId);
  const before = items.find((one) => one.itemId === input.item);
  if (input.item !== null && !before) throw new Missing('item');
  if (before && input.revision !== null && before.revision !== input.revision) {
    throw new Rejection('conflict', { revision: before.revision });
  }
  if (input.title === '' && !before?.topicId) {
    throw new InvalidInput([{ path: 'title', code: 'meeting.title', params: {} }]);
  }
  const { kind, title, text, outcome } = input;
  const links = await aboutOf(tx, actor, at.scheme, input.about);
  const values = { kind: before?.topicId ? ('standing' as const) : kind, title, text, outcome, ...links };
  const { institutionId } = actor;
  const itemId = before?.itemId ?? newId();
  if (before) {
    await tx
      .updateTable('agendaItem')
      .set({ ...values, revision: before.revision + 1 })
      .where('institutionId', '=', institutionId)
      .where('itemId', '=', itemId)
      .execute();
  } else {
    const sort = (items.at(-1)?.sort ?? -1) + 1;
    await tx
      .insertInto('agendaItem')
      .values({ institutionId, itemId, momentId: moment.momentId, ...values, sort })
      .execute();
  }
  const said = (one: { kind: string; title: string; text: string; outcome: string }) => ({
    ...{ kind: one.kind, title: one.title, text: one.text, outcome: one.outcome },
  });
  const change = { before: before ? said(before) : null, after: { ...said(values), about: input.about } };
  await record(tx, actor, 'moment.agenda', { kind: 'moment', id: moment.momentId }, change);
  return { itemId };
}

type Links = {
  versionId: string | null;
  decisionId: string | null;
  consultationId: string | null;
  aboutId: string | null;
};

/** What an item is about, by ids of this scheme. @throws InvalidInput `meeting.about` */
async function aboutOf(tx: Tx, actor: Actor, scheme: string, about: string | null): Promise<Links> {
  const none: Links = { versionId: null, decisionId: null, consultationId: null, aboutId: null };
  if (about === null) return none;
  const [kind = '', key = ''] = about.split(/:(.*)/);
  const unknown = () => new InvalidInput([{ path: 'about', code: 'meeting.about', params: { value: key } }]);
  if (kind === 'document') {
    const [document = '', version] = key.split('@');
    const named = { document, version: version === undefined ? null : Number(version) };
    return { ...none, versionId: await versionOf(tx, actor, { scheme, path: 'about' }, named) };
  }
  const query = {
    decision: tx
      .selectFrom('decision as x')
      .innerJoin('version as v', (on) =>
        on.onRef('v.institutionId', '=', 'x.institutionId').onRef('v.versionId', '=', 'x.versionId'),
      )
      .innerJoin('document as o', (on) =>
        on.onRef('o.institutionId', '=', 'v.institutionId').onRef('o.documentId', '=', 'v.documentId'),
      )
      .select('o.schemeId')
      .where('x.institutionId', '=', actor.institutionId)
      .where('x.decisionId', '=', key),
    consultation: tx
      .selectFrom('consultation as o')
      .select('o.schemeId')
      .where('o.institutionId', '=', actor.institutionId)
      .where('o.consultationId', '=', key),
    moment: tx
      .selectFrom('moment as o')
      .select('o.schemeId')
      .where('o.institutionId', '=', actor.institutionId)
      .where('o.momentId', '=', key),
  }[kind as 'decision' | 'consultation' | 'moment'];
  const found = await query.executeTakeFirst();
  const own = await tx
    .selectFrom('scheme')
    .select('schemeId')
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', scheme)
    .executeTakeFirst();
  if (!found || found.schemeId !== own?.schemeId) throw unknown();
  const field = { decision: 'decisionId', consultation: 'consultationId', moment: 'aboutId' }[kind];
  return { ...none, [field as keyof Links]: key };
}

/**
 * Takes an item off the agenda, or puts it a place earlier or later. What was treated stays on it.
 * @throws Missing; Rejection `forbidden`, `meeting.treated`, `meeting.cancelled`
 */
export async function moveItem(
  tx: Tx,
  actor: Actor,
  at: At,
  { item, act }: { item: string; act: 'remove' | 'earlier' | 'later' },
): Promise<{ itemId: string }> {
  const moment = await lockMeeting(tx, actor, at);
  const items = await itemsOf(tx, actor, moment.momentId);
  const from = items.findIndex((one) => one.itemId === item);
  const moved = items[from];
  if (!moved) throw new Missing('item');
  const { institutionId } = actor;
  if (act === 'remove') {
    const agreed = await tx
      .selectFrom('moment')
      .select('momentId')
      .where('institutionId', '=', institutionId)
      .where('itemId', '=', item)
      .executeTakeFirst();
    if (moved.outcome !== '' || agreed) throw new Rejection('meeting.treated');
    await tx
      .deleteFrom('agendaItem')
      .where('institutionId', '=', institutionId)
      .where('itemId', '=', item)
      .execute();
  } else {
    const to = Math.max(0, Math.min(items.length - 1, from + (act === 'earlier' ? -1 : 1)));
    for (const [sort, one] of items.toSpliced(from, 1).toSpliced(to, 0, moved).entries()) {
      await tx
        .updateTable('agendaItem')
        .set({ sort })
        .where('institutionId', '=', institutionId)
        .where('itemId', '=', one.itemId)
        .execute();
    }
  }
  const { kind, title, text } = moved;
  const change =
    act === 'remove' ? { before: { kind, title, text } } : { after: { number: from + 1, title } };
  await record(
    tx,
    actor,
    `moment.agenda-${act === 'remove' ? 'remove' : 'order'}`,
    { kind: 'moment', id: moment.momentId },
    change,
  );
  return { itemId: item };
}
