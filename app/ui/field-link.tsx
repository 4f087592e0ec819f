import type { ReactNode } from 'react';

/**
 * From what is wrong to its field. A link with a hash is a navigation to the router, and after one it forgets the
 * answer to what was sent: the errors would go, and with them what was typed. So script only moves the focus.
 */
export function FieldLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        const field = document.getElementById(id);
        if (!field) return;
        event.preventDefault();
        field.scrollIntoView({ block: 'center' });
        field.focus();
      }}
    >
      {children}
    </a>
  );
}
