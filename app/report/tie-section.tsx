import type { ActionResult } from '#app/identity/action.ts';
import type { Wire } from '#app/identity/action-form.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { PartList } from '#app/identity/part-list.tsx';
import { stages } from '#app/ledger/ledger.ts';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { WatchedTie } from './open-check.server.ts';
import type { TieSide } from './tie.ts';

export type DeclaredTie = WatchedTie & { nameNl: string; nameEn: string };

type Props = {
  scheme: string;
  revision: number;
  ties: readonly DeclaredTie[];
  schemes: readonly { code: string; nameNl: string; nameEn: string }[];
  result: ActionResult | undefined;
};

/** The ties that this scheme declares, each with its form, and a form for a new one. */
export function TieSection(props: Props) {
  const text = useText();
  const { ties, result } = props;
  return (
    <PartList
      intent="tie"
      parts={ties}
      partOf={(tie) => tie.code}
      result={result}
      hidden={{ revision: String(props.revision) }}
      add={text('ties.add')}
      openAdd={ties.length === 0}
      fields={(wire, tie) => <TieFields wire={wire} tie={tie} {...props} />}
    >
      {(tie) => (
        <div className="row">
          <b>{tie.name}</b>
          <span className="code">{tie.code}</span>
        </div>
      )}
    </PartList>
  );
}

function TieFields(props: Pick<Props, 'scheme' | 'schemes'> & { wire: Wire; tie?: DeclaredTie }) {
  const { wire, tie } = props;
  const text = useText();
  return (
    <>
      {tie ? null : <TextField {...wire('code')} width="short" hint={text('field.code.hint')} />}
      <div className="pair">
        <TextField {...wire('nameNl', tie?.nameNl)} />
        <TextField {...wire('nameEn', tie?.nameEn)} />
      </div>
      <SideFields {...props} hand="left" side={tie?.left} />
      <SideFields {...props} hand="right" side={tie?.right} />
      <TextArea {...wire('note', tie?.note)} rows={2} optional />
    </>
  );
}

type SideProps = Pick<Props, 'scheme' | 'schemes'> & { wire: Wire; hand: 'left' | 'right'; side?: TieSide };

/** One of the two questions: of which scheme and stage, and which lines. */
function SideFields({ wire, hand, side, scheme, schemes }: SideProps) {
  const text = useText();
  const locale = useLocale();
  return (
    <fieldset className="tie-side">
      <legend>{text(`ties.side.${hand}`)}</legend>
      <div className="pair">
        <Select {...wire(`${hand}Scheme`, side?.scheme ?? scheme)} options={codeOptions(locale, schemes)} />
        <Select
          {...wire(`${hand}Stage`, side?.stage ?? 'budgeted')}
          options={stages.map((stage) => ({ value: stage, label: text(`ties.stage.${stage}`) }))}
        />
      </div>
      <div className="pair">
        <TextField {...wire(`${hand}Years`, side?.years.join(', '))} hint={text('ties.list.hint')} optional />
        <TextField {...wire(`${hand}Funds`, side?.funds.join(', '))} hint={text('ties.list.hint')} optional />
      </div>
      <div className="pair">
        <TextField {...wire(`${hand}Node`, side?.node)} optional width="short" />
        <TextField {...wire(`${hand}Measure`, side?.measure)} optional width="short" />
        <TextField {...wire(`${hand}Unit`, side?.unit)} optional width="short" />
      </div>
      <TextArea
        {...wire(`${hand}Components`, side?.components.join('\n'))}
        hint={text('ties.components.hint')}
        rows={2}
        optional
      />
      <Select
        {...wire(`${hand}UnitCents`, side?.unitCents ?? 100)}
        hint={text('ties.unit.hint')}
        options={[
          { value: '100', label: text('ties.unit.eur') },
          { value: '100000', label: text('ties.unit.keur') },
          { value: '200000', label: text('ties.unit.2keur') },
        ]}
      />
    </fieldset>
  );
}
