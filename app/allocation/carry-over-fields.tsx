import { Form } from 'react-router';
import type { ErrorWords } from '#app/funding/error-words.tsx';
import { sum } from '#app/kernel/money.ts';
import { years } from '#app/kernel/period.ts';
import type { Problem } from '#app/kernel/problem.ts';
import { Button } from '#app/ui/button.tsx';
import { FormActions, TextArea } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { Money } from '#app/ui/money.tsx';
import { DataTable, type TableRow } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { leftOf } from './carry-over.ts';
import type { CarryScreen } from './carry-over-document-page.tsx';
import { type CarryRow, carryFields, field } from './carry-over-form.ts';
import { useNames } from './names.tsx';

type Props = {
  screen: CarryScreen;
  problem: Problem | undefined;
  typed: Readonly<Record<string, string>> | undefined;
  words: ErrorWords;
};

/** What a version carries over: a form while it is the reader's to edit, a table afterwards. */
export function CarryFields({ screen, problem, typed, words }: Props) {
  const text = useText();
  const locale = useLocale();
  const names = useNames(screen.vocabulary);
  const { rows, may, version } = screen;
  const stood = carryFields(rows, locale);
  const funds = new Set(rows.map((row) => row.fund));
  const at = (path: string) => problem?.errors.find((one) => one.path === path);
  const input = (row: CarryRow, index: number, name: 'cents' | 'reason') => {
    const path = field(index, name);
    const error = at(path);
    const theirs = problem?.code === 'conflict' && typed?.[path] !== stood[path];
    return (
      <>
        <input
          id={path}
          name={path}
          type="text"
          inputMode={name === 'cents' ? 'decimal' : undefined}
          autoComplete="off"
          className={name === 'cents' ? 'input input-amount' : 'input'}
          aria-label={text(`carry.${name}.label`, { unit: names.unit(row.unit), year: String(row.year) })}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${path}-error` : undefined}
          defaultValue={typed?.[path] ?? stood[path]}
        />
        {error ? (
          <span id={`${path}-error`} className="grid-note">
            {words(error)}
          </span>
        ) : null}
        {theirs ? (
          <span className="grid-note">{text('carry.theirs', { value: stood[path] || '–' })}</span>
        ) : null}
      </>
    );
  };
  const lines = rows.map(
    (row, index): TableRow => ({
      key: `${row.fund} ${row.unit} ${row.year} ${row.to} ${index}`,
      head: names.unit(row.unit),
      cells: {
        fund: names.fund(row.fund),
        from: String(row.year),
        allocated: <Money value={row.end?.allocated ?? null} unit="eur" mark={row.end ? null : 'unknown'} />,
        realised: (
          <Money
            value={row.end?.realised ?? null}
            unit="eur"
            mark={row.end?.realised == null ? 'unknown' : row.end.final ? null : 'provisional'}
          />
        ),
        left: <Left row={row} />,
        to: may.edit ? (
          <To
            row={row}
            index={index}
            screen={screen}
            typed={typed}
            error={at(field(index, 'to'))}
            words={words}
          />
        ) : (
          String(row.to)
        ),
        cents: may.edit ? (
          <>
            <HiddenFields
              fields={{
                [field(index, 'fund')]: row.fund,
                [field(index, 'unit')]: row.unit,
                [field(index, 'year')]: String(row.year),
              }}
            />
            {input(row, index, 'cents')}
          </>
        ) : (
          <Money value={row.cents} unit="eur2" />
        ),
        reason: may.edit ? input(row, index, 'reason') : row.reason,
      },
    }),
  );
  const table = (
    <DataTable
      caption={text('carry.table')}
      note={text('carry.table.note')}
      rowHead={text('carry.unit')}
      columns={[
        { key: 'cents', head: text('carry.column.cents') },
        { key: 'from', head: text('carry.column.from') },
        { key: 'to', head: text('carry.column.to') },
        { key: 'left', head: text('carry.column.left') },
        { key: 'allocated', head: text('carry.column.allocated') },
        { key: 'realised', head: text('carry.column.realised') },
        ...(funds.size > 1 ? [{ key: 'fund', head: text('carry.column.fund'), kind: 'text' as const }] : []),
        { key: 'reason', head: text('carry.column.reason'), kind: 'text' },
      ]}
      rows={[
        ...lines,
        {
          key: '*',
          kind: 'total',
          head: text('carry.total.moved'),
          cells: { cents: <Money value={sum(rows.map((row) => row.cents))} unit="eur2" /> },
        },
      ]}
    />
  );
  if (!may.edit) return table;
  return (
    <Form method="post" noValidate>
      <HiddenFields fields={{ revision: String(screen.revision) }} />
      <TextArea
        id="reason"
        name="reason"
        optional
        rows={2}
        label={text('carry.reason.all')}
        hint={text('carry.reason.all.hint')}
        defaultValue={typed?.reason ?? version.note}
      />
      {table}
      <p className="sub">{text('carry.submit.hint')}</p>
      <FormActions>
        <Button kind="primary" name="intent" value="submit">
          {text('carry.submit')}
        </Button>
        <Button name="intent" value="save">
          {text('carry.save')}
        </Button>
      </FormActions>
    </Form>
  );
}

function Left({ row }: { row: CarryRow }) {
  const left = row.end ? leftOf(row.end) : null;
  return <Money value={left} unit="eur2" mark={left === null ? 'unknown' : null} />;
}

type ToProps = {
  row: CarryRow;
  index: number;
  screen: CarryScreen;
  typed: Props['typed'];
  error: Parameters<ErrorWords>[0] | undefined;
  words: ErrorWords;
};

function To({ row, index, screen, typed, error, words }: ToProps) {
  const text = useText();
  const names = useNames(screen.vocabulary);
  const path = field(index, 'to');
  return (
    <>
      <select
        id={path}
        name={path}
        className="input"
        aria-label={text('carry.to.label', { unit: names.unit(row.unit), year: String(row.year) })}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${path}-error` : undefined}
        defaultValue={typed?.[path] ?? String(row.to)}
      >
        {years(row.year + 1, Math.max(screen.lastYear, row.to)).map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
      {error ? (
        <span id={`${path}-error`} className="grid-note">
          {words(error)}
        </span>
      ) : null}
    </>
  );
}
