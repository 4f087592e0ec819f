import { ChoiceControl } from '#app/ui/choice-control.tsx';
import { useText } from '#app/ui/text.tsx';
import { type Tree, trees } from './ledger.ts';

/** The choice of the unit tree that figures are added up by. */
export function TreeControl({ tree, day }: { tree: Tree; day: string | null }) {
  const text = useText();
  return (
    <ChoiceControl
      label={text('money.tree')}
      name="tree"
      value={tree}
      options={trees.map((one) => ({ value: one, label: text(`money.tree.${one}`, { day: day ?? 'none' }) }))}
    />
  );
}
