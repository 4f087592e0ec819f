import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Control, Controls, PageBody } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/allocation-page';
import { listAllocations } from './allocation.server.ts';
import { useNames } from './names.tsx';
import { ResultTable } from './result-table.tsx';
import { vocabularyOf } from './screen.server.ts';
import { getSetting, totalsOf } from './setting.server.ts';
import { type AllocationDocument, canWriteAllocation } from './version.ts';

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    const setting = await getSetting(tx, actor, args.params.scheme);
    const inForce = setting.funds.flatMap((fund) => {
      const held = setting.held.filter((one) => one.stage === 'allocated' && one.fund === fund.code);
      if (held.length === 0) return [];
      const lines = held.map(({ unit, node, year, cents }) => ({ unit, node, year, cents }));
      const of = (basis: 'expected' | 'granted') =>
        totalsOf(setting, { fund: fund.code, basis, document: null });
      // a year that nothing was granted for yet is held against what was expected
      const totals = { ...of('expected'), ...of('granted') };
      const unallocated = { ...totals };
      for (const { year, cents } of lines) unallocated[year] = (unallocated[year] ?? 0) - cents;
      return [{ fund: fund.code, lines, totals, unallocated }];
    });
    return {
      scheme: setting.code,
      vocabulary: vocabularyOf(setting),
      documents: await listAllocations(tx, actor, setting.schemeId),
      inForce,
      today: isoDate(args.context.get(edgeContext).clock()),
      mayWrite: canWriteAllocation(actor) && setting.kinds.length > 0,
    };
  });
}

export default function AllocationPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, vocabulary, documents, inForce, mayWrite } = loaderData;
  const names = useNames(vocabulary);
  const here = `/schemes/${scheme}/allocation`;
  return (
    <PageBody>
      <title>{text('app.title', { page: text('scheme.tab.allocation') })}</title>
      <p className="said">{text('allocation.lead')}</p>
      {inForce.map(({ fund, ...result }) => (
        <ResultTable
          key={fund}
          caption={text('allocation.now', { fund: names.fund(fund) })}
          result={result}
          vocabulary={vocabulary}
          names={names}
        />
      ))}
      {documents.length === 0 ? (
        <Empty title={text('allocation.none')}>{mayWrite ? text('allocation.none.next') : null}</Empty>
      ) : (
        <>
          <Documents documents={documents} fundName={names.fund} here={here} />
          <Compare documents={documents} here={here} />
        </>
      )}
      {mayWrite ? (
        <div className="form-actions">
          <ButtonLink href={`${here}/new`} kind="primary">
            {text('allocation.new')}
          </ButtonLink>
        </div>
      ) : null}
    </PageBody>
  );
}

type DocumentsProps = {
  documents: readonly AllocationDocument[];
  fundName: (code: string) => string;
  here: string;
};

function Documents({ documents, fundName, here }: DocumentsProps) {
  const text = useText();
  const locale = useLocale();
  return (
    <>
      <h2>{text('allocation.documents')}</h2>
      <DataTable
        caption={<span className="visually-hidden">{text('allocation.documents')}</span>}
        rowHead={text('allocation.document')}
        columns={[
          { key: 'fund', head: text('allocation.fund'), kind: 'text' },
          { key: 'basis', head: text('allocation.basis'), kind: 'text' },
          { key: 'status', head: text('allocation.status'), kind: 'text' },
          { key: 'from', head: text('allocation.since'), kind: 'text' },
        ]}
        rows={documents.flatMap((document) =>
          document.versions.toReversed().map((version) => ({
            key: `${document.code} ${version.number}`,
            head: (
              <a href={`${here}/${document.code}?version=${version.number}`}>
                {text('allocation.document.version', { title: document.title, number: version.number })}
              </a>
            ),
            cells: {
              fund: version.fund === null ? '–' : fundName(version.fund),
              basis: text(`allocation.basis.${version.basis ?? 'none'}`),
              status: (
                <Badge tone={version.inForce ? 'ok' : version.status === 'draft' ? 'accent' : 'neutral'}>
                  {text(`allocation.status.${version.inForce ? 'in-force' : version.status}`)}
                </Badge>
              ),
              from: version.from ? formatDate(version.from, locale) : '–',
            },
          })),
        )}
      />
    </>
  );
}

function Compare({ documents, here }: Omit<DocumentsProps, 'fundName'>) {
  const text = useText();
  const options = documents.flatMap((document) =>
    document.versions.map((version) => ({
      value: `${document.code}~${version.number}`,
      label: text('allocation.document.version', { title: document.title, number: version.number }),
    })),
  );
  if (options.length < 2) return null;
  const select = (name: 'a' | 'b', place: number) => (
    <Control label={text(`allocation.compare.${name}`)}>
      <select name={name} defaultValue={options.at(place)?.value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Control>
  );
  return (
    <>
      <h2>{text('allocation.compare')}</h2>
      <Controls
        action={`${here}/compare`}
        end={
          <button type="submit" className="button button-secondary button-small">
            {text('allocation.compare.show')}
          </button>
        }
      >
        {select('a', -2)}
        {select('b', -1)}
      </Controls>
    </>
  );
}
