import { type Tree, trees } from '#app/ledger/ledger.ts';
import { Control } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';

/** The choice of the unit tree that figures are added up by. */
export function TreeControl({ tree, day }: { tree: Tree; day: string | null }) {
  const text = useText();
  return (
    <Control label={text('money.tree')}>
      <select name="tree" defaultValue={tree} key={tree}>
        {trees.map((one) => (
          <option key={one} value={one}>
            {text(`money.tree.${one}`, { day: day ?? 'none' })}
          </option>
        ))}
      </select>
    </Control>
  );
}
