import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import '#app/plan/plan.css';
import type { Route } from './+types/decision-list-page';
import { BodyFilter } from './body-filter.tsx';
import { type DecisionRow, listDecisions } from './decision.server.ts';
import { isLapsed } from './decision.ts';
import { DecisionGroup } from './decision-group.tsx';
import { isOpen, standingOf } from './dossier-state.ts';

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  const { scheme } = args.params;
  const asked = new URL(args.request.url).searchParams.get('body');
  const all = await load(args, (tx, actor) => listDecisions(tx, actor, { scheme }));
  const names = new Map(
    all.map((one) => [one.body, { code: one.body, nameNl: one.bodyNl, nameEn: one.bodyEn }]),
  );
  const bodies = [...names.values()].toSorted((a, b) => a.nameNl.localeCompare(b.nameNl));
  const body = asked !== null && names.has(asked) ? asked : null;
  return { today, body, bodies, decisions: all.filter((one) => body === null || one.body === body) };
}

export default function DecisionListPage({ loaderData, params }: Route.ComponentProps) {
  const text = useText();
  const { decisions, today, bodies, body } = loaderData;
  const lapsed = decisions.filter(isLapsed);
  const asked = decisions.filter((one) => one.outcome === null && !isLapsed(one));
  // what silence decided is not asked any more
  const silent = (one: DecisionRow) => !isOpen(standingOf(one, today).state);
  const open = asked.filter((one) => !silent(one));
  const taken = [...asked.filter(silent), ...decisions.filter((one) => one.outcome !== null)];
  return (
    <>
      <PageTitle page={text('scheme.tab.decisions')} />
      <PageBody>
        <p>
          <Link href={`/schemes/${params.scheme}/rights`}>{text('rights.link')}</Link> ·{' '}
          <Link href={`/schemes/${params.scheme}/frameworks`}>{text('frameworks.read')}</Link>
        </p>
        {bodies.length > 1 ? <BodyFilter bodies={bodies} body={body} /> : null}
        {decisions.length === 0 ? (
          <Empty title={text('decisions.none')}>{text('decisions.none.next')}</Empty>
        ) : null}
        <DecisionGroup title={text('decisions.open')} decisions={open} today={today} />
        <DecisionGroup title={text('decisions.taken')} decisions={taken} today={today} />
        <DecisionGroup title={text('decisions.lapsed')} decisions={lapsed} today={today} />
      </PageBody>
    </>
  );
}
