import type { ReactNode } from 'react';
import { keepMoment, type Moment, momentSearch } from '#app/kernel/moment.ts';
import { Link } from '#app/ui/link.tsx';
import { DataTable, type TableColumn } from '#app/ui/table.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { AllocationVersion } from './version.ts';
import { VersionBadge } from './version-badge.tsx';

type Version = Pick<AllocationVersion, 'number' | 'status' | 'inForce' | 'from'>;
type Document<V> = { code: string; title: string; versions: readonly V[] };
type Props<V> = {
  caption: string;
  rowHead: string;
  documents: readonly Document<V>[];
  /** the address under which every document stands by its code */
  here: string;
  /** columns before those that every document has: its status and since when it is in force */
  columns?: readonly TableColumn[];
  cells?: (version: V) => Record<string, ReactNode>;
  /** of which the page speaks */
  moment?: Moment;
};

/** Documents with their versions, the newest first, each a row that opens it. */
export function VersionTable<V extends Version>({
  documents,
  here,
  columns = [],
  cells,
  moment,
  ...words
}: Props<V>) {
  const text = useText();
  const locale = useLocale();
  const days = moment ? momentSearch(moment) : new URLSearchParams();
  return (
    <DataTable
      caption={<span className="visually-hidden">{words.caption}</span>}
      rowHead={words.rowHead}
      columns={[
        ...columns,
        { key: 'status', head: text('allocation.status'), kind: 'text' },
        { key: 'from', head: text('allocation.since'), kind: 'text' },
      ]}
      rows={documents.flatMap(({ code, title, versions }) =>
        versions.toReversed().map((version) => ({
          key: `${code} ${version.number}`,
          head: (
            <Link href={keepMoment(`${here}/${code}?version=${version.number}`, days)}>
              {text('allocation.document.version', { title, number: version.number })}
            </Link>
          ),
          cells: {
            ...cells?.(version),
            status: <VersionBadge version={version} />,
            from: version.from ? formatDate(version.from, locale) : '–',
          },
        })),
      )}
    />
  );
}
