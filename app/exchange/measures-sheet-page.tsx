import { load } from '#app/identity/page.server.ts';
import { PlanFrame } from '#app/plan/plan-frame.tsx';
import { planHref } from '#app/plan/plan-words.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/measures-sheet-page';
import { FillInPage } from './fill-in-page.tsx';
import { onceSaved, postSheet } from './fill-in-post.server.ts';
import { readMeasuresSheet, saveMeasuresSheet } from './measures-sheet.server.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    const { head, measures } = (await readMeasuresSheet(tx, actor, args.params)).plan;
    return { head, measures: Object.fromEntries(measures.map(({ code, name }) => [code, name])) };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme, document } = args.params;
  const at = { scheme, document };
  const outcome = await postSheet(args, {
    sheet: async (tx, actor) => (await readMeasuresSheet(tx, actor, at)).sheet,
    save: (tx, actor, changes) => saveMeasuresSheet(tx, actor, { ...at, changes }),
  });
  return onceSaved(outcome, `${planHref(at)}#measures`);
}

export default function MeasuresSheetPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { head, measures } = loaderData;
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  return (
    <>
      <PlanFrame head={head} title={text('fill-in.title')} lead={text('fill-in.page.lead')} />
      <PageBody>
        <BackLink href={`${base}#measures`}>{text('plan.measures')}</BackLink>
        <FillInPage
          outcome={actionData}
          done={(count) => text('fill-in.saved', { count })}
          here={`${base}/measures-sheet`}
          rowName={([code = '']) => (measures[code] ? `${code} · ${measures[code]}` : code)}
          fieldName={(field) => text(`measure.${field}`)}
          valueName={(field, value) =>
            field === 'additionality' ? text(`measure.additionality.${value}`) : value
          }
          decimalsOf={() => null}
        />
      </PageBody>
    </>
  );
}
