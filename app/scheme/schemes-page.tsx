import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/schemes-page';
import { listSchemes } from './scheme.server.ts';
import { schemeState } from './scheme.ts';

export async function loader(args: Route.LoaderArgs) {
  const year = Number(isoDate(args.context.get(edgeContext).clock()).slice(0, 4));
  const schemes = await load(args, (tx, actor) => listSchemes(tx, actor.institutionId));
  return schemes.map((scheme) => ({ ...scheme, state: schemeState(scheme, year) }));
}

const tones = { running: 'ok', ahead: 'accent', ended: 'neutral' } as const;

export default function SchemesPage({ loaderData: schemes }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  return (
    <>
      <PageTitle page={text('nav.schemes')} />
      <PageHead title={text('nav.schemes')} lead={text('schemes.lead')} />
      <PageBody>
        {schemes.length === 0 ? (
          <Empty title={text('schemes.none')}>{text('schemes.none.next')}</Empty>
        ) : null}
        <ul className="ruled">
          {schemes.map((scheme) => (
            <li key={scheme.code} className="row">
              <div>
                <Link href={`/schemes/${scheme.code}`}>
                  <b>{locale === 'en' ? scheme.nameEn : scheme.nameNl}</b>
                </Link>
                <small>{scheme.legalSource}</small>
              </div>
              <span className="end">{`${scheme.firstYear}–${scheme.lastYear}`}</span>
              <Badge tone={tones[scheme.state]}>{text(`schemes.state.${scheme.state}`)}</Badge>
            </li>
          ))}
        </ul>
      </PageBody>
    </>
  );
}
