import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { framesOf, natureOf, natures, type PictureStep, planPicture, wrap } from './plan-picture.ts';

const levels = ['institution', 'faculty', 'programme'];
const codes = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const anyStep = (code: string) =>
  fc.record({
    code: fc.constant(code),
    name: fc.string({ minLength: 1, maxLength: 60 }),
    often: fc.string({ maxLength: 60 }),
    level: fc.constantFrom(...levels, 'group'),
    nature: fc.constantFrom(...natures),
    feeds: fc.uniqueArray(fc.constantFrom(...codes.filter((one) => one !== code))),
    connects: fc.uniqueArray(fc.constantFrom(...levels)),
  }) satisfies fc.Arbitrary<PictureStep>;

describe('the picture of a plan', () => {
  test('boxes lie in the frame of their level and never on each other; each line ends at what it feeds', () => {
    fc.assert(
      fc.property(fc.tuple(...codes.map(anyStep)), (steps) => {
        const { boxes, frames, lines, boxWidth, width, height } = planPicture(steps, levels);
        const drawn = steps.filter((one) => one.nature !== 'task' && levels.includes(one.level));
        expect(boxes.map((box) => box.code).sort()).toEqual(drawn.map((one) => one.code).sort());
        for (const box of boxes) {
          const frame = frames.find(({ level }) => level === steps.find((s) => s.code === box.code)!.level)!;
          expect(box.x).toBeGreaterThan(frame.x);
          expect(box.x + boxWidth).toBeLessThan(frame.x + frame.width);
          expect(box.y).toBeGreaterThan(frame.y);
          expect(box.y + box.height).toBeLessThan(frame.y + frame.height);
          for (const other of boxes) {
            if (other === box || other.x !== box.x) continue;
            expect(other.y >= box.y + box.height || box.y >= other.y + other.height).toBe(true);
          }
        }
        const known = new Set(boxes.map((box) => box.code));
        const fed = drawn.flatMap((one) => one.feeds.filter((code) => known.has(code)));
        expect(lines.filter((one) => one.kind === 'feed')).toHaveLength(fed.length);
        for (const { kind, to, end } of lines) {
          if (kind === 'tie') continue;
          const box = boxes.find((one) => one.code === to)!;
          expect([box.x, box.x + boxWidth]).toContain(end.x);
          expect(end.y).toBe(box.y + box.height / 2);
          expect(end.x >= 0 && end.x <= width && end.y <= height).toBe(true);
        }
      }),
    );
  });

  test('frames lie within each other, the outermost first', () => {
    const { frames } = planPicture([], levels);
    for (const [i, inner] of frames.entries()) {
      const outer = frames[i - 1];
      if (!outer) continue;
      expect(inner.x).toBeGreaterThan(outer.x);
      expect(inner.y).toBeGreaterThan(outer.y);
      expect(inner.y + inner.height).toBeLessThan(outer.y + outer.height);
    }
  });
});

test('names wrap at words and keep all of them in three lines, or say that they go on', () => {
  expect(wrap('Facultair onderwijsjaarverslag', 20)).toEqual(['Facultair', 'onderwijsjaarverslag']);
  expect(wrap('een twee drie vier vijf zes', 5)).toEqual(['een', 'twee', 'drie…']);
});

test('what a step is follows from what it asks, unless it says so', () => {
  expect(natureOf({ nature: null, kind: 'verslag', product: null, bodyKind: 'council' })).toBe('report');
  expect(natureOf({ nature: null, kind: null, product: 'progress', bodyKind: null })).toBe('report');
  expect(natureOf({ nature: null, kind: null, product: null, bodyKind: 'council' })).toBe('meeting');
  expect(natureOf({ nature: null, kind: null, product: null, bodyKind: null })).toBe('task');
  expect(natureOf({ nature: 'instrument', kind: 'verslag', product: null, bodyKind: null })).toBe(
    'instrument',
  );
});

test('levels beside each other are not drawn within each other', () => {
  const steps = [['institution'], ['faculty'], ['faculty'], ['service'], ['programme']].map((unitKinds) => ({
    unitKinds,
  }));
  const depths = { institution: 0, faculty: 1, service: 1 };
  const frames = framesOf(steps, ['institution', 'faculty', 'service', 'programme'], depths);
  expect(Object.fromEntries(frames)).toEqual({
    ...{ institution: 'institution', faculty: 'faculty', service: 'institution', programme: 'programme' },
  });
});
