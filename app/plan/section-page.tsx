import { Form, Outlet, redirect, useMatches } from 'react-router';
import { readRichText } from '#app/document/rich-text.input.ts';
import { emptyDocument, fromPlainText, type RichDocument, toPlainText } from '#app/document/rich-text.ts';
import { act, load } from '#app/identity/page.server.ts';
import type { Actor, Locale } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden, InvalidInput, Missing } from '#app/kernel/rejection.ts';
import { localeOf } from '#app/messages/locale.server.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choice.tsx';
import { FormActions } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { RichTextField } from '#app/ui/rich-text.tsx';
import { RichTextView } from '#app/ui/rich-text-view.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/section-page';
import { type Chapter, getChapter } from './chapter.server.ts';
import { openingParagraph } from './chapter.ts';
import { ChapterAside } from './chapter-aside.tsx';
import { LowerAside } from './lower-aside.tsx';
import { answerIn, type Place, placeCode, placesOf } from './place.ts';
import { getPlan } from './plan.server.ts';
import { answerPermission, canAnswer } from './plan.ts';
import { PlanFrame } from './plan-frame.tsx';
import { documentHref, sectionAnchor, sectionHref } from './plan-words.ts';
import { readQuotes } from './quote.server.ts';
import { standsIn } from './quote.ts';
import { QuoteActs } from './quote-acts.tsx';
import { changeQuotes, quoteIntent, withPassages } from './quote-form.server.ts';
import { QuoteList } from './quote-list.tsx';
import { readLower } from './quote-source.server.ts';
import { ProblemSummary } from './reason.tsx';
import { saveSection } from './section.server.ts';

export const handle = { ownHead: true };

type Params = Route.LoaderArgs['params'];

const placeOf = ({ node, unit }: Place): Place => ({ node, unit });

async function readPlace(tx: Tx, actor: Actor, params: Params) {
  const plan = await getPlan(tx, actor, params);
  if (!canAnswer(actor, plan.head)) throw forbidden(answerPermission(plan.head));
  const question = plan.questions.find((one) => one.code === params.question);
  if (!question || plan.version.status !== 'draft') throw new Missing('question');
  const place = placesOf(question, plan).find((one) => placeCode(one) === (params.place ?? null));
  if (!place) throw new Missing('question');
  const answer = answerIn(question.answers, place);
  const { answers: _answers, ...asked } = question;
  return {
    head: plan.head,
    question: asked,
    place,
    body: answer?.body ?? emptyDocument,
    revision: answer?.revision ?? 0,
    chapter: place.node === null ? null : await getChapter(tx, actor, plan, place.node),
    lower: question.drawsOn
      ? await readLower(tx, actor, { head: plan.head, question: question.code, ...placeOf(place) })
      : [],
    quotes: question.drawsOn
      ? (await readQuotes(tx, actor, plan.version.versionId)).filter((one) =>
          standsIn(one, question.code, place),
        )
      : [],
  };
}

export async function loader(args: Route.LoaderArgs) {
  const locale = localeOf(args.request, args.context);
  const place = await load(args, (tx, actor) => readPlace(tx, actor, args.params));
  const opening = place.chapter && openingOf(place.chapter, locale);
  return { ...place, opening, locale, plain: toPlainText(place.body) };
}

/** The paragraph that the figures of a theme give, in the writer's language. */
function openingOf({ theme, figures, measures, units }: Chapter, locale: Locale): string | null {
  const name = (one: { nameNl: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameNl);
  return openingParagraph(wordsOf(locale), {
    theme: name(theme),
    figures,
    measures: { all: measures.length, fresh: measures.filter((one) => one.fresh).length },
    unitName: (code) => {
      const unit = units.find((one) => one.code === code);
      return unit ? name(unit) : code;
    },
  });
}

/** What was typed with the paragraph before it; a text that begins with it already stays as it is. */
function withOpening(opening: string, body: RichDocument): RichDocument {
  const [first] = fromPlainText(opening).content;
  const start = body.content[0];
  if (!first || (start && toPlainText({ type: 'doc', content: [start] }) === opening)) return body;
  return { type: 'doc', content: [first, ...body.content] };
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const locale = localeOf(args.request, args.context);
  const revision = Number(form.get('revision') ?? 0);
  let mine: RichDocument | null = null;
  const outcome = await act(args, async (tx, actor) => {
    const { body, place, head, chapter, lower } = await readPlace(tx, actor, args.params);
    mine = readRichText(form, 'body', body);
    if (!mine) throw new InvalidInput([{ path: 'body', code: 'section.not-text', params: {} }]);
    const opening = form.get('intent') === 'opening' && chapter && openingOf(chapter, locale);
    if (opening) return { inserted: withOpening(opening, mine), href: '' };
    const { scheme, document, question } = args.params;
    const at = { scheme, document, question, ...placeOf(place) };
    const asked = quoteIntent(form);
    if (asked?.kind === 'take') {
      const name = (unit: { nameNl: string; nameEn: string }) => nameOf(unit, locale);
      return { inserted: withPassages(mine, { form, lower }, wordsOf(locale), name), href: '' };
    }
    // with a quote goes what was typed: a page that comes back must not lose it
    const same = asked !== null && JSON.stringify(mine) === JSON.stringify(body);
    if (!same) await saveSection(tx, actor, { ...at, body: mine, revision, empty: form.has('empty') });
    if (asked) {
      await changeQuotes(tx, actor, asked, { place: at, form, lower });
      return { inserted: null, href: `${sectionHref(documentHref(head), question, place)}#quotes` };
    }
    return { inserted: null, href: `${documentHref(head)}#${sectionAnchor(question, place)}` };
  });
  if ('done' in outcome) {
    const { inserted, href } = outcome.done;
    if (!inserted) return redirect(href);
    const taken = quoteIntent(form) !== null;
    return { problem: null, mine: inserted, plain: toPlainText(inserted), theirs: null, revision, taken };
  }
  const { problem } = outcome;
  const conflict = problem.code === 'conflict';
  return {
    problem,
    mine: mine as RichDocument | null,
    plain: mine ? toPlainText(mine) : String(form.get('body') ?? ''),
    theirs: conflict ? (JSON.parse(String(problem.params.theirs)) as RichDocument) : null,
    revision: conflict ? Number(problem.params.revision) : revision,
    taken: false,
  };
}

export default function SectionPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, question, place, chapter, opening, lower, quotes } = loaderData;
  const title = locale === 'en' ? question.textEn : question.textNl;
  const hint = locale === 'en' ? question.hintEn : question.hintNl;
  // what the template prints below the answer is a part of its own, of a module that knows all figures
  const figures = useMatches().some((match) => match.id === 'section-figures' && match.loaderData);
  return (
    <>
      <PlanFrame head={head} title={title} lead={place.name ? nameOf(place.name, locale) : undefined} />
      <PageBody
        narrow
        asideLabel={text(lower.length > 0 ? 'quote.lower' : 'chapter.figures')}
        aside={
          chapter || figures || lower.length > 0 ? (
            <>
              {lower.length > 0 ? <LowerAside scheme={head.scheme.code} lower={lower} form="answer" /> : null}
              <Outlet />
              {chapter ? <ChapterAside chapter={chapter} /> : null}
            </>
          ) : undefined
        }
      >
        <ProblemSummary problem={actionData?.problem ?? null} />
        {actionData?.theirs ? (
          <Notice tone="warn" title={text('section.theirs')}>
            <RichTextView document={actionData.theirs} level={3} />
          </Notice>
        ) : null}
        {actionData && actionData.problem === null ? (
          <Notice tone="accent" title={text(actionData.taken ? 'quote.taken' : 'chapter.inserted')} live>
            {text(actionData.taken ? 'quote.taken.next' : 'chapter.inserted.next')}
          </Notice>
        ) : null}
        <Form
          method="post"
          id="answer"
          key={
            actionData
              ? `again-${actionData.revision}-${actionData.problem?.code ?? actionData.plain.length}`
              : 'first'
          }
        >
          <input type="hidden" name="revision" value={actionData?.revision ?? loaderData.revision} />
          {lower.length > 0 || figures ? (
            <p className="beside-jumps">
              {lower.length > 0 ? <a href="#lower">{text('quote.lower')}</a> : null}
              {figures ? <a href="#section-figures">{text('section.figures')}</a> : null}
            </p>
          ) : null}
          <RichTextField
            id="body"
            name="body"
            label={text('section.answer')}
            hint={
              [hint, head.stage === null ? text('quote.note-hint') : ''].filter(Boolean).join(' ') ||
              undefined
            }
            value={actionData ? actionData.mine : loaderData.body}
            plain={actionData?.plain ?? loaderData.plain}
          />
          {actionData?.problem?.code === 'section.emptied' ? (
            <Checkbox name="empty" value="1" label={text('section.empty')} />
          ) : null}
          <FormActions>
            <Button kind="primary">{text(actionData?.theirs ? 'section.save-mine' : 'section.save')}</Button>
            <ButtonLink href={documentHref(head)}>{text('plan.back')}</ButtonLink>
          </FormActions>
          {quotes.length > 0 ? (
            <section aria-labelledby="quotes">
              <h2 id="quotes">{text('quote.quotes')}</h2>
              <QuoteList scheme={head.scheme.code} quotes={quotes} acts={QuoteActs} />
            </section>
          ) : null}
          {opening ? (
            <section className="opening" aria-labelledby="opening">
              <h2 id="opening">{text('chapter.opening')}</h2>
              <p className="sub">{text('chapter.opening.explained')}</p>
              <p className="said">{opening}</p>
              <Button name="intent" value="opening" small>
                {text('chapter.insert')}
              </Button>
            </section>
          ) : null}
        </Form>
      </PageBody>
    </>
  );
}
