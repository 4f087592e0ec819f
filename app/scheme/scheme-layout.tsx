import { Outlet, useLocation, useMatches } from 'react-router';
import { load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Above, PageHead, TitleOf } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/scheme-layout';
import { getSchemeHead } from './scheme.server.ts';

/** The whole of it, the way of the money, and the people: one row each on a phone. The trace is a view of money. */
const tabs = [
  ['overview', 'money', 'tables'],
  ['funding', 'allocation', 'plans', 'realisation', 'progress', 'indicators'],
  ['decisions', 'cycle', 'consultations', 'commitments', 'publications'],
] as const;

/** Addresses of which a tab is the way in, beside its own. */
const beneath: Partial<Record<string, readonly string[]>> = {
  money: ['trace'],
  tables: ['sanctions'],
  plans: ['coherence', 'burden'],
  decisions: ['rights', 'frameworks'],
  progress: ['evidence', 'goals'],
  commitments: ['follow-up', 'proposals', 'reflections', 'words'],
};

export async function loader(args: Route.LoaderArgs) {
  return load(args, (tx, actor) => getSchemeHead(tx, actor.institutionId, args.params.scheme));
}

/**
 * The frame of everything about one scheme: breadcrumb, its name as the page's title, and the tabs. A page
 * with a title of its own (one plan, one decision) says so with `export const handle = { ownHead: true }`.
 */
export default function SchemeLayout({ loaderData: scheme }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { pathname } = useLocation();
  const ownHead = useMatches().some((match) => (match.handle as { ownHead?: boolean } | undefined)?.ownHead);
  const home = `/schemes/${scheme.code}`;
  const name = nameOf(scheme, locale);
  const page = (
    <TitleOf value={name}>
      <Outlet />
    </TitleOf>
  );
  const schemes = { href: '/schemes', label: text('nav.schemes') };
  if (ownHead) {
    return <Above value={[schemes, { href: home, label: name }]}>{page}</Above>;
  }
  return (
    <>
      <PageHead
        breadcrumb={[schemes]}
        title={name}
        lead={text('scheme.head', {
          first: String(scheme.firstYear),
          last: String(scheme.lastYear),
          source: scheme.legalSource,
        })}
        tabs={{
          label: text('scheme.tabs'),
          groups: tabs.map((group) =>
            group.map((tab) => {
              const href = tab === 'overview' ? home : `${home}/${tab}`;
              const under = [href, ...(beneath[tab] ?? []).map((path) => `${home}/${path}`)];
              const current =
                tab === 'overview' ? pathname === home : under.some((path) => pathname.startsWith(path));
              return { href, label: text(`scheme.tab.${tab}`), current };
            }),
          ),
        }}
      />
      {page}
    </>
  );
}
