import { Link } from '#app/ui/link.tsx';
import { useText } from '#app/ui/text.tsx';
import './consultation.css';

type View = 'log' | 'panels' | 'involvement' | 'methods';
const addresses: Record<View, string> = {
  log: '',
  panels: '/panels',
  involvement: '/involvement',
  methods: '/methods',
};

/** The log of consultations and what is made of it: panels by faculty and theme, forms of taking part, methods. */
export function ConsultationNav(props: { scheme: string; current: View; mayManage: boolean }) {
  const text = useText();
  const views: View[] = ['log', 'panels', 'involvement', ...(props.mayManage ? (['methods'] as const) : [])];
  return (
    <nav className="link-row" aria-label={text('consultation.nav')}>
      {views.map((view) => (
        <Link
          key={view}
          href={`/schemes/${props.scheme}/consultations${addresses[view]}`}
          aria-current={view === props.current ? 'page' : undefined}
        >
          {text(`consultation.nav.${view}`)}
        </Link>
      ))}
    </nav>
  );
}
