import { useState } from 'react';
import { Form } from 'react-router';
import { formatExact } from '#app/kernel/amount-format.ts';
import { useFieldError } from '#app/plan/reason.tsx';
import { Button } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Money } from '#app/ui/money.tsx';
import { SeriesKey } from '#app/ui/series.tsx';
import { DataTable, type TableRow } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { AmountInput } from './amount-input.tsx';
import { ExtraRow } from './extra-row.tsx';
import type { TypedRow } from './realisation.input.ts';
import { blank, signsOf, startRows, totalRow, typedEuros } from './report-form-row.tsx';
import type { Outcome } from './report-post.server.ts';
import type { ReportRow } from './report-row.ts';
import type { ReportView } from './report-view.ts';
import { RowName, useRowLabel } from './row-name.tsx';
import { rowEuros } from './row-sum.ts';
import { placeField } from './typed-row.ts';

type Edit = Extract<Outcome, { view: 'edit' }>;
/** The year's spending by hand: a row per measure of the plan, its budget beside it, the difference live. */
export function ReportForm({ report, outcome }: { report: ReportView; outcome: Edit | null }) {
  const text = useText();
  const locale = useLocale();
  const errorAt = useFieldError(outcome?.problem);
  const [rows, setRows] = useState(() => outcome?.rows ?? startRows(report, locale));
  const labelOf = useRowLabel(report);
  const planned = rows.slice(0, report.rows.length);
  const extra = rows.slice(report.rows.length);
  const change = (index: number, part: Partial<TypedRow>) =>
    setRows((all) => all.map((row, i) => (i === index ? { ...row, ...part } : row)));
  const writable = report.mayRecord;

  const lineRow = (row: ReportRow, index: number): TableRow => {
    const typed = planned[index]!;
    const label = labelOf(row);
    const field = (name: 'eur' | 'fte') => ({
      name: `${name}:${index}`,
      id: `${name}-${index}`,
      value: typed[name],
      label: text(`realisation.form.cell.${name}`, { row: label }),
      error: errorAt(`${name}:${index}`),
      asked: outcome?.problem?.errors.find((one) => one.path === `${name}:${index}`)?.params ?? null,
      onChange: (value: string) => change(index, { [name]: value }),
    });
    const budget = row.budget ? rowEuros([row.budget], report) : null;
    const spent = typedEuros(typed, report, locale);
    return {
      key: String(index),
      head: (
        <>
          <RowName row={row} report={report} error={errorAt(`what:${index}`)} id={`what-${index}`} />
          {writable ? <input type="hidden" name={`place:${index}`} value={placeField(row.place)} /> : null}
        </>
      ),
      cells: {
        budget: <Money value={budget} unit="eur" mark={row.budget?.mark} />,
        eur: writable ? (
          <AmountInput unit="eur" {...field('eur')} />
        ) : (
          <Money value={(row.booked?.memo ?? row.booked)?.cents ?? null} unit="eur" mark={row.booked?.mark} />
        ),
        difference: (
          <Money
            value={budget === null || typeof spent !== 'number' ? null : spent - budget}
            unit="eur"
            sign
            signs={signsOf([typed])}
          />
        ),
        fte: (
          <span className="realisation-fte">
            {writable ? (
              <AmountInput unit="fte" {...field('fte')} />
            ) : (
              <Money value={(row.booked?.memo ?? row.booked)?.fteMilli ?? null} unit="fte" />
            )}
            {row.budget?.fteMilli == null ? null : (
              <small>
                {text('realisation.form.fte-budget', { fte: formatExact(row.budget.fteMilli, 3, locale) })}
              </small>
            )}
          </span>
        ),
        memo: writable ? (
          <input
            type="checkbox"
            name={`memo:${index}`}
            aria-label={text('realisation.form.cell.memo', { row: label })}
            checked={typed.memo}
            onChange={(event) => change(index, { memo: event.target.checked })}
          />
        ) : row.booked?.memo ? (
          text('realisation.form.memo')
        ) : null,
        note: writable ? (
          <input
            name={`note:${index}`}
            className="input realisation-note"
            aria-label={text('realisation.form.cell.note', { row: label })}
            value={typed.note}
            maxLength={1000}
            onChange={(event) => change(index, { note: event.target.value })}
          />
        ) : (
          (row.booked?.note ?? '')
        ),
      },
    };
  };

  const table = (
    <DataTable
      caption={text('realisation.form.caption', { year: String(report.year) })}
      note={writable ? text('realisation.form.note') : undefined}
      rowHead={text('realisation.form.measure')}
      columns={[
        { key: 'budget', head: text('realisation.budget') },
        { key: 'eur', head: text('realisation.form.eur') },
        { key: 'difference', head: text('realisation.difference') },
        { key: 'fte', head: text('realisation.form.fte') },
        { key: 'memo', head: text('realisation.form.memo'), kind: 'text' },
        { key: 'note', head: text('realisation.form.note-field'), kind: 'text' },
      ]}
      rows={[
        ...byTheme(report, lineRow),
        totalRow(
          report,
          rows.map((row) => typedEuros(row, report, locale)),
          { head: text('realisation.form.total'), signs: signsOf(rows) },
        ),
      ]}
    />
  );
  const empty = report.rows.length === 0;
  return (
    <section aria-labelledby="form-title" className="realisation-form">
      <h3 id="form-title" className="visually-hidden">
        {text('realisation.form')}
      </h3>
      {empty ? (
        <Empty title={text('realisation.form.empty')}>{text('realisation.form.empty.next')}</Empty>
      ) : null}
      {writable ? (
        <Form method="post" encType="multipart/form-data">
          <input type="hidden" name="rows" value={rows.length} />
          {empty ? null : table}
          <h4>{text('realisation.form.extra')}</h4>
          {extra.map((row, i) => {
            const index = report.rows.length + i;
            return (
              <ExtraRow
                key={index}
                {...{ report, row, index, number: i + 1, errorAt }}
                problem={outcome?.problem ?? null}
                onChange={(part) => change(index, part)}
              />
            );
          })}
          <div className="form-actions">
            <Button kind="primary" name="intent" value="preview-rows">
              {text('realisation.form.preview')}
            </Button>
            <Button type="button" kind="quiet" onClick={() => setRows((all) => [...all, blank])}>
              {text('realisation.form.add')}
            </Button>
          </div>
        </Form>
      ) : (
        !empty && table
      )}
    </section>
  );
}

function byTheme(report: ReportView, lineRow: (row: ReportRow, index: number) => TableRow): TableRow[] {
  let theme: string | null | undefined;
  return report.rows.flatMap((row, index) => {
    const line = lineRow(row, index);
    const found = report.themes.find((one) => one.code === row.place.node);
    if (row.place.node === theme) return [line];
    theme = row.place.node;
    return found
      ? [
          { key: `theme ${found.code}`, kind: 'group' as const, head: <ThemeHead {...found} />, cells: {} },
          line,
        ]
      : [line];
  });
}

function ThemeHead({ series, name }: { series: number; name: string }) {
  return (
    <>
      <SeriesKey series={series} />
      {name}
    </>
  );
}
