import { sql } from 'kysely';
import { actorOf, listSignInInstitutions } from '#app/identity/identity.server.ts';
import type { Actor, Locale } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { type Db, inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { listEntries } from './agenda.server.ts';
import { digestOf, isWorthSending, untold } from './agenda.ts';
import { listChanges } from './change.server.ts';
import { digestLetter, type Letter, todayLetter } from './mail-text.ts';
import { failureWords, isServerFailure, type Post } from './post.server.ts';

export type Sending = {
  db: Db;
  post: Post;
  now: Date;
  /** the address at which people open Akkoord, without a slash at its end */
  base: string;
};

/** What a run did, for the log: numbers and codes, no names. */
export type Sent = { sent: number; failed: number; codes: string[] };

type Reader = { accountId: string; email: string; digest: boolean; dueToday: boolean; locale: Locale };

/** From this hour on the letter of the day goes out, in the Netherlands. */
const digestHour = 7;

/** After so long a claim is that of a process that died, in minutes; letters take seconds. */
const staleMinutes = 15;

/** How often a letter that a server refused is tried on one day. */
const mostAttempts = 20;

/** Letters are remembered for as long as a question about them may come up, in days. */
const keptDays = 60;

/**
 * One run for everybody: the letter of the day where there is something to tell, then what turned out to be due
 * today. Safe to run at any time and by several processes: each letter is claimed before it is sent.
 */
export async function sendNotices(sending: Sending): Promise<Sent> {
  const done: Sent = { sent: 0, failed: 0, codes: [] };
  for (const { institutionId, nameNl, nameEn } of await listSignInInstitutions(sending.db)) {
    const readers = await inInstitution(sending.db, institutionId, (tx) =>
      listReaders(tx, institutionId, sending.now),
    );
    for (const reader of readers) {
      const institution = reader.locale === 'en' ? nameEn : nameNl;
      const ok = await sendTo({ ...sending, institutionId, institution }, reader, done);
      // the server is away: who is left gets theirs in the next run
      if (!ok) return done;
    }
  }
  return done;
}

async function listReaders(tx: Tx, institutionId: string, now: Date): Promise<Reader[]> {
  const before = isoDate(new Date(now.getTime() - keptDays * 24 * 60 * 60 * 1000));
  await tx
    .deleteFrom('noticeMail')
    .where('institutionId', '=', institutionId)
    .where('onDate', '<', before)
    .execute();
  const { rows } = await sql<Reader>`
    select * from (
      select a.account_id, coalesce(n.email, case when a.login like '%_@_%._%' then a.login end) as email,
             coalesce(n.digest, true) as digest, coalesce(n.due_today, true) as due_today, coalesce(n.locale, a.locale) as locale
        from account a
        left join notice_setting n on n.institution_id = a.institution_id and n.account_id = a.account_id
       where a.institution_id = ${institutionId} and a.disabled_at is null) r
     where r.email is not null and (r.digest or r.due_today)
     order by r.account_id`.execute(tx);
  return rows;
}

type Place = Sending & { institutionId: string; institution: string };
type Claim = { mailId: string; number: number; letter: Letter };

async function sendTo(place: Place, reader: Reader, done: Sent): Promise<boolean> {
  const claim = await inInstitution(place.db, place.institutionId, (tx) => claimLetter(tx, place, reader));
  if (!claim) return true;
  const on = isoDate(place.now);
  const messageId = `<${on}.${claim.number}.${reader.accountId}@akkoord>`;
  try {
    await place.post.send({ ...claim.letter, to: reader.email, messageId });
  } catch (error) {
    done.failed += 1;
    done.codes.push(failureWords(error));
    await mark(place, claim.mailId, 'failed');
    return !isServerFailure(error);
  }
  await mark(place, claim.mailId, 'sent');
  done.sent += 1;
  return true;
}

function mark({ db, institutionId }: Place, mailId: string, status: 'sent' | 'failed') {
  return inInstitution(db, institutionId, (tx) =>
    tx
      .updateTable('noticeMail')
      .set({ status })
      .where('institutionId', '=', institutionId)
      .where('mailId', '=', mailId)
      .execute(),
  );
}

/** The next letter that this reader is to have now, claimed for us; null when there is none. */
async function claimLetter(tx: Tx, place: Place, reader: Reader): Promise<Claim | null> {
  const { institutionId, now, institution, base } = place;
  const today = isoDate(now);
  const mails = await tx
    .selectFrom('noticeMail')
    .select(['mailId', 'number', 'items', 'status', 'attempts', 'takenOver', 'claimedAt'])
    .where('institutionId', '=', institutionId)
    .where('accountId', '=', reader.accountId)
    .where('onDate', '=', today)
    .orderBy('number')
    .forUpdate()
    .execute();
  const stale = new Date(now.getTime() - staleMinutes * 60 * 1000);
  const again = mails.find((one) =>
    one.status === 'failed'
      ? one.attempts < mostAttempts
      : one.status === 'sending' && !one.takenOver && one.claimedAt < stale,
  );
  const digestDone = mails.some((one) => one.number === 0) && again?.number !== 0;
  const isDigest = again ? again.number === 0 : reader.digest && !digestDone && hourOf(now) >= digestHour;
  if (!again && !isDigest && !(reader.dueToday && (digestDone || !reader.digest))) return null;
  const found = await actorOf(tx, institutionId, reader.accountId);
  if (!found) return null;
  const actor: Actor = { ...found, locale: reader.locale };
  const frame = { words: wordsOf(reader.locale), locale: reader.locale, institution, base };
  const entries = await listEntries(tx, actor, now);
  const told = mails.filter((one) => one !== again).flatMap((one) => one.items);
  const number = again?.number ?? (isDigest ? 0 : Math.max(0, ...mails.map((one) => one.number)) + 1);
  if (isDigest) {
    const changes = await listChanges(tx, actor, await lastDigest(tx, place, reader));
    const digest = digestOf(entries, changes, today);
    // kept even when there is nothing to tell: the day has had its letter, and what comes up later is told at once
    const items = digest.today.map((one) => one.uid);
    const worth = isWorthSending(digest, today);
    const mailId = await keep(tx, place, reader, {
      again,
      number,
      items,
      status: worth ? 'sending' : 'sent',
    });
    return worth && mailId ? { mailId, number, letter: digestLetter(digest, frame) } : null;
  }
  const news = untold(entries, told, today);
  if (news.length === 0) return null;
  const items = news.map((one) => one.uid);
  const mailId = await keep(tx, place, reader, { again, number, items, status: 'sending' });
  return mailId ? { mailId, number, letter: todayLetter(news, frame) } : null;
}

type Kept = {
  again: { mailId: string; status: string; attempts: number } | undefined;
  number: number;
  items: string[];
  status: 'sending' | 'sent';
};

// One of two processes gets the row; the other finds it taken and writes nothing.
async function keep(
  tx: Tx,
  { institutionId, now }: Place,
  { accountId }: Reader,
  { again, number, items, status }: Kept,
): Promise<string | null> {
  if (again) {
    await tx
      .updateTable('noticeMail')
      .set({
        ...{ status, items, claimedAt: now, attempts: again.attempts + 1 },
        ...(again.status === 'sending' && { takenOver: true }),
      })
      .where('institutionId', '=', institutionId)
      .where('mailId', '=', again.mailId)
      .execute();
    return again.mailId;
  }
  const made = await tx
    .insertInto('noticeMail')
    .values({
      ...{ institutionId, mailId: newId(), accountId, onDate: isoDate(now), number, items, status },
      claimedAt: now,
    })
    .onConflict((on) => on.columns(['institutionId', 'accountId', 'onDate', 'number']).doNothing())
    .returning('mailId')
    .executeTakeFirst();
  return made?.mailId ?? null;
}

/** Since when this reader has not been told: the last letter of a day before, else since yesterday. */
async function lastDigest(tx: Tx, { institutionId, now }: Place, { accountId }: Reader): Promise<Date> {
  const row = await tx
    .selectFrom('noticeMail')
    .select('claimedAt')
    .where('institutionId', '=', institutionId)
    .where('accountId', '=', accountId)
    .where('number', '=', 0)
    .where('onDate', '<', isoDate(now))
    .orderBy('onDate', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.claimedAt ?? new Date(now.getTime() - 24 * 60 * 60 * 1000);
}

function hourOf(at: Date): number {
  const form = { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Amsterdam' } as const;
  return Number(new Intl.DateTimeFormat('nl-NL', form).format(at));
}
