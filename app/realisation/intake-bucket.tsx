import { Form } from 'react-router';
import type { ActionResult } from '#app/identity/action.ts';
import { ProblemSummary } from '#app/plan/reason.tsx';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choice.tsx';
import { Options, TextField } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { Link } from '#app/ui/link.tsx';
import { Money } from '#app/ui/money.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import { usePeriod } from './intake-head.tsx';
import type { HubView, UnmappedRow } from './intake-hub.ts';

type Props = { view: HubView; here: string; result: ActionResult | undefined };

/** What no rule explains: each is mapped or left out with a reason before anything can be booked. */
export function IntakeBucket({ view, here, result }: Props) {
  const text = useText();
  const problem = result?.intent === 'rule' && 'problem' in result ? result.problem : null;
  const { unmapped } = view.totals;
  if (view.totals.file.rows === 0) return null;
  return (
    <section aria-labelledby="bucket" className="intake-section">
      <h3 id="bucket">{text('intake.bucket')}</h3>
      <ProblemSummary problem={problem} />
      {unmapped.rows === 0 ? (
        <Notice tone="ok" live title={text('intake.bucket.empty')} />
      ) : (
        <>
          <p>{text('intake.bucket.lead', { count: unmapped.rows, cents: unmapped.cents })}</p>
          <BucketTable view={view} here={here} />
          <BucketPages view={view} here={here} />
        </>
      )}
      {view.excluded.length > 0 ? (
        <DataTable
          caption={text('intake.excluded')}
          rowHead={text('intake.rule')}
          columns={[
            { key: 'reason', head: text('intake.excluded.reason'), kind: 'text' },
            { key: 'rows', head: text('intake.file.rows') },
            { key: 'cents', head: text('intake.file.amount') },
          ]}
          rows={view.excluded.map((one) => ({
            key: String(one.rule),
            head: text('intake.rule.number', { number: one.rule }),
            cells: {
              reason: one.reason,
              rows: String(one.rows),
              cents: <Money value={one.cents} unit="eur2" />,
            },
          }))}
        />
      ) : null}
    </section>
  );
}

function BucketTable({ view, here }: Omit<Props, 'result'>) {
  const text = useText();
  const period = usePeriod();
  const name = ({ costCentre, account, description }: UnmappedRow) =>
    [costCentre, account, description].filter(Boolean).join(' · ');
  return (
    <DataTable
      caption={text('intake.bucket.caption')}
      rowHead={text('intake.bucket.what')}
      columns={[
        { key: 'rows', head: text('intake.file.rows') },
        { key: 'cents', head: text('intake.file.amount') },
        { key: 'act', head: text('intake.bucket.act'), kind: 'text' },
      ]}
      rows={view.unmapped.map((row) => ({
        key: name(row),
        head: (
          <>
            {row.costCentre} · {row.account}
            {row.description ? <span className="intake-text">{row.description}</span> : null}
            <small className="intake-note">{row.periods.map(period).join(', ')}</small>
          </>
        ),
        cells: {
          rows: String(row.rows),
          cents: <Money value={row.cents} unit="eur2" />,
          act: <BucketForms view={view} row={row} name={name(row)} here={here} />,
        },
      }))}
    />
  );
}

/** Ways to the other groups, the largest amounts first. */
function BucketPages({ view: { page, pages, unmappedCount }, here }: Omit<Props, 'result'>) {
  const text = useText();
  if (pages === 1) return null;
  const to = (number: number) => `${here}?page=${number}#bucket`;
  return (
    <nav className="exports" aria-label={text('intake.bucket.pages')}>
      {text('intake.bucket.page', { page, pages, count: unmappedCount })}{' '}
      {page > 1 ? <Link href={to(page - 1)}>{text('intake.bucket.page.previous')}</Link> : null}{' '}
      {page < pages ? <Link href={to(page + 1)}>{text('intake.bucket.page.next')}</Link> : null}
    </nav>
  );
}

/** Two clicks: choose what it was spent on, make the rule. Or leave it out, with why. */
function BucketForms(props: { view: HubView; row: UnmappedRow; name: string; here: string }) {
  const text = useText();
  const { view, row, name } = props;
  const { costCentre, account, description } = row;
  const hidden = { intent: 'rule', key: name, costCentre, account, description };
  const query = new URLSearchParams({ costCentre, account, ...(description && { contains: description }) });
  return (
    <div className="intake-acts">
      <Form method="post" preventScrollReset className="intake-line">
        <HiddenFields fields={{ ...hidden, fund: view.ownFund }} />
        <select
          name="target"
          className="input"
          aria-label={text('intake.bucket.target', { name })}
          required
          defaultValue=""
        >
          <option value="" disabled>
            {text('intake.bucket.choose')}
          </option>
          <Options
            options={view.targets.map((one) => ({
              ...one,
              group: one.group || text('intake.target.themes'),
            }))}
          />
        </select>
        <Button small>
          {text('intake.bucket.map')}
          <span className="visually-hidden"> {name}</span>
        </Button>
      </Form>
      <details className="intake-fold">
        <summary>
          {text('intake.bucket.exclude')}
          <span className="visually-hidden"> {name}</span>
        </summary>
        <Form method="post" preventScrollReset>
          <HiddenFields fields={{ ...hidden, outcome: 'exclude' }} />
          <TextField label={text('intake.bucket.reason')} name="reason" maxLength={1000} />
          {description ? (
            <Checkbox label={text('intake.bucket.exact', { description })} name="exact" defaultChecked />
          ) : null}
          <Button small>{text('intake.bucket.exclude.go')}</Button>
        </Form>
      </details>
      <Link href={`${props.here}/rules?${query}#rule`}>{text('intake.bucket.wider')}</Link>
    </div>
  );
}
