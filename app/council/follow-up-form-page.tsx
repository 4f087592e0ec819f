import { redirect } from 'react-router';
import { formAction } from '#app/identity/action.server.ts';
import { ActionForm } from '#app/identity/action-form.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { Radios } from '#app/ui/choice.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/follow-up-form-page';
import { followUpInput } from './council.input.ts';
import { getVoice, giveAccount } from './follow-up.server.ts';
import { canFollowUp, followOutcomes } from './follow-up.ts';
import { getCouncilFrame } from './frame.server.ts';
import { Accounts, VoiceLink } from './voice-list.tsx';

export const handle = { ownHead: true };

const askedOf = (request: Request) => {
  const query = new URL(request.url).searchParams;
  return { decision: query.get('decision') ?? undefined, topic: query.get('topic') ?? undefined };
};

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  return load(args, async (tx, actor) => {
    const head = await getSchemeHead(tx, actor.institutionId, scheme);
    if (!actor.mandates.some((one) => one.permissions.includes('consent.ask'))) {
      throw forbidden('consent.ask');
    }
    const voice = await getVoice(tx, actor, { scheme, ...askedOf(args.request) });
    if (!canFollowUp(actor, voice)) throw forbidden('consent.ask');
    const { documents, measures, changes } = await getCouncilFrame(tx, actor, scheme);
    return { head, voice, documents, measures, changes };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme } = args.params;
  const now = args.context.get(edgeContext).clock();
  const result = await formAction(args, {
    give: (tx, actor, form) => giveAccount(tx, actor, { scheme, now }, readForm(followUpInput, form)),
  });
  if ('done' in result) {
    const { decision } = askedOf(args.request);
    throw redirect(`/schemes/${scheme}/${decision ? `decisions/${decision}` : 'follow-up'}`);
  }
  return result;
}

/** What was done with one advice or topic, in words, with the measure or document that shows it. */
export default function FollowUpFormPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { head, voice, documents, measures, changes } = loaderData;
  const base = `/schemes/${head.code}`;
  const versions = documents.flatMap((one) =>
    one.versions.map((number) => ({
      value: `${one.code}/${number}`,
      label: `${one.title}, ${text('plan.version', { number: String(number) })}`,
    })),
  );
  return (
    <>
      <PageTitle page={text('follow-up.give')} />
      <PageHead
        breadcrumb={[{ href: `${base}/follow-up`, label: text('council.nav.follow-up') }]}
        title={text('follow-up.give')}
        lead={text('follow-up.give.lead')}
      />
      <PageBody narrow>
        <p>
          <VoiceLink voice={voice} />
        </p>
        <blockquote className="said">{voice.said || text('follow-up.no-words')}</blockquote>
        {voice.followUps.length > 0 ? <Accounts voice={voice} /> : null}
        <ActionForm
          intent="give"
          result={actionData}
          hidden={{ [voice.kind]: voice.id }}
          submit={text('follow-up.give')}
        >
          {(wire) => (
            <>
              <TextField
                {...wire('point')}
                label={text('follow-up.point')}
                hint={text('follow-up.point.hint')}
                optional
              />
              <Radios
                {...wire('outcome')}
                label={text('follow-up.outcome')}
                options={followOutcomes.map((one) => ({
                  value: one,
                  label: text(`follow-up.outcome.${one}`),
                }))}
              />
              <TextArea
                {...wire('account')}
                label={text('follow-up.account')}
                hint={text('follow-up.account.hint')}
              />
              <Select
                {...wire('measure')}
                label={text('follow-up.choose-measure')}
                options={measures.map((one) => ({
                  value: `${one.document}/${one.code}`,
                  label: one.name,
                  group: one.title,
                }))}
                none={text('council.none')}
                optional
              />
              {changes.length > 0 ? (
                <Select
                  {...wire('change')}
                  label={text('follow-up.choose-change')}
                  options={changes.map((one) => ({
                    value: `${one.document}/${one.version}/${one.code}`,
                    label: one.subject,
                    group: `${one.title}, ${text('plan.version', { number: String(one.version) })}`,
                  }))}
                  none={text('council.none')}
                  optional
                />
              ) : null}
              <Select
                {...wire('version')}
                label={text('follow-up.choose-version')}
                options={versions}
                none={text('council.none')}
                optional
              />
            </>
          )}
        </ActionForm>
      </PageBody>
    </>
  );
}
