import { Form, redirect, useNavigation } from 'react-router';
import { parseInput } from '#app/identity/form.server.ts';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { type FieldError, InvalidInput } from '#app/kernel/rejection.ts';
import { ProblemSummary, reasonText } from '#app/plan/reason.tsx';
import { Button } from '#app/ui/button.tsx';
import { Radios } from '#app/ui/choice.tsx';
import { DateField, FormActions } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/intake-file-page';
import { readInput } from './intake.input.ts';
import { getIntake } from './intake.server.ts';
import { afterReading, intakeAddress } from './intake-edge.ts';
import { readIntakeFile } from './intake-file.server.ts';
import { IntakeHead } from './intake-head.tsx';
import { frameOf } from './intake-hub.ts';
import { headName, type IntakeField, type IntakeMapping, intakeFields } from './intake-layout.ts';
import { getIntakeFile } from './intake-view.server.ts';
import { WrongFile } from './report-upload.tsx';

const numberOf = (params: { number: string }) =>
  /^\d{1,6}$/.test(params.number) ? Number(params.number) : 0;

export async function loader(args: Route.LoaderArgs) {
  const address = intakeAddress(args.params, args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    const { report: _, ...file } = await getIntakeFile(tx, actor, {
      ...address,
      number: numberOf(args.params),
    });
    return { ...file, frame: frameOf(await getIntake(tx, actor, address)), today: isoDate(address.now) };
  });
}

export async function action(args: Route.ActionArgs) {
  const address = intakeAddress(args.params, args.context.get(edgeContext).clock());
  const form = await args.request.formData();
  const { mapping, chosen, twice } = mappingOf(form);
  const asked = { asOf: String(form.get('asOf') ?? ''), complete: form.get('complete') !== 'partial' };
  const result = await act(args, (tx, actor) => {
    if (twice.length > 0) throw new InvalidInput(twice);
    const { asOf, complete } = parseInput(readInput, asked);
    return readIntakeFile(tx, actor, { ...address, number: numberOf(args.params), mapping, asOf, complete });
  });
  if ('problem' in result) return { problem: result.problem, mapping, chosen, asked };
  const { scheme, unit, year } = args.params;
  const read = afterReading({ number: numberOf(args.params), ...result.done.notes });
  throw redirect(`/schemes/${scheme}/realisation/${unit}/${year}/intake${read}`);
}

type Chosen = { mapping: IntakeMapping; chosen: Record<number, IntakeField>; twice: FieldError[] };

/** The columns as they were chosen: `column-<n>` names its field. What two columns are said to be is wrong. */
function mappingOf(form: FormData): Chosen {
  const columns: IntakeMapping['columns'] = {};
  const chosen: Record<number, IntakeField> = {};
  const twice: FieldError[] = [];
  for (const [name, value] of form) {
    const column = /^column-(\d{1,3})$/.exec(name)?.[1];
    const field = intakeFields.find((one) => one === value);
    if (column === undefined || !field) continue;
    chosen[Number(column)] = field;
    if (columns[field] !== undefined)
      twice.push({ path: name, code: 'intake.column-twice', params: { field } });
    columns[field] = Number(column);
  }
  const grouping = form.get('grouping');
  const mapping: IntakeMapping = {
    columns,
    grouping: grouping === '.' || grouping === ',' ? grouping : null,
    dates: form.get('dates') === 'mdy' ? 'mdy' : 'dmy',
    costs: form.get('costs') === 'minus' ? 'minus' : 'plus',
  };
  return { mapping, chosen, twice };
}

export default function IntakeFilePage({ loaderData: view, actionData: result }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const busy = useNavigation().state !== 'idle';
  const { file, heads, sample, known, frame } = view;
  const mapping = result?.mapping ?? view.mapping;
  const problem = result?.problem ?? null;
  const placed = problem?.errors.some((error) => error.params.row != null) ?? false;
  const fieldAt = (column: number): IntakeField | '' =>
    (result ? result.chosen[column] : intakeFields.find((field) => view.mapping.columns[field] === column)) ??
    '';
  const ofColumns = problem?.errors.every((error) => error.path.startsWith('column-')) ?? false;
  return (
    <IntakeHead frame={frame} step="files">
      <h3>{text('intake.map.title', { name: file.name })}</h3>
      {known ? (
        <Notice tone="ok" title={text('intake.map.known')}>
          {text('intake.map.known.by', { name: known.by, date: formatDate(known.at, locale) })}
        </Notice>
      ) : (
        <p className="lead">{text('intake.map.lead')}</p>
      )}
      {problem && placed ? (
        <WrongFile file={file.name} problem={problem} />
      ) : problem?.errors.length ? (
        <Notice tone="error" live title={text(ofColumns ? 'intake.map.wrong' : 'intake.map.not')}>
          <ul className="reasons">
            {problem.errors.map((error) => (
              <li key={error.path}>{reasonText(text, locale, error)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <ProblemSummary problem={problem} />
      )}
      {file.status === 'waiting' ? (
        <Form method="post" className="intake-map">
          <DataTable
            caption={text('intake.map.columns')}
            note={text('intake.map.columns.note')}
            rowHead={text('intake.map.column')}
            columns={[
              { key: 'is', head: text('intake.map.is'), kind: 'text' },
              ...sample.map((_, i) => ({
                key: `row${i}`,
                head: text('intake.map.row', { number: i + 1 }),
                kind: 'text' as const,
              })),
            ]}
            rows={heads.map((_, column) => ({
              key: String(column),
              head: headName(heads, column),
              cells: {
                is: (
                  <select
                    name={`column-${column}`}
                    defaultValue={fieldAt(column)}
                    className="input"
                    aria-label={text('intake.map.is.of', { column: headName(heads, column) })}
                  >
                    <option value="">{text('intake.field.none')}</option>
                    {intakeFields.map((field) => (
                      <option key={field} value={field}>
                        {text(`intake.field.${field}`)}
                      </option>
                    ))}
                  </select>
                ),
                ...Object.fromEntries(sample.map((cells, i) => [`row${i}`, cells[column] ?? ''])),
              },
            }))}
          />
          <div className="intake-choices">
            <Radios
              label={text('intake.map.grouping')}
              hint={text('intake.map.grouping.hint')}
              name="grouping"
              defaultValue={mapping.grouping ?? 'ask'}
              options={(['.', ',', 'ask'] as const).map((value) => ({
                value,
                label: text(
                  `intake.map.grouping.${value === '.' ? 'point' : value === ',' ? 'comma' : 'ask'}`,
                ),
              }))}
            />
            <Radios
              label={text('intake.map.dates')}
              name="dates"
              defaultValue={mapping.dates}
              options={(['dmy', 'mdy'] as const).map((value) => ({
                value,
                label: text(`intake.map.dates.${value}`),
              }))}
            />
            <Radios
              label={text('intake.map.costs')}
              name="costs"
              defaultValue={mapping.costs}
              options={(['plus', 'minus'] as const).map((value) => ({
                value,
                label: text(`intake.map.costs.${value}`),
              }))}
            />
            <Radios
              label={text('intake.map.complete')}
              name="complete"
              defaultValue={result?.asked.complete === false ? 'partial' : 'complete'}
              options={(['complete', 'partial'] as const).map((value) => ({
                value,
                label: text(`intake.map.complete.${value}`),
                hint: text(`intake.map.complete.${value}.hint`),
              }))}
            />
            <DateField
              label={text('intake.map.as-of')}
              hint={text('intake.map.as-of.hint')}
              name="asOf"
              defaultValue={result?.asked.asOf || (view.lastDay ?? view.today)}
            />
          </div>
          <FormActions>
            <Button kind="primary" busy={busy}>
              {text(busy ? 'intake.map.busy' : 'intake.map.go')}
            </Button>
          </FormActions>
        </Form>
      ) : (
        <Notice title={text('intake.map.already')} />
      )}
    </IntakeHead>
  );
}
