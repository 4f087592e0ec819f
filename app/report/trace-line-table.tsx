import { Badge } from '#app/ui/badge.tsx';
import { Link } from '#app/ui/link.tsx';
import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import type { NamedLine } from './trace-line.ts';

type Props = { caption: string; lines: readonly NamedLine[]; scheme: string; why?: boolean };

/** Lines, each with its chain behind one press; with `why`, what is missing and what to do about it. */
export function TraceLineTable({ caption, lines, scheme, why }: Props) {
  const text = useText();
  const columns = [
    { key: 'unit', head: text('money.unit'), kind: 'text' as const },
    { key: 'stage', head: text('trace.stage'), kind: 'text' as const },
    { key: 'year', head: text('trace.year') },
    { key: 'eur', head: '€' },
    ...(why ? [{ key: 'why', head: text('trace.why'), kind: 'text' as const }] : []),
    { key: 'document', head: text('trace.document'), kind: 'text' as const },
    { key: 'chain', head: text('trace.chain'), kind: 'text' as const },
  ];
  return (
    <DataTable
      caption={caption}
      rowHead={text('trace.what')}
      columns={columns}
      rows={lines.map((line) => ({
        key: line.lineId,
        head: line.what,
        cells: {
          unit: line.unit,
          stage: text(`money.stage.${line.stage}`),
          year: String(line.year),
          eur: <Money value={line.cents} unit="eur2" signs={line.signs} />,
          why: line.reasons.map((reason) => (
            <span key={reason} className="trace-why">
              {text(`trace.reason.${reason}`)} <small>{text(`trace.todo.${reason}`)}</small>
            </span>
          )),
          document: line.document,
          chain: (
            <>
              <Link href={`/schemes/${scheme}/trace/lines/${line.lineId}`}>
                {text('trace.chain.open')}
                <span className="visually-hidden">
                  {' '}
                  {line.what}, {line.unit}, {line.year}
                </span>
              </Link>
              {line.class === 'traceable' ? null : (
                <>
                  {' '}
                  <Badge tone={line.class === 'unknown' ? 'neutral' : 'error'}>
                    {text(`trace.class.${line.class}`)}
                  </Badge>
                </>
              )}
            </>
          ),
        },
      }))}
    />
  );
}
