import type { ReactNode } from 'react';
import { type Option, Options } from './form.tsx';
import { Control } from './page.tsx';

type Props = {
  label: string;
  /** in the address */
  name: string;
  /** what is chosen; null is all */
  value: string | null;
  /** the words for not choosing; left out where one must be chosen */
  all?: string;
  options: readonly Option[];
};

/** The choice of what a page is about, among those that stand above it. */
export function ChoiceControl({ label, name, value, all, options }: Props): ReactNode {
  return (
    <Control label={label}>
      <select name={name} defaultValue={value ?? ''} key={value}>
        {all === undefined ? null : <option value="">{all}</option>}
        <Options options={options} />
      </select>
    </Control>
  );
}
