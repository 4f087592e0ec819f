import { edgeContext, load } from '#app/identity/page.server.ts';
import { years } from '#app/kernel/period.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Control, Controls, PageBody } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/funding-page';
import { FundTable } from './fund-table.tsx';
import { getFunding } from './funding.server.ts';
import { canWriteFunding } from './funding.ts';
import { LetterHistory } from './letter-history.tsx';

import './funding.css';

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get('asOf');
  const asOf = asked && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : null;
  const now = args.context.get(edgeContext).clock();
  return load(args, async (tx, actor) => ({
    funding: await getFunding(tx, actor, { scheme: args.params.scheme, asOf, now }),
    asOf,
    mayWrite: canWriteFunding(actor),
  }));
}

export default function FundingPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { funding, asOf, mayWrite } = loaderData;
  const here = `/schemes/${funding.code}/funding`;
  const letter = `${here}/letter`;
  const all = years(funding.firstYear, funding.lastYear);
  const said = funding.funds.filter((fund) =>
    funding.rows.some((row) => row.fund === fund.code && (row.expected !== null || row.granted !== null)),
  );
  return (
    <PageBody>
      <title>{text('app.title', { page: text('funding.title') })}</title>
      <Controls
        end={
          <button type="submit" className="button button-secondary button-small">
            {text('funding.show')}
          </button>
        }
      >
        <Control label={text('funding.asOf')}>
          <input type="date" name="asOf" defaultValue={asOf ?? funding.asOf} key={funding.asOf} />
        </Control>
      </Controls>
      <div className="funding-head">
        <p className="said">{text('funding.lead')}</p>
        {mayWrite && funding.kinds.length > 0 ? (
          <ButtonLink href={letter} kind="primary">
            {text('funding.record')}
          </ButtonLink>
        ) : null}
      </div>
      {funding.kinds.length === 0 ? (
        <Empty title={text('funding.no-kinds')}>{text('funding.no-kinds.next')}</Empty>
      ) : funding.documents.length === 0 ? (
        <Empty title={text('funding.none')}>{mayWrite ? text('funding.none.next') : null}</Empty>
      ) : (
        <>
          {said.map((fund) => (
            <FundTable
              key={fund.code}
              name={locale === 'en' ? fund.nameEn : fund.nameNl}
              own={fund.own}
              years={all}
              rows={funding.rows.filter((row) => row.fund === fund.code)}
            />
          ))}
          <h2>{text('funding.documents')}</h2>
          {funding.documents.map((document) => (
            <section key={document.code} aria-labelledby={`doc-${document.code}`}>
              <h3 id={`doc-${document.code}`}>
                {document.title} <Badge>{text(`funding.stage.${document.kind.stage}`)}</Badge>
              </h3>
              <LetterHistory
                document={document}
                funds={funding.funds}
                asOf={funding.asOf}
                filesHref={`${here}/files`}
              />
              {mayWrite ? (
                <ButtonLink href={`${letter}?document=${document.code}`} small>
                  {text('funding.renew')}
                </ButtonLink>
              ) : null}
            </section>
          ))}
        </>
      )}
    </PageBody>
  );
}
