import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import { documentHref } from './cycle-words.ts';
import type { Paper } from './moment.server.ts';
import type { Moment } from './moment-list.server.ts';
import type { PaperChoice } from './paper.server.ts';

type Props = {
  scheme: string;
  moment: Moment;
  papers: readonly Paper[];
  documents: readonly PaperChoice[];
  mayKeep: boolean;
  result: ActionResult | undefined;
};

/** The papers that went to a moment, with when they were sent, and its notes; and the forms to add to them. */
export function MomentPapers(props: Props) {
  const text = useText();
  const { moment, papers, mayKeep, result } = props;
  return (
    <>
      <section aria-labelledby="papers">
        <h2 id="papers">{text('moment.papers')}</h2>
        {papers.length === 0 ? <p className="sub">{text('moment.papers.none')}</p> : null}
        <PaperList {...props} />
        {mayKeep ? <PaperForm {...props} /> : null}
      </section>
      <section aria-labelledby="notes">
        <h2 id="notes">{text('field.notes')}</h2>
        {moment.notes ? (
          <p className="said">{moment.notes}</p>
        ) : (
          <p className="sub">{text('moment.notes.none')}</p>
        )}
        {mayKeep ? (
          <Disclosure summary={text('moment.notes.edit')} open={refused(result, 'notes')}>
            <ActionForm
              key={moment.revision}
              intent="notes"
              result={result}
              hidden={{ revision: String(moment.revision) }}
              submit={text('consultation.save')}
            >
              {(wire) => <TextArea {...wire('notes', moment.notes)} rows={4} optional />}
            </ActionForm>
          </Disclosure>
        ) : null}
      </section>
    </>
  );
}

/** Was this form just sent back? Then its fold stands open. */
function refused(result: ActionResult | undefined, intent: string): boolean {
  return justSent(result, intent) && result !== undefined && 'problem' in result;
}

function PaperList({ scheme, moment, papers }: Props) {
  const text = useText();
  const locale = useLocale();
  const sent = (date: string) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return formatDate(date, locale);
    return /^\d{4}-\d{2}$/.test(date) ? formatDate(`${date}-01`, locale).replace(/^\d+ /, '') : date;
  };
  if (papers.length === 0) return null;
  return (
    <ol className="papers">
      {papers.map((paper) => (
        <li key={paper.paperId}>
          <span>{sent(paper.sent)}</span>
          <div>
            {paper.document ? (
              <Link
                href={documentHref(scheme, {
                  ...{ document: paper.document, stage: paper.stage, unit: paper.unit ?? moment.unit },
                  covered: paper.firstYear ?? moment.covered,
                })}
              >
                {paper.title}, {text('plan.version', { number: String(paper.number) })}
              </Link>
            ) : (
              paper.title
            )}
            {paper.source ? <small>{paper.source}</small> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function PaperForm({ documents, result }: Props) {
  const text = useText();
  return (
    <Disclosure summary={text('moment.paper.add')} open={refused(result, 'paper')}>
      <ActionForm intent="paper" result={result} submit={text('moment.paper.add')}>
        {(wire) => (
          <>
            <Select
              {...wire('document')}
              label={text('moment.paper.document')}
              none={text('moment.paper.elsewhere')}
              options={documents.map((one) => ({
                value: one.code,
                label: `${one.title} (${text('plan.version', { number: String(one.number) })})`,
              }))}
              optional
            />
            <TextField
              {...wire('title')}
              label={text('moment.paper.title')}
              hint={text('moment.paper.title.hint')}
              width="wide"
              optional
            />
            <TextField {...wire('sent')} hint={text('moment.paper.sent.hint')} width="short" />
            <TextField {...wire('source')} optional />
          </>
        )}
      </ActionForm>
    </Disclosure>
  );
}
