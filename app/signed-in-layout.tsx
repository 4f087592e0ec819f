import { Outlet, Link as RouterLink, useLocation, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/signed-in-layout';
import { adminSections } from './identity/admin-section.ts';
import { getInstitution } from './identity/institution.server.ts';
import { load } from './identity/page.server.ts';
import { countWork, getWork } from './participation/work.server.ts';
import type { Theme } from './ui/frame.tsx';
import { PageFrame } from './ui/frame.tsx';
import { type LinkProps, LinkProvider } from './ui/link.tsx';
import { useLocale, useText } from './ui/text.tsx';

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => ({
    name: actor.name,
    institution: await getInstitution(tx, actor),
    admin: adminSections(actor)[0]?.href ?? null,
    // with a password that was handed over nothing but changing it is open
    shut: actor.mustChangePassword === true,
    due: actor.mustChangePassword ? 0 : countWork(await getWork(tx, actor)),
  }));
}

/** Within the application links go by the router; files and other sites by the browser. */
function AppLink({ href, ...rest }: LinkProps) {
  return /^\/(?!api\/)/.test(href) ? <RouterLink to={href} {...rest} /> : <a href={href} {...rest} />;
}

export default function SignedInLayout({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const root = useRouteLoaderData<{ theme: Theme | null }>('root');
  const { institution, admin } = loaderData;
  const notice = locale === 'en' ? institution.noticeEn : institution.noticeNl;
  const navigation = loaderData.shut
    ? []
    : [
        { href: '/schemes', label: text('nav.schemes'), current: pathname.startsWith('/schemes') },
        ...(admin ? [{ href: admin, label: text('nav.admin'), current: pathname.startsWith('/admin') }] : []),
      ];
  return (
    <LinkProvider component={AppLink}>
      <PageFrame
        homeHref="/"
        institution={{ name: locale === 'en' ? institution.nameEn : institution.nameNl }}
        navigation={navigation}
        work={{ href: '/', count: loaderData.due }}
        account={{ name: loaderData.name, href: '/account' }}
        preferencesAction="/preferences"
        signOutAction="/sign-out"
        back={`${pathname}${search}`}
        theme={root?.theme ?? 'system'}
      >
        {notice ? <p className="strip">{notice}</p> : null}
        <Outlet />
      </PageFrame>
    </LinkProvider>
  );
}
