import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { readForm } from '#app/identity/form.server.ts';
import { load } from '#app/identity/page.server.ts';
import { may } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import { listBodyKinds } from '#app/organisation/body-kind.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Select, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import '#app/plan/plan.css';
import './council.css';
import type { Route } from './+types/bodies-page';
import { listBodyLines } from './body-view.server.ts';
import { replyTermInput } from './council.input.ts';
import { listReplyTerms, putReplyTerm } from './glossary.server.ts';
import { proposalKinds } from './proposal.ts';

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    const mayTerm = may(actor, 'admin.organisation');
    return {
      bodies: await listBodyLines(tx, actor),
      terms: await listReplyTerms(tx, actor),
      kinds: mayTerm ? await listBodyKinds(tx, actor.institutionId) : [],
      mayTerm,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  return formAction(args, {
    term: (tx, actor, form) => putReplyTerm(tx, actor, readForm(replyTermInput, form)),
  });
}

/** Every council, committee and board, by unit; and within how long each kind is answered. */
export default function BodiesPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { bodies, terms, kinds, mayTerm } = loaderData;
  return (
    <>
      <PageTitle page={text('councils.title')} />
      <PageHead title={text('councils.title')} lead={text('councils.lead')} />
      <PageBody>
        {bodies.length === 0 ? <Empty title={text('councils.none')} /> : null}
        <ul className="ruled bodies">
          {bodies.map((one) => (
            <li key={one.code} className={one.unit === one.part ? 'row' : 'row body-below'}>
              <span>
                <Link href={`/bodies/${one.code}`}>{nameOf(one, locale)}</Link>
                <small>{nameOf({ nameNl: one.unitNl, nameEn: one.unitEn }, locale)}</small>
              </span>
              {one.gone || one.open > 0 ? (
                <span className="end sub">
                  {one.gone ? <Badge>{text('councils.gone')}</Badge> : null}{' '}
                  {one.open > 0 ? text('councils.count', { open: one.open }) : null}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
        <h2>{text('councils.terms')}</h2>
        <p className="sub">{text('councils.terms.lead')}</p>
        {terms.length === 0 ? <p>{text('councils.terms.none')}</p> : null}
        <ul className="ruled reply-terms">
          {terms.map((one) => (
            <li key={`${one.bodyKind} ${one.kind}`} className="row">
              <span>
                {nameOf({ nameNl: one.bodyKindNl, nameEn: one.bodyKindEn }, locale)} ·{' '}
                {text(`proposal.kind.${one.kind}`)}
                <small>
                  {one.basis} ({text(`certainty.${one.certainty}`)})
                </small>
              </span>
              <span className="end">{text('councils.terms.months-of', { months: one.months })}</span>
            </li>
          ))}
        </ul>
        {mayTerm ? (
          <Disclosure summary={text('councils.terms.put')} open={justSent(actionData, 'term')}>
            <ActionForm intent="term" result={actionData} submit={text('councils.terms.put')}>
              {(wire) => (
                <div className="pair">
                  <Select
                    {...wire('bodyKind')}
                    label={text('councils.terms.bodyKind')}
                    options={codeOptions(locale, kinds)}
                    none={text('council.choose')}
                  />
                  <Select
                    {...wire('kind')}
                    label={text('councils.terms.kind')}
                    options={proposalKinds.map((kind) => ({
                      value: kind,
                      label: text(`proposal.kind.${kind}`),
                    }))}
                    none={text('council.choose')}
                  />
                  <TextField
                    {...wire('months')}
                    label={text('councils.terms.months')}
                    inputMode="numeric"
                    width="short"
                  />
                  <Select
                    {...wire('certainty', 'uncertain')}
                    label={text('councils.terms.certainty')}
                    options={['text', 'known', 'uncertain'].map((one) => ({
                      value: one,
                      label: text(`certainty.${one}`),
                    }))}
                  />
                  <TextField {...wire('basis')} label={text('councils.terms.basis')} />
                </div>
              )}
            </ActionForm>
          </Disclosure>
        ) : null}
      </PageBody>
    </>
  );
}
