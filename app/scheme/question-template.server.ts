import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { type FieldError, InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import type { BlockSpec } from './block.input.ts';
import { type ChainQuestion, chainProblems, levelsOf } from './chain.ts';
import type { OpenScheme } from './scheme-setting.server.ts';

export type Source = { kind: string; question: string; yearsBefore: number };

/** What a question draws on as JSON, for a query that has `question` as `q`. */
export const sourcesOf = sql<Source[]>`coalesce((
  select json_agg(json_build_object('kind', sk.code, 'question', sq.code, 'yearsBefore', qs.years_before)
           order by sk.sort, sk.code, sq.sort, sq.code)
    from question_source qs
    join question sq on sq.institution_id = qs.institution_id and sq.question_id = qs.source_id
    join document_kind sk on sk.institution_id = sq.institution_id and sk.kind_id = sq.kind_id
   where qs.institution_id = q.institution_id and qs.question_id = q.question_id), '[]'::json)`;

/** What the template of a question fills, and what it draws on. */
export async function readTemplate(
  tx: Tx,
  actor: Actor,
  questionId: string,
): Promise<{ filled: boolean; blocks: BlockSpec[]; drawsOn: Source[] }> {
  const { rows } = await sql<{ filled: boolean; blocks: BlockSpec[]; drawsOn: Source[] }>`
    select not q.asks as filled, q.blocks, ${sourcesOf} as draws_on from question q
     where q.institution_id = ${actor.institutionId} and q.question_id = ${questionId}`.execute(tx);
  return rows[0]!;
}

type Written = { kind: string; part: string; questionId: string; drawsOn: readonly Source[] };

/**
 * Writes what a question draws on, and refuses a chain that turns back on itself or asks the same twice.
 * @throws InvalidInput `question.source-unknown`, `question.chain-loop`, `question.asked-before`
 */
export async function putTemplate(
  tx: Tx,
  actor: Actor,
  scheme: OpenScheme,
  { kind, part, questionId, drawsOn }: Written,
): Promise<void> {
  const { institutionId } = actor;
  await tx
    .deleteFrom('questionSource')
    .where('institutionId', '=', institutionId)
    .where('questionId', '=', questionId)
    .execute();
  const questions = await readChain(tx, actor, scheme.schemeId);
  const errors: FieldError[] = [];
  for (const source of drawsOn) {
    const found = questions.find((one) => one.kind === source.kind && one.code === source.question);
    if (!found || found.questionId === questionId) {
      const code = `${source.kind}/${source.question}`;
      errors.push({ path: 'drawsOn', code: 'question.source-unknown', params: { code } });
      continue;
    }
    const row = { institutionId, questionId, sourceId: found.questionId, yearsBefore: source.yearsBefore };
    await tx
      .insertInto('questionSource')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const chained = questions.map((one) => (one.questionId === questionId ? { ...one, drawsOn } : one));
  for (const problem of chainProblems(chained)) {
    if (problem.kind !== kind || problem.question !== part) continue;
    const path = problem.code === 'question.chain-loop' ? 'drawsOn' : 'textNl';
    errors.push({ path, code: problem.code, params: problem.params });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
}

/** Lets go of what a question draws on. @throws Rejection `question.drawn-on` when others draw on it */
export async function removeTemplate(
  tx: Tx,
  actor: Actor,
  { kindId, code }: { kindId: string; code: string },
): Promise<void> {
  const { rows } = await sql<{ kind: string | null; question: string | null }>`
    with mine as (select q.institution_id, q.question_id from question q
                   where q.institution_id = ${actor.institutionId} and q.kind_id = ${kindId} and q.code = ${code}),
    gone as (delete from question_source s using mine m
              where s.institution_id = m.institution_id and s.question_id = m.question_id)
    select k.code as kind, q.code as question
      from mine m
      join question_source s on s.institution_id = m.institution_id and s.source_id = m.question_id
      join question q on q.institution_id = s.institution_id and q.question_id = s.question_id
      join document_kind k on k.institution_id = q.institution_id and k.kind_id = q.kind_id
     limit 1`.execute(tx);
  const [by] = rows;
  if (by) throw new Rejection('question.drawn-on', { code, by: `${by.kind}/${by.question}` });
}

/** The tables that a scheme lays out, which a template may print. One statement. */
export async function listPrintable(
  tx: Tx,
  actor: Actor,
  scheme: string,
): Promise<{ code: string; nameNl: string; nameEn: string }[]> {
  return tx
    .selectFrom('tableLayout as t')
    .innerJoin('scheme as s', (on) =>
      on.onRef('s.institutionId', '=', 't.institutionId').onRef('s.schemeId', '=', 't.schemeId'),
    )
    .select(['t.code', 't.titleNl as nameNl', 't.titleEn as nameEn'])
    .where('t.institutionId', '=', actor.institutionId)
    .where('s.code', '=', scheme)
    .orderBy('t.sort')
    .orderBy('t.code')
    .execute();
}

/** Every question of a scheme as the rules of chains see it. One statement. */
export async function readChain(
  tx: Tx,
  actor: Actor,
  schemeId: string,
): Promise<(ChainQuestion & { questionId: string })[]> {
  type Row = Omit<ChainQuestion, 'levels'> & {
    questionId: string;
    per: string;
    unitKinds: string[];
    kindUnits: string[];
  };
  const { rows } = await sql<Row>`
    select k.code as kind, k.name_nl as kind_nl, k.name_en as kind_en, q.code, q.question_id, q.text_nl, q.text_en, q.asks, q.per, q.unit_kinds,
           k.unit_kinds as kind_units, ${sourcesOf} as draws_on
      from question q
      join document_kind k on k.institution_id = q.institution_id and k.kind_id = q.kind_id
     where q.institution_id = ${actor.institutionId} and k.scheme_id = ${schemeId}
     order by k.sort, k.code, q.sort, q.code`.execute(tx);
  return rows.map(({ per, unitKinds, kindUnits, ...one }) => ({
    ...one,
    levels: levelsOf({ per, unitKinds }, { unitKinds: kindUnits }),
  }));
}
