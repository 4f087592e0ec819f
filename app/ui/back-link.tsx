import type { ReactNode } from 'react';
import { Link } from './link.tsx';

/** The way back to the page that this one belongs to, above its heading. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className="back">
      <Link href={href}>{children}</Link>
    </p>
  );
}
