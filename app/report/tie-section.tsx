import type { ActionResult } from '#app/identity/action.ts';
import type { Wire } from '#app/identity/action-form.tsx';
import { PartList } from '#app/identity/part-list.tsx';
import { TextArea, TextField } from '#app/ui/form.tsx';
import { useText } from '#app/ui/text.tsx';
import type { WatchedTie } from './open-check.server.ts';
import type { TieChoices } from './tie-choice.server.ts';
import { SideFields } from './tie-side-fields.tsx';

export type DeclaredTie = WatchedTie & { nameNl: string; nameEn: string };

type Props = {
  scheme: string;
  revision: number;
  ties: readonly DeclaredTie[];
  choices: TieChoices;
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

function TieFields(props: Pick<Props, 'scheme' | 'choices'> & { wire: Wire; tie?: DeclaredTie }) {
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
