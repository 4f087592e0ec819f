import { use } from 'react';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from 'react-router';
import { edgeContext } from './identity/page.server.ts';
import { CatalogueContext } from './messages/context.ts';
import { localeOf } from './messages/locale.server.ts';
import { TextProvider, useText } from './ui/text.tsx';
import './ui/style.css';
import type { Route } from './+types/root';
import { themeOf } from './identity/preferences.server.ts';
import { ErrorScreen } from './ui/error-screen.tsx';

export function loader({ request, context }: Route.LoaderArgs) {
  return {
    locale: localeOf(request, context),
    theme: themeOf(request),
    nonce: context.get(edgeContext).nonce,
  };
}

export function Layout({ children }: { children: React.ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root');
  const locale = root?.locale ?? 'nl';
  const messages = use(CatalogueContext);
  // A nonce is blanked by the browser once read, so the page keeps the one it was rendered with.
  const nonce = typeof document === 'undefined' ? root?.nonce : undefined;
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
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const text = useText();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const known = [403, 404].includes(status) ? status : 500;
  return (
    <ErrorScreen
      status={status}
      title={text(`error.${known}.title`)}
      explanation={text(`error.${known}.explanation`)}
      home={text('error.home')}
    />
  );
}
