import { Form } from 'react-router';
import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Difference } from './change-difference.ts';
import type { ChangeList } from './change-list.server.ts';

type Props = { list: ChangeList; write: boolean };

/** Every difference that no stated change is about, to take over with one press. */
export function OpenDifferences({ list, write }: Props) {
  const text = useText();
  const open = list.differences.filter((one) => one.stated.length === 0 && one.kind !== 'kept');
  return (
    <section id="open" aria-labelledby="open-head">
      <h2 id="open-head">{text('plan-change.open')}</h2>
      {open.length === 0 ? (
        <p className="change-done">{text('plan-change.open.none')}</p>
      ) : (
        <>
          <p className="sub">
            {text('plan-change.open.count', { count: open.length })}.{' '}
            {write ? text('plan-change.open.lead') : null}
          </p>
          <Proposals list={list} of={open} write={write} />
        </>
      )}
    </section>
  );
}

/** Measures that neither their theme nor their amount tells apart: they may be stated as kept. */
export function UnchangedMeasures({ list, write }: Props) {
  const text = useText();
  const same = list.differences.filter((one) => one.stated.length === 0 && one.kind === 'kept');
  if (same.length === 0) return null;
  return (
    <Disclosure summary={`${text('plan-change.same')} (${same.length})`}>
      <p className="sub">{text('plan-change.same.lead')}</p>
      <Proposals list={list} of={same} write={write} />
    </Disclosure>
  );
}

type Shown = Props & { of: readonly Difference[] };

function Proposals({ list, of, write }: Shown) {
  const text = useText();
  const name = useNames(list);
  const table = (
    <DataTable
      caption={text(of[0]?.kind === 'kept' ? 'plan-change.same' : 'plan-change.open.caption')}
      note="k€"
      rowHead={text('plan.measure')}
      columns={[
        { key: 'what', head: text('plan-change.what'), kind: 'text' },
        { key: 'where', head: text('plan-change.where'), kind: 'text' },
        { key: 'was', head: text('plan-change.was') },
        { key: 'is', head: text('plan-change.is') },
        { key: 'difference', head: text('plan-change.difference') },
        ...(write ? [{ key: 'take', head: text('plan-change.take'), kind: 'text' as const }] : []),
      ]}
      rows={of.map((one) => ({
        key: one.key,
        series: list.themes.find((theme) => theme.code === (one.to ?? one.from))?.series,
        head: one.name || text('plan.budget.no-measure'),
        cells: {
          what: <Badge>{text(`change.kind.${one.kind}`)}</Badge>,
          where: name(one),
          was: <Money value={one.was} unit="keur" />,
          is: <Money value={one.is} unit="keur" />,
          difference: <Money value={(one.is ?? 0) - (one.was ?? 0)} unit="keur" sign />,
          take: write ? <Take one={one} /> : null,
        },
      }))}
    />
  );
  if (!write) return table;
  return (
    <Form method="post" preventScrollReset>
      <HiddenFields fields={{ intent: 'accept', key: '' }} />
      {table}
      <p className="row">
        <Button>{text('plan-change.open.take-all')}</Button>
      </p>
    </Form>
  );
}

/** One press states this difference; a tick states it together with others. */
function Take({ one }: { one: Difference }) {
  const text = useText();
  const label = text('plan-change.open.choose', { name: one.name });
  return (
    <span className="change-take">
      <input type="checkbox" name="differences[]" value={one.key} aria-label={label} />
      <button
        type="submit"
        name="differences[]"
        value={one.key}
        className="button button-secondary button-small"
      >
        {text('plan-change.open.take')}
        <span className="visually-hidden">: {one.name}</span>
      </button>
    </span>
  );
}

function useNames({ themes }: ChangeList) {
  const text = useText();
  const locale = useLocale();
  const theme = (code: string | null) => {
    const found = themes.find((one) => one.code === code);
    return found ? nameOf(found, locale) : (code ?? '');
  };
  return ({ from, to }: Difference): string =>
    from !== null && to !== null && from !== to
      ? text('change.themes', { from: theme(from), to: theme(to) })
      : theme(to ?? from);
}
