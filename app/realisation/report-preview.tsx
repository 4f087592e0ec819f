import { Form } from 'react-router';
import { ProblemSummary, useFieldError } from '#app/plan/reason.tsx';
import { Badge, type Tone } from '#app/ui/badge.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { FormActions } from '#app/ui/form.tsx';
import { type AmountSign, Money } from '#app/ui/money.tsx';
import { Notes } from '#app/ui/notes.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { DataTable, type TableRow } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import { BookingFields } from './booking-fields.tsx';
import { CheckList } from './check-list.tsx';
import type { Change, ChangeState } from './realisation.ts';
import type { Outcome } from './report-post.server.ts';
import type { ReportView } from './report-view.ts';
import { RowName } from './row-name.tsx';
import { rowEuros } from './row-sum.ts';

type Shown = Extract<Outcome, { view: 'preview' }>;

const tones: Record<ChangeState, Tone> = {
  new: 'accent',
  changed: 'neutral',
  unchanged: 'neutral',
  dropped: 'warn',
};

/** Exactly what will be booked, against what is in force; booking asks for this very preview back. */
export function ReportPreview({ report, outcome }: { report: ReportView; outcome: Shown }) {
  const text = useText();
  const { shown, notes } = outcome;
  const count = (state: ChangeState) => shown.changes.filter((change) => change.state === state).length;
  const dropped = count('dropped');
  const moved = shown.changes.filter((change) => change.state !== 'unchanged');
  const still = shown.changes.filter((change) => change.state === 'unchanged');
  return (
    <section aria-labelledby="preview" className="realisation-preview">
      <h3 id="preview">{text('realisation.preview')}</h3>
      <p>{text('realisation.preview.lead')}</p>
      <ProblemSummary problem={outcome.problem} />
      <p className="realisation-counts">
        <strong>
          {text('realisation.preview.counts', {
            ...{ new: count('new'), changed: count('changed') },
            ...{ dropped, unchanged: count('unchanged') },
          })}
        </strong>
      </p>
      {notes ? <FileNotes notes={notes} /> : null}
      {dropped > 0 ? (
        <Notice tone="warn" title={text('realisation.preview.dropped', { count: dropped })} />
      ) : null}
      {moved.length > 0 ? (
        <DataTable
          caption={text('realisation.preview.caption')}
          rowHead={text('realisation.form.measure')}
          columns={columns(text)}
          rows={[
            ...moved.map((change, i) => changeRow(change, String(i), report, text)),
            total(shown, report, text),
          ]}
        />
      ) : (
        <Notice title={text('realisation.preview.nothing')} />
      )}
      {still.length > 0 ? (
        <details className="realisation-fold">
          <summary>{text('realisation.preview.unchanged', { count: still.length })}</summary>
          <DataTable
            caption={text('realisation.preview.unchanged', { count: still.length })}
            rowHead={text('realisation.form.measure')}
            columns={columns(text)}
            rows={still.map((change, i) => changeRow(change, String(i), report, text))}
          />
        </details>
      ) : null}
      <CheckList checks={shown.checks} />
      <Confirm report={report} outcome={outcome} />
    </section>
  );
}

type Text = ReturnType<typeof useText>;

function columns(text: Text) {
  return [
    { key: 'state', head: text('realisation.preview.state'), kind: 'text' as const },
    { key: 'before', head: text('realisation.preview.before'), actual: true },
    { key: 'after', head: text('realisation.preview.after') },
    { key: 'difference', head: text('realisation.preview.difference') },
    { key: 'fte', head: text('realisation.form.fte') },
  ];
}

function changeRow(change: Change, key: string, report: ReportView, text: Text): TableRow {
  const { state, place, before, after, note } = change;
  const known = report.rows.find((row) => row.place.measureId === place.measureId && row.name !== null);
  const name = known?.name ?? report.measures.find((one) => one.measureId === place.measureId)?.name ?? null;
  const theme = report.themes.find((one) => one.code === place.node);
  const difference = (after.cents ?? 0) - (before?.cents ?? 0);
  return {
    key,
    series: theme?.series,
    head: (
      <>
        <RowName row={{ name, place, closed: null }} report={report} />
        {after.memo ? <small className="realisation-quiet">{text('realisation.form.memo')}</small> : null}
        {note ? <small className="realisation-quiet">{note}</small> : null}
      </>
    ),
    cells: {
      state: <Badge tone={tones[state]}>{text(`realisation.change.${state}`)}</Badge>,
      before: <Money value={before?.cents ?? null} unit="eur2" mark={before?.pm ? 'pm' : null} />,
      after: <Money value={after.cents} unit="eur2" mark={after.pm ? 'pm' : null} />,
      difference:
        after.cents === null && before?.cents == null ? null : <Money value={difference} unit="eur2" sign />,
      fte:
        after.fteMilli === null && before?.fteMilli == null ? null : (
          <>
            {before?.fteMilli != null && before.fteMilli !== after.fteMilli ? (
              <>
                <Money value={before.fteMilli} unit="fte2" /> →{' '}
              </>
            ) : null}
            <Money value={after.fteMilli} unit="fte2" />
          </>
        ),
    },
  };
}

function pmOf(said: readonly (Change['after'] | null)[]): AmountSign[] {
  return said.some((one) => one?.pm && !one.memo) ? ['pm'] : [];
}

function total({ changes }: Shown['shown'], report: ReportView, text: Text): TableRow {
  const before = rowEuros(
    changes.flatMap((change) => (change.before && !change.before.memo ? [change.before] : [])),
    report,
  );
  const after = rowEuros(
    changes.flatMap((change) => (change.after.memo ? [] : [change.after])),
    report,
  );
  return {
    key: 'total',
    kind: 'total',
    head: text('realisation.form.total'),
    cells: {
      before: <Money value={before} unit="eur2" signs={pmOf(changes.map((change) => change.before))} />,
      after: <Money value={after} unit="eur2" signs={pmOf(changes.map((change) => change.after))} />,
      difference: <Money value={(after ?? 0) - (before ?? 0)} unit="eur2" sign />,
    },
  };
}

function FileNotes({ notes }: { notes: NonNullable<Shown['notes']> }) {
  const text = useText();
  return (
    <Notes
      lines={[
        notes.formulas > 0 && text('realisation.preview.formulas', { count: notes.formulas }),
        notes.withoutAmount > 0 && text('realisation.preview.without-amount', { count: notes.withoutAmount }),
        notes.ignored.length > 0 &&
          text('realisation.preview.ignored', { columns: notes.ignored.join(', ') }),
        notes.proven &&
          text('realisation.preview.proven', { mark: notes.proven === '.' ? 'point' : 'comma' }),
      ]}
    />
  );
}

function Confirm({ report, outcome }: { report: ReportView; outcome: Shown }) {
  const text = useText();
  const error = useFieldError(outcome.problem);
  const { source, shown } = outcome;
  return (
    <Form method="post" encType="multipart/form-data" className="realisation-confirm">
      <input type="hidden" name="source" value={source.kind} />
      <input type="hidden" name="hash" value={shown.hash} />
      {source.kind === 'form' ? (
        <input type="hidden" name="source-rows" value={JSON.stringify(source.rows)} />
      ) : (
        <>
          <input type="hidden" name="file-hash" value={source.file.sha256} />
          <input type="hidden" name="file-name" value={source.file.name} />
          <input type="hidden" name="notation" value={source.notation ?? ''} />
        </>
      )}
      {shown.different ? (
        <BookingFields
          provisional={outcome.provisional}
          note={outcome.note}
          closed={shown.closed}
          noteError={error('note')}
          rise={shown.rise}
          seen={shown.seen}
          prior={report.prior}
        />
      ) : null}
      <FormActions>
        {shown.different ? (
          <Button kind="primary" name="intent" value="book">
            {text(report.prior ? 'realisation.preview.book.submit' : 'realisation.preview.book')}
          </Button>
        ) : null}
        {source.kind === 'form' ? (
          <Button name="intent" value="edit">
            {text('realisation.preview.edit')}
          </Button>
        ) : (
          <ButtonLink href={`/schemes/${report.scheme.code}/realisation/${report.unit.code}/${report.year}`}>
            {text('realisation.preview.another')}
          </ButtonLink>
        )}
      </FormActions>
    </Form>
  );
}
