import { Form, useNavigation } from 'react-router';
import type { ActionResult } from '#app/identity/action.ts';
import { ProblemSummary } from '#app/plan/reason.tsx';
import { Badge, type Tone } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { DateText, useText } from '#app/ui/text.tsx';
import type { HubView } from './intake-hub.ts';
import { SheetUpload } from './sheet-upload.tsx';

type Props = { view: HubView; here: string; result: ActionResult | undefined };

const tones: Record<string, Tone> = { waiting: 'warn', read: 'ok', withdrawn: 'neutral' };

/** The files that were taken in, and the way to add one. */
export function IntakeFiles({ view, here, result }: Props) {
  const text = useText();
  const busy = useNavigation();
  const sending = busy.formData?.get('intent') === 'upload';
  const problem = result?.intent === 'upload' && 'problem' in result ? result.problem : null;
  return (
    <section aria-labelledby="files" className="intake-section">
      <h3 id="files">{text('intake.files')}</h3>
      <ProblemSummary problem={problem} />
      {view.files.length === 0 ? (
        <Empty title={text('intake.files.none')}>{text('intake.files.none.next')}</Empty>
      ) : (
        <DataTable
          caption={text('intake.files.caption')}
          note={text('intake.files.note')}
          rowHead={text('intake.file')}
          columns={[
            { key: 'state', head: text('intake.file.state'), kind: 'text' },
            { key: 'asOf', head: text('intake.file.as-of'), kind: 'text' },
            { key: 'rows', head: text('intake.file.rows') },
            { key: 'cents', head: text('intake.file.amount') },
            {
              key: 'act',
              head: <span className="visually-hidden">{text('intake.file.act')}</span>,
              kind: 'text',
            },
          ]}
          rows={view.files.map((file) => ({
            key: String(file.number),
            head: (
              <>
                {file.number}. {file.name}
                {file.note ? <small className="intake-note">{file.note}</small> : null}
              </>
            ),
            cells: {
              state: (
                <Badge tone={tones[file.status] ?? 'neutral'}>{text(`intake.file.${file.status}`)}</Badge>
              ),
              asOf: file.asOf ? (
                <>
                  <DateText iso={file.asOf} />
                  {file.complete ? null : (
                    <small className="intake-note">{text('intake.file.partial')}</small>
                  )}
                </>
              ) : null,
              rows: file.status === 'waiting' ? null : String(file.rows),
              cents: file.status === 'waiting' ? null : <Money value={file.cents} unit="eur2" />,
              act:
                file.status === 'withdrawn' ? null : (
                  <>
                    {file.status === 'waiting' ? (
                      <Link href={`${here}/files/${file.number}`}>{text('intake.file.continue')}</Link>
                    ) : null}
                    <Withdraw number={file.number} result={result} />
                  </>
                ),
            },
          }))}
        />
      )}
      <SheetUpload
        label={text('intake.upload')}
        hint={text('intake.upload.hint')}
        submit={text(sending ? 'intake.upload.busy' : 'intake.upload.go')}
        intent="upload"
        busy={sending}
        className="intake-upload"
      >
        <p className="realisation-quiet">
          {text('intake.example')}{' '}
          {['csv', 'xlsx'].map((format) => (
            <a key={format} href={`${here}/example/${format}`} download className="realisation-format">
              {format.toUpperCase()}
            </a>
          ))}
        </p>
      </SheetUpload>
    </section>
  );
}

/** Takes a file out again, with why. */
function Withdraw({ number, result }: { number: number; result: Props['result'] }) {
  const text = useText();
  const mine = result?.intent === 'withdraw' && result.key === String(number) ? result : null;
  const problem = mine && 'problem' in mine ? mine.problem : null;
  return (
    <details className="intake-fold" open={problem ? true : undefined}>
      <summary>{text('intake.withdraw')}</summary>
      <Form method="post">
        <input type="hidden" name="key" value={number} />
        <TextField
          label={text('intake.withdraw.reason')}
          name="note"
          maxLength={1000}
          error={problem ? text('rejection.intake.reason-needed') : null}
        />
        <Button small name="intent" value="withdraw">
          {text('intake.withdraw.go')}
        </Button>
      </Form>
    </details>
  );
}
