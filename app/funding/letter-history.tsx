import { Badge } from '#app/ui/badge.tsx';
import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import { changesOf, type FundingDocument, type FundingVersion } from './funding.ts';

type Fund = { code: string; nameNl: string; nameEn: string };
type Props = { document: FundingDocument; funds: readonly Fund[]; asOf: string; filesHref: string };

/** The versions of one document, the newest first: from when, on which letter, and what it changed. */
export function LetterHistory({ document, funds, asOf, filesHref }: Props) {
  const text = useText();
  const locale = useLocale();
  return (
    <ol className="ruled" reversed>
      {document.versions.toReversed().map((version) => {
        const before = document.versions.findLast((one) => one.number < version.number) ?? null;
        return (
          <li key={version.number}>
            <div className="row">
              <b>{text('funding.version', { number: version.number })}</b>
              <span>{text('funding.from', { date: formatDate(version.from, locale) })}</span>
              <StateBadge version={version} asOf={asOf} />
            </div>
            {version.note ? <p className="said">{version.note}</p> : null}
            {version.source ? (
              <p className="sub">{text('funding.source', { source: version.source })}</p>
            ) : null}
            <Files version={version} href={filesHref} />
            <Changes before={before} version={version} funds={funds} />
          </li>
        );
      })}
    </ol>
  );
}

function StateBadge({ version, asOf }: { version: FundingVersion; asOf: string }) {
  const text = useText();
  if (version.inForce) return <Badge tone="ok">{text('funding.inForce')}</Badge>;
  return <Badge>{text(version.from > asOf ? 'funding.ahead' : 'funding.superseded')}</Badge>;
}

function Files({ version, href }: { version: FundingVersion; href: string }) {
  const text = useText();
  if (version.files.length === 0) return null;
  return (
    <p className="row">
      {version.files.map((file) => (
        <a key={file.attachmentId} href={`${href}/${file.attachmentId}`} download>
          {text('funding.file', { name: file.name, kilobytes: Math.ceil(file.bytes / 1000) })}
        </a>
      ))}
    </p>
  );
}

type ChangeProps = { before: FundingVersion | null; version: FundingVersion; funds: readonly Fund[] };

function Changes({ before, version, funds }: ChangeProps) {
  const text = useText();
  const locale = useLocale();
  const changes = changesOf(before, version);
  if (changes.length === 0) return <p className="sub">{text('funding.changes.none')}</p>;
  const name = (code: string) => {
    const fund = funds.find((one) => one.code === code);
    return fund ? (locale === 'en' ? fund.nameEn : fund.nameNl) : code;
  };
  const several = new Set(changes.map((change) => change.fund)).size > 1;
  return (
    <details>
      <summary>{text(before ? 'funding.changes' : 'funding.changes.first')}</summary>
      <DataTable
        caption={
          <span className="visually-hidden">
            {text(before ? 'funding.changes' : 'funding.changes.first')}
          </span>
        }
        rowHead={text('funding.change.year')}
        columns={[
          ...(several ? [{ key: 'fund', head: text('funding.change.fund'), kind: 'text' as const }] : []),
          ...(before ? [{ key: 'before', head: text('funding.change.before') }] : []),
          { key: 'after', head: text('funding.change.after') },
          ...(before ? [{ key: 'difference', head: text('funding.change.difference') }] : []),
          { key: 'why', head: text('funding.change.why'), kind: 'text' as const },
        ]}
        rows={changes.map((change) => ({
          key: `${change.fund} ${change.year}`,
          head: String(change.year),
          cells: {
            fund: name(change.fund),
            before: <Money value={change.before} unit="eur2" />,
            after: (
              <Money
                value={change.after}
                unit="eur2"
                mark={change.after === null ? 'pm' : change.provisional ? 'provisional' : null}
              />
            ),
            difference:
              change.before === null || change.after === null ? null : (
                <Money value={change.after - change.before} unit="eur2" sign />
              ),
            why: [
              change.settled ? text('funding.change.settled') : '',
              change.provisional ? text('funding.change.provisional') : '',
              change.memo ? text('funding.change.memo') : '',
              change.note,
            ]
              .filter(Boolean)
              .join(' · '),
          },
        }))}
      />
    </details>
  );
}
