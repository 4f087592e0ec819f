import { Badge, type Tone } from '#app/ui/badge.tsx';
import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { DateText, useText } from '#app/ui/text.tsx';
import type { ReportVersion } from './report.server.ts';
import type { ReportView } from './report-view.ts';

/** Every version of this report, newest first: nothing that was booked is overwritten. */
export function ReportHistory({ report, files }: { report: ReportView; files: string }) {
  const text = useText();
  if (report.versions.length === 0) return null;
  return (
    <DataTable
      caption={text('realisation.history')}
      rowHead={text('realisation.history.version')}
      columns={[
        { key: 'when', head: text('realisation.history.when'), kind: 'text' },
        { key: 'amount', head: text('realisation.history.amount') },
        { key: 'note', head: text('realisation.history.note'), kind: 'text' },
      ]}
      rows={report.versions.map((version) => ({
        key: version.versionId,
        head: (
          <span className="realisation-version">
            {version.number} <State version={version} />
          </span>
        ),
        cells: {
          when: version.submittedAt ? <DateText iso={version.submittedAt} form="moment" /> : null,
          amount: (
            <Money value={version.cents} unit="eur2" mark={version.provisional ? 'provisional' : null} />
          ),
          note: (
            <>
              {version.note}
              {version.files.map((file) => (
                <a
                  key={file.attachmentId}
                  href={`${files}/${file.attachmentId}`}
                  download
                  className="realisation-attached"
                >
                  {file.name}
                </a>
              ))}
            </>
          ),
        },
      }))}
    />
  );
}

function State({ version }: { version: ReportVersion }) {
  const text = useText();
  const state = version.inForce ? 'in-force' : version.status === 'adopted' ? 'superseded' : version.status;
  const tone: Tone = version.inForce ? 'ok' : state === 'submitted' ? 'accent' : 'neutral';
  return <Badge tone={tone}>{text(`realisation.history.${state}`)}</Badge>;
}
