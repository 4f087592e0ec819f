import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf, type Entry, type Happening, isWorthSending, latest, untold } from './agenda.ts';
import { digestLetter, todayLetter } from './mail-text.ts';

const day = fc
  .integer({ min: 0, max: 60 })
  .map((n) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10));
const entry = fc.record({ uid: fc.uuid(), dueOn: fc.option(day), title: fc.string() }).map(
  ({ uid, dueOn, title }): Entry => ({
    ...{
      uid,
      kind: 'moment',
      titleNl: title,
      titleEn: title,
      ofNl: 'van',
      ofEn: 'of',
      href: `/x/${uid}`,
      dueOn,
    },
  }),
);
const change = fc
  .record({
    href: fc.constantFrom('/a', '/b', '/c'),
    minute: fc.integer({ min: 0, max: 500 }),
    action: fc.constantFrom('decision.ask', 'version.submit', 'commitment.move', 'decision.record'),
  })
  .map(
    ({ href, minute, action }): Happening => ({
      ...{ href, action, at: new Date(Date.UTC(2026, 10, 20) + minute * 60_000).toISOString() },
      ...{ titleNl: 't', titleEn: 't', ofNl: 'o', ofEn: 'o' },
    }),
  );
const today = '2026-11-22';

describe('the letter of a day', () => {
  test('tells each thing that is due once, in the order of its day, and nothing that is far off', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const { late, today: now, soon } = digestOf(entries, [], today);
        const told = [...late, ...now, ...soon];
        const near = entries.filter((one) => one.dueOn !== null && one.dueOn <= '2026-11-29');
        expect(told.map((one) => one.uid).toSorted()).toEqual(near.map((one) => one.uid).toSorted());
        const days = told.map((one) => one.dueOn!);
        expect(days).toEqual(days.toSorted());
      }),
    );
  });

  test('is not written for what is only late, except on Mondays', () => {
    const late: Entry = { ...fc.sample(entry, 1)[0]!, dueOn: '2026-11-01' };
    expect(isWorthSending(digestOf([late], [], '2026-11-22'), '2026-11-22')).toBe(false);
    expect(isWorthSending(digestOf([late], [], '2026-11-23'), '2026-11-23')).toBe(true);
    expect(isWorthSending(digestOf([{ ...late, dueOn: '2026-11-25' }], [], '2026-11-22'), '2026-11-22')).toBe(
      true,
    );
    expect(isWorthSending(digestOf([], [], '2026-11-23'), '2026-11-23')).toBe(false);
  });

  test('says of each thing that happened the newest, and keeps new what came into being since', () => {
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const shown = latest(changes);
        expect(new Set(shown.map((one) => one.href)).size).toBe(shown.length);
        expect(new Set(shown.map((one) => one.href))).toEqual(new Set(changes.map((one) => one.href)));
        const { fresh, changed } = digestOf([], shown, today);
        expect(fresh.length + changed.length).toBe(shown.length);
        for (const one of shown) {
          const own = changes.filter((each) => each.href === one.href);
          expect(one.at).toBe(
            own
              .map((each) => each.at)
              .toSorted()
              .at(-1),
          );
          const asked = changes.some((each) => each.href === one.href && each.action === 'decision.ask');
          if (asked) expect(fresh).toContainEqual(one);
        }
      }),
    );
  });

  test('at once only what is due today and was not told today', () => {
    const due = (uid: string, dueOn: string): Entry => ({ ...fc.sample(entry, 1)[0]!, uid, dueOn });
    const entries = [due('a', today), due('b', today), due('c', '2026-11-23')];
    expect(untold(entries, ['a'], today).map((one) => one.uid)).toEqual(['b']);
  });

  test('leads who is asked something to the reading pack first, then to the dossier', () => {
    const words = (key: string) => key;
    const frame = { words, locale: 'nl', institution: 'U', base: 'https://a' } as const;
    const [first] = fc.sample(entry, 1);
    const asked: Entry = { ...first!, kind: 'decide', href: '/d/1', pack: '/d/1/pack', dueOn: today };
    const happened = { titleNl: 't', titleEn: 't', ofNl: 'o', ofEn: 'o', at: '2026-11-21T10:00:00Z' };
    const news = latest([{ ...happened, action: 'decision.ask', href: '/d/2' }]);
    const { text } = digestLetter(digestOf([asked], news, today), frame);
    for (const letter of [text, todayLetter([asked], frame).text]) {
      expect(letter).toContain('  pack.link: https://a/d/1/pack\n  mail.dossier: https://a/d/1\n');
    }
    expect(text).toContain('  pack.link: https://a/d/2/pack\n  mail.dossier: https://a/d/2\n');
    // what is asked and due this week is told once
    const both = digestOf([asked], latest([{ ...happened, action: 'decision.ask', href: '/d/1' }]), today);
    expect(both.fresh).toEqual([]);
  });

  test('no title, however it was typed, breaks out of its line', () => {
    const frame = { words: (key: string) => key, locale: 'nl', institution: 'U', base: 'https://a' } as const;
    const bad: Entry = {
      ...fc.sample(entry, 1)[0]!,
      titleNl: `Plan\r\nBcc: x@y.nl\n\n${'x'.repeat(300)}`,
      dueOn: today,
    };
    const { subject } = todayLetter([bad], {
      ...frame,
      words: (key, params) => `${key} ${params?.title ?? ''}`,
    });
    expect(subject).not.toMatch(/[\r\n]/);
    const { text } = digestLetter(digestOf([bad], [], today), frame);
    expect(text.split('\n').some((line) => line.startsWith('Bcc'))).toBe(false);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(200);
  });
});
