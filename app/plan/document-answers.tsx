import { isEmptyRichText } from '#app/document/rich-text.ts';
import { load } from '#app/identity/page.server.ts';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/document-answers';
import { answerIn, placesOf } from './place.ts';
import { getPlan } from './plan.server.ts';
import { canAnswer } from './plan.ts';
import { PlanText } from './plan-text.tsx';
import { planHref } from './plan-words.ts';

/** Within the screen of a document whose money another module makes: its questions, answers and their links. */
export async function loader(args: Route.LoaderArgs) {
  const version = Number(new URL(args.request.url).searchParams.get('version')) || null;
  return load(args, async (tx, actor) => {
    const plan = await getPlan(tx, actor, { ...args.params, version });
    const parts = plan.questions.flatMap(({ answers, ...question }) =>
      placesOf({ answers, ...question }, plan).map((place) => {
        const body = answerIn(answers, place)?.body;
        return { question, place, body: body && !isEmptyRichText(body) ? body : null };
      }),
    );
    const { head, themes } = plan;
    const edit = plan.version.status === 'draft' && canAnswer(actor, head);
    return { themes, parts, edit: edit ? planHref({ scheme: head.scheme.code, document: head.code }) : null };
  });
}

export default function DocumentAnswers({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { themes, parts, edit } = loaderData;
  if (parts.length === 0) return null;
  return (
    <section aria-label={text('document.questions')} className="document-answers">
      <PlanText themes={themes} parts={parts} edit={edit} />
    </section>
  );
}
