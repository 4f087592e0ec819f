import { load } from '#app/identity/page.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/rules-sheet-page';
import { FillInHead, FillInPage } from './fill-in-page.tsx';
import { onceSaved, postSheet } from './fill-in-post.server.ts';
import { readRulesSheet, rulesSheetAddress, saveRulesSheet } from './rules-sheet.server.ts';
import { ruleRowName, ruleRows } from './rules-sheet.ts';

export const handle = { ownHead: true };

/** Where the rules stand: the draft of an allocation, or a scenario. */
function homeOf({ scheme, document, scenario }: Route.LoaderArgs['params']) {
  const base = `/schemes/${scheme}/allocation`;
  return document ? `${base}/${document}/rules` : `${base}/scenarios/${scenario}`;
}

export async function loader(args: Route.LoaderArgs) {
  const at = rulesSheetAddress.parse(args.params);
  return load(args, async (tx, actor) => {
    const { frame } = await readRulesSheet(tx, actor, at);
    const { title, rules, units, themes } = frame;
    const weights = ruleRows(frame).filter((row) => row.measure === 'weight');
    return {
      ...{ title, units, themes, scheme: at.scheme, home: homeOf(args.params) },
      rules: rules.map(({ kind }) => ({ kind })),
      weights: weights.map(({ key }) => key.join('|')),
      empty: ruleRows(frame).length === 0,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const at = rulesSheetAddress.parse(args.params);
  const outcome = await postSheet(args, {
    sheet: async (tx, actor) => (await readRulesSheet(tx, actor, at)).sheet,
    save: (tx, actor, changes) => saveRulesSheet(tx, actor, at, changes),
  });
  return onceSaved(outcome, homeOf(args.params));
}

export default function RulesSheetPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { title, scheme, home, weights, empty } = loaderData;
  return (
    <>
      <FillInHead
        breadcrumb={[
          { href: `/schemes/${scheme}/allocation`, label: text('scheme.tab.allocation') },
          { href: home, label: title },
        ]}
      />
      <PageBody>
        {empty ? (
          <Empty title={text('allocation.rules.none')}>{text('fill-in.rules.none')}</Empty>
        ) : (
          <FillInPage
            outcome={actionData}
            done={(count) => text('fill-in.saved', { count })}
            here={`${home}/sheet`}
            rowName={(key) => `${key[0]}. ${ruleRowName(loaderData, key, { locale, words: text })}`}
            fieldName={() => text('fill-in.rules.value')}
            decimalsOf={(key) => (weights.includes(key.join('|')) ? 0 : 2)}
          />
        )}
      </PageBody>
    </>
  );
}
