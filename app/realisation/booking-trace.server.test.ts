import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { spendingInstitution } from '#test/spending-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { bookReport, previewReport } from './booking.server.ts';
import { untraceableOfBooking } from './booking-trace.server.ts';
import type { Entry } from './entry.ts';
import { ruleInput } from './intake.input.ts';
import { readIntakeFile, uploadIntake } from './intake-file.server.ts';
import { action, loader } from './intake-preview-page.tsx';
import { saveRule } from './intake-rule.server.ts';

const watched = watchedDatabase();
let place: LoadedInstitution;
let controller: Actor;
const now = new Date('2026-01-15T10:00:00Z');

beforeAll(async () => {
  place = await loadInstitution(watched.db, spendingInstitution());
  controller = await place.actor('controller-recht');
});

const work = <T>(run: (tx: Tx) => Promise<T>) => inInstitution(watched.db, controller.institutionId, run);
const why = 'De opdracht liep voor het plan was vastgesteld.';

/** The note of the version that was booked last, and the audit entry of its booking. */
const kept = () =>
  work(async (tx) => ({
    note: (
      await tx
        .selectFrom('version as v')
        .innerJoin('document as d', 'd.documentId', 'v.documentId')
        .innerJoin('documentKind as k', 'k.kindId', 'd.kindId')
        .select('v.note')
        .where('k.stage', '=', 'realised')
        .orderBy('v.createdAt', 'desc')
        .executeTakeFirstOrThrow()
    ).note,
    after: (
      await tx
        .selectFrom('auditEntry')
        .select('after')
        .where('action', '=', 'realisation.book')
        .orderBy('seq', 'desc')
        .executeTakeFirstOrThrow()
    ).after,
  }));

describe('spending on a theme of which the plan promises measures', () => {
  const address = { scheme: 'ka', unit: 'recht', year: 2022 };
  const locate = (index: number, field: string) => ({ path: `lines.${index}.${field}`, params: {} });
  const empty = { unit: '', measure: '', component: '', costKind: '', note: '' };
  const entry = (cents: number): Entry => ({
    ...{ ...empty, theme: 'T1', fund: 'kwaliteit', year: null, cents, fteMilli: null },
  });
  const given = (cents: number) => ({ ...address, entries: [entry(cents)], locate, provisional: false, now });
  const book = (cents: number, change: object = {}) =>
    work((tx) => bookReport(tx, controller, { ...given(cents), note: 'Januari', ...change }));

  test('is not booked in silence; the note alone is no reason', async () => {
    await expect(book(500_000)).rejects.toMatchObject({
      code: 'trace.rise',
      params: { cents: 500_000, reasons: 'no-measure' },
    });
    await expect(book(500_000, { untraceable: '  ' })).rejects.toMatchObject({ code: 'trace.rise' });
  });

  test('with a reason it is, and amount, codes and reason stay in the note and the audit entry', async () => {
    await book(500_000, { untraceable: why });
    const { note, after } = await kept();
    expect(note).toBe(`Januari · ${why}`);
    expect(after).toMatchObject({
      untraceable: { cents: 500_000, lines: 1, reasons: ['no-measure'], reason: why },
    });
  });

  test('less of it asks nothing; more of it asks for the difference', async () => {
    await book(300_000);
    expect((await kept()).after).not.toHaveProperty('untraceable');
    await expect(book(450_000)).rejects.toMatchObject({ params: { cents: 150_000 } });
    const rise = await work(async (tx) => {
      const { report, preview } = await previewReport(tx, controller, given(450_000));
      return untraceableOfBooking(tx, controller, { report, lines: preview.lines, now });
    });
    expect(rise).toEqual({ cents: 150_000, lines: 1, reasons: ['no-measure'] });
  });
});

describe('from finance files', () => {
  const address = { scheme: 'ka', unit: 'recht', year: 2023, now };
  const at = (form?: Record<string, string>) =>
    pageArgs({
      ...{ db: watched.db, actor: controller, path: '/x', form, now },
      params: { scheme: 'ka', unit: 'recht', year: '2023' },
    }) as never;

  beforeAll(async () => {
    const text = 'Periode;Kostenplaats;Rekening;Bedrag\n2023-01;4711;40100;1.000,00';
    await work(async (tx) => {
      const bytes = new TextEncoder().encode(text);
      const { number } = await uploadIntake(tx, controller, { ...address, bytes, name: 'gb.csv' });
      const order = { ...address, number, mapping: null, asOf: '2023-01-31', complete: true };
      await readIntakeFile(tx, controller, order);
      const input = ruleInput.parse({
        ...{ costCentre: '4711', outcome: 'book', fund: 'kwaliteit', target: 'theme:T1' },
      });
      await saveRule(tx, controller, { ...address, input, ruleId: null });
    });
  });

  test('the preview shows what becomes untraceable; a note is no reason, the field for it is', async () => {
    const { rise, hash } = await loader(at());
    expect(rise).toEqual({ cents: 100_000, lines: 1, reasons: ['no-measure'] });
    const form = { hash: hash!, state: 'final', note: 'Januari' };
    expect(await action(at(form))).toMatchObject({ problem: { code: 'trace.rise' } });
    const booked = await action(at({ ...form, untraceable: why })).catch((thrown: unknown) => thrown);
    expect((booked as Response).headers.get('location')).toContain('booked=1');
    const { note, after } = await kept();
    expect(note).toBe(`Januari · ${why}`);
    expect(after).toMatchObject({ year: 2023, untraceable: { cents: 100_000, reason: why } });
    expect((await loader(at())).rise.cents).toBe(0);
  });
});
