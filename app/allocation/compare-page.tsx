import { data } from 'react-router';
import { load } from '#app/identity/page.server.ts';
import { Money } from '#app/ui/money.tsx';
import { PageBody, PageHead } from '#app/ui/page.tsx';
import { DataTable, type TableRow } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/compare-page';
import { type AllocationView, compareVersions } from './allocation.server.ts';
import { type Difference, differencesPerUnit } from './comparison.ts';
import { useNames } from './names.tsx';
import { keyOf } from './receiver.ts';
import { orderedReceivers } from './result-table.tsx';
import { vocabularyOf } from './screen.server.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const [a, b] = [readVersion(query.get('a')), readVersion(query.get('b'))];
  if (!a || !b) throw data(null, { status: 404 });
  const { scheme } = args.params;
  return load(args, async (tx, actor) => {
    const compared = await compareVersions(tx, actor, { scheme, a, b });
    const head = ({ document, version, problems }: AllocationView) => {
      return {
        code: document.code,
        title: document.title,
        number: version.number,
        broken: problems.length > 0,
      };
    };
    return {
      scheme,
      vocabulary: vocabularyOf(compared.a.setting),
      a: head(compared.a),
      b: head(compared.b),
      differences: differencesPerUnit(compared.differences),
    };
  });
}

function readVersion(text: string | null): { document: string; version: number } | null {
  const [, document, version] = text?.match(/^(.+)~(\d+)$/) ?? [];
  return document && version ? { document, version: Number(version) } : null;
}

export default function ComparePage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, vocabulary, a, b, differences } = loaderData;
  const names = useNames(vocabulary);
  const home = `/schemes/${scheme}/allocation`;
  const title = (side: typeof a) =>
    text('allocation.document.version', { title: side.title, number: side.number });
  const years = [...new Set(differences.map((one) => one.year))];
  const given = differences.filter((one) => one.unit !== null || one.node !== null);
  const receivers = orderedReceivers(given, vocabulary);
  const row = (kind: TableRow['kind'], head: string, of: readonly Difference[]): TableRow => ({
    key: head,
    kind,
    head,
    cells: {
      ...Object.fromEntries(
        years.map((year) => [
          String(year),
          <Money
            key={year}
            unit="eur"
            sign
            value={sum(
              of.filter((one) => one.year === year),
              'difference',
            )}
          />,
        ]),
      ),
      a: <Money unit="eur" value={sum(of, 'a')} />,
      b: <Money unit="eur" value={sum(of, 'b')} />,
      total: <Money unit="eur" sign value={sum(of, 'difference')} />,
    },
  });
  return (
    <>
      <PageHead
        breadcrumb={[
          { href: '/schemes', label: text('nav.schemes') },
          { href: home, label: text('scheme.tab.allocation') },
        ]}
        title={text('allocation.compare')}
        lead={text('allocation.compare.lead', { a: title(a), b: title(b) })}
      />
      <PageBody>
        <title>{text('app.title', { page: text('allocation.compare') })}</title>
        <p className="row">
          {[a, b].map((side, i) => (
            <a key={`${i === 0 ? 'a' : 'b'}`} href={`${home}/${side.code}?version=${side.number}`}>
              {text(i === 0 ? 'allocation.compare.is-a' : 'allocation.compare.is-b', { title: title(side) })}
            </a>
          ))}
        </p>
        {a.broken || b.broken ? <p>{text('allocation.compare.broken')}</p> : null}
        <DataTable
          caption={text('allocation.compare.caption')}
          note={text('allocation.in-euro')}
          columns={[
            ...years.map((year) => ({
              key: String(year),
              head: String(year),
              group: text('allocation.compare.per-year'),
            })),
            ...(['a', 'b', 'total'] as const).map((key) => ({
              key,
              head: text(`allocation.compare.column.${key}`),
              group: text('allocation.compare.all-years'),
            })),
          ]}
          rows={[
            ...receivers.map((receiver) =>
              row(
                'line',
                names.receiver(receiver),
                given.filter((one) => keyOf(one) === keyOf(receiver)),
              ),
            ),
            row('subtotal', text('allocation.allocated'), given),
            row(
              'plain',
              text('allocation.unallocated'),
              differences.filter((one) => one.unit === null && one.node === null),
            ),
            row('total', text('allocation.to-divide'), differences),
          ]}
        />
      </PageBody>
    </>
  );
}

/** null when none has a figure: not the same as zero. */
function sum(of: readonly Difference[], key: 'a' | 'b' | 'difference'): number | null {
  const known = of.map((one) => one[key]).filter((cents) => cents !== null);
  return known.length === 0 ? null : known.reduce((total, cents) => total + cents, 0);
}
