import { redirect } from 'react-router';
import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { memberOf } from '#app/participation/work.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { Radios } from '#app/ui/choice.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { DateField, Select, TextArea, TextField } from '#app/ui/form.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/proposals-page';
import { proposalInput } from './council.input.ts';
import { CouncilNav } from './council-nav.tsx';
import { getCouncilFrame } from './frame.server.ts';
import { listProposals, putProposal } from './proposal.server.ts';
import { proposalKinds, speaksFor } from './proposal.ts';
import { ProposalList } from './proposal-words.tsx';

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  const { scheme } = args.params;
  return load(args, async (tx, actor) => {
    await schemeIdOf(tx, actor.institutionId, scheme);
    const proposals = await listProposals(tx, actor, { scheme });
    const mine = await memberOf(tx, actor);
    const { bodies } = mine.length > 0 ? await getCouncilFrame(tx, actor, scheme) : { bodies: [] };
    const names = bodies.map(({ code, nameNl, nameEn }) => ({ code, nameNl, nameEn }));
    return {
      ...{ scheme, today, proposals },
      from: names.filter((_, index) => speaksFor(actor, bodies[index]!.bodyId, mine)),
      to: names,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme } = args.params;
  const now = args.context.get(edgeContext).clock();
  const result = await formAction(args, {
    put: (tx, actor, form) => putProposal(tx, actor, { scheme, now }, readForm(proposalInput, form)),
  });
  if ('done' in result) {
    const { proposalId } = result.done as { proposalId: string };
    throw redirect(`/schemes/${scheme}/proposals/${proposalId}`);
  }
  return result;
}

/** What councils propose and ask of themselves, and what the board answered. */
export default function ProposalsPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { scheme, today, proposals, from, to } = loaderData;
  const options = (list: typeof to) => list.map((one) => ({ value: one.code, label: nameOf(one, locale) }));
  return (
    <PageBody>
      <PageTitle page={text('council.nav.proposals')} />
      <CouncilNav scheme={scheme} current="proposals" />
      <div className="lead-row">
        <p className="said">{text('proposal.lead')}</p>
      </div>
      {proposals.length === 0 ? (
        <Empty title={text('proposal.none')}>{text('proposal.none.next')}</Empty>
      ) : null}
      <ProposalList proposals={proposals} today={today} />
      {from.length > 0 ? (
        <Disclosure summary={text('proposal.put')} open={justSent(actionData, 'put')}>
          <p className="sub">{text('proposal.put.lead')}</p>
          <ActionForm intent="put" result={actionData} submit={text('proposal.put')}>
            {(wire) => (
              <>
                <Radios
                  {...wire('kind', 'question')}
                  options={proposalKinds.map((kind) => ({
                    value: kind,
                    label: text(`proposal.kind.${kind}`),
                    hint: text(`proposal.kind.${kind}.hint`),
                  }))}
                />
                <div className="pair">
                  <Select
                    {...wire('body', from.length === 1 ? from[0]?.code : '')}
                    label={text('proposal.from')}
                    options={options(from)}
                    none={text('council.choose')}
                  />
                  <Select
                    {...wire('to')}
                    label={text('proposal.to')}
                    options={options(to)}
                    none={text('council.choose')}
                  />
                </div>
                <TextField {...wire('title')} label={text('proposal.title')} width="wide" />
                <TextArea {...wire('text')} label={text('proposal.text')} rows={6} />
                <DateField {...wire('putOn', today)} label={text('proposal.putOn')} max={today} />
              </>
            )}
          </ActionForm>
        </Disclosure>
      ) : null}
    </PageBody>
  );
}
