import { useMatches } from 'react-router';
import { Badge } from '#app/ui/badge.tsx';
import { Link } from '#app/ui/link.tsx';
import { useText } from '#app/ui/text.tsx';
import './remark.css';
import type { PlaceRemarks } from './remark.ts';

function useRemarks(): PlaceRemarks | null {
  const loaded = useMatches().map((match) => match.loaderData as Partial<PlaceRemarks> | null | undefined);
  const found = loaded.find((data) => Array.isArray(data?.remarks));
  return (found as PlaceRemarks | undefined) ?? null;
}

/**
 * Beside a place: what was said of it, and the way to say something.
 * @param about the query that names the place to the form, such as `kind=measure&measure=m1`
 */
export function Remarks({ place, about, title }: { place: string; about: string; title: string }) {
  const text = useText();
  const all = useRemarks();
  if (!all) return null;
  const here = all.remarks.filter((one) => one.place === place && one.status !== 'withdrawn');
  if (here.length === 0 && all.remarkHref === null) return null;
  return (
    <div className="remarks">
      {here.length > 0 ? (
        <ul>
          {here.map((one) => (
            <li key={one.href}>
              <Link href={one.href}>{one.who}</Link>: {one.text}{' '}
              <Badge tone={one.status === 'open' ? 'accent' : 'ok'}>{text(`remark.${one.status}`)}</Badge>
              {one.replies > 0 ? <small> {text('remark.replies', { count: one.replies })}</small> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {all.remarkHref === null ? null : (
        <Link href={`${all.remarkHref}${all.remarkHref.includes('?') ? '&' : '?'}${about}`}>
          {text('remark.make')}
          <span className="visually-hidden">: {title}</span>
        </Link>
      )}
    </div>
  );
}
