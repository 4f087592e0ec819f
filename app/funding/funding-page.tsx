import { formAction } from '#app/identity/action.server.ts';
import { rowId } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { isNow, readMoment } from '#app/kernel/moment.ts';
import { years } from '#app/kernel/period.ts';
import { momentOf } from '#app/ledger/money.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/funding-page';
import { FundTable } from './fund-table.tsx';
import { getFunding } from './funding.server.ts';
import { canWriteFunding } from './funding.ts';
import { LetterHistory } from './letter-history.tsx';
import { addTerm, changeTerm, listTerms, removeTerm } from './term.server.ts';
import { readTerm } from './term-form.ts';
import { TermSection } from './term-section.tsx';
import { TwiceNotice } from './twice-notice.tsx';

import './funding.css';

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  const asked = readMoment(new URL(args.request.url).searchParams, isoDate(now));
  const { asOf, knownOn } = asked;
  return load(args, async (tx, actor) => ({
    funding: await getFunding(tx, actor, { scheme: args.params.scheme, asOf, knownOn, now }),
    terms: await listTerms(tx, actor, args.params.scheme, knownOn === null ? null : momentOf(knownOn).at),
    asked,
    mayWrite: canWriteFunding(actor) && isNow(asked),
  }));
}

export async function action(args: Route.ActionArgs) {
  const { scheme } = args.params;
  const seen = (form: FormData) => ({
    ...{ scheme, term: rowId(form), revision: Number(form.get('revision')) },
  });
  return formAction(args, {
    'term.add': (tx, actor, form) => addTerm(tx, actor, { ...readTerm(form), scheme }),
    'term.change': (tx, actor, form) => changeTerm(tx, actor, { ...readTerm(form), ...seen(form) }),
    'term.remove': (tx, actor, form) => removeTerm(tx, actor, seen(form)),
  });
}

export default function FundingPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { funding, asked, mayWrite } = loaderData;
  const here = `/schemes/${funding.code}/funding`;
  const letter = `${here}/letter`;
  const all = years(funding.firstYear, funding.lastYear);
  const perUnit = funding.documents.some((one) => one.unit.inside);
  const said = funding.funds.filter((fund) =>
    funding.rows.some(
      (row) => row.fund === fund.code && (row.expected !== null || row.granted !== null || row.pm.length > 0),
    ),
  );
  return (
    <PageBody>
      <PageTitle page={text('funding.title')} />
      <MomentNotice moment={asked} now="?" />
      <MomentForm moment={asked} />
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
          <TwiceNotice documents={funding.documents} funds={funding.funds} />
          {said.map((fund) => (
            <FundTable
              key={fund.code}
              name={locale === 'en' ? fund.nameEn : fund.nameNl}
              own={fund.own}
              years={all}
              rows={funding.rows.filter((row) => row.fund === fund.code)}
            />
          ))}
          <TermSection
            terms={loaderData.terms}
            funds={funding.funds}
            sheet={mayWrite ? `${here}/terms/sheet` : null}
            mayWrite={mayWrite}
            result={actionData}
          />
          {perUnit ? (
            <p>
              <Link href={`${here}/units`}>{text('funding.units.link')}</Link>
            </p>
          ) : null}
          <h2>{text('funding.documents')}</h2>
          {funding.documents.map((document) => (
            <section key={document.code} aria-labelledby={`doc-${document.code}`}>
              <h3 id={`doc-${document.code}`}>
                {document.title} <Badge>{text(`funding.stage.${document.kind.stage}`)}</Badge>{' '}
                {document.unit.inside ? (
                  <small className="sub">
                    {locale === 'en' ? document.unit.nameEn : document.unit.nameNl}
                  </small>
                ) : null}
              </h3>
              <LetterHistory
                document={document}
                funds={funding.funds}
                asOf={funding.asOf}
                filesHref={`${here}/files`}
              />
              {mayWrite ? (
                <p className="row">
                  <ButtonLink href={`${letter}?document=${document.code}`} small>
                    {text('funding.renew')}
                  </ButtonLink>
                  <ButtonLink href={`${letter}/sheet?document=${document.code}`} kind="quiet" small>
                    {text('fill-in.open')}
                  </ButtonLink>
                </p>
              ) : null}
            </section>
          ))}
        </>
      )}
    </PageBody>
  );
}
