import { edgeContext, load } from '#app/identity/page.server.ts';
import { localeOf } from '#app/messages/locale.server.ts';
import { renderTextsOf } from '#app/messages/words.server.ts';
import { planHref } from '#app/plan/plan-words.ts';
import { flow } from '#app/render/flow.ts';
import { Link } from '#app/ui/link.tsx';
import { useText } from '#app/ui/text.tsx';
import './chain.css';
import type { Route } from './+types/section-part';
import { ReportView } from './chain-view.tsx';
import { getSectionFigures } from './section-figures.server.ts';

/** Within the page on which an answer is written: the tables, charts and lists that the template prints below it. */
export async function loader(args: Route.LoaderArgs) {
  const locale = localeOf(args.request, args.context);
  const now = args.context.get(edgeContext).clock();
  const { place = null, ...at } = args.params;
  const report = await load(args, (tx, actor) => getSectionFigures(tx, actor, { ...at, place, locale, now }));
  return report && { blocks: flow(report, renderTextsOf(locale)).blocks, href: `${planHref(at)}/report` };
}

export default function SectionPart({ loaderData }: Route.ComponentProps) {
  const text = useText();
  if (loaderData === null) return null;
  const { blocks, href } = loaderData;
  return (
    <section className="beside section-figures" aria-labelledby="section-figures">
      <h2 id="section-figures">{text('section.figures')}</h2>
      <p className="sub">
        {text('chain.standing.live')}. {text('chain.standing.live.means')}{' '}
        <Link href={href}>{text('chain.open-report')}</Link>
      </p>
      <ReportView flow={{ blocks }} />
      <a className="beside-jump" href="#body">
        {text('quote.back')}
      </a>
    </section>
  );
}
