import { formAction } from '#app/identity/action.server.ts';
import { parseInput } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { may } from '#app/kernel/actor.ts';
import type { FindingClass } from '#app/ledger/check.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/checks-page';
import { acceptCheck, withdrawAcceptance } from './acceptance.server.ts';
import { canAcceptChecks } from './acceptance.ts';
import { acceptInput, withdrawInput } from './check.input.ts';
import { CheckList } from './check-list.tsx';
import { getChecks } from './open-check.server.ts';
import { TieTable } from './tie-table.tsx';
import './check.css';

const classes: FindingClass[] = ['error', 'rounding', 'note'];

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get('class');
  const now = args.context.get(edgeContext).clock();
  return load(args, async (tx, actor) => ({
    ...(await getChecks(tx, actor, args.params.scheme, now)),
    kind: classes.find((one) => one === asked) ?? null,
    mayAccept: canAcceptChecks(actor),
    mayDeclare: may(actor, 'admin.scheme'),
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
  const { frame, open, accepted, ties, kind, mayAccept } = loaderData;
  const shown = kind ? open.filter((one) => one.class === kind) : open;
  const list = { mayAccept, result: actionData };
  return (
    <PageBody>
      <title>{text('app.title', { page: `${text('checks.title')} · ${frame.name}` })}</title>
      <h2>{text('checks.title')}</h2>
      <p className="said">{text('checks.lead')}</p>
      <Filter open={open} kind={kind} />
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
    </PageBody>
  );
}

/** How many there are of each kind; each leads to those alone. */
function Filter({ open, kind }: { open: readonly { class: FindingClass }[]; kind: FindingClass | null }) {
  const text = useText();
  return (
    <nav className="check-filter" aria-label={text('checks.filter')}>
      <Link href="?" aria-current={kind === null ? 'page' : undefined}>
        {text('checks.filter.all', { count: open.length })}
      </Link>
      {classes.map((one) => (
        <Link key={one} href={`?class=${one}`} aria-current={kind === one ? 'page' : undefined}>
          {text(`checks.filter.${one}`, { count: open.filter((check) => check.class === one).length })}
        </Link>
      ))}
    </nav>
  );
}
