import { nameOf } from '#app/kernel/name.ts';
import { shortHash } from '#app/plan/plan.ts';
import { DateText, formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { PublicDecision } from './candidate.server.ts';
import { publicHref } from './public-address.ts';
import { publicFormats } from './public-format.ts';
import { Fact } from './public-part.tsx';
import type { LeftOut } from './publication.ts';

type Props = {
  version: number;
  hash: string;
  from: string;
  facts: { submittedAt: string | null; decisions: PublicDecision[] } | null;
  leftOut: LeftOut[];
  versions: { version: number; from: string; withdrawnAt: string | null }[];
  files: { format: string; size: number }[];
  tables: string[];
  codes: [string, string, string];
  chosen: 'nl' | 'en' | null;
};

/** What the document is: its version, who decided, what of it can be kept. */
export function PublicAbout(props: Props) {
  const text = useText();
  const locale = useLocale();
  const { facts, hash, version, leftOut } = props;
  return (
    <section className="public-about" aria-label={text('public.about')}>
      <dl>
        <Fact term={text('public.version')}>
          {version}
          {props.versions.length > 1 ? <Versions {...props} /> : null}
        </Fact>
        {facts?.submittedAt ? (
          <Fact term={text('public.submitted')}>
            <DateText iso={facts.submittedAt} />
            <small>{text('public.figures-frozen', { date: formatDate(facts.submittedAt, locale) })}</small>
          </Fact>
        ) : null}
        {facts && facts.decisions.length > 0 ? (
          <Fact term={text('public.decided')}>
            <ul>
              {facts.decisions.map(({ kind, outcome, on, body }) => (
                <li key={`${kind} ${body.nameNl}`}>
                  {text('public.decision', { kind, outcome })}
                  <small>
                    {nameOf(body, locale)}, <DateText iso={on} />
                  </small>
                </li>
              ))}
            </ul>
          </Fact>
        ) : null}
        <Fact term={text('public.from')}>
          <DateText iso={props.from} />
        </Fact>
        <Fact term={text('public.hash')}>
          <details>
            <summary>
              <code>{shortHash(hash)}</code>
            </summary>
            <code className="public-hash">{hash}</code>
            <small>{text('public.hash.means')}</small>
          </details>
        </Fact>
        <Fact term={text('public.download')} wide>
          <Files {...props} />
        </Fact>
        {leftOut.length > 0 ? (
          <Fact term={text('public.left-out.title')}>
            <ul>
              {leftOut.map((one) => (
                <li key={one.chapter}>
                  {one.title}
                  <small>{one.reason}</small>
                </li>
              ))}
            </ul>
          </Fact>
        ) : null}
      </dl>
    </section>
  );
}

function Versions({ versions, version, codes, chosen }: Props) {
  const text = useText();
  const locale = useLocale();
  return (
    <ul className="public-versions">
      {versions
        .filter((one) => one.version !== version)
        .map((one) => (
          <li key={one.version}>
            <a href={publicHref(chosen, ...codes, one.version)}>
              {text('public.version-line', {
                number: String(one.version),
                date: formatDate(one.from, locale),
              })}
            </a>
            {one.withdrawnAt ? <small>{text('public.withdrawn')}</small> : null}
          </li>
        ))}
    </ul>
  );
}

function Files({ files, tables, codes, version, chosen }: Props) {
  const text = useText();
  const locale = useLocale();
  // a file is in the language of the page, which its address then names
  const file = (name: string) => publicHref(chosen ?? locale, ...codes, version, name);
  const size = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))} kB`;
  return (
    <>
      <ul className="public-files">
        {publicFormats
          .flatMap((format) => files.filter((one) => one.format === format))
          .map((one) => (
            <li key={one.format}>
              <a href={file(`report.${one.format}`)}>{text(`public.format.${one.format}`)}</a>
              <small>{size(one.size)}</small>
            </li>
          ))}
        <li>
          <a href={file('report.json')}>{text('public.format.json')}</a>
        </li>
      </ul>
      {files.length === 0 ? <small>{text('public.download.wait')}</small> : null}
      {tables.length > 0 ? (
        <details>
          <summary>{text('public.tables')}</summary>
          <ol>
            {tables.map((caption, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: tables have no identity but their place
              <li key={place}>
                <a href={file(`table-${place + 1}.csv`)}>{caption}</a>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </>
  );
}
