import { Outlet, Link as RouterLink, useLocation, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/signed-in-layout';
import { getCouncilWork } from './council/council-work.server.ts';
import { countCouncilWork } from './council/council-work.ts';
import { listOwnMoments } from './cycle/own-moment.server.ts';
import { adminSections } from './identity/admin-section.ts';
import { getInstitution } from './identity/institution.server.ts';
import { edgeContext, load } from './identity/page.server.ts';
import type { Actor } from './kernel/actor.ts';
import type { Tx } from './kernel/db.server.ts';
import { countWork, getWork } from './participation/work.server.ts';
import { linkAtMoment } from './scheme/moment-link.ts';
import type { Theme } from './ui/frame.tsx';
import { PageFrame } from './ui/frame.tsx';
import { type LinkProps, LinkProvider } from './ui/link.tsx';
import { useLocale, useText } from './ui/text.tsx';

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  return load(args, async (tx, actor) => ({
    name: actor.name,
    institution: await getInstitution(tx, actor),
    admin: adminSections(actor)[0]?.href ?? null,
    // with a password that was handed over nothing but changing it is open
    shut: actor.mustChangePassword === true,
    due: actor.mustChangePassword ? 0 : await countDue(tx, actor, now),
  }));
}

/** What stands on the page of one's own work, counted. */
async function countDue(tx: Tx, actor: Actor, now: Date): Promise<number> {
  const work = countWork(await getWork(tx, actor));
  const council = countCouncilWork(await getCouncilWork(tx, actor));
  return work + council + (await listOwnMoments(tx, actor, now)).length;
}

/**
 * Within the application links go by the router; files and other sites by the browser. Between the pages of a
 * scheme the moment that is looked at goes along.
 */
function AppLink({ href, ...rest }: LinkProps) {
  const here = useLocation();
  if (!/^\/(?!api\/)/.test(href)) return <a href={href} {...rest} />;
  return <RouterLink to={linkAtMoment(href, here)} {...rest} />;
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
        { href: '/bodies', label: text('nav.bodies'), current: pathname.startsWith('/bodies') },
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
