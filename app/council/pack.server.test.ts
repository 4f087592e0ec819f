import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { nl } from '#app/messages/nl.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { type DecisionRow, listDecisions } from '#app/participation/decision.server.ts';
import { toPdf } from '#app/render/pdf.ts';
import type { Report } from '#app/render/report.ts';
import { loadInstitution } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { getPack, type Pack } from './pack.server.ts';
import { fitPack, lengths, type PackParts, toldByTheme } from './pack.ts';
import { makePackReport } from './pack-make.server.ts';
import { packReport } from './pack-report.ts';
import { packWords } from './pack-words.ts';

const folder = mkdtempSync(join(tmpdir(), 'akkoord-pack-'));
const today = '2026-11-22';
const base = 'https://akkoord.test';
const watched = watchedDatabase('voorbeeld', 'leiden');
const readers: Record<string, Actor> = {};

beforeAll(async () => {
  for (const code of ['voorbeeld', 'leiden'] as const) {
    readers[code] = await (await loadInstitution(watched.db, code)).actor('lezer');
  }
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
});

const has = (program: string) => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const poppler = has('pdfinfo') && has('pdftotext');

async function paper(report: Report): Promise<{ pages: number; info: string; text: string }> {
  const file = join(folder, 'pack.pdf');
  writeFileSync(file, await toPdf(report, nl));
  const ask = (program: string, ...options: string[]) =>
    execFileSync(program, options, { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  const info = ask('pdfinfo', file);
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]),
    info,
    text: ask('pdftotext', '-layout', file, '-'),
  };
}

const decisionsOf = (actor: Actor) =>
  inInstitution(watched.db, actor.institutionId, async (tx) =>
    (await listDecisions(tx, actor, {})).filter((one) => one.kind !== 'adoption'),
  );
const at = (one: DecisionRow) => ({ scheme: one.scheme, decision: one.decisionId, today, base });
const packOf = (actor: Actor, one: DecisionRow) =>
  inInstitution(watched.db, actor.institutionId, (tx) => getPack(tx, actor, at(one)));
const find = async (code: string, document: string, version: number) => {
  const actor = readers[code]!;
  const found = (await decisionsOf(actor)).find(
    (one) => one.document === document && one.versionNumber === version,
  );
  return { actor, decision: found! };
};

describe('the reading pack', () => {
  test('tells what changed since the version that this body decided on, in money, in words and with reasons', async () => {
    const { actor, decision } = await find('voorbeeld', 'plan-beta', 2);
    const before = watched.statements;
    const pack = await packOf(actor, decision);
    expect(watched.statements - before).toBeLessThanOrEqual(19);
    expect(pack.decision.earlier).toMatchObject({ number: 1, outcome: 'given', decidedOn: '2021-12-02' });
    expect(pack.decision.certainty).toBe('text');
    expect(pack.term?.left).toBe(16);
    expect(pack.themes.reduce((sum, one) => sum + one.difference, 0)).toBe(pack.total.difference);
    expect(pack.themes.reduce((sum, one) => sum + one.share!.after, 0)).toBe(10_000);
    // what is told of a theme adds up to its difference, less what does not print
    for (const one of pack.themes) {
      const own = pack.changes.filter(({ theme }) => theme === one.theme);
      const sum = own.reduce((all, { difference }) => all + (difference ?? 0), 0);
      expect(Math.abs(sum - one.difference), one.theme ?? '').toBeLessThan(50_000);
    }
    const kinds = pack.changes.map((one) => one.kind);
    expect(kinds).toEqual(expect.arrayContaining(['merged', 'split', 'moved', 'reclassified', 'new']));
    expect(pack.changes.find((one) => one.kind === 'merged')?.reason).toMatch(
      /^Programmeren wordt in de practica/,
    );
    expect(pack.texts.every((one) => one.pieces.some(({ kind }) => kind !== 'same'))).toBe(true);
    // a remark begins on the paragraph that changed
    const changed = pack.texts.filter((one) => one.kind === 'changed');
    expect(changed.some((one) => /&paragraph=[0-9a-f]{64}$/.test(one.about ?? ''))).toBe(true);
    expect(pack.commitments.length).toBeGreaterThan(0);
    const { core } = packWords(pack, wordsOf('nl'), 'nl');
    expect(core).toEqual([
      'Het totaal blijft 27.064 k€.',
      expect.stringMatching(/^Meer voor Kleiner en intensiever onderwijs \(\+370 k€\), .+ en .+\.$/),
      expect.stringMatching(/^Minder voor Studiesucces en gelijke kansen \(−462 k€\) en /),
      expect.stringMatching(/^5 wijzigingen in de maatregelen; \d+ teksten zijn anders\.$/),
    ]);
    // the words of a theme stand with its money
    const told = toldByTheme(pack);
    expect(told.flatMap((one) => one.texts).length).toBe(pack.texts.length);
    expect(told.find((one) => one.theme?.theme === 'T2')?.texts.every((one) => one.theme === 'T2')).toBe(
      true,
    );
    expect(pack.comparison).toBe('/schemes/ka-2022-2027/plans/plan-beta/compare?from=1&to=2');
  });

  test('of what is asked for the first time it says so, and shows the plan itself', async () => {
    const { actor, decision } = await find('voorbeeld', 'plan-beta', 1);
    const pack = await packOf(actor, decision);
    expect(pack.decision.earlier).toBeNull();
    expect(pack.comparison).toBeNull();
    expect(pack.changes.every((one) => one.kind === 'planned' && one.reason !== '')).toBe(true);
    expect(pack.total.before).toBeNull();
    const { text } = await paper(await reportOf(actor, decision));
    expect(text).toContain('er is niets om versie 1 mee te vergelijken');
  });

  test('of a carry-over it tells unit by unit and year by year what moves, without measures', async () => {
    const { actor, decision } = await find('voorbeeld', 'overheveling-2025', 1);
    const pack = await packOf(actor, decision);
    expect(pack).toMatchObject({ money: 'units', themes: [], changes: [], total: { after: 0 } });
    expect(pack.units.length).toBeGreaterThan(1);
    for (const { years } of pack.units) expect(years[2025]! + years[2026]!).toBe(0);
    expect(packWords(pack, wordsOf('nl'), 'nl').core[0]).toMatch(/^Van 2025 gaat [\d.]+ k€ naar 2026\.$/);
    expect(pack.note).not.toBe('');
    const { text } = await paper(await reportOf(actor, decision));
    expect(text).toContain('Geld per eenheid');
    expect(text).not.toContain('Zonder maatregel');
  });

  test('of a report it tells what it says, and nothing of money that it does not carry', async () => {
    const { actor, decision } = await find('voorbeeld', 'onderwijsverslag-beta-2024', 1);
    const pack = await packOf(actor, decision);
    expect(pack).toMatchObject({ money: 'none', themes: [], changes: [], units: [] });
    const { text } = await paper(await reportOf(actor, decision));
    expect(text).toContain('De practica met peerfeedback draaien');
    expect(text).not.toMatch(/geen geld|maatregelen veranderen/);
  });

  test('there is none of a decision to adopt, nor of another scheme', async () => {
    const actor = readers.voorbeeld!;
    const all = await inInstitution(watched.db, actor.institutionId, (tx) => listDecisions(tx, actor, {}));
    const adoption = all.find((one) => one.kind === 'adoption')!;
    await expect(packOf(actor, adoption)).rejects.toBeInstanceOf(Missing);
    const { decision } = await find('voorbeeld', 'plan-beta', 1);
    await expect(packOf(actor, { ...decision, scheme: 'none' })).rejects.toBeInstanceOf(Missing);
    await expect(packOf(readers.leiden!, decision)).rejects.toBeInstanceOf(Missing);
  });

  const reportOf = (actor: Actor, one: DecisionRow) =>
    inInstitution(watched.db, actor.institutionId, (tx) => makePackReport(tx, actor, at(one)));

  test.skipIf(!poppler)(
    'every pack of the example institutions is two pages of PDF/UA at most',
    async () => {
      const lengthsOfAll: number[] = [];
      for (const actor of Object.values(readers)) {
        for (const decision of await decisionsOf(actor)) {
          const { pages, info } = await paper(await reportOf(actor, decision));
          expect(info).toMatch(/Tagged:\s+yes/);
          expect(pages, decision.document).toBeLessThanOrEqual(2);
          lengthsOfAll.push(pages);
        }
      }
      expect(lengthsOfAll).toContain(2);
    },
    120_000,
  );

  test.skipIf(!poppler)(
    'a plan of a hundred changes and sections is two pages too, and counts the rest',
    async () => {
      const { actor, decision } = await find('voorbeeld', 'plan-beta', 2);
      const pack = await packOf(actor, decision);
      const words =
        'De faculteitsmedezeggenschapsraad heeft bezwaar tegen vermindering van studiebegeleiding. ';
      const full: PackParts = {
        themes: Array.from({ length: 14 }, (_, i) => ({ ...pack.themes[0]!, theme: `T${i}`, difference: i })),
        changes: Array.from({ length: 100 }, (_, i) => ({
          ...pack.changes[0]!,
          key: String(i),
          theme: `T${i % 14}`,
          difference: i * 100_000,
          title: words.slice(0, lengths.said),
          reason: words.repeat(2).slice(0, lengths.reason),
        })),
        texts: Array.from({ length: 60 }, (_, i) => ({
          ...pack.texts[0]!,
          ...{ key: String(i), size: i, cut: true, theme: i % 3 ? `T${i % 14}` : null },
          pieces: [{ kind: 'new' as const, text: words.repeat(3).slice(0, lengths.excerpt) }],
        })),
        units: [],
        commitments: Array.from({ length: 9 }, (_, i) => ({
          ...{ text: words.slice(0, lengths.said), kind: 'condition', dueOn: today, href: `/${i}` },
          owner: { nameNl: 'Faculteit der Natuurwetenschappen', nameEn: '' },
        })),
        voices: [
          { onDate: today, right: 'advice', outcome: 'negative', title: words, href: '/', accounts: [] },
        ],
        consultations: Array.from({ length: 9 }, (_, i) => ({
          ...{ title: words, date: today, href: `/${i}`, method: { nameNl: 'Panelgesprek', nameEn: '' } },
        })),
      };
      const question = words.repeat(5).slice(0, lengths.question);
      const above = [question, question, words.repeat(3), words.repeat(3), words];
      const { parts, cut } = fitPack(full, [...above, '', '', '', '', '', '']);
      const larger: Pack = {
        ...pack,
        ...parts,
        cut,
        note: words.repeat(4).slice(0, lengths.note),
        decision: { ...pack.decision, question, basis: question },
      };
      const report = packReport(larger, {
        ...{
          words: wordsOf('nl'),
          locale: 'nl',
          institution: 'Universiteit Voorbeeld',
          notice: words.repeat(2),
        },
        ...{ today, base },
      });
      const { pages, text } = await paper(report);
      expect(pages).toBe(2);
      expect(parts.changes[0]!.difference).toBe(9_900_000);
      expect(cut.changes + parts.changes.length).toBe(100);
      expect(text).toContain(`En nog ${cut.changes} wijzigingen`);
      expect(text).toContain(`En nog ${cut.texts} onderdelen`);
      expect(text).toContain('Overige thema’s (7)');
      expect(text).toContain('Dit stuk past op twee bladzijden A4');
    },
  );
});
