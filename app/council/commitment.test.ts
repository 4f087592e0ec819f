import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import {
  actsOf,
  afterAct,
  type CommitmentAct,
  type CommitmentStatus,
  commitmentActs,
  commitmentStatuses,
  isOpen,
  isOverdue,
} from './commitment.ts';
import { type FollowUp, lacksAccount, standingOf } from './follow-up.ts';
import { speaksFor } from './proposal.ts';
import { replyDue } from './reply-due.ts';

const anyActs = fc.array(fc.constantFrom(...commitmentActs), { maxLength: 30 });

function run(acts: readonly CommitmentAct[]): { status: CommitmentStatus; done: CommitmentAct[] } {
  let status: CommitmentStatus = 'open';
  const done: CommitmentAct[] = [];
  for (const act of acts) {
    const next = afterAct(status, act);
    if (next === null) continue;
    status = next;
    done.push(act);
  }
  return { status, done };
}

describe('a commitment', () => {
  test('is closed by nothing but accepted evidence, whatever is tried', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const { status, done } = run(acts);
        if (status !== 'closed') return;
        const accepted = done.lastIndexOf('accept');
        expect(accepted).toBeGreaterThan(0);
        expect(done[accepted - 1]).toBe('answer');
        expect(done.slice(accepted + 1)).toEqual([]);
      }),
    );
  });

  test('can always come back: from every status there is a way to open', () => {
    for (const status of commitmentStatuses) {
      const next = commitmentActs.map((act) => afterAct(status, act));
      expect(status === 'open' || next.includes('open')).toBe(true);
    }
  });

  test('is overdue only while it waits, from the day after it was due', () => {
    for (const status of commitmentStatuses) {
      expect(isOverdue({ status, dueOn: '2026-06-01' }, '2026-06-02')).toBe(isOpen({ status }));
      expect(isOverdue({ status, dueOn: '2026-06-01' }, '2026-06-01')).toBe(false);
    }
  });

  test('its owner hands in evidence and judges nothing; the secretary of the body judges', () => {
    const one = {
      bodyId: 'fr',
      ownerUnitId: 'recht',
      ownerRole: 'planschrijver',
      status: 'answered',
    } as const;
    const owner = actor([{ role: 'planschrijver', permissions: [], unitIds: ['recht'], bodyId: null }]);
    const other = actor([{ role: 'planschrijver', permissions: [], unitIds: ['beta'], bodyId: null }]);
    const griffier = actor([
      { role: 'griffier', permissions: ['consent.record'], unitIds: [], bodyId: 'fr' },
    ]);
    expect(actsOf(owner, one)).toEqual([]);
    expect(actsOf(owner, { ...one, status: 'open' })).toEqual(['answer']);
    expect(actsOf(other, { ...one, status: 'open' })).toEqual([]);
    expect(actsOf(griffier, one)).toEqual(['accept', 'refuse', 'withdraw']);
    expect(actsOf(griffier, { ...one, status: 'closed' })).toEqual(['reopen']);
  });
});

function actor(mandates: Actor['mandates']): Actor {
  return { institutionId: 'i', accountId: 'a', kind: 'account', name: 'x', locale: 'nl', mandates };
}

describe('the voice of a council', () => {
  test('is no office’s but its own: every permission there is does not give it', () => {
    const administrator = actor([
      { role: 'alles', permissions: ['admin.account'], unitIds: null, bodyId: null },
    ]);
    expect(speaksFor(administrator, 'fr', [])).toBe(false);
    expect(speaksFor(administrator, 'fr', ['fr'])).toBe(true);
    expect(speaksFor(actor([{ role: 'lid', permissions: [], unitIds: [], bodyId: 'fr' }]), 'fr', [])).toBe(
      true,
    );
  });

  test('a term of months ends on the same day of the month, or on the last one', () => {
    expect(replyDue('2026-09-24', 3)).toBe('2026-12-24');
    expect(replyDue('2026-11-30', 3)).toBe('2027-02-28');
    expect(replyDue('2026-12-31', 2)).toBe('2027-02-28');
  });
});

describe('what was done with it', () => {
  const account = (outcome: 'followed' | 'partly' | 'not-followed') => ({ outcome }) as FollowUp;
  const voice: Parameters<typeof lacksAccount>[0] = {
    ...{ kind: 'decision', right: 'advice', measures: [], followUps: [] },
  };

  test('several points together are as good as the least of them', () => {
    const of = (...outcomes: ('followed' | 'partly' | 'not-followed')[]) =>
      standingOf({ ...voice, followUps: outcomes.map(account) });
    expect(of()).toBe('open');
    expect(of('followed', 'followed')).toBe('followed');
    expect(of('followed', 'not-followed')).toBe('partly');
    expect(of('not-followed')).toBe('not-followed');
  });

  test('an advice asks for an account; consent does not; a topic has one in the measure that answers it', () => {
    expect(lacksAccount(voice)).toBe(true);
    expect(lacksAccount({ ...voice, right: 'consent' })).toBe(false);
    expect(lacksAccount({ ...voice, kind: 'topic', right: null })).toBe(true);
    const measures = [{ document: 'd', measure: 'm', name: 'M', progress: null }];
    expect(lacksAccount({ ...voice, kind: 'topic', right: null, measures })).toBe(false);
  });
});
