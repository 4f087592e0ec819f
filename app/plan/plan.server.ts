import { sql } from 'kysely';
import { isEmptyRichText } from '#app/document/rich-text.ts';
import { isPresent, presently, type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import type { Actor, Locale } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { years } from '#app/kernel/period.ts';
import { Missing } from '#app/kernel/rejection.ts';
import type { Stage, Tree } from '#app/ledger/ledger.ts';
import { readAllocated } from './allocated.server.ts';
import { remainders } from './budget.ts';
import { completeness, type Gap } from './completeness.ts';
import type { PlanAddress } from './draft.server.ts';
import { answerIn, placesOf } from './place.ts';
import { canSeeDraft, chooseVersion, type VersionHead } from './plan.ts';
import { factsOf } from './plan-fact.ts';
import {
  type Named,
  type PlanMeasure,
  type PlanNode,
  type PlanQuestion,
  type PlanUnit,
  readLines,
  readMeasures,
  readNodes,
  readQuestions,
  readSetting,
} from './plan-part.server.ts';
import { readRequirements } from './requirement.server.ts';
import { allowChoice, checkRequirements, requirementGaps } from './requirement.ts';

/** A plan's document, with the versions that the reader may see. */
export type PlanHead = {
  documentId: string;
  code: string;
  title: string;
  firstYear: number;
  lastYear: number;
  schemeId: string;
  scheme: Named;
  kindId: string;
  kind: Named;
  /** measures and a budget belong to it */
  hasMeasures: boolean;
  /** written here: it has measures, or carries no money at all; other documents are made by their own module */
  written: boolean;
  /** the stage of the ledger that its lines carry */
  stage: Stage | null;
  unitId: string;
  unit: Named;
  amends: { code: string; title: string } | null;
  versions: VersionHead[];
};

type AtMoment = { moment?: VersionMoment };
type ByTree = { tree?: Tree | undefined };

/** The head of one plan, with the versions that there were at a moment. @throws Missing */
export async function getPlanHead(
  tx: Tx,
  actor: Actor,
  { moment = presently, ...plan }: PlanAddress & AtMoment,
): Promise<PlanHead> {
  const { inForce, status, existed } = versionAt(moment);
  const { rows } = await sql<PlanHead>`
    select d.document_id, d.code, d.title, d.first_year, d.last_year, d.scheme_id, d.kind_id, d.unit_id,
           k.has_measures, (k.has_measures or k.stage is null) as written, k.stage,
           json_build_object('code', s.code, 'nameNl', s.name_nl, 'nameEn', s.name_en) as scheme,
           json_build_object('code', k.code, 'nameNl', k.name_nl, 'nameEn', k.name_en) as kind,
           json_build_object('code', u.code, 'nameNl', u.name_nl, 'nameEn', u.name_en) as unit,
           case when a.document_id is not null then json_build_object('code', a.code, 'title', a.title) end as amends,
           coalesce((select json_agg(json_build_object('versionId', v.version_id, 'number', v.number, 'status', ${status},
                     'contentHash', v.content_hash, 'submittedAt', v.submitted_at, 'adoptedAt', v.adopted_at,
                     'note', v.note, 'covers', (select coalesce(json_agg(json_build_object('code', cu.code,
                        'nameNl', cu.name_nl, 'nameEn', cu.name_en) order by cu.sort, cu.code), '[]')
                        from version_unit c join unit cu on cu.institution_id = c.institution_id
                         and cu.unit_id = c.unit_id where c.institution_id = v.institution_id
                         and c.version_id = v.version_id), 'inForce', ${inForce}) order by v.number)
              from version v where v.institution_id = d.institution_id and v.document_id = d.document_id and ${existed}), '[]') as versions
      from document d
      join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
      left join document a on a.institution_id = d.institution_id and a.document_id = d.amends_id
     where d.institution_id = ${actor.institutionId} and s.code = ${plan.scheme} and d.code = ${plan.document}`.execute(
    tx,
  );
  const [head] = rows;
  if (!head) throw new Missing('plan');
  const draft = canSeeDraft(actor, head);
  return { ...head, versions: head.versions.filter((version) => draft || version.status !== 'draft') };
}

export type PlanTheme = PlanNode & {
  /** place among the themes, from 1: the colour that all pages give it */
  series: number;
};

/** The topmost nodes of the scheme's theme framework, in their order. */
export function themesOf(nodes: readonly PlanNode[]): PlanTheme[] {
  return nodes
    .filter((node) => node.theme && node.root === node.code)
    .map((node, index) => ({ ...node, series: index + 1 }));
}

export type Plan = Awaited<ReturnType<typeof getPlan>>;

/**
 * One plan as it stands: its questions with answers, measures, budget, remainders, and what is missing.
 * Eight statements, whatever its size.
 * @param plan.version the number; the newest that the reader may see when left out
 * @param plan.moment the state of which it is told; now when left out
 * @param plan.tree by which what is allocated to units below counts as the plan's
 * @param plan.locale the language in which gaps name questions and themes
 * @throws Missing, also for a draft that is not the reader's to see
 */
export async function getPlan(
  tx: Tx,
  actor: Actor,
  {
    version: number,
    locale = actor.locale,
    moment = presently,
    tree,
    ...address
  }: PlanAddress & AtMoment & ByTree & { version?: number | null; locale?: Locale },
) {
  const head = await getPlanHead(tx, actor, { ...address, moment });
  const version = chooseVersion(head.versions, { number, draft: true, heldFirst: !isPresent(moment) });
  if (!version) throw new Missing('version');
  const { schemeId, unitId, kindId } = head;
  const { versionId } = version;
  const nodes = await readNodes(tx, actor, { schemeId, moment });
  const questions = await readQuestions(tx, actor, { kindId, versionId });
  const measures = await readMeasures(tx, actor, versionId);
  const lines = await readLines(tx, actor, versionId);
  const asked = await readRequirements(tx, actor, { kindId, versionId });
  const setting = await readSetting(tx, actor, { schemeId, unitId, versionId, moment });
  const allocated = await readAllocated(tx, actor, { schemeId, unitId, moment, tree });
  const left = remainders(
    {
      funds: setting.funds.map((fund) => fund.code),
      years: years(head.firstYear, head.lastYear),
      rates: setting.rates,
    },
    lines,
    allocated,
  );
  const plan = {
    head,
    version,
    themes: themesOf(nodes),
    nodes,
    questions,
    measures,
    lines,
    ...setting,
    remainders: left,
  };
  const facts = factsOf(plan, locale);
  const requirements = checkRequirements(asked, facts);
  const gaps = allowChoice(gapsOf(plan, locale), requirements, facts.themesLeftOut);
  const open = requirementGaps(requirements, facts.questions, (one) =>
    locale === 'en' ? one.textEn : one.textNl,
  );
  return { ...plan, requirements, gaps: [...gaps, ...open] };
}

type Parts = {
  head: PlanHead;
  themes: PlanTheme[];
  nodes: PlanNode[];
  questions: PlanQuestion[];
  measures: PlanMeasure[];
  lines: { measure: string; year: number }[];
  funds: Named[];
  units: PlanUnit[];
  remainders: ReturnType<typeof remainders>;
};

function gapsOf(plan: Parts, locale: Locale): Gap[] {
  const name = (one: { nameNl: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameNl);
  const root = new Map(plan.nodes.filter((node) => node.theme).map((node) => [node.code, node.root]));
  const fundName = new Map(plan.funds.map((fund) => [fund.code, name(fund)]));
  return completeness({
    hasMeasures: plan.head.hasMeasures,
    questions: plan.questions.flatMap((question) =>
      placesOf(question, plan).map((place) => {
        const answer = answerIn(question.answers, place);
        return {
          code: question.code,
          text: locale === 'en' ? question.textEn : question.textNl,
          required: question.required,
          node: place.node,
          unit: place.unit,
          placeName: place.name && name(place.name),
          answered: answer !== undefined && !isEmptyRichText(answer.body),
        };
      }),
    ),
    themes: plan.themes
      .filter((theme) => theme.excludedReason === null)
      .map((theme) => ({ code: theme.code, name: name(theme) })),
    measures: plan.measures.map((measure) => ({ ...measure, node: root.get(measure.node) ?? measure.node })),
    asksAmbitions: plan.nodes.some((node) => !node.theme),
    budget: plan.lines,
    remainders: plan.remainders,
    fundName: (code) => fundName.get(code) ?? code,
  });
}
