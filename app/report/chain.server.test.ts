import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import { verifyInstitution } from '#app/ledger/verify.server.ts';
import { startVersion } from '#app/plan/draft.server.ts';
import { saveSection } from '#app/plan/section.server.ts';
import type { Report } from '#app/render/report.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { getReport, submitReport } from './chain.server.ts';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
let other: LoadedInstitution;
const now = new Date('2026-11-22T12:00:00Z');
const scheme = 'ka-2022-2027';
const faculty = { scheme, document: 'onderwijsverslag-recht-2025' };
const university = { scheme, document: 'voortgangsverslag-2025' };

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
  other = await loadInstitution(watched.db, smallInstitution());
});

async function as<T>(login: string, work: (tx: Tx, actor: Actor) => Promise<T>, at = place): Promise<T> {
  const actor = await at.actor(login);
  return inInstitution(watched.db, actor.institutionId, (tx) => work(tx, actor));
}
const read = (at: typeof faculty, more: { version?: number; locale?: 'nl' | 'en' } = {}) =>
  as('beleid', (tx, actor) => getReport(tx, actor, { ...at, ...more, now }));
const headings = ({ blocks }: Report) =>
  blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));
const words = (report: Report) => JSON.stringify(report.blocks);
const answer = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
});

describe('a report', () => {
  test('[000-80] holds the fixed chapters, answers, quotes, figures and annexes of its template, with notes', async () => {
    const { report, standing } = await read(faculty);
    expect(standing).toBe('live');
    expect(headings(report)).toEqual([
      'Wat leverden de maatregelen op?',
      'Wat is begroot en gerealiseerd?',
      'Wat verandert er komend jaar?',
      'Bijlage: de opleidingsjaarverslagen',
    ]);
    const kinds = new Set(report.blocks.map((block) => block.kind));
    for (const kind of ['richText', 'quote', 'table', 'figure', 'notes'] as const)
      expect(kinds, kind).toContain(kind);
    const notes = report.blocks.flatMap((block) => (block.kind === 'notes' ? block.notes : []));
    expect(notes.map((note) => note.mark)).toEqual(['1', '2']);
    expect(notes[0]!.inlines[0]!.text).toMatch(/^Gemeten over de vakken/);
    expect(words(report)).not.toContain('[^');
    expect(words(report)).toContain('Nog niet beantwoord.');
  });

  test('says in the reading guide what each chapter rests on, in both languages', async () => {
    await as('beleid', (tx, actor) => startVersion(tx, actor, { ...university, note: '' }));
    const { report } = await read(university);
    expect(words(report)).toContain('3 × facultair onderwijsjaarverslag');
    expect(words(report)).toContain(', met 3 verslagen ernaast, 3 aanhalingen.');
    const english = await read(university, { locale: 'en' });
    expect(words(english.report)).toContain('3 × faculty education report');
    expect(headings(english.report)[0]).toBe('How to read this report');
  });

  test('costs a fixed number of statements', async () => {
    const count = async (at: typeof faculty, version?: number) => {
      const actor = await place.actor('beleid');
      return inInstitution(watched.db, actor.institutionId, async (tx) => {
        watched.forget();
        await getReport(tx, actor, { ...at, ...(version && { version }), now });
        return watched.queries;
      });
    };
    expect(await count(faculty)).toBe(17);
    expect(await count(university)).toBe(27);
    expect(await count(university, 1)).toBe(10);
  });

  test('a draft is for those who work on it; another institution has none of it', async () => {
    const seen = as('lezer', (tx, actor) => getReport(tx, actor, { ...faculty, now }));
    await expect(seen).rejects.toThrow(Missing);
    await expect(
      as('beleid', (tx, actor) => getReport(tx, actor, { ...faculty, now }), other),
    ).rejects.toThrow(Missing);
  });
});

describe('submitting a report', () => {
  test('[000-49] is refused with each required question that is open, by whom may not, and then freezes its figures', async () => {
    const submit = (login: string, minutes?: number) =>
      as(login, (tx, actor) => submitReport(tx, actor, { ...faculty, minutes, now }));
    const refused = await submit('schrijver-recht').catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'plan.incomplete',
      blockers: [{ code: 'plan.unanswered', params: { question: 'Wat verandert er komend jaar?' } }],
    });
    await as('schrijver-recht', (tx, actor) =>
      saveSection(tx, actor, {
        ...faculty,
        question: 'vooruitblik',
        body: answer('Niets.'),
        revision: 0,
        empty: false,
      }),
    );
    const reader = await submit('lezer').catch((error: unknown) => error);
    expect(reader instanceof Rejection && reader.code).toBe('forbidden');
    const before = await read(faculty);
    const { version, hash } = await submit('schrijver-recht', 300);
    const after = await read(faculty, { version });
    expect(after.standing).toBe('frozen');
    expect(after.plan.version.contentHash).toBe(hash);
    expect(after.template.minutes).toBe(300);
    expect(after.report.blocks).toEqual(before.report.blocks);
    expect((await read(faculty, { version, locale: 'en' })).report.blocks).not.toEqual(after.report.blocks);
    expect(await as('lezer', (tx, actor) => verifyInstitution(tx, actor.institutionId))).toEqual([]);
  });

  test('what was submitted prints the same when a figure, a text or the template changes afterwards', async () => {
    const before = await read(faculty);
    await inInstitution(watched.db, place.institutionId, async (tx) => {
      await tx
        .updateTable('question')
        .set({ fixedNl: 'Anders.', textNl: 'Anders?' })
        .where('institutionId', '=', place.institutionId)
        .where('code', '=', 'geld')
        .execute();
    });
    expect((await read(faculty)).report).toEqual(before.report);
  });

  test('an old version whose figures were not kept says so once, and where there were only figures', async () => {
    const { standing, report } = await read(university, { version: 1 });
    expect(standing).toBe('not-kept');
    expect(report.subtitle).toContain('versie 1. De cijfers van deze versie zijn niet bewaard.');
    expect(words(report)).not.toContain('deze versie');
    // by theme, of joint initiatives, of money and of indicators: one line each, none for a theme of its own
    expect(words(report).split('Hier stonden alleen cijfers')).toHaveLength(5);
    expect(report.blocks.filter((block) => block.kind === 'heading' && block.level > 1)).toEqual([]);
    expect(report.blocks.filter((block) => block.kind === 'quote')).toHaveLength(3);
  });
});
