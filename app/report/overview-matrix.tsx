import { Fragment } from 'react';
import { statusTone } from '#app/document/version.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Overview, OverviewKind, OverviewUnit } from './overview.server.ts';
import { type Standing, standingHref } from './overview.ts';

/** With more units of a kind than this, their matrix opens on request: a university has dozens of programmes. */
const shownUnits = 8;

/** Where each document stands, over the whole width of the page: a matrix for each kind of unit, of what it writes. */
export function Documents({ scheme, kinds, units, standings }: DocumentsProps) {
  const text = useText();
  if (standings.length === 0) {
    return <Empty title={text('overview.documents.none')}>{text('overview.documents.none.next')}</Empty>;
  }
  return (
    <section className="matrix" aria-labelledby="documents">
      <h2 id="documents">{text('overview.documents.caption')}</h2>
      {[...Map.groupBy(units, (unit) => unit.kind)].map(([level, members]) => {
        const codes = new Set(members.map((unit) => unit.code));
        const own = standings.filter((one) => codes.has(one.unit));
        const matrix = <Matrix {...{ scheme, level, kinds, members, own }} />;
        if (members.length <= shownUnits) return <Fragment key={level}>{matrix}</Fragment>;
        return (
          <details key={level}>
            <summary>
              {text('overview.level', { level })}:{' '}
              {text('overview.documents.counted', { units: members.length, ...countOf(own) })}
            </summary>
            {matrix}
          </details>
        );
      })}
    </section>
  );
}

type DocumentsProps = Pick<Overview, 'kinds' | 'units' | 'standings'> & { scheme: string };

type MatrixProps = {
  scheme: string;
  /** the kind of these units */
  level: string;
  kinds: OverviewKind[];
  members: OverviewUnit[];
  own: Standing[];
};

function Matrix({ scheme, level, kinds, members, own }: MatrixProps) {
  const text = useText();
  const written = kinds.filter((kind) => own.some((one) => one.kind === kind.code));
  return (
    <DataTable
      caption={text('overview.level', { level })}
      rowHead={text('overview.unit')}
      columns={written.map((kind) => ({ key: kind.code, head: kind.name, kind: 'text' as const }))}
      rows={members.map((unit) => ({
        key: unit.code,
        head: unit.name,
        cells: Object.fromEntries(
          written.map((kind) => {
            const here = own.filter((one) => one.unit === unit.code && one.kind === kind.code);
            return [kind.code, <Standings key={kind.code} own={here} scheme={scheme} />];
          }),
        ),
      }))}
    />
  );
}

/** How many documents stand where. */
function countOf(own: Standing[]): Record<Standing['status'], number> {
  const count = (status: Standing['status']) => own.filter((one) => one.status === status).length;
  return {
    draft: count('draft'),
    submitted: count('submitted'),
    returned: count('returned'),
    adopted: count('adopted'),
    withdrawn: count('withdrawn'),
  };
}

/** Several documents of one kind, such as a report per year: a link for each, gathered by where they stand. */
function StandingsByYear({ own, scheme }: { own: Standing[]; scheme: string }) {
  const text = useText();
  const years = new Set(own.map((one) => one.firstYear));
  return [...Map.groupBy(own, (one) => one.status)].map(([status, same]) => (
    <span className="standing" key={status}>
      <span className="standing-years">
        {same.map((one) => (
          <Link key={one.document} href={standingHref(scheme, one)}>
            {years.size === own.length ? one.firstYear : one.title}
          </Link>
        ))}
      </span>
      <Badge tone={statusTone[status]}>{text('overview.status', { status })}</Badge>
    </span>
  ));
}

function Standings({ own, scheme }: { own: Standing[]; scheme: string }) {
  const text = useText();
  const locale = useLocale();
  if (own.length > 1) return <StandingsByYear own={own} scheme={scheme} />;
  return own.map((one) => (
    <span className="standing" key={one.document}>
      <Link href={standingHref(scheme, one)}>
        {text('overview.version', { number: one.number })}
        <span className="visually-hidden"> {one.title}</span>
      </Link>
      <Badge tone={statusTone[one.status]}>{text('overview.status', { status: one.status })}</Badge>
      {one.status !== 'adopted' && one.inForce ? <small>{text('overview.in-force')}</small> : null}
      {one.waiting ? (
        <small>
          {text('overview.waiting', {
            body: one.waiting.body,
            date: one.waiting.dueOn ? formatDate(one.waiting.dueOn, locale) : 'none',
          })}
        </small>
      ) : null}
    </span>
  ));
}
