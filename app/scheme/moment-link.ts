import { keepMoment } from '#app/kernel/moment.ts';

/** The pages of a scheme that show any moment; under the others the days would only mislead. */
const shows = new RegExp(
  `^/schemes/[^/]+(${[
    '|/money(/lines)?|/checks|/coherence|/trace(/lines/[^/]+)?|/tables(/[^/]+)?|/funding(/units)?',
    '/allocation(/carry-over(/[^/]+)?|/(?!new$|compare$|carry-over$)[^/]+)?',
    '/plans(/(?!new$)[^/]+(/changes|/payers|/compare)?)?',
    '/realisation(/[^/]+/\\d{4}(/forecast|/rows/[^/]+)?)?',
  ].join('|')})$`,
);

/**
 * The address of a link on a page at a moment: a page of the same scheme that can show that moment keeps it. A
 * page's links to itself are left alone: they say in full what they change, the way back to now included.
 * @param here the address of the page with the link
 */
export function linkAtMoment(href: string, here: { pathname: string; search: string }): string {
  const path = href.split(/[?#]/)[0]!;
  const scheme = here.pathname.match(/^\/schemes\/[^/]+/)?.[0];
  if (!scheme || here.search === '' || path === here.pathname) return href;
  if (!shows.test(here.pathname) || !shows.test(path)) return href;
  if (path !== scheme && !path.startsWith(`${scheme}/`)) return href;
  return keepMoment(href, new URLSearchParams(here.search));
}
