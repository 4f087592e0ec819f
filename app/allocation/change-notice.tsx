import type { ErrorWords } from '#app/funding/error-words.tsx';
import { Money } from '#app/ui/money.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { DataTable, type TableRow } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Names, Vocabulary } from './names.tsx';
import { keyOf } from './receiver.ts';
import type { MoneyChange } from './rerun.ts';
import { orderedReceivers } from './result-table.tsx';
import type { AllocationScreen } from './screen.server.ts';

type Props = { screen: AllocationScreen; vocabulary: Vocabulary; names: Names; words: ErrorWords };

/** What other money changes: since the version that was run again, or if this one were run again now. */
export function ChangeNotice({ screen: { since, newMoney }, ...rest }: Props) {
  const text = useText();
  return (
    <>
      {since ? (
        <section className="money-change">
          <h2>{text('allocation.change.since', { number: since.of })}</h2>
          <p className="said">
            {since.note
              ? text('allocation.change.note', { note: since.note })
              : text('allocation.change.note-missing')}
          </p>
          <ChangeTable change={since} {...rest} />
        </section>
      ) : null}
      {newMoney ? (
        <section className="money-change">
          <Notice tone="warn" title={text('allocation.change.title')}>
            <p>{text(newMoney.differences ? 'allocation.change.lead' : 'allocation.change.cannot')}</p>
            {newMoney.problems.length > 0 ? (
              <ul>
                {newMoney.problems.map((one) => (
                  <li key={`${one.path} ${one.code} ${one.params.year ?? ''}`}>{rest.words(one)}</li>
                ))}
              </ul>
            ) : null}
          </Notice>
          <ChangeTable change={newMoney} {...rest} />
        </section>
      ) : null}
    </>
  );
}

function ChangeTable({ change, vocabulary, names }: Omit<Props, 'screen'> & { change: MoneyChange }) {
  const text = useText();
  const { years, differences } = change;
  const row = (
    key: string,
    { kind, head, sign }: Pick<TableRow, 'kind' | 'head'> & { sign?: boolean },
    of: (year: number) => number | null,
    star: (one: MoneyChange['years'][number]) => boolean = ({ provisional: { was, now } }) => was || now,
  ): TableRow => {
    const signs = (list: typeof years) => (list.some(star) ? (['provisional'] as const) : []);
    const known = years.map(({ year }) => of(year)).filter((cents) => cents !== null);
    const total = known.length === 0 ? null : known.reduce((sum, cents) => sum + cents, 0);
    return {
      key,
      kind,
      head,
      cells: {
        ...Object.fromEntries(
          years.map((one) => {
            const value = of(one.year);
            const own = value === null ? [] : signs([one]);
            return [one.year, <Money key={one.year} unit="eur" sign={sign} value={value} signs={own} />];
          }),
        ),
        total: <Money unit="eur" sign={sign} value={total} signs={total === null ? [] : signs(years)} />,
      },
    };
  };
  const yearOf = (year: number) => years.find((one) => one.year === year);
  const given = (differences ?? []).filter((one) => one.unit !== null || one.node !== null);
  const open = (differences ?? []).filter((one) => one.unit === null && one.node === null);
  const inYear = (list: typeof given) => (year: number) =>
    list.find((one) => one.year === year)?.difference ?? null;
  return (
    <DataTable
      caption={text('allocation.change.caption')}
      note={text('allocation.in-euro')}
      columns={[
        ...years.map(({ year }) => ({ key: String(year), head: String(year) })),
        { key: 'total', head: text('allocation.total') },
      ]}
      rows={[
        row(
          'was',
          { kind: 'plain', head: text('allocation.change.was') },
          (year) => yearOf(year)?.was ?? null,
          ({ provisional }) => provisional.was,
        ),
        row(
          'now',
          { kind: 'plain', head: text('allocation.change.now') },
          (year) => yearOf(year)?.now ?? null,
          ({ provisional }) => provisional.now,
        ),
        ...orderedReceivers(given, vocabulary).map((receiver) =>
          row(
            keyOf(receiver),
            { kind: 'line', head: names.receiver(receiver), sign: true },
            inYear(given.filter((one) => keyOf(one) === keyOf(receiver))),
          ),
        ),
        ...(differences
          ? [row('open', { kind: 'line', head: text('allocation.unallocated'), sign: true }, inYear(open))]
          : []),
        row('total', { kind: 'total', head: text('allocation.change.difference'), sign: true }, (year) => {
          const one = yearOf(year);
          return one ? (one.now ?? 0) - (one.was ?? 0) : null;
        }),
      ]}
    />
  );
}
