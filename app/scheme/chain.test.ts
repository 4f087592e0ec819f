import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BlockSpec, blockSpec, readBlock } from './block.input.ts';
import { printBlock, sliceRows } from './block.ts';
import { type ChainQuestion, chainProblems, sameWords } from './chain.ts';
import { stages } from './scheme.ts';

const question = (kind: string, code: string, rest: Partial<ChainQuestion> = {}): ChainQuestion => ({
  kind,
  kindNl: `verslag ${kind}`,
  kindEn: `report ${kind}`,
  code,
  textNl: `${kind} ${code}`,
  textEn: `${code} of ${kind}`,
  levels: [kind],
  asks: true,
  drawsOn: [],
  ...rest,
});

const on = (kind: string, question: string) => ({ drawsOn: [{ kind, question }] });

test('a chain that only goes down is right, whatever draws on what', () => {
  const kinds = ['a', 'b', 'c', 'd', 'e'];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(4))), (edges) => {
      const questions = [
        ...kinds.map((kind) => question(kind, `own-${kind}`)),
        ...edges
          .filter(([from, to]) => from < to)
          .map(([from, to], i) =>
            question(kinds[from]!, `q${i}`, { ...on(kinds[to]!, `own-${kinds[to]}`), levels: [`${i}`] }),
          ),
      ];
      expect(chainProblems(questions)).toEqual([]);
    }),
  );
});

test('a chain that comes back is refused, with the way it goes', () => {
  const problems = chainProblems([
    question('university', 'q1', on('faculty', 'q2')),
    question('faculty', 'q2', on('programme', 'q3')),
    question('programme', 'q3', on('university', 'q1')),
  ]);
  expect(problems.map((one) => one.code)).toEqual(Array(3).fill('question.chain-loop'));
  expect(problems[0]!.params).toEqual({ path: 'university → faculty → programme → university' });
});

test('what was asked of a level is not asked of it again, in other words or not', () => {
  const lower = question('faculty', 'results', { textNl: 'Wat leverde het op?' });
  const again = { textNl: 'Wat leverde het óp', levels: ['faculty'] };
  const link = question('university', 'whole', on('faculty', 'results'));
  const problems = chainProblems([lower, link, question('university', 'notes', again)]);
  expect(problems.map(({ kind, code }) => [kind, code])).toEqual([
    ['faculty', 'question.asked-before'],
    ['university', 'question.asked-before'],
  ]);
  // it draws on it, or the template fills it, or the reports are no chain
  for (const rest of [
    { ...again, ...on('faculty', 'results') },
    { ...again, asks: false },
  ]) {
    expect(chainProblems([lower, link, question('university', 'notes', rest)])).toEqual([]);
  }
  expect(chainProblems([lower, question('university', 'notes', again)])).toEqual([]);
});

test('what a lower report answers is not asked above it in the same words, but drawn on', () => {
  const lower = question('programme', 'results', { textNl: 'Wat leverde het op?' });
  const between = question('faculty', 'whole', on('programme', 'results'));
  const above = question('university', 'all', on('faculty', 'whole'));
  const again = question('university', 'notes', { textNl: 'Wat leverde het op' });
  const found = chainProblems([lower, between, above, again]).map(({ kind, code }) => [kind, code]);
  expect(found).toEqual([
    ['programme', 'question.asked-above'],
    ['university', 'question.asked-before'],
  ]);
  const drawing = { ...again, ...on('programme', 'results') };
  expect(chainProblems([lower, between, above, drawing])).toEqual([]);
  // the same code with other words is another question
  expect(chainProblems([lower, between, above, question('university', 'results')])).toEqual([]);
});

test('words are compared without case, accents and signs', () => {
  expect(sameWords('  Wát levert, het op?! ')).toBe(sameWords('wat levert het op'));
  expect(sameWords('Wat kost het op')).not.toBe(sameWords('Wat levert het op'));
});

test('a block reads back as it prints', () => {
  const code = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
  const money = (kind: 'money' | 'chart', most: number) =>
    fc.record({
      kind: fc.constant(kind),
      rows: fc.constantFrom(...sliceRows),
      stages: fc.array(fc.constantFrom(...stages), { minLength: 1, maxLength: most }),
      years: fc.constantFrom('own' as const, 'all' as const),
    });
  const any: fc.Arbitrary<BlockSpec> = fc.oneof(
    fc.constantFrom({ kind: 'guide' as const }, { kind: 'lower' as const }, { kind: 'progress' as const }),
    fc.record({ kind: fc.constant('table' as const), code }),
    fc.record({ kind: fc.constant('indicators' as const), codes: fc.array(code) }),
    money('money', 4),
    money('chart', 2),
  );
  fc.assert(
    fc.property(any, (block) => {
      expect(readBlock(printBlock(block))).toEqual(blockSpec.parse(block));
    }),
  );
  expect(readBlock('money planet budgeted')).toBeNull();
  expect(readBlock('')).toBeNull();
});
