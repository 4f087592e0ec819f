import { formAction } from '#app/identity/action.server.ts';
import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { planHref } from '#app/plan/plan-words.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Radios } from '#app/ui/choice.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { TextArea } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/promise-page';
import './progress.css';
import { promiseJudgementInput } from './progress.input.ts';
import { historyHref } from './progress-words.tsx';
import { judgePromise, listPromises } from './promise.server.ts';
import { type Criterion, canJudgePromise, hintsOf, type PlanPromise } from './promise.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    const { frame, promises } = await listPromises(tx, actor, args.params);
    const promise = promises[0]!;
    return { frame, promise, mayJudge: canJudgePromise(actor, promise.unit) };
  });
}

export async function action(args: Route.ActionArgs) {
  const at = { ...args.params, now: args.context.get(edgeContext).clock() };
  return formAction(args, {
    judge: (tx, actor, form) => judgePromise(tx, actor, at, readForm(promiseJudgementInput, form)),
  });
}

/** One promise: its words, what it lacks, and per criterion whether it meets it, why and who says so. */
export default function PromisePage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { frame, promise, mayJudge } = loaderData;
  const hints = hintsOf(promise);
  const goals = `/schemes/${frame.code}/goals`;
  return (
    <>
      <PageTitle page={`${promise.name} · ${text('promises.title')}`} />
      <PageHead
        breadcrumb={[
          { href: goals, label: text('promises.title') },
          {
            href: planHref({ scheme: frame.code, document: promise.document }),
            label: promise.documentTitle,
          },
        ]}
        title={promise.name}
        lead={[nameOf(promise.unit, locale), promise.owner].filter(Boolean).join(' · ')}
      />
      <PageBody narrow>
        <p className="said">{promise.description}</p>
        <p className="sub">
          {text('plan.version', { number: String(promise.version) })} ·{' '}
          <Link href={historyHref(frame.code, promise)}>{text('promises.years')}</Link>
        </p>
        {hints.length > 0 ? (
          <p>
            {text('promises.lacks', {
              hints: new Intl.ListFormat(locale).format(hints.map((hint) => text(`history.fact.${hint}`))),
            })}
          </p>
        ) : null}
        <h2>{text('promises.criteria')}</h2>
        {frame.criteria.length === 0 ? (
          <Empty title={text('promises.no-criteria')}>{text('promises.no-criteria.next')}</Empty>
        ) : (
          <ul className="ruled">
            {frame.criteria.map((criterion) => (
              <CriterionRow key={criterion.code} {...{ criterion, promise, mayJudge, result: actionData }} />
            ))}
          </ul>
        )}
      </PageBody>
    </>
  );
}

type RowProps = {
  criterion: Criterion;
  promise: PlanPromise;
  mayJudge: boolean;
  result: ActionResult | undefined;
};

function CriterionRow({ criterion, promise, mayJudge, result }: RowProps) {
  const text = useText();
  const locale = useLocale();
  const stands = promise.judgements.find((one) => one.criterion === criterion.code) ?? null;
  const name = nameOf(criterion, locale);
  const sent = justSent(result, 'judge', criterion.code);
  return (
    <li>
      <p>
        <b>{name}</b>{' '}
        {stands ? (
          <Badge tone={stands.met ? 'ok' : 'warn'}>{text(stands.met ? 'promises.yes' : 'promises.no')}</Badge>
        ) : (
          <span className="sub">{text('promises.open')}</span>
        )}
      </p>
      {stands ? (
        <p className="said">
          {stands.reason}{' '}
          <small>
            {stands.by}, {formatDate(stands.at, locale)}
          </small>
        </p>
      ) : null}
      {mayJudge ? (
        <Disclosure
          summary={
            <>
              {text(stands ? 'checklist.judge.change' : 'checklist.judge')}
              <span className="visually-hidden">: {name}</span>
            </>
          }
          open={sent && result !== undefined && 'problem' in result}
        >
          <ActionForm
            key={stands?.number ?? 0}
            intent="judge"
            id={criterion.code}
            result={result}
            hidden={{ criterion: criterion.code, seen: String(stands?.number ?? 0) }}
            submit={text('checklist.judge.save')}
          >
            {(wire) => (
              <>
                <Radios
                  {...wire('met', stands === null ? '' : String(stands.met))}
                  options={[
                    { value: 'true', label: text('promises.yes') },
                    { value: 'false', label: text('promises.no') },
                  ]}
                />
                <TextArea {...wire('reason', stands?.reason)} rows={2} />
              </>
            )}
          </ActionForm>
        </Disclosure>
      ) : null}
    </li>
  );
}
