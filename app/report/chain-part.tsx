import { Outlet } from 'react-router';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { isNow, readMoment } from '#app/kernel/moment.ts';
import { nameOf } from '#app/kernel/name.ts';
import { getPlanHead } from '#app/plan/plan.server.ts';
import { chooseVersion } from '#app/plan/plan.ts';
import { planHref } from '#app/plan/plan-words.ts';
import { readQuotes } from '#app/plan/quote.server.ts';
import { type LowerAnswer, listQuotedIn, readLower } from '#app/plan/quote-source.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Link } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import './chain.css';
import type { Route } from './+types/chain-part';

/** Within the page of a document in words: it as a report, what it draws on, and where it is quoted. */
export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const asked = Number(query.get('version')) || null;
  // what a report draws on, and who quotes it, is told of today only
  const now = isNow(readMoment(query, isoDate(args.context.get(edgeContext).clock())));
  return load(args, async (tx, actor) => {
    if (!now) return null;
    const head = await getPlanHead(tx, actor, args.params);
    const version = chooseVersion(head.versions, { number: asked, draft: true });
    if (head.stage !== null || version === null) return null;
    const quotes = await readQuotes(tx, actor, version.versionId);
    const lower = await readLower(tx, actor, { head });
    const { scheme, document } = args.params;
    return {
      ...{ scheme, document },
      version: version.number,
      draft: version.status === 'draft',
      changed: new Set(quotes.flatMap((one) => (one.newer ? [one.source.document] : []))).size,
      lower: reportsIn(lower),
      quotedIn: await listQuotedIn(tx, actor, head.documentId),
    };
  });
}

/** The lower reports themselves: one per unit and kind, by how far they are. */
function reportsIn(lower: readonly LowerAnswer[]) {
  const reports = new Map<string, Pick<LowerAnswer, 'kind' | 'unit' | 'document' | 'title' | 'version'>>();
  for (const { kind, unit, document, title, version } of lower) {
    reports.set(`${kind.code} ${unit.code} ${document}`, { kind, unit, document, title, version });
  }
  return [...reports.values()];
}

type Lower = ReturnType<typeof reportsIn>[number];

export default function ChainPart({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  if (loaderData === null) return <Outlet />;
  const { scheme, document, version, draft, changed, lower, quotedIn } = loaderData;
  const kinds = [...Map.groupBy(lower, (one) => one.kind.code).values()];
  return (
    <>
      <section aria-labelledby="chain">
        <div className="row">
          <h2 id="chain">{text('chain.report')}</h2>
          <span className="end">
            <Link href={`/schemes/${scheme}/burden`}>{text('burden.title')}</Link>{' '}
            <ButtonLink href={`${planHref({ scheme, document })}/report?version=${version}`} small>
              {text('chain.open-report')}
            </ButtonLink>
          </span>
        </div>
        {changed > 0 ? (
          <Notice
            tone="warn"
            title={text(draft ? 'chain.sources-changed' : 'quote.frozen-newer', { count: changed })}
          />
        ) : null}
        {kinds.map((reports) => (
          <DrawsOn key={reports[0]!.kind.code} scheme={scheme} reports={reports} />
        ))}
        {quotedIn.length > 0 ? (
          <>
            <h3>{text('chain.quoted-in')}</h3>
            <ul className="ruled">
              {quotedIn.map((one) => (
                <li key={one.document} className="row">
                  <div>
                    <Link href={`${planHref({ scheme, document: one.document })}?version=${one.version}`}>
                      {one.title}
                    </Link>
                    <small>
                      {text('chain.quoted-version', {
                        unit: nameOf(one.unit, locale),
                        version: String(one.version),
                        of: String(one.ofVersion),
                      })}
                    </small>
                  </div>
                  {one.newest > one.ofVersion ? (
                    <Badge tone="warn">
                      {text('chain.quotes-older', {
                        newest: String(one.newest),
                        draft: String(one.status === 'draft'),
                      })}
                    </Badge>
                  ) : null}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </section>
      <Outlet />
    </>
  );
}

function DrawsOn({ scheme, reports }: { scheme: string; reports: readonly Lower[] }) {
  const text = useText();
  const locale = useLocale();
  const done = reports.filter((one) => one.version !== null).length;
  return (
    <>
      <h3>
        {text('chain.draws-on', { kind: nameOf(reports[0]!.kind, locale), done, count: reports.length })}
      </h3>
      <ul className="ruled">
        {reports.map((one) => (
          <li key={`${one.unit.code} ${one.document}`} className="row">
            <div>
              {one.document ? (
                <Link href={planHref({ scheme, document: one.document })}>{one.title}</Link>
              ) : (
                nameOf(one.unit, locale)
              )}
            </div>
            <Badge tone={one.version === null ? 'neutral' : 'ok'}>
              {text('chain.lower.state', {
                state: one.version !== null ? 'submitted' : one.document ? 'draft' : 'none',
                version: String(one.version ?? ''),
              })}
            </Badge>
          </li>
        ))}
      </ul>
    </>
  );
}
