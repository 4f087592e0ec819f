import { formAction } from '#app/identity/action.server.ts';
import { parseInput } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { may } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { type AskedMoment, isNow, keepMoment, momentSearch, readMoment } from '#app/kernel/moment.ts';
import { type FindingClass, findingClasses } from '#app/ledger/check.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Link } from '#app/ui/link.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { TableExports } from '#app/ui/table-exports.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/checks-page';
import { acceptCheck, withdrawAcceptance } from './acceptance.server.ts';
import { canAcceptChecks } from './acceptance.ts';
import { acceptInput, withdrawInput } from './check.input.ts';
import { CheckList } from './check-list.tsx';
import { getChecks } from './open-check.server.ts';
import { TieTable } from './tie-table.tsx';
import './check.css';

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const now = args.context.get(edgeContext).clock();
  const asked = readMoment(query, isoDate(now));
  const { scheme } = args.params;
  return load(args, async (tx, actor) => ({
    ...(await getChecks(tx, actor, { scheme, asOf: asked.asOf, knownOn: asked.knownOn }, now)),
    asked,
    kind: findingClasses.find((one) => one === query.get('class')) ?? null,
    mayAccept: isNow(asked) && canAcceptChecks(actor),
    mayDeclare: isNow(asked) && may(actor, 'admin.scheme'),
  }));
}

export async function action(args: Route.ActionArgs) {
  const now = args.context.get(edgeContext).clock();
  const { scheme } = args.params;
  const number = (form: FormData, name: string): unknown => {
    const value = String(form.get(name));
    return value === 'null' ? null : Number(value);
  };
  const about = (form: FormData) => ({
    code: String(form.get('code') ?? ''),
    whereKey: String(form.get('whereKey') ?? ''),
    reason: String(form.get('reason') ?? ''),
  });
  return formAction(args, {
    accept: (tx, actor, form) => {
      const figures = { stated: number(form, 'stated'), computed: number(form, 'computed') };
      return acceptCheck(
        tx,
        actor,
        { ...parseInput(acceptInput, { ...about(form), ...figures }), scheme },
        now,
      );
    },
    withdraw: (tx, actor, form) =>
      withdrawAcceptance(tx, actor, { ...parseInput(withdrawInput, about(form)), scheme }, now),
  });
}

export default function ChecksPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { frame, open, accepted, ties, kind, asked, mayAccept } = loaderData;
  const shown = kind ? open.filter((one) => one.class === kind) : open;
  const list = { mayAccept, result: actionData };
  return (
    <PageBody>
      <PageTitle page={text('checks.title')} />
      <h2>{text('checks.title')}</h2>
      <p className="said">{text('checks.lead')}</p>
      <MomentNotice moment={asked} now={kind ? `?class=${kind}` : '?'} />
      <MomentForm moment={asked} keep={{ class: kind }} />
      <Filter open={open} kind={kind} asked={asked} />
      <section aria-labelledby="open-checks">
        <h3 id="open-checks" className="visually-hidden">
          {text('checks.open')}
        </h3>
        {shown.length === 0 ? <p>{text('checks.open.none')}</p> : <CheckList checks={shown} {...list} />}
      </section>
      <section className="checks-ties">
        {ties.length === 0 ? (
          <>
            <h3>{text('checks.ties')}</h3>
            <p>{text('checks.ties.none')}</p>
          </>
        ) : (
          <TieTable ties={ties} />
        )}
        {loaderData.mayDeclare ? (
          <ButtonLink href={`/schemes/${frame.code}/checks/ties`}>{text('checks.ties.edit')}</ButtonLink>
        ) : null}
      </section>
      <section aria-labelledby="accepted-checks">
        <h3 id="accepted-checks">
          {text('checks.accepted')} ({accepted.length})
        </h3>
        <p className="said">
          {text(accepted.length === 0 ? 'checks.accepted.none' : 'checks.accepted.lead')}
        </p>
        {accepted.length === 0 ? null : <CheckList checks={accepted} {...list} />}
      </section>
      <TableExports
        href={`/schemes/${frame.code}/checks`}
        title={text('checks.title')}
        query={keepMoment(kind ? `?class=${kind}` : '', momentSearch(asked))}
      />
    </PageBody>
  );
}

/** How many there are of each kind; each leads to those alone. */
function Filter({
  open,
  kind,
  asked,
}: {
  open: readonly { class: FindingClass }[];
  kind: FindingClass | null;
  asked: AskedMoment;
}) {
  const text = useText();
  const at = (href: string) => keepMoment(href, momentSearch(asked)) || '?';
  return (
    <nav className="check-filter" aria-label={text('checks.filter')}>
      <Link href={at('?')} aria-current={kind === null ? 'page' : undefined}>
        {text('checks.filter.all', { count: open.length })}
      </Link>
      {findingClasses.map((one) => (
        <Link key={one} href={at(`?class=${one}`)} aria-current={kind === one ? 'page' : undefined}>
          {text(`checks.filter.${one}`, { count: open.filter((check) => check.class === one).length })}
        </Link>
      ))}
    </nav>
  );
}
