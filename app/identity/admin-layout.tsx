import type { ReactNode } from 'react';
import { Outlet, useLocation, useRouteLoaderData } from 'react-router';
import { forbidden } from '#app/kernel/rejection.ts';
import { PageHead } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/admin-layout';
import { adminSections } from './admin-section.ts';
import { load } from './page.server.ts';

const id = 'identity/admin-layout';

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (_, actor) => {
    const sections = adminSections(actor);
    if (sections.length === 0) throw forbidden('admin');
    return { sections };
  });
}

export default function AdminLayout() {
  return <Outlet />;
}

type HeadProps = {
  title: ReactNode;
  lead?: ReactNode;
  badge?: ReactNode;
  actions?: ReactNode;
  /** the list that this page is one item of */
  above?: { href: string; label: string };
};

/** The head of every page of the administration: where you are, and the way to its other parts. */
export function AdminHead({ above, ...head }: HeadProps) {
  const text = useText();
  const { pathname } = useLocation();
  const sections = useRouteLoaderData<typeof loader>(id)?.sections ?? [];
  return (
    <PageHead
      {...head}
      breadcrumb={[{ label: text('nav.admin') }, ...(above ? [above] : [])]}
      tabs={{
        label: text('nav.admin'),
        groups: [...Map.groupBy(sections, (section) => section.about).values()].map((group) =>
          group.map(({ key, href }) => ({
            href,
            label: text(`admin.${key}`),
            current: pathname === href || pathname.startsWith(`${href}/`),
          })),
        ),
      }}
    />
  );
}
