import { data } from 'react-router';
import { nameOf } from '#app/kernel/name.ts';
import { localeOf } from '#app/messages/locale.server.ts';
import { renderTextsOf } from '#app/messages/words.server.ts';
import { flow } from '#app/render/flow.ts';
import { ReportContents, ReportView } from '#app/report/chain-view.tsx';
import '#app/report/chain.css';
import '#app/report/report.css';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/public-document-page';
import { getPublic, listPublicFiles, type PublicEntry } from './public.server.ts';
import { PublicAbout } from './public-about.tsx';
import { chosenLocale, publicHref } from './public-address.ts';
import { loadPublic, publicHeaders } from './public-page.server.ts';
import { PublicHeading, PublicMeta } from './public-part.tsx';
import { chaptersOf } from './publication.ts';

/** A published document: the report as it was made for everybody, with what it is and where it comes from. */
export async function loader(args: Route.LoaderArgs) {
  const locale = localeOf(args.request, args.context);
  const version = versionIn(args.params.version);
  const { found, files } = await loadPublic(args, async (tx) => {
    const found = await getPublic(tx, { ...args.params, version, locale });
    return { found, files: found.page ? await listPublicFiles(tx, found.shown, locale) : [] };
  });
  const { shown, page } = found;
  const { head } = shown;
  const standing = found.entries.filter((one) => one.withdrawnAt === null);
  const newest = standing[0] ?? null;
  const tree = page && flow({ ...page.report, contents: true }, renderTextsOf(locale));
  const tables = (page?.report.blocks ?? []).flatMap((one) =>
    one.kind === 'table' ? [one.table.caption] : [],
  );
  const titles = chaptersOf(page?.report.blocks ?? []);
  const { origin, pathname } = new URL(args.request.url);
  const base = version === null ? pathname : pathname.replace(/\/[^/]+$/, '');
  return data(
    {
      ...{ title: head.title, kind: nameOf(head.kind, locale), unit: nameOf(head.unit, locale) },
      ...{ scheme: nameOf(head.scheme, locale), institution: nameOf(head.institution, locale) },
      notice: locale === 'en' ? head.institution.noticeEn : head.institution.noticeNl,
      ...{ version: shown.version, hash: shown.hash, from: shown.from },
      leftOut: shown.leftOut.map((one) => ({ ...one, title: titles[one.chapter]?.title ?? one.title })),
      withdrawn: shown.withdrawnAt ? { on: shown.withdrawnAt, reason: shown.withdrawnReason } : null,
      newer: newest && newest.version > shown.version ? { number: newest.version, from: newest.from } : null,
      standing: newest?.version ?? null,
      versions: versionsOf(found.entries),
      blocks: tree?.blocks ?? [],
      ...{ files, tables, facts: page?.facts ?? null },
      codes: [shown.institution, shown.scheme, shown.document] as [string, string, string],
      ...{ chosen: chosenLocale(args.request.url), canonical: origin + base, locale },
    },
    { status: shown.withdrawnAt ? 410 : 200, headers: publicHeaders },
  );
}

function versionIn(asked: string | undefined): number | null {
  if (asked === undefined) return null;
  if (!/^[1-9]\d{0,5}$/.test(asked)) throw data(null, { status: 404 });
  return Number(asked);
}

/** Each version once: as it stands, or as it was last withdrawn. */
function versionsOf(entries: readonly PublicEntry[]) {
  const byNumber = new Map<number, PublicEntry>();
  for (const one of entries) if (!byNumber.has(one.version)) byNumber.set(one.version, one);
  return [...byNumber.values()]
    .toSorted((a, b) => b.version - a.version)
    .map(({ version, from, withdrawnAt }) => ({ version, from, withdrawnAt }));
}

export const headers = ({ loaderHeaders }: Route.HeadersArgs) => loaderHeaders;

export default function PublicDocumentPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { title, kind, unit, scheme, institution, notice, codes, chosen, withdrawn, newer } = loaderData;
  const [inCode, schemeCode] = codes;
  const description = `${kind}, ${unit}. ${scheme}, ${institution}.`;
  return (
    <article className="public-page public-document">
      <PublicMeta
        page={`${title}, ${institution}`}
        description={description}
        canonical={loaderData.canonical}
        hidden={withdrawn !== null || newer !== null}
        article={{ published: loaderData.from, publisher: institution }}
      />
      <PublicHeading
        crumbs={[
          { href: publicHref(chosen), label: text('public.title') },
          { href: publicHref(chosen, inCode), label: institution },
          { href: publicHref(chosen, inCode, schemeCode), label: scheme },
        ]}
        title={title}
        lead={`${kind}, ${unit}`}
        notice={notice}
      />
      <p className="public-address">{loaderData.canonical}</p>
      {withdrawn ? (
        <Withdrawn {...loaderData} withdrawn={withdrawn} />
      ) : (
        <>
          {newer ? (
            <aside className="public-banner">
              <h2>{text('public.superseded')}</h2>
              <p>
                {text('public.superseded.means', {
                  number: String(loaderData.version),
                  other: String(newer.number),
                  date: formatDate(newer.from, locale),
                })}{' '}
                <a href={publicHref(chosen, ...codes)}>{text('public.superseded.go')}</a>
              </p>
            </aside>
          ) : null}
          <PublicAbout {...loaderData} />
          <div className="public-body">
            <nav className="public-contents" aria-labelledby="contents">
              <h2 id="contents">{text('public.contents')}</h2>
              <ReportContents flow={loaderData} />
            </nav>
            <ReportView flow={loaderData} />
          </div>
        </>
      )}
    </article>
  );
}

type Shown = Route.ComponentProps['loaderData'];

function Withdrawn(props: Shown & { withdrawn: NonNullable<Shown['withdrawn']> }) {
  const text = useText();
  const locale = useLocale();
  const { withdrawn, standing, codes, chosen } = props;
  return (
    <section className="public-withdrawn" aria-labelledby="withdrawn">
      <h2 id="withdrawn">{text('public.withdrawn.title')}</h2>
      <p>
        {text('public.withdrawn.means', {
          institution: props.institution,
          number: String(props.version),
          date: formatDate(withdrawn.on, locale),
        })}
      </p>
      <h3>{text('public.withdrawn.why')}</h3>
      <blockquote>{withdrawn.reason}</blockquote>
      {standing !== null ? (
        <p>
          <a href={publicHref(chosen, ...codes, standing)}>
            {text('public.withdrawn.older', { number: String(standing) })}
          </a>
        </p>
      ) : null}
    </section>
  );
}
