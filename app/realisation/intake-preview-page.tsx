import { Form, redirect, useNavigation } from 'react-router';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { ProblemSummary, reasonText, useFieldError } from '#app/plan/reason.tsx';
import { Button } from '#app/ui/button.tsx';
import { FormActions, TextArea } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { Money } from '#app/ui/money.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/intake-preview-page';
import { BookingFields } from './booking-fields.tsx';
import { CheckList } from './check-list.tsx';
import { bookIntake, previewIntake } from './intake-booking.server.ts';
import { IntakeCells } from './intake-cells.tsx';
import { intakeAddress } from './intake-edge.ts';
import { gridOf } from './intake-grid.ts';
import { IntakeHead, usePeriod } from './intake-head.tsx';
import { frameOf } from './intake-hub.ts';

export async function loader(args: Route.LoaderArgs) {
  const address = intakeAddress(args.params, args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    const { intake, shown, rise } = await previewIntake(tx, actor, address);
    return {
      frame: frameOf(intake),
      grid: gridOf(intake, shown),
      problems: shown.problems,
      checks: shown.preview?.checks ?? [],
      hash: shown.hash,
      rise,
      different: shown.preview?.different ?? false,
      seen: shown.preview?.seen ?? 0,
      prior: intake.report.kind.prior,
      now: address.now.getUTCFullYear(),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const address = intakeAddress(args.params, args.context.get(edgeContext).clock());
  const form = await args.request.formData();
  const field = (name: string) => String(form.get(name) ?? '').trim();
  const result = await act(args, (tx, actor) =>
    bookIntake(tx, actor, {
      ...address,
      ...{ hash: field('hash'), provisional: form.get('state') === 'provisional' },
      ...{ note: field('note').slice(0, 2000), reason: field('reason').slice(0, 1000) },
      untraceable: field('untraceable').slice(0, 2000),
    }),
  );
  if ('problem' in result) return result;
  const { scheme, unit, year } = args.params;
  throw redirect(`/schemes/${scheme}/realisation/${unit}/${year}?booked=${result.done.version}`);
}

export default function IntakePreviewPage({ loaderData: view, actionData: result }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { frame, grid, problems } = view;
  const here = `/schemes/${frame.scheme.code}/realisation/${frame.unit.code}/${frame.year}/intake`;
  const { unmapped } = frame.state;
  return (
    <IntakeHead frame={frame} step="preview">
      <p className="lead">{text('intake.preview.lead')}</p>
      <ProblemSummary problem={result?.problem ?? null} />
      {unmapped.rows > 0 ? (
        <Notice
          tone="warn"
          title={text('rejection.intake.unmapped', { count: unmapped.rows, cents: unmapped.cents })}
        >
          <Link href={`${here}#bucket`}>{text('intake.preview.to-bucket')}</Link>
        </Notice>
      ) : null}
      {problems.length > 0 ? (
        <Notice tone="error" title={text('intake.preview.problems')}>
          <ul className="reasons">
            {problems.map((problem) => (
              <li key={`${problem.path} ${problem.code}`}>
                {text('intake.preview.problem', {
                  rules: problem.params.rules ?? '',
                  reason: reasonText(text, locale, problem),
                })}
              </li>
            ))}
          </ul>
          <Link href={`${here}/rules`}>{text('intake.preview.to-rules')}</Link>
        </Notice>
      ) : null}
      {grid.rows.length === 0 ? (
        <Notice title={text('intake.preview.nothing')} />
      ) : (
        <>
          <p>
            <strong>
              {text('intake.preview.counts', { changed: grid.changed, rows: grid.rows.length })}
            </strong>
          </p>
          <IntakeCells grid={grid} here={here} />
        </>
      )}
      <Dropped grid={grid} />
      <Corrections grid={grid} />
      <CheckList checks={view.checks} />
      <Confirm view={view} problem={result?.problem ?? null} />
    </IntakeHead>
  );
}

type View = Route.ComponentProps['loaderData'];

function Dropped({ grid }: Pick<View, 'grid'>) {
  const text = useText();
  if (grid.dropped.length === 0) return null;
  return (
    <Notice tone="warn" title={text('intake.preview.dropped', { count: grid.dropped.length })}>
      <ul className="reasons">
        {grid.dropped.map((one) => (
          <li key={[one.name, ...one.parts].join()}>
            {[one.name, ...one.parts].join(', ')}: € <Money value={one.was} unit="eur2" /> → 0
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Changes in periods that were closed, apart, with the period they belong to. */
function Corrections({ grid }: Pick<View, 'grid'>) {
  const text = useText();
  const period = usePeriod();
  if (grid.corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections" className="intake-section">
      <h3 id="corrections">{text('intake.corrections')}</h3>
      <p>{text('intake.corrections.lead')}</p>
      <DataTable
        caption={text('intake.corrections.caption')}
        rowHead={text('intake.corrections.period')}
        columns={[
          { key: 'what', head: text('intake.corrections.what'), kind: 'text' },
          { key: 'was', head: text('realisation.preview.before'), actual: true },
          { key: 'becomes', head: text('realisation.preview.after') },
          { key: 'difference', head: text('realisation.preview.difference') },
        ]}
        rows={grid.corrections.map((one) => ({
          key: `${one.key} ${one.period}`,
          head: period(one.period),
          cells: {
            what: one.name,
            was: <Money value={one.was} unit="eur2" />,
            becomes: <Money value={one.becomes} unit="eur2" />,
            difference: <Money value={one.becomes - (one.was ?? 0)} unit="eur2" sign />,
          },
        }))}
      />
    </section>
  );
}

function Confirm({
  view,
  problem,
}: {
  view: View;
  problem: NonNullable<Route.ComponentProps['actionData']>['problem'] | null;
}) {
  const text = useText();
  const errorAt = useFieldError(problem);
  const busy = useNavigation().state === 'submitting';
  const { frame, grid, hash } = view;
  if (hash === null || frame.state.unmapped.rows > 0 || grid.rows.length === 0) return null;
  if (!view.different && grid.changed === 0)
    return <Notice tone="ok" title={text('realisation.preview.nothing')} />;
  return (
    <Form method="post" className="realisation-confirm">
      <input type="hidden" name="hash" value={hash} />
      {grid.corrections.length > 0 ? (
        <TextArea
          label={text('intake.corrections.reason')}
          hint={text('intake.corrections.reason.hint')}
          id="reason"
          name="reason"
          rows={3}
          maxLength={1000}
          error={errorAt('reason')}
        />
      ) : null}
      <BookingFields
        provisional={frame.year >= view.now}
        rise={view.rise}
        seen={view.seen}
        prior={view.prior}
      />
      <FormActions>
        <Button kind="primary" busy={busy}>
          {text(view.prior ? 'realisation.preview.book.submit' : 'realisation.preview.book')}
        </Button>
      </FormActions>
    </Form>
  );
}
