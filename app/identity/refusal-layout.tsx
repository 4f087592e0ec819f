import { Outlet } from 'react-router';
import { PageBody } from '#app/ui/page.tsx';
import type { Route } from './+types/refusal-layout';
import { ErrorPage } from './error-page.tsx';

/** Shows what went wrong on a page inside the frame, so that the way on stays in sight. */
export default function RefusalLayout() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <PageBody narrow>
      <ErrorPage error={error} />
    </PageBody>
  );
}
