import { Link } from '#app/ui/link.tsx';
import { useText } from '#app/ui/text.tsx';
import './council.css';

const views = ['commitments', 'follow-up', 'proposals', 'reflections', 'words'] as const;

/** What came of what councils said, from five sides. */
export function CouncilNav(props: { scheme: string; current: (typeof views)[number] }) {
  const text = useText();
  return (
    <nav className="link-row" aria-label={text('council.nav')}>
      {views.map((view) => (
        <Link
          key={view}
          href={`/schemes/${props.scheme}/${view}`}
          aria-current={view === props.current ? 'page' : undefined}
        >
          {text(`council.nav.${view}`)}
        </Link>
      ))}
    </nav>
  );
}
