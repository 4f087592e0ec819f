import type { ReactNode } from 'react';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import { publicHref } from './public-address.ts';

/* Parts that the public pages share. */

type Locale = 'nl' | 'en';
type Crumb = { href: string; label: string };

/** What machines read of a page: what it is about, where it lives and in which languages. */
export function PublicMeta(props: {
  page: string;
  description: string;
  /** the address without a language */
  canonical: string;
  /** an old version, or one that was withdrawn, is not for search engines */
  hidden?: boolean;
  article?: { published: string; publisher: string };
}) {
  const text = useText();
  const locale = useLocale();
  const { page, description, canonical, article } = props;
  return (
    <>
      <title>{text('public.page-title', { page })}</title>
      <meta name="description" content={description} />
      <meta name="robots" content={props.hidden ? 'noindex, follow' : 'index, follow'} />
      <link rel="canonical" href={canonical} />
      <link rel="alternate" hrefLang="nl" href={`${canonical}?lang=nl`} />
      <link rel="alternate" hrefLang="en" href={`${canonical}?lang=en`} />
      <meta property="og:title" content={page} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content={article ? 'article' : 'website'} />
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={locale === 'en' ? 'en_GB' : 'nl_NL'} />
      {article ? (
        <>
          <meta property="article:published_time" content={article.published} />
          <meta name="dcterms.publisher" content={article.publisher} />
          <meta name="dcterms.issued" content={article.published} />
        </>
      ) : null}
    </>
  );
}

/** Where one is, what the page is called, and in a sentence what it tells. */
export function PublicHeading(props: {
  crumbs?: readonly Crumb[];
  title: string;
  lead?: ReactNode;
  notice?: string;
}) {
  const text = useText();
  return (
    <div className="public-head">
      {props.crumbs?.length ? (
        <nav aria-label={text('public.crumbs')} className="public-crumbs">
          <ol>
            {props.crumbs.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <h1>{props.title}</h1>
      {props.lead ? <p className="public-lead">{props.lead}</p> : null}
      {props.notice ? <p className="public-notice">{props.notice}</p> : null}
    </div>
  );
}

export type ListedDocument = {
  document: string;
  title: string;
  kind: string;
  unit: string;
  years: string;
  from: string;
  withdrawnAt: string | null;
};

/** Documents one below the other: what, of whom, over which year, since when. */
export function PublicList(props: {
  at: [string, string];
  chosen: Locale | null;
  documents: readonly ListedDocument[];
}) {
  const text = useText();
  const locale = useLocale();
  return (
    <ul className="public-list">
      {props.documents.map((one) => (
        <li key={one.document}>
          <span className="public-years">{one.years}</span>
          <div>
            <a href={publicHref(props.chosen, ...props.at, one.document)}>{one.title}</a>
            <small>
              {one.kind}, {one.unit} ·{' '}
              {one.withdrawnAt
                ? text('public.withdrawn.since', { date: formatDate(one.withdrawnAt, locale) })
                : text('public.since', { date: formatDate(one.from, locale) })}
            </small>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** A term and what it is, in the facts of a document. */
export function Fact(props: { term: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={props.wide ? 'wide' : undefined}>
      <dt>{props.term}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
