import { PageBody } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import { FillInHead, FillInPage } from './fill-in-page.tsx';
import type { FillInOutcome } from './fill-in-post.server.ts';
import { rowKey } from './fill-in-read.ts';
import type { ListView } from './list-edge.server.ts';
import { isBegun } from './list-sheet.ts';

type Props = { loaderData: ListView; actionData?: FillInOutcome | undefined };

/** The page of a list that goes round: fetching and handing in, or what a file would change. */
export function ListSheetPage({ loaderData, actionData }: Props) {
  const text = useText();
  const { title, home, here, query, rows, fields } = loaderData;
  const rowName = (key: readonly string[]) => {
    const name = rows[rowKey(key)];
    if (name !== undefined) return name;
    if (!isBegun(key)) return key.filter(Boolean).join(' · ');
    const begun = text('fill-in.list.new', { row: key.at(-1)!.slice(1) });
    return [...key.slice(0, -1), begun].join(' · ');
  };
  return (
    <>
      <FillInHead breadcrumb={[{ href: home, label: title }]} />
      <PageBody>
        <FillInPage
          outcome={actionData}
          done={(count) => text('fill-in.saved', { count })}
          here={here}
          query={query}
          rowName={rowName}
          fieldName={(field) => fields[field]?.head ?? field}
          valueName={(field, value) => fields[field]?.names[value] ?? value}
          decimalsOf={(_, field) => fields[field]?.decimals ?? null}
        />
      </PageBody>
    </>
  );
}
