import { useNames } from '#app/allocation/names.tsx';
import { vocabularyOf } from '#app/allocation/screen.server.ts';
import { load } from '#app/identity/page.server.ts';
import { PageBody } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/carry-over-sheet-page';
import { readCarrySheet, saveCarrySheet } from './carry-over-sheet.server.ts';
import { FillInHead, FillInPage } from './fill-in-page.tsx';
import { onceSaved, postSheet } from './fill-in-post.server.ts';

export const handle = { ownHead: true };

function homeOf({ scheme, document }: Route.LoaderArgs['params']) {
  return `/schemes/${scheme}/allocation/carry-over/${document}`;
}

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    const { setting, document } = (await readCarrySheet(tx, actor, args.params)).frame;
    return {
      home: homeOf(args.params),
      list: `/schemes/${setting.code}/allocation/carry-over`,
      title: document.title,
      vocabulary: vocabularyOf(setting),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { params } = args;
  const outcome = await postSheet(args, {
    sheet: async (tx, actor) => (await readCarrySheet(tx, actor, params)).sheet,
    save: (tx, actor, changes) => saveCarrySheet(tx, actor, { ...params, changes }),
  });
  return onceSaved(outcome, `${homeOf(params)}?saved`);
}

export default function CarryOverSheetPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { home, list, title, vocabulary } = loaderData;
  const names = useNames(vocabulary);
  const rowName = ([fund = '', unit = '', year, to]: readonly string[]) =>
    `${names.unit(unit)} · ${names.fund(fund)} · ${year} → ${to}`;
  return (
    <>
      <FillInHead
        breadcrumb={[
          { href: list, label: text('carry.title') },
          { href: home, label: title },
        ]}
      />
      <PageBody>
        <FillInPage
          outcome={actionData}
          done={(count) => text('fill-in.saved', { count })}
          here={`${home}/sheet`}
          rowName={rowName}
          fieldName={(field) => text(field === 'cents' ? 'carry.column.cents' : 'carry.column.reason')}
          decimalsOf={(_, field) => (field === 'reason' ? null : 2)}
        />
      </PageBody>
    </>
  );
}
