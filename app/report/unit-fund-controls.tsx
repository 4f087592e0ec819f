import { Control } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';

type Named = { code: string; name: string };
type Props = {
  unit: string | null;
  fund: string | null;
  frame: { units: readonly (Named & { depth: number })[]; funds: readonly Named[] };
  /** units outside today's tree that have figures */
  former?: readonly Named[];
};

/** The choice of whose figures are shown, indented as the units stand in the tree, and of which fund. */
export function UnitFundControls({ unit, fund, frame, former = [] }: Props) {
  const text = useText();
  return (
    <>
      <Control label={text('money.unit')}>
        <select name="unit" defaultValue={unit ?? ''} key={unit}>
          <option value="">{text('money.unit.all')}</option>
          {frame.units
            .filter((one) => one.depth > 0)
            .map((one) => (
              <option key={one.code} value={one.code}>
                {'\u2003'.repeat(one.depth - 1)}
                {one.name}
              </option>
            ))}
          {former.length > 0 ? (
            <optgroup label={text('money.unit.former')}>
              {former.map((one) => (
                <option key={one.code} value={one.code}>
                  {one.name}
                </option>
              ))}
            </optgroup>
          ) : null}
        </select>
      </Control>
      <Control label={text('money.fund')}>
        <select name="fund" defaultValue={fund ?? ''} key={fund}>
          <option value="">{text('money.fund.own')}</option>
          <option value="all">{text('money.fund.all')}</option>
          {frame.funds.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </select>
      </Control>
    </>
  );
}
