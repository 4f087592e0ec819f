import { load } from '#app/identity/page.server.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/scheme-frameworks-page';
import { readNodes } from './plan-part.server.ts';
import { nameOf } from './plan-words.ts';

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    const { schemeId } = await getSchemeHead(tx, actor.institutionId, args.params.scheme);
    return { nodes: await readNodes(tx, actor, schemeId) };
  });
}

/** The themes of a scheme and its other frameworks (ambitions, principles, criteria), for whoever reads. */
export default function SchemeFrameworksPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const frameworks = [...Map.groupBy(loaderData.nodes, (one) => one.framework)];
  return (
    <>
      <title>{text('app.title', { page: text('frameworks.read') })}</title>
      <PageBody narrow>
        <p className="sub">{text('frameworks.read.lead')}</p>
        {frameworks.length === 0 ? (
          <Empty title={text('frameworks.read.none')}>{text('frameworks.read.none.next')}</Empty>
        ) : null}
        {frameworks.map(([code, nodes]) => (
          <section key={code} aria-labelledby={`framework-${code}`}>
            <h2 id={`framework-${code}`}>
              {nameOf({ nameNl: nodes[0]!.frameworkNl, nameEn: nodes[0]!.frameworkEn }, locale)}
            </h2>
            <ul className="ruled">
              {nodes.map((node) => {
                const words = locale === 'en' ? node.textEn : node.textNl;
                return (
                  <li key={node.code} id={`${code}-${node.code}`}>
                    <b>{node.code}</b> {nameOf(node, locale)}
                    {words ? <small>{words}</small> : null}
                    {node.excludedReason ? (
                      <small>{text('plan.excluded', { reason: node.excludedReason })}</small>
                    ) : null}
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </PageBody>
    </>
  );
}
