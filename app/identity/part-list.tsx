import type { ReactNode } from 'react';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { useText } from '#app/ui/text.tsx';
import type { ActionResult } from './action.ts';
import { ActionForm, justSent, type Wire } from './action-form.tsx';

type Props<Part> = {
  /** a form with it makes or changes a part; with `.remove` behind it, removes one */
  intent: string;
  parts: readonly Part[];
  /** what the form calls the part: its code, or its id when it has none */
  partOf: (part: Part) => string;
  /** the id of the form about a part, `''` for a new one: codes may be unique within a larger thing only */
  id?: (part: string) => string;
  result: ActionResult | undefined;
  /** what every form says beside its part: the revision that was seen, and in what the parts are */
  hidden: Readonly<Record<string, string>>;
  /** the revision of a part that was seen, where each has its own */
  revisionOf?: (part: Part) => number;
  /** the words above the form for a new one */
  add: string;
  /** the form for a new one stands open at once */
  openAdd?: boolean;
  /** what its forms call fields that are called otherwise elsewhere, by their name */
  labels?: Readonly<Record<string, string>>;
  children: (part: Part) => ReactNode;
  fields: (wire: Wire, part?: Part) => ReactNode;
};

/** The parts of something that is configured: each with a form that changes and one that removes it, then one to add. */
export function PartList<Part>(props: Props<Part>) {
  const text = useText();
  const { intent, result, hidden, fields, labels, id = (part) => part } = props;
  return (
    <>
      <ul className="rows">
        {props.parts.map((one) => {
          const part = props.partOf(one);
          const seen = props.revisionOf && { revision: String(props.revisionOf(one)) };
          const row = { id: id(part), result, hidden: { ...hidden, part, ...seen } };
          return (
            <li key={part}>
              {props.children(one)}
              <Disclosure summary={text('admin.change')} open={justSent(result, intent, row.id)}>
                <ActionForm {...row} intent={intent} submit={text('admin.save')} labels={labels}>
                  {(wire) => fields(wire, one)}
                </ActionForm>
                <ActionForm
                  {...row}
                  intent={`${intent}.remove`}
                  submit={text('admin.remove')}
                  kind="danger"
                  inline
                />
              </Disclosure>
            </li>
          );
        })}
      </ul>
      <Disclosure summary={props.add} open={props.openAdd || justSent(result, intent, id(''))}>
        <ActionForm {...{ intent, result, hidden, labels }} id={id('')} submit={text('admin.add')}>
          {(wire) => fields(wire)}
        </ActionForm>
      </Disclosure>
    </>
  );
}
