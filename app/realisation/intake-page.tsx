import { redirect } from 'react-router';
import { formAction } from '#app/identity/action.server.ts';
import { parseInput } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { Link } from '#app/ui/link.tsx';
import { Money } from '#app/ui/money.tsx';
import { Notes } from '#app/ui/notes.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/intake-page';
import { closePeriod } from './closed-period.server.ts';
import { ruleInput } from './intake.input.ts';
import { getIntake } from './intake.server.ts';
import { IntakeBucket } from './intake-bucket.tsx';
import { intakeAddress, justRead, oversize } from './intake-edge.ts';
import { uploadIntake, withdrawIntake } from './intake-file.server.ts';
import { IntakeFiles } from './intake-files.tsx';
import { IntakeHead } from './intake-head.tsx';
import { hubOf } from './intake-hub.ts';
import { IntakePeriods } from './intake-periods.tsx';
import { saveRule } from './intake-rule.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  const asked = new URL(args.request.url).searchParams;
  const page = Number(asked.get('page')) || 1;
  return load(args, async (tx, actor) => ({
    ...hubOf(await getIntake(tx, actor, intakeAddress(args.params, now)), Math.trunc(page)),
    read: justRead(asked),
    over: args.context.get(edgeContext).clock().toISOString().slice(0, 7),
  }));
}

export async function action(args: Route.ActionArgs) {
  const address = intakeAddress(args.params, args.context.get(edgeContext).clock());
  const field = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
  const problem = oversize(args);
  if (problem) return { intent: 'upload', key: '', stamp: '', problem, typed: {} };
  const result = await formAction(args, {
    upload: async (tx, actor, form) => {
      const file = form.get('file');
      if (!(file instanceof File) || file.name === '') {
        throw new InvalidInput([{ path: 'file', code: 'realisation.no-file', params: {} }]);
      }
      const bytes = new Uint8Array(await file.arrayBuffer());
      return uploadIntake(tx, actor, { ...address, bytes, name: file.name });
    },
    withdraw: (tx, actor, form) =>
      withdrawIntake(tx, actor, {
        ...address,
        number: Number(form.get('key')),
        note: field(form, 'note').slice(0, 1000),
      }),
    rule: (tx, actor, form) => saveRule(tx, actor, { ...address, input: bucketRule(form), ruleId: null }),
    close: (tx, actor, form) =>
      closePeriod(tx, actor, {
        ...{ scheme: address.scheme, period: field(form, 'key'), note: field(form, 'note') },
        now: address.now,
      }),
  });
  if (result.intent === 'upload' && 'done' in result) {
    const { number } = result.done as { number: number };
    const { scheme, unit, year } = args.params;
    throw redirect(`/schemes/${scheme}/realisation/${unit}/${year}/intake/files/${number}`);
  }
  return result;
}

/** A rule made from an unmapped row: exactly its cost centre and account, and its text when asked. */
function bucketRule(form: FormData) {
  const field = (name: string) => String(form.get(name) ?? '').trim();
  const exclude = form.get('outcome') === 'exclude';
  return parseInput(ruleInput, {
    ...{ costCentre: field('costCentre'), account: field('account') },
    contains: form.get('exact') ? field('description').slice(0, 200) : '',
    ...(exclude
      ? { outcome: 'exclude', reason: field('reason') }
      : { outcome: 'book', target: field('target'), fund: field('fund') }),
  });
}

export default function IntakePage({ loaderData: view, actionData: result }: Route.ComponentProps) {
  const text = useText();
  const here = `/schemes/${view.scheme.code}/realisation/${view.unit.code}/${view.year}/intake`;
  return (
    <IntakeHead frame={view} step="files">
      <p className="lead">{text('intake.lead')}</p>
      {view.files.length > 0 ? <Balance totals={view.totals} /> : null}
      <JustRead view={view} />
      <IntakeFiles view={view} here={here} result={result} />
      <IntakeBucket view={view} here={here} result={result} />
      {view.totals.file.rows > 0 ? (
        <p className="intake-next">
          <Link href={`${here}/preview`} className="button button-primary">
            {text('intake.to-preview')}
          </Link>
        </p>
      ) : null}
      <IntakePeriods view={view} over={view.over} result={result} />
    </IntakeHead>
  );
}

/** That a file was read, and what was met in it that one would like to know. */
function JustRead({ view }: { view: Route.ComponentProps['loaderData'] }) {
  const text = useText();
  const file = view.read && view.files.find((one) => one.number === view.read?.number);
  if (!view.read || !file || file.status !== 'read') return null;
  const { duplicates, totals, formulas } = view.read;
  return (
    <Notice
      tone="ok"
      live
      title={text('intake.read', { name: file.name, count: file.rows, cents: file.cents })}
    >
      <Notes
        lines={[
          duplicates > 0 && text('intake.read.duplicates', { count: duplicates }),
          totals > 0 && text('intake.read.totals', { count: totals }),
          formulas > 0 && text('intake.read.formulas', { count: formulas }),
        ]}
      />
    </Notice>
  );
}

/** What the files hold and where every euro of it goes: the parts always make the whole. */
function Balance({ totals }: Pick<Route.ComponentProps['loaderData'], 'totals'>) {
  const text = useText();
  const parts = (['booked', 'excluded', 'replaced', 'unmapped'] as const).filter(
    (key) => key === 'unmapped' || totals[key].rows > 0,
  );
  return (
    <dl className="intake-balance" aria-label={text('intake.balance')}>
      <div>
        <dt>{text('intake.total.file')}</dt>
        <dd>
          € <Money value={totals.file.cents} unit="eur2" />
        </dd>
        <dd className="realisation-quiet">{text('intake.rows', { count: totals.file.rows })}</dd>
      </div>
      {parts.map((key, index) => (
        <div key={key} className={`intake-part intake-${key}${totals[key].rows > 0 ? ' intake-some' : ''}`}>
          <dt>
            <span aria-hidden="true">{index === 0 ? '= ' : '+ '}</span>
            {text(`intake.total.${key}`)}
          </dt>
          <dd>
            € <Money value={totals[key].cents} unit="eur2" />
          </dd>
          <dd className="realisation-quiet">{text('intake.rows', { count: totals[key].rows })}</dd>
        </div>
      ))}
    </dl>
  );
}
