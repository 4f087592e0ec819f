import { use } from 'react';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteLoaderData,
} from 'react-router';
import { edgeContext } from './identity/page.server.ts';
import { CatalogueContext, LocaleContext } from './messages/context.ts';
import { localeOf } from './messages/locale.server.ts';
import { TextProvider } from './ui/text.tsx';
import './ui/style.css';
import type { Route } from './+types/root';
import { ErrorPage } from './identity/error-page.tsx';
import { themeOf } from './identity/preferences.server.ts';
import { isPublicPath } from './portal/public-address.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  return {
    locale: localeOf(request, context),
    theme: themeOf(request),
    nonce: context.get(edgeContext).nonce,
  };
}

export function Layout({ children }: { children: React.ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root');
  const otherwise = use(LocaleContext);
  const locale = root?.locale ?? otherwise;
  const messages = use(CatalogueContext);
  // A nonce is blanked by the browser once read, so the page keeps the one it was rendered with.
  const scripts = !isPublicPath(useLocation().pathname);
  const nonce = typeof document === 'undefined' && scripts ? root?.nonce : undefined;
  return (
    <html lang={locale} data-theme={root?.theme ?? undefined} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links nonce={nonce} />
      </head>
      <body>
        <TextProvider locale={locale} messages={messages}>
          {children}
        </TextProvider>
        {scripts ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <main id="content">
      <ErrorPage error={error} />
    </main>
  );
}
