import { ActionForm, justSent, type Wire } from '#app/identity/action-form.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { PartList } from '#app/identity/part-list.tsx';
import { formatExact } from '#app/kernel/amount-format.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Checkbox } from '#app/ui/choice.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { AmountField, Select, TextArea, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { Money } from '#app/ui/money.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Scheme } from './scheme-read.server.ts';
import type { SectionProps } from './scheme-setting-section.tsx';

/** What the money of a scheme hangs on: its funds, the themes it leaves out, and what one FTE costs. */
export function MoneyPartSection(props: SectionProps) {
  return (
    <>
      <Funds {...props} />
      <Exclusions {...props} />
      <Rates {...props} />
    </>
  );
}

/** A checkbox without the value that text fields carry: it is ticked or not. */
export function Tick({ wire, name, stands }: { wire: Wire; name: string; stands: boolean }) {
  const { defaultValue, ...rest } = wire(name, stands ? 'on' : '');
  return <Checkbox {...rest} defaultChecked={defaultValue !== ''} />;
}

function Funds({ scheme, result }: SectionProps) {
  const text = useText();
  const locale = useLocale();
  return (
    <>
      <h2>{text('scheme-admin.funds')}</h2>
      <PartList
        intent="fund"
        parts={scheme.funds}
        partOf={(fund) => fund.code}
        result={result}
        hidden={{ revision: String(scheme.revision) }}
        add={text('scheme-admin.fund.add')}
        fields={(wire, fund) => <FundFields wire={wire} fund={fund} />}
      >
        {(fund) => (
          <div className="row">
            <b>{nameOf(fund, locale)}</b>
            <span className="code">{fund.code}</span>
            {fund.own ? null : <Badge>{text('scheme-admin.fund.other')}</Badge>}
          </div>
        )}
      </PartList>
    </>
  );
}

function FundFields({ wire, fund }: { wire: Wire; fund?: Scheme['funds'][number] }) {
  const text = useText();
  return (
    <>
      <div className="pair">
        {fund ? null : <TextField {...wire('code')} width="short" hint={text('field.code.hint')} />}
        <TextField {...wire('nameNl', fund?.nameNl)} />
        <TextField {...wire('nameEn', fund?.nameEn)} />
        <TextField {...wire('sort', fund?.sort ?? 0)} width="short" inputMode="numeric" />
      </div>
      <Tick wire={wire} name="own" stands={fund?.own ?? true} />
    </>
  );
}

function Exclusions({ scheme, result }: SectionProps) {
  const text = useText();
  const locale = useLocale();
  const revision = String(scheme.revision);
  return (
    <>
      <h2>{text('scheme-admin.exclusions')}</h2>
      {scheme.exclusions.length === 0 ? <p className="sub">{text('scheme-admin.exclusions.none')}</p> : null}
      <ul className="rows">
        {scheme.exclusions.map((one) => (
          <li key={one.theme}>
            <div className="row">
              <b>{nameOf(one, locale)}</b>
              <div className="acts end">
                <ActionForm
                  intent="exclusion.remove"
                  id={one.theme}
                  result={result}
                  hidden={{ revision, part: one.theme }}
                  submit={text('scheme-admin.exclusion.remove')}
                  inline
                />
              </div>
            </div>
            <p>{one.reason}</p>
            {one.coveredBy ? (
              <p className="sub">{text('scheme-admin.covered-by', { by: one.coveredBy })}</p>
            ) : null}
          </li>
        ))}
      </ul>
      <Disclosure summary={text('scheme-admin.exclusion.add')} open={justSent(result, 'exclusion')}>
        <ActionForm intent="exclusion" result={result} hidden={{ revision }} submit={text('admin.save')}>
          {(wire) => (
            <>
              <Select
                {...wire('part')}
                label={text('field.theme')}
                options={codeOptions(locale, scheme.nodes)}
              />
              <TextField {...wire('reason')} width="wide" />
              <TextArea {...wire('coveredBy')} rows={2} optional />
            </>
          )}
        </ActionForm>
      </Disclosure>
    </>
  );
}

function Rates({ scheme, result }: SectionProps) {
  const text = useText();
  const locale = useLocale();
  const revision = String(scheme.revision);
  return (
    <>
      <h2 id="rates">{text('scheme-admin.rates')}</h2>
      {scheme.rates.length === 0 ? <p className="sub">{text('scheme-admin.rates.none')}</p> : null}
      <ul className="rows">
        {scheme.rates.map((rate) => (
          <li key={rate.fromYear}>
            <div className="row">
              <b>{text('scheme-admin.rate.from', { year: String(rate.fromYear) })}</b>
              <span>
                € <Money value={rate.fteCents} unit="eur2" />
              </span>
              <span className="sub">{rate.source}</span>
              <div className="acts end">
                <ActionForm
                  intent="rate.remove"
                  id={String(rate.fromYear)}
                  result={result}
                  hidden={{ revision, part: String(rate.fromYear) }}
                  submit={text('admin.remove')}
                  inline
                />
              </div>
            </div>
          </li>
        ))}
      </ul>
      <p>
        <Link href={`/admin/schemes/${scheme.code}/rates/sheet`}>{text('fill-in.open')}</Link>
      </p>
      <Disclosure summary={text('scheme-admin.rate.add')} open={justSent(result, 'rate')}>
        <ActionForm intent="rate" result={result} hidden={{ revision }} submit={text('admin.save')}>
          {(wire) => (
            <div className="pair">
              <TextField {...wire('fromYear', scheme.firstYear)} width="short" inputMode="numeric" />
              <AmountField
                {...wire('fte')}
                unit="eur"
                hint={text('scheme-admin.rate.hint', { example: formatExact(8_000_000, 2, locale) })}
              />
              <TextField {...wire('source')} optional />
            </div>
          )}
        </ActionForm>
      </Disclosure>
    </>
  );
}
