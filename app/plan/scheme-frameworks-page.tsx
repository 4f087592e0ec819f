import { load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { SeriesKey } from '#app/ui/series.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import './frameworks.css';
import type { Route } from './+types/scheme-frameworks-page';
import { listNodeUse, type NodeUse } from './framework-use.server.ts';
import { type PlanNode, readNodes } from './plan-part.server.ts';
import { planHref } from './plan-words.ts';

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    const { schemeId } = await getSchemeHead(tx, actor.institutionId, args.params.scheme);
    return { nodes: await readNodes(tx, actor, { schemeId }), uses: await listNodeUse(tx, actor, schemeId) };
  });
}

/** As `framework/node`, which no two nodes share. */
const refOf = (node: Pick<PlanNode, 'framework' | 'code'>) => `${node.framework}/${node.code}`;
const idOf = (node: Pick<PlanNode, 'framework' | 'code'>) => `${node.framework}-${node.code}`;

/** The themes of a scheme and its other frameworks, what they hang together with, and which measures serve them. */
export default function SchemeFrameworksPage({ loaderData, params }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { nodes, uses } = loaderData;
  const frameworks = [...Map.groupBy(nodes, (one) => one.framework)];
  return (
    <>
      <PageTitle page={text('frameworks.read')} />
      <PageBody>
        <h2>{text('frameworks.read')}</h2>
        <p className="sub">{text('frameworks.read.lead')}</p>
        {frameworks.length === 0 ? (
          <Empty title={text('frameworks.read.none')}>{text('frameworks.read.none.next')}</Empty>
        ) : null}
        <div className="frameworks">
          {frameworks.map(([code, own]) => (
            <section key={code} aria-labelledby={`framework-${code}`}>
              <h3 id={`framework-${code}`}>
                {nameOf({ nameNl: own[0]!.frameworkNl, nameEn: own[0]!.frameworkEn }, locale)}
              </h3>
              <ul className="ruled">
                {own.map((node) => (
                  <Node
                    key={node.code}
                    node={node}
                    series={
                      node.theme && node.root === node.code
                        ? own.filter((one) => one.root === one.code).indexOf(node) + 1
                        : null
                    }
                    linked={linkedWith(node, nodes)}
                    uses={uses.filter((one) => one.node === refOf(node))}
                    scheme={params.scheme}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
      </PageBody>
    </>
  );
}

/** The nodes of other frameworks that it is tied to, whichever side says so. */
function linkedWith(node: PlanNode, nodes: readonly PlanNode[]): PlanNode[] {
  const ref = refOf(node);
  return nodes.filter((one) => node.links.includes(refOf(one)) || one.links.includes(ref));
}

function Node(props: {
  node: PlanNode;
  series: number | null;
  linked: readonly PlanNode[];
  uses: readonly NodeUse[];
  scheme: string;
}) {
  const text = useText();
  const locale = useLocale();
  const { node, series, linked, uses, scheme } = props;
  const words = locale === 'en' ? node.textEn : node.textNl;
  return (
    <li id={idOf(node)} className={node.root === node.code ? 'node' : 'node node-below'}>
      <p className="node-name">
        {series === null ? null : <SeriesKey series={series} />}
        <b>{node.code}</b> {nameOf(node, locale)}
        {node.excludedReason ? <Badge>{text('frameworks.read.excluded')}</Badge> : null}
      </p>
      {words ? <p className="sub">{words}</p> : null}
      {node.excludedReason ? (
        <p className="sub">{text('plan.excluded', { reason: node.excludedReason })}</p>
      ) : null}
      {linked.length > 0 ? (
        <p className="sub">
          {text('frameworks.read.linked')}{' '}
          {linked.map((one, index) => (
            <span key={refOf(one)}>
              {index > 0 ? ', ' : ''}
              <a href={`#${idOf(one)}`}>{`${one.code} ${nameOf(one, locale)}`}</a>
            </span>
          ))}
        </p>
      ) : null}
      {uses.length > 0 ? (
        <Disclosure summary={text('frameworks.read.uses', { count: uses.length })}>
          <ul className="plain">
            {uses.map((one) => (
              <li key={`${one.document} ${one.measure}`}>
                <Link
                  href={`${planHref({ scheme, document: one.document })}?version=${one.number}#measure-${one.measure}`}
                >
                  {one.name}
                </Link>
                <small>{nameOf({ nameNl: one.unitNl, nameEn: one.unitEn }, locale)}</small>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : node.excludedReason ? null : (
        <p className="sub">{text('frameworks.read.unused')}</p>
      )}
    </li>
  );
}
