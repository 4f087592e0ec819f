import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent, type Wire } from '#app/identity/action-form.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { formatAmount, formatExact } from '#app/kernel/amount-format.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { AmountField, Select, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { FundTerm } from './term.server.ts';

type Named = { code: string; nameNl: string; nameEn: string };
type Props = {
  terms: readonly FundTerm[];
  funds: readonly Named[];
  /** where the table goes round; null for who may not change it */
  sheet: string | null;
  mayWrite: boolean;
  result: ActionResult | undefined;
};

/** Periods and national amounts of the funds. What a source does not give is shown as not known, not as nil. */
export function TermSection({ terms, funds, sheet, mayWrite, result }: Props) {
  const text = useText();
  const locale = useLocale();
  if (terms.length === 0 && !mayWrite) return null;
  const unknown = text('fund-term.unknown');
  const euros = (cents: number) => `€ ${formatAmount(cents, 'eur', locale)}`;
  return (
    <section className="fund-terms" id="fund-terms">
      {terms.length === 0 ? (
        <h2>{text('fund-term.title')}</h2>
      ) : (
        <DataTable
          caption={text('fund-term.title')}
          note={text('fund-term.lead')}
          rowHead={text('fund-term.fund')}
          columns={[
            { key: 'period', head: text('fund-term.period'), kind: 'text' },
            { key: 'national', head: text('fund-term.national') },
            { key: 'share', head: text('fund-term.share') },
            { key: 'own', head: text('fund-term.own') },
            { key: 'source', head: text('fund-term.source'), kind: 'text' },
          ]}
          rows={terms.map((term) => {
            const { nationalCents, shareBasis } = term;
            const fund = funds.find((one) => one.code === term.fund);
            const both = nationalCents !== null && shareBasis !== null;
            return {
              key: term.termId,
              head: fund ? nameOf(fund, locale) : term.fund,
              cells: {
                period: periodIn(text, term) ?? unknown,
                national: nationalCents === null ? unknown : euros(nationalCents),
                share: shareBasis === null ? unknown : `${formatExact(shareBasis, 2, locale)}%`,
                own: both ? euros(Math.round((nationalCents * shareBasis) / 10_000)) : unknown,
                source: (
                  <>
                    {term.source}
                    {term.basis ? <small className="term-basis">{term.basis}</small> : null}
                    {mayWrite ? <TermActs {...{ term, funds, result }} /> : null}
                  </>
                ),
              },
            };
          })}
        />
      )}
      {sheet ? (
        <p>
          <Link href={sheet}>{text('fill-in.open')}</Link>
        </p>
      ) : null}
      {mayWrite ? (
        <Disclosure summary={text('fund-term.add')} open={justSent(result, 'term.add')}>
          <ActionForm intent="term.add" result={result} submit={text('admin.add')}>
            {(wire) => <TermFields wire={wire} funds={funds} />}
          </ActionForm>
        </Disclosure>
      ) : null}
    </section>
  );
}

/** Correcting what a source says, and taking it back. */
function TermActs({ term, funds, result }: Pick<Props, 'funds' | 'result'> & { term: FundTerm }) {
  const text = useText();
  const row = { id: term.termId, result, hidden: { revision: String(term.revision) } };
  return (
    <Disclosure summary={text('admin.change')} open={justSent(result, 'term.change', term.termId)}>
      <ActionForm {...row} intent="term.change" submit={text('admin.save')}>
        {(wire) => <TermFields wire={wire} funds={funds} term={term} />}
      </ActionForm>
      <ActionForm {...row} intent="term.remove" submit={text('admin.remove')} kind="danger" inline />
    </Disclosure>
  );
}

function TermFields({ wire, funds, term }: Pick<Props, 'funds'> & { wire: Wire; term?: FundTerm }) {
  const text = useText();
  const locale = useLocale();
  const typed = (value: number | null | undefined) => (value == null ? '' : formatExact(value, 2, locale));
  return (
    <>
      <Select
        {...wire('fund', term?.fund)}
        label={text('fund-term.fund')}
        options={codeOptions(locale, funds)}
      />
      <div className="pair">
        <TextField {...wire('fromYear', term?.fromYear)} width="short" inputMode="numeric" optional />
        <TextField {...wire('toYear', term?.toYear)} width="short" inputMode="numeric" optional />
      </div>
      <div className="pair">
        <AmountField {...wire('nationalAmount', typed(term?.nationalCents))} unit="eur" optional />
        <AmountField
          {...wire('ownShare', typed(term?.shareBasis))}
          unit="percent"
          hint={text('fund-term.share.hint')}
          optional
        />
      </div>
      <TextField {...wire('basis', term?.basis)} optional />
      <TextField {...wire('source', term?.source)} />
    </>
  );
}

/** The years as a source gives them, in words where it names only one end; null when it names none. */
function periodIn(text: ReturnType<typeof useText>, { fromYear, toYear }: FundTerm): string | null {
  if (fromYear !== null && fromYear === toYear) return String(fromYear);
  if (fromYear !== null && toYear !== null) return `${fromYear}-${toYear}`;
  if (fromYear !== null) return text('fund-term.from', { year: String(fromYear) });
  return toYear === null ? null : text('fund-term.until', { year: String(toYear) });
}
