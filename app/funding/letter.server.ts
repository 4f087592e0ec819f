import { record } from '#app/audit/audit.server.ts';
import {
  createDocument,
  createDraft,
  lockVersion,
  moveVersion,
  putInForce,
} from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { startOfDay } from '#app/kernel/day.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FieldError, forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { freezeVersion } from '#app/ledger/freeze.server.ts';
import { readFiles, storeFiles } from './attachment.server.ts';
import type { LetterAmount, LetterInput } from './funding.input.ts';
import { type Funding, getFunding } from './funding.server.ts';
import { canWriteFunding, type FundingDocument, type FundingLine } from './funding.ts';
import { estimateOf, saidTwice } from './twice.ts';

export type Letter = LetterInput & { scheme: string };
export type RecordedLetter = { document: string; version: number; hash: string };

/**
 * Records a letter: the next version of the document that carries its amounts, frozen, and in force from the
 * day it names. An amount that the letter does not name stays as it was.
 * @throws Missing; Rejection `forbidden`, `conflict` (somebody renewed the document meanwhile),
 *   `document.code-taken`; InvalidInput `funding.…` with everything that is wrong
 */
export async function recordLetter(tx: Tx, actor: Actor, letter: Letter): Promise<RecordedLetter> {
  if (!canWriteFunding(actor)) throw forbidden('funding.write');
  if (letter.document !== undefined) await lockDocument(tx, actor, letter.scheme, letter.document);
  const funding = await getFunding(tx, actor, { scheme: letter.scheme });
  const document = funding.documents.find((one) => one.code === letter.document) ?? null;
  if (letter.document !== undefined && !document) throw new Missing('document');
  const last = document?.versions.at(-1) ?? null;
  if (letter.seen !== undefined && last && letter.seen !== last.number) {
    throw new Rejection('conflict', { number: last.number, seen: letter.seen });
  }
  const errors = letterErrors(letter, funding, document);
  if (errors.length > 0) throw new InvalidInput(errors);
  const files = readFiles(letter.files);
  const draft = await startVersion(tx, actor, { letter, funding, document });
  const lines = merged(last?.lines ?? [], letter.amounts);
  await writeLines(tx, actor, { ...draft, funding, lines });
  await storeFiles(tx, actor, draft.versionId, files);
  const hash = await freezeVersion(tx, actor, await lockVersion(tx, actor, draft.versionId));
  const frozen = await lockVersion(tx, actor, draft.versionId);
  await moveVersion(tx, actor, frozen, 'adopt');
  await putInForce(tx, actor, { ...frozen, from: startOfDay(letter.from) });
  const after = { number: frozen.number, from: letter.from, amounts: letter.amounts, source: letter.source };
  await record(
    tx,
    actor,
    'funding.record',
    { kind: 'version', id: draft.versionId },
    {
      before: last && { number: last.number, changed: changedBefore(last.lines, letter.amounts) },
      after,
    },
  );
  return { document: draft.code, version: frozen.number, hash };
}

/** Of two letters on one document at once the second waits, and sees what the first did. */
async function lockDocument(tx: Tx, actor: Actor, scheme: string, code: string): Promise<void> {
  const row = await tx
    .selectFrom('document as d')
    .innerJoin('scheme as s', (on) =>
      on.onRef('s.institutionId', '=', 'd.institutionId').onRef('s.schemeId', '=', 'd.schemeId'),
    )
    .select('d.documentId')
    .where('d.institutionId', '=', actor.institutionId)
    .where('s.code', '=', scheme)
    .where('d.code', '=', code)
    .forUpdate('d')
    .executeTakeFirst();
  if (!row) throw new Missing('document');
}

function letterErrors(letter: Letter, funding: Funding, document: FundingDocument | null): FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (path: string, code: string, params: FieldError['params'] = {}) =>
    errors.push({ path, code: `funding.${code}`, params });
  if (!document) {
    const kind = funding.kinds.find((one) => one.code === letter.kind);
    if (!kind) wrong('kind', 'kind', { kind: letter.kind ?? '' });
    else if (kind.units.length === 0) wrong('kind', 'kind-without-unit', { kind: kind.code });
    else if (letter.unit !== undefined && !kind.units.some((one) => one.code === letter.unit)) {
      wrong('unit', 'kind-without-unit', { kind: kind.code });
    }
    if (!letter.code) errors.push({ path: 'code', code: 'field.required', params: {} });
    if (!letter.title) errors.push({ path: 'title', code: 'field.required', params: {} });
  }
  const last = document?.versions.at(-1);
  if (last && letter.from < last.from) wrong('from', 'earlier', { number: last.number, from: last.from });
  if (letter.amounts.length === 0) wrong('amounts', 'no-amount');
  const seen = new Set<string>();
  const { firstYear: first, lastYear } = funding;
  for (const { fund, year } of letter.amounts) {
    const path = `amount.${fund}.${year}`;
    if (!funding.funds.some((one) => one.code === fund)) wrong(path, 'unknown-fund', { fund });
    if (year < first || year > lastYear) wrong(path, 'year-outside', { year, first, last: lastYear });
    if (seen.has(path)) wrong(path, 'twice', { fund, year });
    seen.add(path);
  }
  return [...errors, ...twiceErrors(letter, funding, document)];
}

/** An estimate of a unit and the framework of the whole would be summed: one of them is a memo (`funding.said-twice`). */
function twiceErrors(letter: Letter, funding: Funding, document: FundingDocument | null): FieldError[] {
  const kind = funding.kinds.find((one) => one.code === (document?.kind.code ?? letter.kind));
  const unit = document?.unit ?? kind?.units.find((one) => one.code === letter.unit) ?? kind?.units[0];
  if (!kind || !unit) return [];
  const others = funding.documents.filter((one) => one.code !== document?.code);
  const own = {
    ...{ title: '', stage: kind.stage, inside: unit.inside },
    lines: merged(document?.versions.at(-1)?.lines ?? [], letter.amounts),
  };
  const estimates = others.map((one) => estimateOf(one, one.versions.at(-1)?.lines ?? []));
  return saidTwice([own, ...estimates]).flatMap(({ fund, year, ...sides }) => {
    const typed = letter.amounts.some((one) => one.fund === fund && one.year === year && !one.memo);
    const other = unit.inside
      ? { titles: sides.whole.join(', '), cents: sides.wholeCents, side: 'whole' }
      : { titles: sides.parts.join(', '), cents: sides.partsCents, side: 'parts' };
    const known = other.cents === null ? 'no' : 'yes';
    const params = { ...other, known, year };
    return typed ? [{ path: `amount.${fund}.${year}`, code: 'funding.said-twice', params }] : [];
  });
}

type Started = { versionId: string; code: string; unitId: string; stage: string };
type Start = { letter: Letter; funding: Funding; document: FundingDocument | null };

async function startVersion(tx: Tx, actor: Actor, { letter, funding, document }: Start): Promise<Started> {
  const kind = funding.kinds.find((one) => one.code === (document?.kind.code ?? letter.kind))!;
  const unit = document?.unit ?? kind.units.find((one) => one.code === letter.unit) ?? kind.units[0]!;
  const { unitId } = unit;
  const common = { unitId, stage: kind.stage };
  const { note, source } = letter;
  if (document) {
    const versionId = await createDraft(tx, actor, { documentId: document.documentId, note, source });
    return { ...common, versionId, code: document.code };
  }
  const code = letter.code!;
  const { schemeId, firstYear, lastYear } = funding;
  const { versionId } = await createDocument(tx, actor, {
    schemeId,
    kindId: kind.kindId,
    unitId,
    code,
    title: letter.title!,
    firstYear,
    lastYear,
  });
  await tx
    .updateTable('version')
    .set({ note, source })
    .where('institutionId', '=', actor.institutionId)
    .where('versionId', '=', versionId)
    .execute();
  return { ...common, versionId, code };
}

function merged(lines: readonly FundingLine[], amounts: readonly LetterAmount[]): FundingLine[] {
  const key = ({ fund, year }: { fund: string; year: number }) => `${fund} ${year}`;
  const byKey = new Map<string, FundingLine>(lines.map((line) => [key(line), line]));
  for (const amount of amounts) byKey.set(key(amount), amount);
  return [...byKey.values()];
}

function changedBefore(lines: readonly FundingLine[], amounts: readonly LetterAmount[]): FundingLine[] {
  return lines.filter((line) => amounts.some((one) => one.fund === line.fund && one.year === line.year));
}

type Lines = Started & { funding: Funding; lines: FundingLine[] };

async function writeLines(tx: Tx, actor: Actor, { versionId, unitId, stage, funding, lines }: Lines) {
  await tx
    .insertInto('ledgerLine')
    .values(
      lines.map(({ fund, year, cents, provisional, memo, note }, sort) => ({
        institutionId: actor.institutionId,
        lineId: newId(),
        versionId,
        stage: stage as 'expected' | 'granted',
        schemeId: funding.schemeId,
        fundId: funding.funds.find((one) => one.code === fund)!.fundId,
        unitId,
        year,
        cents: memo ? null : cents,
        memo,
        memoCents: memo ? cents : null,
        mark: cents === null ? ('pm' as const) : provisional ? ('provisional' as const) : null,
        note,
        sort,
      })),
    )
    .execute();
}
