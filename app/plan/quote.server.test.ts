import { beforeAll, describe, expect, test } from 'vitest';
import { toPlainText } from '#app/document/rich-text.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import { verifyInstitution } from '#app/ledger/verify.server.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { startVersion } from './draft.server.ts';
import { getPlan } from './plan.server.ts';
import { addQuotes, readQuotes, removeQuote, takeOverQuote } from './quote.server.ts';
import { listQuotedIn, readLower } from './quote-source.server.ts';
import { saveSection } from './section.server.ts';
import { submitPlan } from './submission.server.ts';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
let other: LoadedInstitution;
const scheme = 'ka-2022-2027';
const faculty = { scheme, document: 'onderwijsverslag-recht-2025' };
const programme = { scheme, document: 'opleidingsverslag-b-rechten-2025' };
const answer = { ...faculty, question: 'voortgang' };
const passage = { document: programme.document, version: 1, question: 'resultaten', passages: [1] };

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
  other = await loadInstitution(watched.db, smallInstitution());
});

async function as<T>(login: string, work: (tx: Tx, actor: Actor) => Promise<T>, at = place): Promise<T> {
  const actor = await at.actor(login);
  return inInstitution(watched.db, actor.institutionId, (tx) => work(tx, actor));
}
const quotesOf = (at: typeof faculty) =>
  as('lezer', async (tx, actor) => {
    const { version } = await getPlan(tx, await place.actor('beleid'), at);
    return readQuotes(tx, actor, version.versionId);
  });
const code = (error: unknown) => (error instanceof Rejection ? error.code : error);

describe('quoting lower reports', () => {
  test('[000-52] the answers below stand beside the question, per unit, and who has not submitted is named', async () => {
    const lower = await as('lezer', async (tx, actor) => {
      const { head } = await getPlan(tx, await place.actor('beleid'), faculty);
      watched.forget();
      const found = await readLower(tx, actor, { head, question: 'voortgang' });
      expect(watched.queries).toBe(1);
      return found;
    });
    expect(new Set(lower.map((one) => one.unit.code))).toEqual(
      new Set(['b-rechten', 'b-notarieel', 'm-rechten']),
    );
    expect(lower.every((one) => one.version === 1 && one.hash !== null && one.body !== null)).toBe(true);
    const university = await as('lezer', async (tx, actor) => {
      const { head } = await getPlan(tx, actor, { scheme, document: 'voortgangsverslag-2025' });
      return readLower(tx, actor, { head, question: 'voortgang' });
    });
    // of the year before, and the faculty whose report there is not
    expect(university.find((one) => one.unit.code === 'recht')).toMatchObject({
      document: 'onderwijsverslag-recht-2024',
    });
    expect(university.find((one) => one.unit.code === 'zorg')).toMatchObject({
      document: null,
      version: null,
    });
  });

  test('a passage is quoted with the version that it comes from, by whoever writes the report', async () => {
    const add = (login: string) =>
      as(login, (tx, actor) => addQuotes(tx, actor, { ...answer, chosen: [passage] }));
    expect(code(await add('lezer').catch((e) => e))).toBe('forbidden');
    expect(code(await add('schrijver-beta').catch((e) => e))).toBe('forbidden');
    await expect(
      as('beleid', (tx, actor) => addQuotes(tx, actor, { ...answer, chosen: [passage] }), other),
    ).rejects.toThrow(Missing);
    await add('schrijver-recht');
    const quoted = (await quotesOf(faculty)).at(-1)!;
    expect(toPlainText(quoted.body)).toBe('Alle acht vakken doen mee.');
    expect(quoted.source).toMatchObject({
      document: programme.document,
      version: 1,
      unit: { code: 'b-rechten' },
    });
    expect(quoted.newer).toBeNull();
  });

  test('what the question does not draw on, and a draft, cannot be quoted', async () => {
    const add = (chosen: typeof passage, question = 'voortgang') =>
      as('schrijver-recht', (tx, actor) =>
        addQuotes(tx, actor, { ...answer, question, chosen: [chosen] }),
      ).catch(code);
    expect(await add(passage, 'leerpunten')).toBe('quote.not-drawn');
    await as('beleid', (tx, actor) => startVersion(tx, actor, { ...programme, note: 'Telfout.' }));
    expect(await add({ ...passage, version: 2 })).toBe('quote.not-submitted');
  });

  test('a correction of the lower report is shown, and taken over when the writer wants it', async () => {
    await as('beleid', async (tx, actor) => {
      const { questions } = await getPlan(tx, actor, programme);
      const { revision } = questions.find((one) => one.code === 'resultaten')!.answers[0]!;
      const body = {
        type: 'doc' as const,
        content: [
          'De werkgroepen van jaar 1 zijn gehalveerd tot twaalf studenten.',
          'Zeven vakken doen mee.',
        ].map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })),
      };
      await saveSection(tx, actor, { ...programme, question: 'resultaten', body, revision, empty: false });
      await submitPlan(tx, actor, programme);
    });
    const before = (await quotesOf(faculty)).at(-1)!;
    expect(toPlainText(before.body)).toBe('Alle acht vakken doen mee.');
    expect(before.newer).toMatchObject({ version: 2, status: 'submitted' });
    await as('schrijver-recht', (tx, actor) =>
      takeOverQuote(tx, actor, { ...faculty, quote: before.quoteId }),
    );
    const after = (await quotesOf(faculty)).at(-1)!;
    expect(toPlainText(after.body)).toBe('Zeven vakken doen mee.');
    expect(after).toMatchObject({ newer: null, source: { version: 2 } });
    const again = as('schrijver-recht', (tx, actor) =>
      takeOverQuote(tx, actor, { ...faculty, quote: before.quoteId }),
    );
    expect(code(await again.catch((e) => e))).toBe('quote.nothing-newer');
  });

  test('[000-52] a frozen report keeps its quotes; a correction of its source shows on both', async () => {
    const frozen = await quotesOf({ scheme, document: 'onderwijsverslag-recht-2024' });
    expect(frozen.map((one) => [one.source.document, one.source.version, one.newer?.version])).toEqual([
      ['opleidingsverslag-b-rechten-2024', 1, 2],
      ['opleidingsverslag-m-rechten-2024', 1, undefined],
      ['opleidingsverslag-b-rechten-2024', 1, 2],
    ]);
    expect(toPlainText(frozen[0]!.body)).toContain('Alle acht vakken');
    const taken = as('beleid', (tx, actor) =>
      takeOverQuote(tx, actor, {
        scheme,
        document: 'onderwijsverslag-recht-2024',
        quote: frozen[0]!.quoteId,
      }),
    );
    expect(code(await taken.catch((e) => e))).toBe('plan.no-draft');
    const quotedIn = await as('lezer', async (tx, actor) => {
      const { head } = await getPlan(tx, actor, { scheme, document: 'opleidingsverslag-b-rechten-2024' });
      return listQuotedIn(tx, actor, head.documentId);
    });
    expect(quotedIn).toMatchObject([{ document: 'onderwijsverslag-recht-2024', ofVersion: 1, newest: 2 }]);
  });

  test('a quote is taken out again, and what is submitted holds the others under its hash', async () => {
    const [first] = await quotesOf(faculty);
    await as('schrijver-recht', (tx, actor) => removeQuote(tx, actor, { ...faculty, quote: first!.quoteId }));
    expect(await quotesOf(faculty)).toHaveLength(1);
    const findings = await as('lezer', (tx, actor) => verifyInstitution(tx, actor.institutionId));
    expect(findings).toEqual([]);
  });
});
