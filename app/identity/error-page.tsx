import { isRouteErrorResponse } from 'react-router';
import { ErrorScreen } from '#app/ui/error-screen.tsx';
import { useText } from '#app/ui/text.tsx';

/** An error in words: 403, 404 and 409 say what they mean, anything else is our fault. */
export function ErrorPage({ error }: { error: unknown }) {
  const text = useText();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const known = [403, 404, 409].includes(status) ? status : 500;
  return (
    <>
      <title>{text('app.title', { page: text(`error.${known}.title`) })}</title>
      <ErrorScreen
        status={status}
        title={text(`error.${known}.title`)}
        explanation={text(`error.${known}.explanation`)}
        home={text('error.home')}
      />
    </>
  );
}
