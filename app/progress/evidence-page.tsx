import { formAction } from '#app/identity/action.server.ts';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/evidence-page';
import { listEvidence } from './evidence.server.ts';
import { EvidenceList } from './evidence-list.tsx';
import { withdrawEvidence } from './evidence-write.server.ts';
import './progress.css';
import { withdrawalInput } from './progress.input.ts';
import { ProgressNav } from './progress-words.tsx';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  return load(args, async (tx, actor) => {
    await getSchemeHead(tx, actor.institutionId, scheme);
    return { scheme, evidence: await listEvidence(tx, actor, { scheme }) };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme } = args.params;
  const now = args.context.get(edgeContext).clock();
  return formAction(args, {
    withdraw: (tx, actor, form) =>
      withdrawEvidence(
        tx,
        actor,
        { scheme, evidence: String(form.get('key')), now },
        readForm(withdrawalInput, form),
      ),
  });
}

/** All evidence of a scheme that the reader may see, with what each piece is for. */
export default function EvidencePage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, evidence } = loaderData;
  return (
    <PageBody>
      <PageTitle page={text('progress.nav.evidence')} />
      <ProgressNav scheme={scheme} current="evidence" />
      <p className="lead">{text('evidence.lead')}</p>
      {evidence.length === 0 ? (
        <Empty title={text('evidence.none')}>{text('evidence.none.next')}</Empty>
      ) : (
        <EvidenceList scheme={scheme} evidence={evidence} subjects result={actionData} />
      )}
    </PageBody>
  );
}
