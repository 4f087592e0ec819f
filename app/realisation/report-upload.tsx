import { Form } from 'react-router';
import type { Problem } from '#app/kernel/problem.ts';
import { reasonText, useFieldError } from '#app/plan/reason.tsx';
import { Button } from '#app/ui/button.tsx';
import { Radios } from '#app/ui/choice.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Outcome } from './report-post.server.ts';
import type { ReportView } from './report-view.ts';
import { SheetUpload } from './sheet-upload.tsx';
import { templateFormats } from './template-format.ts';

/** Reading a file: the question it raises or what is wrong in it comes first, then the choice of a file. */
export function ReportUpload({ report, outcome }: { report: ReportView; outcome: Outcome | null }) {
  const text = useText();
  const wrong = outcome?.view === 'wrong-file' ? outcome : null;
  const fieldError = useFieldError(wrong?.file === '' ? wrong.problem : null)('file');
  const here = `/schemes/${report.scheme.code}/realisation/${report.unit.code}/${report.year}`;
  return (
    <section aria-labelledby="upload" className="realisation-upload">
      {outcome?.view === 'ask' ? <Ask outcome={outcome} /> : null}
      {wrong && wrong.file !== '' ? <WrongFile file={wrong.file} problem={wrong.problem} /> : null}
      <details className="realisation-fold" open={outcome?.view === 'wrong-file' || undefined}>
        <summary>
          <h3 id="upload">{text('realisation.upload')}</h3>
        </summary>
        <p>{text('realisation.upload.lead')}</p>
        <p className="realisation-quiet">{text('realisation.upload.columns')}</p>
        <p>
          {text('realisation.upload.template')}{' '}
          {templateFormats.map((format) => (
            <a key={format} href={`${here}/template/${format}`} download className="realisation-format">
              {format.toUpperCase()}
            </a>
          ))}
        </p>
        <SheetUpload
          label={text('realisation.upload.file')}
          hint={text('realisation.upload.hint')}
          submit={text('realisation.upload.read')}
          intent="preview-file"
          error={fieldError}
          className="realisation-file"
        />
      </details>
    </section>
  );
}

function Ask({ outcome }: { outcome: Extract<Outcome, { view: 'ask' }> }) {
  const text = useText();
  const { file, examples } = outcome;
  const [example = ''] = examples;
  const locale = useLocale();
  const [whole = '', fraction = ''] = example.replace(/[^\d.,]/g, '').split(/[.,]/);
  const others = outcome.problem.errors.filter((error) => error.code !== 'realisation.ambiguous');
  return (
    <>
      <Notice
        tone="warn"
        live
        title={text('realisation.upload.ask', { example: examples.join(', '), file: file.name })}
      >
        <p>{text('realisation.upload.ask.lead')}</p>
        <Form method="post" encType="multipart/form-data">
          <input type="hidden" name="file-hash" value={file.sha256} />
          <input type="hidden" name="file-name" value={file.name} />
          <Radios
            label={text('realisation.ask')}
            name="notation"
            options={[
              {
                value: 'thousands',
                label: text('realisation.upload.ask.thousands', {
                  example,
                  value: formatExactly(whole + fraction, '00', locale),
                }),
              },
              {
                value: 'decimals',
                label: text('realisation.upload.ask.decimals', {
                  example,
                  value: formatExactly(whole, fraction, locale),
                }),
              },
            ]}
          />
          <Button kind="primary" name="intent" value="preview-kept">
            {text('realisation.upload.ask.go')}
          </Button>
        </Form>
      </Notice>
      {others.length > 0 ? (
        <WrongFile file={file.name} problem={{ ...outcome.problem, errors: others }} />
      ) : null}
    </>
  );
}

/** A number that can be read in one way only, in the reader's notation. */
function formatExactly(whole: string, fraction: string, locale: 'nl' | 'en'): string {
  const [group, decimal] = locale === 'nl' ? ['.', ','] : [',', '.'];
  return whole.replace(/\B(?=(\d{3})+$)/g, group!) + decimal + fraction;
}

/** As many as somebody mends in one go; the rest is counted. */
const shownErrors = 100;

/** What is wrong in a file, row by row. */
export function WrongFile({ file, problem }: { file: string; problem: Problem }) {
  const text = useText();
  const locale = useLocale();
  const { errors } = problem;
  const words = { file, count: errors.length };
  if (errors.length === 0) {
    return <Notice tone="error" live title={reasonText(text, locale, problem)} />;
  }
  const placed = errors.some((error) => error.params.row != null);
  return (
    <>
      <Notice tone="error" live title={text('realisation.upload.errors', words)}>
        {placed ? (
          <p>{text('realisation.upload.errors.next')}</p>
        ) : (
          errors.map((error) => <p key={error.code}>{reasonText(text, locale, error)}</p>)
        )}
      </Notice>
      {placed ? (
        <DataTable
          caption={text('realisation.upload.errors.caption')}
          note={
            errors.length > shownErrors
              ? text('realisation.upload.more', { count: errors.length - shownErrors })
              : undefined
          }
          rowHead={`${text('realisation.upload.row')}, ${text('realisation.upload.column').toLowerCase()}`}
          columns={[{ key: 'reason', head: text('realisation.upload.reason'), kind: 'text' }]}
          rows={errors.slice(0, shownErrors).map((error, i) => ({
            key: `${i} ${error.path}`,
            head: [error.params.row, error.params.column].filter(Boolean).join(', '),
            cells: { reason: reasonText(text, locale, error) },
          }))}
        />
      ) : null}
    </>
  );
}
