import { type ReactNode, use } from 'react';
import { Outlet, useLocation, useRouteLoaderData } from 'react-router';
import { CatalogueContext } from '#app/messages/context.ts';
import { localeOf } from '#app/messages/locale.server.ts';
import { TextProvider, useLocale, useText } from '#app/ui/text.tsx';
import './public.css';
import type { Route } from './+types/public-layout';
import { chosenLocale, publicHref } from './public-address.ts';
import { publicCatalogue } from './public-words.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  return { locale: localeOf(request, context), chosen: chosenLocale(request.url) };
}

const merged = new WeakMap<object, Record<string, string>>();

/** The words of the house with those of these pages, put together once per language. */
function PublicText({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<{ locale: 'nl' | 'en' }>('root');
  const locale = root?.locale ?? 'nl';
  const house = use(CatalogueContext);
  const words = merged.get(house) ?? { ...house, ...publicCatalogue(locale) };
  merged.set(house, words);
  return (
    <TextProvider locale={locale} messages={words}>
      {children}
    </TextProvider>
  );
}

/** Around every page that anybody may read: no session, no cookies, no script. */
export default function PublicLayout({ loaderData }: Route.ComponentProps) {
  return (
    <PublicText>
      <Frame chosen={loaderData.chosen}>
        <Outlet />
      </Frame>
    </PublicText>
  );
}

function Frame({ chosen, children }: { chosen: 'nl' | 'en' | null; children: ReactNode }) {
  const text = useText();
  const other = useLocale() === 'en' ? 'nl' : 'en';
  const { pathname } = useLocation();
  return (
    <div className="public">
      <a className="skip" href="#content">
        {text('public.skip')}
      </a>
      <header className="public-bar">
        <div>
          <a className="public-brand" href={publicHref(chosen)}>
            {text('public.product')}
          </a>
          <nav aria-label={text('public.title')}>
            <a href={`${pathname}?lang=${other}`} hrefLang={other} lang={other}>
              {text('public.language')}
            </a>
          </nav>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="public-foot">
        <div>
          <p>{text('public.made-with')}</p>
          <p>
            {text('public.no-tracking')} <a href="/sign-in">{text('public.sign-in')}</a>
          </p>
        </div>
      </footer>
    </div>
  );
}

export function ErrorBoundary() {
  return (
    <PublicText>
      <Frame chosen={null}>
        <Absent />
      </Frame>
    </PublicText>
  );
}

function Absent() {
  const text = useText();
  return (
    <div className="public-page">
      <title>{text('public.page-title', { page: text('public.missing') })}</title>
      <meta name="robots" content="noindex" />
      <div className="public-head">
        <h1>{text('public.missing')}</h1>
        <p className="public-lead">{text('public.missing.means')}</p>
      </div>
      <p>
        <a href={publicHref(null)}>{text('public.missing.go')}</a>
      </p>
    </div>
  );
}
