import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Report } from '#app/render/report.ts';
import { amountsOf, amountsTable } from './amounts.ts';
import { chaptersOf, isConfidential, namesIn, publicReport, refusals, withoutInner } from './publication.ts';

const heading = (text: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', level, text });
const said = (text: string, href?: string): Block => ({
  kind: 'paragraph',
  inlines: [{ text, ...(href && { href }) }],
});
const report = (blocks: Block[]): Report => ({
  title: 'Verslag',
  language: 'nl',
  institution: 'Universiteit',
  blocks,
});

describe('what of a report goes out', () => {
  test('chapters begin at headings of the first level; a chapter that is left out says why and nothing else', () => {
    const whole = report([heading('Een'), said('open'), heading('Twee'), heading('deel', 2), said('geheim')]);
    expect(chaptersOf(whole.blocks).map((one) => one.title)).toEqual(['Een', 'Twee']);
    const leftOut = [{ chapter: 1, title: 'Twee', reason: 'bedrijfsgegevens' }];
    const out = publicReport(whole, { leftOut, more: [], why: (reason) => `Niet openbaar: ${reason}` });
    expect(JSON.stringify(out)).not.toMatch(/geheim|deel/);
    expect(out.blocks.slice(2)).toEqual([
      heading('Twee'),
      { kind: 'paragraph', inlines: [{ text: 'Niet openbaar: bedrijfsgegevens', italic: true }] },
    ]);
  });

  test('no address of a page inside is left, wherever it stands; addresses elsewhere stay', () => {
    const link = (href: string) => ({ type: 'link', attrs: { href } });
    const tree = {
      cell: { kind: 'money', cents: 1, href: '/schemes/ka/money/lines?x' },
      text: { text: 'hier', marks: [{ type: 'bold' }, link('/schemes/ka'), link('https://example.org/x')] },
      inline: [
        { text: 'a', href: 'https://example.org' },
        { text: 'b', href: '#q' },
      ],
    };
    expect(withoutInner(tree)).toEqual({
      cell: { kind: 'money', cents: 1 },
      text: { text: 'hier', marks: [{ type: 'bold' }, link('https://example.org/x')] },
      inline: [{ text: 'a', href: 'https://example.org' }, { text: 'b' }],
    });
    fc.assert(
      fc.property(fc.array(fc.record({ text: fc.string(), href: fc.webPath() })), (list) => {
        expect(JSON.stringify(withoutInner(list))).not.toContain('"href":"');
      }),
    );
  });

  test('a chapter is confidential by its mark, and where anything is marked also when nobody knows it', () => {
    const known = new Set(['Een', 'Twee']);
    const marked = { known, confidential: new Set(['Twee']) };
    const none = { known, confidential: new Set<string>() };
    expect(['Een', 'Twee', 'Drie'].map((title) => isConfidential({ title }, marked))).toEqual([
      false,
      true,
      true,
    ]);
    expect(['Een', 'Drie'].map((title) => isConfidential({ title }, none))).toEqual([false, false]);
  });

  test('names of people are found as whole words, a single word is no name', () => {
    const tree = report([said('Jan de Vries en Anna  Bakker-Smit, voorzitter; Jandevries')]);
    expect(namesIn(tree, ['Jan de Vries', 'Anna Bakker-Smit', 'Voorzitter', 'Piet Jansen'])).toEqual([
      'Jan de Vries',
      'Anna Bakker-Smit',
    ]);
  });
});

test('[000-26] only a version in force goes out, with its figures kept, once: the refusal names why', () => {
  const codes = (version: object, facts: object = {}) =>
    refusals(
      { status: 'adopted', inForce: true, number: 2, ...version },
      { inForce: 2, kept: true, open: false, ...facts },
    ).map((one) => one.code);
  expect(codes({})).toEqual([]);
  expect(codes({ status: 'draft', inForce: false })).toEqual(['publish.draft']);
  for (const status of ['submitted', 'returned', 'withdrawn']) {
    expect(codes({ status, inForce: false })).toEqual(['publish.not-adopted']);
  }
  expect(codes({ inForce: false })).toEqual(['publish.superseded']);
  expect(codes({ inForce: false }, { inForce: null })).toEqual(['publish.not-in-force']);
  expect(codes({}, { kept: false, open: true })).toEqual(['publish.not-kept', 'publish.public-already']);
});

test('amounts are told by what tells them apart; what is masked or unknown never prints as a number', () => {
  const unit = (code: string) => ({ code, nameNl: code, nameEn: code });
  const line = (code: string, year: number, cents: number | null, rest = {}) => ({
    ...{ unit: unit(code), theme: null, fund: unit('f'), year, cents },
    ...{ unknown: 0, masked: 0, provisional: 0, ...rest },
  });
  const amounts = amountsOf('allocated', [
    line('a', 2022, 100),
    line('a', 2023, null, { unknown: 1, masked: 1 }),
    line('b', 2022, null, { unknown: 1 }),
  ])!;
  expect(amounts.by).toBe('unit');
  const said = { caption: 'c', unitNote: 'u', total: 'T', other: 'o', below: 5 };
  const { table } = amountsTable(amounts, { ...said, name: (one) => one.nameNl });
  expect(table.rows.map((row) => [row.label, ...row.cells])).toEqual([
    [
      'a',
      { kind: 'money', cents: 100 },
      { kind: 'masked', below: 5 },
      { kind: 'money', cents: 100, signs: ['masked'] },
    ],
    ['b', { kind: 'pm' }, { kind: 'empty' }, { kind: 'pm' }],
    [
      'T',
      { kind: 'money', cents: 100, signs: ['pm'] },
      { kind: 'masked', below: 5 },
      { kind: 'money', cents: 100, signs: ['pm', 'masked'] },
    ],
  ]);
  expect(amountsOf('granted', [line('a', 2022, 1)])!.by).toBe('fund');
  expect(amountsOf(null, [line('a', 2022, 1)])).toBe(null);
});
