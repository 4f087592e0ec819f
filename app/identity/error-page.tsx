import { isRouteErrorResponse, useParams } from 'react-router';
import { ErrorScreen } from '#app/ui/error-screen.tsx';
import { PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';

/** An error in words: 403, 404 and 409 say what they mean, anything else is our fault. */
export function ErrorPage({ error }: { error: unknown }) {
  const text = useText();
  const { scheme, document } = useParams();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const known = [403, 404, 409].includes(status) ? status : 500;
  const ofDocument = known === 409 && scheme !== undefined && document !== undefined;
  return (
    <>
      <PageTitle page={text(`error.${known}.title`)} />
      <ErrorScreen
        status={status}
        title={text(`error.${known}.title`)}
        explanation={text(ofDocument ? 'error.409.document' : `error.${known}.explanation`)}
        back={
          ofDocument ? { href: `/schemes/${scheme}/plans/${document}`, label: text('error.409.back') } : null
        }
        home={text('error.home')}
      />
    </>
  );
}
