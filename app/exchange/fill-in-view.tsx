import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { formatExact } from '#app/kernel/amount-format.ts';
import { SheetUpload } from '#app/realisation/sheet-upload.tsx';
import { starred } from '#app/render/fill-in.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Radios } from '#app/ui/choice.tsx';
import { FormActions } from '#app/ui/form.tsx';
import { Notes } from '#app/ui/notes.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { type Text, useLocale, useText } from '#app/ui/text.tsx';
import type { CellChange, FillInDifference } from './fill-in-difference.ts';
import { fillInFormats } from './fill-in-format.ts';
import type { FilledValue } from './fill-in-read.ts';
import { RefusedRows } from './fill-in-refused.tsx';
import './fill-in.css';

/** Fetching the table and handing it in: the two steps of a round trip. */
export function FillInSteps({
  here,
  query = '',
  error,
}: {
  here: string;
  /** of the address, with its question mark */
  query?: string;
  error?: string | undefined;
}) {
  const text = useText();
  return (
    <>
      <section className="fill-in-step">
        <h2>{text('fill-in.out')}</h2>
        <p>{text('fill-in.out.lead')}</p>
        <p className="fill-in-files">
          {fillInFormats.map((format) => (
            <a key={format} href={`${here}/${format}${query}`} download className="button button-secondary">
              {format.toUpperCase()}
            </a>
          ))}
        </p>
      </section>
      <section className="fill-in-step">
        <h2>{text('fill-in.in')}</h2>
        <SheetUpload
          label={text('fill-in.file')}
          hint={text('fill-in.file.hint')}
          submit={text('fill-in.read')}
          intent="read"
          accept=".xlsx,.ods,.csv"
          error={error}
        />
      </section>
    </>
  );
}

export type ShownDifference = FillInDifference & {
  file: string;
  ignored: string[];
  /** the file did not tell what stood here when it was fetched */
  blind: boolean;
};

type ViewProps = {
  shown: ShownDifference;
  here: string;
  /** a row by its key, in words */
  rowName: (key: readonly string[]) => string;
  /** the head of a column, where it is not its key */
  fieldName?: (key: string) => string;
  /** a text of a field in words, where it is written otherwise in the file */
  valueName?: (field: string, value: string) => string;
  /** decimals of a row's numbers; null for text */
  decimalsOf: (key: readonly string[], field: string) => number | null;
  /** what else is asked before saving */
  also?: ReactNode;
};

/** As many as somebody reads; the rest is counted and saved too. */
const shownChanges = 500;

/** Exactly what a filled-in table would change, cell by cell, and the button that does it. */
export function FillInResult({
  shown,
  here,
  rowName,
  fieldName = (key) => key,
  valueName = (_, value) => value,
  decimalsOf,
  also,
}: ViewProps) {
  const text = useText();
  const locale = useLocale();
  const { changes, conflicts, refused } = shown;
  const print = ({ key, field }: CellChange, value: FilledValue | undefined) =>
    typeof value === 'number'
      ? formatExact(value, decimalsOf(key, field) ?? 0, locale)
      : starred(value) === null
        ? value
          ? valueName(field, value)
          : text('fill-in.empty')
        : `${formatExact(starred(value)!, decimalsOf(key, field) ?? 0, locale)}*`;
  // words read from the left, also where numbers stand in the same column
  const cell = (one: CellChange, value: FilledValue) =>
    decimalsOf(one.key, one.field) === null ? (
      <span className="fill-in-word">{print(one, value)}</span>
    ) : (
      print(one, value)
    );
  const texts = changes.every(({ key, field }) => decimalsOf(key, field) === null);
  return (
    <>
      <section className="fill-in-step">
        <h2>{text('fill-in.result', { file: shown.file })}</h2>
        <p>
          {text('fill-in.result.counts', {
            changes: changes.length + conflicts.length,
            same: shown.same,
            refused: refused.length,
          })}
        </p>
        <Remarks shown={shown} />
      </section>
      <RefusedRows {...{ refused, rowName, fieldName }} lead={text('fill-in.refused.lead')} />
      {changes.length > 0 ? (
        <DataTable
          caption={text('fill-in.changes')}
          note={
            changes.length > shownChanges
              ? text('fill-in.more', { shown: shownChanges, count: changes.length })
              : undefined
          }
          rowHead={text('fill-in.row')}
          columns={[
            { key: 'field', head: text('fill-in.field'), kind: 'text' },
            { key: 'before', head: text('fill-in.before'), actual: true, ...(texts && { kind: 'text' }) },
            { key: 'after', head: text('fill-in.after'), ...(texts && { kind: 'text' }) },
            ...(texts ? [] : [{ key: 'difference', head: text('fill-in.difference') }]),
          ]}
          rows={changes.slice(0, shownChanges).map((one) => ({
            key: `${one.key.join()} ${one.field}`,
            head: rowName(one.key),
            cells: {
              field: fieldName(one.field),
              before: cell(one, one.before),
              after: cell(one, one.after),
              difference: differenceOf(one, { decimals: decimalsOf(one.key, one.field) ?? 0, locale, text }),
            },
          }))}
        />
      ) : null}
      {changes.length + conflicts.length + refused.length === 0 ? (
        <Notice title={text('fill-in.nothing')} />
      ) : null}
      <Form method="post" className="fill-in-save">
        <input type="hidden" name="changes" value={JSON.stringify(changes)} />
        <input type="hidden" name="name" value={shown.file} />
        {refused.length > 0 ? <input type="hidden" name="refused" value={JSON.stringify(refused)} /> : null}
        {conflicts.length > 0 ? (
          <section className="fill-in-step">
            <h2>{text('fill-in.conflicts')}</h2>
            <p>{text('fill-in.conflicts.lead')}</p>
            <input type="hidden" name="conflicts" value={JSON.stringify(conflicts)} />
            {conflicts.map((one, i) => (
              <Radios
                key={`${one.key.join()} ${one.field}`}
                name={`choice.${i}`}
                label={text('fill-in.conflict', {
                  row: rowName(one.key),
                  field: fieldName(one.field),
                  was: print(one, one.was),
                })}
                defaultValue="theirs"
                options={[
                  {
                    value: 'theirs',
                    label: text('fill-in.conflict.theirs', { value: print(one, one.before) }),
                  },
                  {
                    value: 'mine',
                    label: text('fill-in.conflict.mine', { value: print(one, one.after) }),
                  },
                ]}
              />
            ))}
          </section>
        ) : null}
        {changes.length + conflicts.length > 0 ? also : null}
        <FormActions>
          {changes.length + conflicts.length > 0 ? (
            <Button kind="primary" name="intent" value="save">
              {text('fill-in.save', { count: changes.length })}
            </Button>
          ) : null}
          <ButtonLink href={here}>{text('fill-in.again')}</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

function Remarks({ shown }: { shown: ShownDifference }) {
  const text = useText();
  return (
    <Notes
      lines={[
        shown.blind && text('fill-in.result.blind'),
        shown.kept > 0 && text('fill-in.result.kept', { count: shown.kept }),
        shown.absent > 0 && text('fill-in.result.absent', { count: shown.absent }),
        shown.ignored.length > 0 && text('fill-in.result.ignored', { columns: shown.ignored.join(', ') }),
      ]}
    />
  );
}

function differenceOf(
  { before, after }: CellChange,
  { decimals, locale, text }: { decimals: number; locale: 'nl' | 'en'; text: Text },
): string {
  const [was, now] = [starred(before) ?? before, starred(after) ?? after];
  if (typeof was === 'string' || typeof now === 'string') return '';
  const star = typeof after === 'string' ? 'provisional' : typeof before === 'string' ? 'final' : null;
  const difference = (now ?? 0) - (was ?? 0);
  const amount = `${difference > 0 ? '+' : ''}${formatExact(difference, decimals, locale)}`;
  // the star alone came or went
  if (difference === 0 && star) return text(`fill-in.difference.${star}`);
  return amount;
}
