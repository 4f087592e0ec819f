import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { planHref } from '#app/plan/plan-words.ts';
import { stepTarget, stepUnit, stepYears } from '#app/plan/step-words.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/history-page';
import { listEvidence } from './evidence.server.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import { readEvidence } from './evidence-form.server.ts';
import { EvidenceList } from './evidence-list.tsx';
import { evidenceTargets } from './evidence-target.server.ts';
import { addEvidence, withdrawEvidence } from './evidence-write.server.ts';
import { getMeasureHistory, type HistoryVersion, type MeasureHistory } from './history.server.ts';
import './progress.css';
import { HistoryYears } from './history-years.tsx';
import { withdrawalInput } from './progress.input.ts';
import { PromiseFacts } from './promise-facts-list.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  const { scheme, document, measure } = args.params;
  return load(args, async (tx, actor) => {
    const history = await getMeasureHistory(tx, actor, { scheme, document, measure, now });
    const evidence = await listEvidence(tx, actor, { scheme, document, measure });
    const targets = history.mayWrite ? await evidenceTargets(tx, actor, scheme) : [];
    return { ...history, evidence, targets, today: isoDate(now) };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme, document, measure } = args.params;
  const now = args.context.get(edgeContext).clock();
  return formAction(args, {
    evidence: async (tx, actor, form) =>
      addEvidence(tx, actor, { scheme, now }, await readEvidence(form, { document, measure })),
    withdraw: (tx, actor, form) =>
      withdrawEvidence(
        tx,
        actor,
        { scheme, evidence: String(form.get('key')), now },
        readForm(withdrawalInput, form),
      ),
  });
}

/** One measure over the years: promised, changed, told, spent, and what shows it. */
export default function HistoryPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { scheme, unit, units, document, documentTitle, versions, years, evidence, mayWrite } = loaderData;
  const latest = versions.at(-1)!;
  const about = [
    { value: '', label: text('evidence.about.measure') },
    ...years.map(({ year }) => ({
      value: String(year),
      label: text('evidence.about.year', { year: String(year) }),
    })),
    ...latest.steps.map((step) => ({
      value: ` ${step.code}`,
      label: `${text(`step.kind.${step.kind}`)}: ${step.text}`,
    })),
  ];
  return (
    <>
      <PageTitle page={latest.name} />
      <PageHead
        breadcrumb={[
          { href: `/schemes/${scheme.code}/progress`, label: text('progress.nav.progress') },
          { href: planHref({ scheme: scheme.code, document }), label: documentTitle },
        ]}
        title={latest.name}
        lead={[nameOf(unit, locale), latest.owner].filter(Boolean).join(' · ')}
      />
      <PageBody>
        <section>
          <h2>{text('history.promised')}</h2>
          <ol className="ruled history">
            {versions.map((version) => (
              <Version key={version.number} {...{ version, units, scheme: scheme.code, document }} />
            ))}
          </ol>
          <PromiseFacts measure={latest} years={years} />
        </section>
        <HistoryYears {...{ years, frame: scheme, unit: unit.code, steps: latest.steps }} />
        <section id="evidence">
          <h2>{text('progress.nav.evidence')}</h2>
          {evidence.length === 0 ? (
            <p className="sub">{text('evidence.none')}</p>
          ) : (
            <EvidenceList scheme={scheme.code} evidence={evidence} result={actionData} />
          )}
          {mayWrite ? (
            <Disclosure summary={text('evidence.add')} open={justSent(actionData, 'evidence')}>
              <ActionForm
                intent="evidence"
                result={actionData}
                hidden={{ unit: unit.code }}
                submit={text('evidence.add')}
                upload
              >
                {(wire) => (
                  <EvidenceFields
                    wire={wire}
                    targets={loaderData.targets}
                    today={loaderData.today}
                    about={about}
                  />
                )}
              </ActionForm>
            </Disclosure>
          ) : null}
        </section>
      </PageBody>
    </>
  );
}

function Version(props: {
  version: HistoryVersion;
  units: MeasureHistory['units'];
  scheme: string;
  document: string;
}) {
  const text = useText();
  const locale = useLocale();
  const { version, units, scheme, document } = props;
  return (
    <li>
      <p>
        <Link href={`${planHref({ scheme, document })}?version=${version.number}`}>
          {text('plan.version', { number: String(version.number) })}
        </Link>{' '}
        <small>{formatDate(version.adoptedAt, locale)}</small>{' '}
        {version.inForce ? <Badge tone="ok">{text('history.in-force')}</Badge> : null}
      </p>
      <p className="said">{version.description}</p>
      {version.steps.length > 0 ? (
        <ul className="history-steps">
          {version.steps.map((step) => (
            <li key={step.code}>
              <b>{text(`step.kind.${step.kind}`)}</b> {step.text}{' '}
              <small>
                {[stepYears(step), stepUnit(step, units, locale), stepTarget(text, step)]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </li>
          ))}
        </ul>
      ) : null}
      {version.changes.map((change) => (
        <p key={change.code} className="sub">
          {text('history.change', { kind: text(`change.kind.${change.kind}`) })}{' '}
          <Link href={`${planHref({ scheme, document })}/changes?version=${version.number}`}>
            {change.code}
          </Link>{' '}
          {change.reason}
        </p>
      ))}
    </li>
  );
}
