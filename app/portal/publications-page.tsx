import { load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { planHref } from '#app/plan/plan-words.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/publications-page';
import { publicHref } from './public-address.ts';
import { canPublish } from './publication.ts';
import { listPublications, type Published } from './publication-list.server.ts';

/** What of a scheme everybody can read, and what could be made public. */
export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => ({
    ...(await listPublications(tx, actor, args.params)),
    mayPublish: canPublish(actor, { unitId: null }),
    scheme: args.params.scheme,
  }));
}

export default function PublicationsPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { documents, institution, scheme, mayPublish } = loaderData;
  const open = documents.filter((one) => one.publications.length > 0);
  const rest = documents.filter((one) => one.publications.length === 0);
  return (
    <PageBody>
      <PageTitle page={text('publication.title')} />
      <h2>{text('publication.title')}</h2>
      <p className="lead">{text('publication.lead')}</p>
      {open.length === 0 ? (
        <Empty title={text('publication.none')}>{text('publication.none.next')}</Empty>
      ) : (
        <>
          <p>
            <a href={publicHref(null, institution, scheme)}>{text('publication.open-page')}</a>
          </p>
          <ul className="ruled">
            {open.map((one) => (
              <Line key={one.document} one={one} {...{ institution, scheme, mayPublish }} />
            ))}
          </ul>
        </>
      )}
      {mayPublish && rest.length > 0 ? (
        <section aria-labelledby="could">
          <h2 id="could">{text('publication.could')}</h2>
          <ul className="ruled">
            {rest.map((one) => (
              <Line key={one.document} one={one} {...{ institution, scheme, mayPublish }} />
            ))}
          </ul>
        </section>
      ) : null}
    </PageBody>
  );
}

type LineProps = { one: Published; institution: string; scheme: string; mayPublish: boolean };

function Line({ one, institution, scheme, mayPublish }: LineProps) {
  const text = useText();
  const locale = useLocale();
  const base = `/schemes/${scheme}/publications/${one.document}`;
  const standing = one.publications.find((entry) => entry.withdrawnAt === null);
  const newer = one.inForce !== null && one.inForce !== standing?.version;
  return (
    <li className="row">
      <div>
        <Link href={planHref({ scheme, document: one.document })}>{one.title}</Link>
        <small>
          {nameOf(one.kind, locale)}, {nameOf(one.unit, locale)}
        </small>
        {one.publications.map((entry) => (
          <small key={entry.publishedAt}>
            <a href={publicHref(null, institution, scheme, one.document, entry.version)}>
              {text('publication.version', {
                number: String(entry.version),
                date: formatDate(entry.from, locale),
              })}
            </a>{' '}
            {entry.withdrawnAt
              ? text('publication.withdrawn-why', {
                  date: formatDate(entry.withdrawnAt, locale),
                  reason: entry.withdrawnReason,
                })
              : null}
          </small>
        ))}
      </div>
      <span className="end row">
        {standing ? <Badge tone="ok">{text('publication.public')}</Badge> : null}
        {mayPublish && newer ? (
          <ButtonLink href={base} small>
            {text('publication.publish')}
          </ButtonLink>
        ) : null}
        {mayPublish && standing ? (
          <ButtonLink href={`${base}/withdraw?version=${standing.version}`} small>
            {text('publication.withdraw')}
          </ButtonLink>
        ) : null}
      </span>
    </li>
  );
}
