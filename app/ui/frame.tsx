import type { ReactNode } from 'react';
import { Link } from './link.tsx';
import { useLocale, useText } from './text.tsx';

export type NavigationItem = { href: string; label: string; current?: boolean };
export type Theme = 'system' | 'light' | 'dark';

export type FrameProps = {
  homeHref: string;
  institution?: { name: string; fictional?: boolean };
  navigation?: readonly NavigationItem[];
  /** Tasks due from the person; shown beside the link to their work. */
  work?: { href: string; count: number };
  account?: { name: string; role?: string; href?: string };
  /** Where the language and theme forms post (`locale` or `theme`, and `back`), and where sign-out posts. */
  preferencesAction: string;
  signOutAction: string;
  /** Hidden fields that every form must carry, such as a token against forged requests. */
  formFields?: Readonly<Record<string, string>>;
  /** The page to come back to after a switch. */
  back: string;
  theme: Theme;
  children: ReactNode;
};

/** The frame of every page: skip link, top bar, the notice of a fictional institution, and the content. */
export function PageFrame(props: FrameProps) {
  const text = useText();
  return (
    <>
      <a className="skip" href="#content">
        {text('ui.frame.skip')}
      </a>
      <header className="bar">
        <div className="bar-inner">
          <Link href={props.homeHref} className="bar-product">
            {text('ui.product')}
          </Link>
          {props.institution ? <span className="bar-institution">{props.institution.name}</span> : null}
          <div className="bar-end">
            {props.navigation?.length ? <BarNavigation items={props.navigation} /> : null}
            {props.work ? <WorkLink {...props.work} /> : null}
            {/* anew on each page: an open menu does not stay over the next one */}
            <AccountMenu key={props.back} {...props} />
          </div>
        </div>
        {props.institution?.fictional ? (
          <p className="strip">{text('ui.frame.fictional', { institution: props.institution.name })}</p>
        ) : null}
      </header>
      <main id="content" tabIndex={-1}>
        {props.children}
      </main>
    </>
  );
}

function BarNavigation({ items }: { items: readonly NavigationItem[] }) {
  const text = useText();
  return (
    <nav className="bar-navigation" aria-label={text('ui.frame.navigation')}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.label}
        </Link>
      ))}
    </nav>
  );
}

function WorkLink({ href, count }: { href: string; count: number }) {
  const text = useText();
  return (
    <Link href={href} className="bar-work">
      {text('ui.frame.work')}
      {count > 0 ? (
        <>
          {' '}
          <span className="count" aria-hidden="true">
            {count}
          </span>
          <span className="visually-hidden">{text('ui.frame.work-count', { count })}</span>
        </>
      ) : null}
    </Link>
  );
}

/** Opens without script; holds what is rarely needed: who you are, language, theme, sign-out. */
function AccountMenu(props: FrameProps) {
  const text = useText();
  return (
    <details className="menu">
      <summary>
        <span>{props.account?.role ?? props.account?.name ?? text('ui.frame.settings')}</span>
      </summary>
      <div className="menu-panel">
        {props.account ? (
          <p className="menu-who">
            <b>
              {props.account.href ? (
                <Link href={props.account.href}>{props.account.name}</Link>
              ) : (
                props.account.name
              )}
            </b>
            {props.account.role ? <span>{props.account.role}</span> : null}
          </p>
        ) : null}
        {props.navigation?.length ? (
          <nav className="menu-navigation" aria-label={text('ui.frame.navigation')}>
            {props.navigation.map((item) => (
              <Link key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
                {item.label}
              </Link>
            ))}
          </nav>
        ) : null}
        <Switches {...props} />
        {props.account ? (
          <form method="post" action={props.signOutAction} className="menu-out">
            <HiddenFields fields={props.formFields} />
            <button type="submit" className="button button-secondary button-small">
              {text('ui.frame.sign-out')}
            </button>
          </form>
        ) : null}
      </div>
    </details>
  );
}

function Switches(props: FrameProps) {
  const text = useText();
  const locale = useLocale();
  const fields = { ...props.formFields, back: props.back };
  return (
    <>
      <form method="post" action={props.preferencesAction}>
        <HiddenFields fields={fields} />
        <Segments
          label={text('ui.frame.language')}
          name="locale"
          current={locale}
          options={[
            { value: 'nl', label: 'Nederlands', lang: 'nl' },
            { value: 'en', label: 'English', lang: 'en' },
          ]}
        />
      </form>
      <form method="post" action={props.preferencesAction}>
        <HiddenFields fields={fields} />
        <Segments
          label={text('ui.frame.theme')}
          name="theme"
          current={props.theme}
          options={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: text(`ui.theme.${value}`),
          }))}
        />
      </form>
    </>
  );
}

/** Hidden inputs for a form. */
export function HiddenFields({ fields }: { fields: Readonly<Record<string, string>> | undefined }) {
  return Object.entries(fields ?? {}).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}

type Segment = { value: string; label: string; lang?: string };

/** A few choices side by side, each a submit button of the form around it: one press, no script. */
export function Segments(props: {
  label: string;
  name: string;
  current: string;
  options: readonly Segment[];
}) {
  return (
    <fieldset className="segments">
      <legend>{props.label}</legend>
      <span className="segments-row">
        {props.options.map((option) => (
          <button
            key={option.value}
            type="submit"
            name={props.name}
            value={option.value}
            lang={option.lang}
            aria-pressed={option.value === props.current}
          >
            {option.label}
          </button>
        ))}
      </span>
    </fieldset>
  );
}

/** The same choices as links, for filters that live in the address of the page. */
export function SegmentLinks(props: {
  label: string;
  options: readonly (NavigationItem & { key: string })[];
}) {
  return (
    <nav className="segments" aria-label={props.label}>
      <span className="segments-row">
        {props.options.map((option) => (
          <Link key={option.key} href={option.href} aria-current={option.current ? 'true' : undefined}>
            {option.label}
          </Link>
        ))}
      </span>
    </nav>
  );
}
