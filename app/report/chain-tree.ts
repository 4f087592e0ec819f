import { fromPlainText, isEmptyRichText, type RichDocument } from '#app/document/rich-text.ts';
import type { Locale } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Notes, withoutNotes } from '#app/kernel/rich-note.ts';
import type { Words } from '#app/messages/words.server.ts';
import { type AskedPlace, answerIn, placesOf } from '#app/plan/place.ts';
import type { Plan } from '#app/plan/plan.server.ts';
import { shortHash } from '#app/plan/plan.ts';
import { planHref, sectionAnchor } from '#app/plan/plan-words.ts';
import type { Quote } from '#app/plan/quote.server.ts';
import { standsIn } from '#app/plan/quote.ts';
import type { LowerAnswer } from '#app/plan/quote-source.server.ts';
import type { Block } from '#app/render/report.ts';
import type { BlockSpec } from '#app/scheme/block.input.ts';
import type { TemplateQuestion } from './chain-template.server.ts';

/** What a report is made of, as its tree needs it. */
export type ReportParts = {
  plan: Plan;
  questions: readonly TemplateQuestion[];
  quotes: readonly Quote[];
  lower: readonly LowerAnswer[];
  locale: Locale;
  words: Words;
  /**
   * the blocks that a template prints in a place, but for those that this module makes from the texts themselves;
   * null when its figures were not kept
   */
  print: ((spec: BlockSpec, place: AskedPlace, question: TemplateQuestion) => Block[]) | null;
};

/** The blocks of a report: chapters, then annexes, each with its fixed words, answers, quotes, figures and notes. */
export function reportBlocks(parts: ReportParts): Block[] {
  const notes = new Notes();
  const ordered = [
    ...parts.questions.filter((one) => one.part === 'chapter'),
    ...parts.questions.filter((one) => one.part === 'annex'),
  ];
  return ordered.flatMap((question) => {
    const body = chapter(question, parts, notes);
    const own = notes.take();
    if (body.length === 0) return [];
    const title: Block = { kind: 'heading', level: 1, text: asked(question, parts.locale) };
    const foot: Block[] =
      own.length > 0 ? [{ kind: 'notes', title: parts.words('chain.notes'), notes: own }] : [];
    return [title, ...body, ...foot];
  });
}

const asked = (question: { textNl: string; textEn: string }, locale: Locale): string =>
  locale === 'en' ? question.textEn : question.textNl;

function chapter(question: TemplateQuestion, parts: ReportParts, notes: Notes): Block[] {
  const { locale } = parts;
  const fixed = (locale === 'en' ? question.fixedEn : question.fixedNl) || question.fixedNl;
  const lead: Block[] = fixed ? [{ kind: 'richText', document: notes.of(fromPlainText(fixed)) }] : [];
  const answers = parts.plan.questions.find((one) => one.code === question.code);
  const places: AskedPlace[] = answers
    ? placesOf(answers, parts.plan)
    : [{ node: null, unit: null, name: null, depth: 0 }];
  const said = places.flatMap((place) => {
    const body = answers && answerIn(answers.answers, place)?.body;
    const inside = inPlace(question, place, {
      parts,
      notes,
      body: body && !isEmptyRichText(body) ? body : null,
    });
    if (inside.length === 0 || place.name === null) return inside;
    const level = place.depth > 1 ? 3 : 2;
    return [{ kind: 'heading' as const, level: level as 2 | 3, text: nameOf(place.name, locale) }, ...inside];
  });
  // once for a question of which only figures were printed, however many themes or units it was asked for
  const gone = parts.print === null && said.length === 0 && question.blocks.length > 0;
  return [...lead, ...(gone ? [quiet(parts.words('chain.not-kept'))] : said)];
}

type Inside = { parts: ReportParts; notes: Notes; body: RichDocument | null };

function inPlace(question: TemplateQuestion, place: AskedPlace, { parts, notes, body }: Inside): Block[] {
  const { words, plan, locale } = parts;
  const quotes = parts.quotes.filter((one) => standsIn(one, question.code, place));
  const filled = question.blocks.flatMap((spec): Block[] => {
    if (spec.kind === 'guide') return guide(parts);
    if (spec.kind === 'lower') return lowerAnswers(question, parts, notes);
    return parts.print?.(spec, place, question) ?? [];
  });
  const open = question.asks && question.required && body === null && plan.version.status === 'draft';
  return [
    ...(body ? [{ kind: 'richText' as const, document: notes.of(body) }] : []),
    ...(open ? [quiet(words('chain.open'))] : []),
    ...quotes.map((quote): Block => {
      const { source } = quote;
      const href = `${planHref({ scheme: plan.head.scheme.code, document: source.document })}?version=${source.version}#${sectionAnchor(source.question, { node: source.node, unit: source.unitCode })}`;
      const from = words('quote.from', { title: source.title, version: String(source.version) });
      return {
        kind: 'quote',
        document: withoutNotes(quote.body),
        source: [
          { text: `${nameOf(source.unit, locale)}, ` },
          { text: from, href },
          { text: ` (${shortHash(source.hash)})` },
        ],
      };
    }),
    ...filled,
  ];
}

const quiet = (text: string): Block => ({ kind: 'paragraph', inlines: [{ text, italic: true }] });

/** How the report is built up: a line per chapter and annex, with what it rests on. */
function guide({ questions, quotes, lower, plan, locale, words }: ReportParts): Block[] {
  const told = questions.filter((one) => !one.blocks.some(({ kind }) => kind === 'guide'));
  const items = told.map((question) => {
    const from = new Set(
      lower.filter((one) => one.asked === question.code && one.version !== null).map((one) => one.document),
    );
    const quoted = quotes.filter((one) => one.question === question.code).length;
    const says = words('chain.guide.line', {
      part: question.part,
      per: question.per,
      filled: String(!question.asks),
      reports: from.size,
      quoted,
    });
    const text = [
      { type: 'text', text: asked(question, locale), marks: [{ type: 'bold' }] },
      { type: 'text', text: `: ${says}` },
    ];
    return { type: 'listItem', content: [{ type: 'paragraph', content: text }] };
  });
  const kinds = [
    ...Map.groupBy(
      lower.filter((one) => one.version !== null),
      (one) => one.kind.code,
    ).values(),
  ];
  const rests = kinds.map((answers) => {
    const count = new Set(answers.map((one) => one.document)).size;
    return words('chain.guide.rests', { kind: nameOf(answers[0]!.kind, locale).toLowerCase(), count });
  });
  const lead = rests.length > 0 ? [quietless(words('chain.guide.sources', { list: rests.join('; ') }))] : [];
  return [
    ...lead,
    { kind: 'richText', document: { type: 'doc', content: [{ type: 'bulletList', content: items }] } },
    ...(plan.version.status === 'draft' ? [quiet(words('chain.guide.draft'))] : []),
  ];
}

const quietless = (text: string): Block => ({ kind: 'paragraph', inlines: [{ text }] });

/** What the reports below answered, in full, unit by unit. */
function lowerAnswers(
  question: TemplateQuestion,
  { lower, locale, words }: ReportParts,
  notes: Notes,
): Block[] {
  const mine = lower.filter((one) => one.asked === question.code);
  const byUnit = [...Map.groupBy(mine, (one) => one.unit.code).values()];
  return byUnit.flatMap((answers): Block[] => {
    const [first] = answers;
    const heading: Block = { kind: 'heading', level: 2, text: nameOf(first!.unit, locale) };
    const said = answers.filter((one) => one.body !== null);
    if (said.length === 0) return [heading, quiet(words('chain.lower.none'))];
    return [
      heading,
      quietless(
        words('chain.lower.of', {
          title: said[0]!.title!,
          version: String(said[0]!.version),
          hash: shortHash(said[0]!.hash!),
        }),
      ),
      ...said.flatMap((one): Block[] => [
        { kind: 'heading', level: 3, text: asked(one, locale) },
        { kind: 'richText', document: notes.of(one.body!) },
      ]),
    ];
  });
}
