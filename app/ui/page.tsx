import { createContext, type ReactNode, useContext } from 'react';
import type { NavigationItem } from './frame.tsx';
import { Link } from './link.tsx';
import { useText } from './text.tsx';

export type Crumb = { href?: string; label: string };

/** The outer steps of the way up, the same for all pages under it: a page names only what is nearer to it. */
export const Above = createContext<readonly Crumb[]>([]);

/** What all pages below it are about (a scheme, by name): it stands in their titles too. */
export const TitleOf = createContext<string>('');

/** What the window, the tab and the history of the browser say: this page, what it is about, and where. */
export function PageTitle({ page }: { page: string }) {
  const text = useText();
  const of = useContext(TitleOf);
  const both = of && of !== page ? `${page} · ${of}` : page;
  return <title>{text('app.title', { page: both })}</title>;
}

type PageHeadProps = {
  /** The way up, outermost first, without the page itself and without what stands above it already. */
  breadcrumb?: readonly Crumb[];
  title: ReactNode;
  /** One or two sentences: the question that this page answers. */
  lead?: ReactNode;
  /** A state in words beside the title. */
  badge?: ReactNode;
  /** Buttons for what one does here. */
  actions?: ReactNode;
  /** Pages beside each other, in groups that stand apart and start a row each on a phone. */
  tabs?: { label: string; groups: readonly (readonly NavigationItem[])[] };
};

/** Where you are and what this page is about. */
export function PageHead(props: PageHeadProps) {
  const text = useText();
  const crumbs = [...useContext(Above), ...(props.breadcrumb ?? [])];
  return (
    <div className="head">
      {crumbs.length > 0 ? (
        <nav className="crumbs" aria-label={text('ui.frame.breadcrumb')}>
          <ol>
            {crumbs.map((step) => (
              <li key={step.label}>{step.href ? <Link href={step.href}>{step.label}</Link> : step.label}</li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className="head-title">
        <h1>{props.title}</h1>
        {props.badge}
        {props.actions ? <div className="head-actions">{props.actions}</div> : null}
      </div>
      {props.lead ? <p className="lead">{props.lead}</p> : null}
      {props.tabs ? (
        <nav className="tabs" aria-label={props.tabs.label}>
          {props.tabs.groups.map((group) => (
            <span key={group[0]?.href} className="tab-group">
              {group.map((item) => (
                <Link key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.label}
                </Link>
              ))}
            </span>
          ))}
        </nav>
      ) : null}
    </div>
  );
}

/** The content of a page, with the reason beside the figures where there is one. */
export function PageBody(props: {
  aside?: ReactNode;
  asideLabel?: string;
  narrow?: boolean;
  /** What needs the whole width: a wide table under the figures and what stands beside them. */
  below?: ReactNode;
  children: ReactNode;
}) {
  const shape = props.aside ? ' body-aside' : props.narrow ? ' body-narrow' : '';
  return (
    <div className={`body${shape}`}>
      <div className="body-main">{props.children}</div>
      {props.aside ? <aside aria-label={props.asideLabel}>{props.aside}</aside> : null}
      {props.below ? <div className="body-below">{props.below}</div> : null}
    </div>
  );
}

/** Filters above a figure or table, kept in the address: a plain GET form that works without script. */
export function Controls(props: {
  action?: string;
  children: ReactNode;
  /** the words of the button that applies them */
  show?: string;
  end?: ReactNode;
}) {
  const show = props.show ? (
    <button type="submit" className="button button-secondary button-small">
      {props.show}
    </button>
  ) : null;
  return (
    <form method="get" action={props.action} className="controls">
      {props.children}
      {show || props.end ? (
        <span className="controls-end">
          {show}
          {props.end}
        </span>
      ) : null}
    </form>
  );
}

/** One labelled control in a row of filters. */
export function Control(props: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the native control is the child
    <label className="control">
      <span>{props.label}</span>
      {props.children}
    </label>
  );
}
